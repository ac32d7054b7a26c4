"""Whether the words in a column of accounts are accounts: judged by what is known, or asked about."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading import answers
from smmstrategy.metrics.imports.reading.answers import question
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.cells.names import compared
from smmstrategy.metrics.imports.reading.columns.accounts import MAY_BE_OTHERS, Heading
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records import owners, totals
from smmstrategy.metrics.imports.reading.records.owners import Said, Words, column_words


def of_values(columns: Columns, kind: Kind, draft: Draft, context: Context) -> tuple[Said, list[str]] | None:
    """What rows of values say of whose they are, and what they call theirs that name none; or None, where it is asked.

    Names that stand beside addresses in a table before are accounts.
    """
    said = owners.of_rows(columns, kind, context)
    there = {account for account in said.accounts if account and not totals.reason_of(account)}
    network = owners.network_of_names(said, context)
    words = owners.words_of(said, there, network, context, of_networks=FIELD in columns)
    are_tied = bool(there) and all(draft.tied_to(compared(word), network) for word in there)
    if words is Words.ACCOUNTS or are_tied:
        return _but(said, [account in there for account in said.accounts]), []
    if words is Words.DOUBTFUL:
        _ask(columns, said, Rows.VALUES, there, draft, context)
        return None
    columns.drop("account")
    _warn_of_unknown(there or said.accounts, draft)
    return _but(said, [False] * len(said.accounts), there), list(filter(column_words.is_handle, there))


def of_posts(columns: Columns, kind: Kind, leads: Sequence[Link | None], draft: Draft, context: Context) -> Said | None:
    """What rows of posts say of whose they are; or None, where it is asked.

    Beside a link that says whose it is a word is a name of that account, beside another or the network of its row an account. In a
    column that may be of authors, and where the table alone says the network, words must be known as accounts or look like them.
    """
    said = owners.of_rows(columns, kind, context, leads)
    said = replace(said, accounts=column_words.of_pages(said.accounts, leads))
    network, of_row = owners.network_of_names(said, context), columns.networks()
    linked = {word for word, link in zip(said.words, leads, strict=True) if link and link.handle}
    linked |= {word for word in said.words if draft.tied_to(compared(word))}
    are_doubtful = said.heading is Heading.BRANDS or said.heading in MAY_BE_OTHERS
    is_open = [
        bool(word) and word not in linked and (are_doubtful or not (kind.network or own or link))
        for word, own, link in zip(said.words, of_row, leads, strict=True)
    ]
    there = {account for account, one in zip(said.accounts, is_open, strict=True) if one and account}
    if not there or not (network or are_doubtful):
        return said
    are_channels = FIELD in columns and said.heading is Heading.ORIGINS
    words = owners.words_of(said, there, network, context, of_networks=are_channels)
    if words is Words.DOUBTFUL and not (said.heading in MAY_BE_OTHERS and _is_named(columns, network, context)):
        _ask(columns, said, Rows.POST, there, draft, context)
        return None
    if words is Words.ACCOUNTS:
        return said
    there -= {*column_words.known(network, there, context)} if len(there) > 1 else set()
    if len(there) == 1:
        _warn_of_unknown(there, draft)
    if len(there) > 1 or said.heading is Heading.WRITERS:
        draft.warn(
            "The column «{column}» was not taken for one of accounts ({names}): its rows are those of one. If each is an account, "
            'say so (--columns "{column}=account").',
            column=said.column,
            names=first_of([f"«{word}»" for word in sorted(there)]),
        )
    return _but(said, [word not in there for word in said.words], there)


def _is_named(columns: Columns, network: str, context: Context) -> bool:
    """A person has named the account of each network that the rows are of."""
    return all(map(context.options.handle_named, {*columns.networks()} - {""} or {network}))


def _but(said: Said, are_accounts: Sequence[bool], others: Collection[str] = ()) -> Said:
    """What the rows say without the words that are no accounts; the only one of the `others` may be what the account is called."""
    only = next(iter(others)) if len(others) == 1 else ""
    is_writer = said.heading is Heading.WRITERS
    is_name = (is_writer or not (said.may_be_others or said.may_be_goods)) and column_words.may_be_account(only)
    name = {"only_writer" if is_writer else "only_word": only} if is_name else {}
    accounts = [account if is_one else "" for account, is_one in zip(said.accounts, are_accounts, strict=True)]
    words, named = (
        [text if one else "" for text, one in zip(texts, are_accounts, strict=True)] for texts in (said.words, said.named)
    )
    return replace(said, accounts=accounts, words=words, named=named, **name)


def _ask(columns: Columns, said: Said, rows: Rows, names: set[str], draft: Draft, context: Context) -> None:
    answer = answers.answer_of(columns.table, context)
    kept = answers.asked_under(columns.table, context)
    why = None if answer else owners.question_of(said, names)
    question.ask(columns.table, draft, kept, rows=rows, answer=answer, why=why)


def _warn_of_unknown(words: Iterable[str], draft: Draft) -> None:
    """The column names a network, nobody known or all accounts together; the last two are said."""
    for name in filter(column_words.may_be_account, dict.fromkeys(words)):
        draft.warn(
            "The rows call their account «{name}», by which nobody knows one: they were taken for the account the whole table is "
            "about.",
            name=name,
        )
