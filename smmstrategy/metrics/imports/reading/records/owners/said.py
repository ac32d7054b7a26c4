"""What the rows of a table say of whose they are, and whether the words of their column are accounts.

A column of competitors names others than the brand, so does one of brands where one of them is known, of posts another than the
brand, which itself is excepted; several brands of one page, and one that nobody knows, are what its posts are about, and beside
an account that a person has named it is asked. Of those others none is the brand's own account, nor one a person has named that
is no competitor's, and rows that name nobody are never theirs. Whether other words are accounts is judged by what is known, or
asked (`records/judged.py`).
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.columns import accounts as columns_of
from smmstrategy.metrics.imports.reading.columns.accounts import MAY_BE_OTHERS, OF_NAMES, OF_OTHERS, Heading
from smmstrategy.metrics.imports.reading.columns.headers import normalise
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records.owners import column_words
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner, is_among
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table

SEVERAL_OF_A_PAGE = {
    Heading.BRANDS: "The column «{column}» names several brands of one page: it was taken for what posts are about, not for whose "
    "they are.",
    Heading.BLOGGERS: "The column «{column}» names several bloggers of one page: it was taken for what posts are about, not for "
    "whose they are.",
}


class Words(StrEnum):
    """What the words in a column of accounts are."""

    ACCOUNTS = "accounts"
    OTHERS = "others"  # of something else: they say nothing of whose a row is
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Said:
    """Row by row the network its column names, its account, what it calls that in words, and where its link leads."""

    kind: Kind
    table: Table
    column: str  # what the column is called that names the accounts
    heading: Heading  # what stands there, as that says
    is_explained: bool  # a person has said that these are accounts
    networks: Sequence[str]
    accounts: Sequence[str]
    words: Sequence[str]
    named: Sequence[str]  # what stands in the column that names accounts, words or addresses
    leads: Sequence[Link | None]
    only_word: str = ""  # the only word of the column, by which nobody knows an account: that of the whole table may be called so
    only_writer: str = ""  # the same where whoever wrote the posts may be called so, too

    @property
    def may_be_others(self) -> bool:
        """What posts call their channel is a name of their account, whoever wrote them and whatever way readers came."""
        return self.heading is Heading.WRITERS or (self.heading is Heading.ORIGINS and self.kind.rows is not Rows.POST)

    @property
    def may_be_goods(self) -> bool:
        """Brands of posts may be what these are about."""
        return self.heading is Heading.BRANDS and self.kind.rows is Rows.POST

    def name(self, index: int, owner: Owner | None) -> str:
        """What the row calls its account, where that is more than a spelling of its handle."""
        word = self.words[index] if self.accounts[index] else ""
        is_name = word and not column_words.is_plain("", word) and (self.heading in OF_NAMES or not word.isascii())
        return word[:200] if is_name and owner and handles.key(owner[0], word) != handles.key(*owner) else ""


def of_rows(columns: Columns, kind: Kind, context: Context, leads: Sequence[Link | None] = ()) -> Said:
    """What each row says, the address behind a name before it and a name where there is no address."""
    of_accounts, has_names = columns.accounts(), columns_of.NAME in columns
    named = [names.cleaned(text) for text in columns.text(columns_of.NAME)] if has_names else of_accounts
    words = ["" if pages.network_of(name) else name for name in named]
    cells = [
        name if pages.network_of(name) else account
        for name, account in zip(map(address_of, columns.text("account")), of_accounts, strict=True)
    ]
    header = _column(columns)
    is_explained = bool(header) and _is_explained(header, kind, context)
    said = Said(
        kind,
        columns.table,
        header,
        columns_of.heading(header, are_accounts=kind.names_accounts or is_explained),
        is_explained,
        columns.networks(),
        [cell or (word if columns_of.ACCOUNT in columns else "") for cell, word in zip(cells, words, strict=True)],
        words,
        named,
        leads or [None] * len(words),
    )
    return _without_goods(said, columns, context) if said.may_be_goods or said.heading is Heading.BLOGGERS else said


def are_of_pages(said: Said, context: Context) -> bool:
    """Each author stands beside a page of its own; a single one who may be a writer names none, unless an account is known so."""
    pairs = {
        ((link.network, link.handle), names.compared(word))
        for word, link in zip(said.words, said.leads, strict=True)
        if link and word
    }
    named = {(at[0], word) for at, word in pairs}
    is_sure = (
        len(pairs) > 1
        or said.heading is not Heading.WRITERS
        or any(context.known.called.get(at, {}).get(word) for at, word in named)
    )
    return is_sure and len(pairs) == len(named) == len({at for at, _word in pairs})


def _without_goods(said: Said, columns: Columns, context: Context) -> Said:
    """Brands or bloggers beside links may be what posts are about: several are names of pages where each page has one."""
    if column_words.are_several_of_a_page(said.named, said.leads):
        columns.warn(SEVERAL_OF_A_PAGE[said.heading], column=said.column)
    elif said.heading is Heading.BLOGGERS and not said.is_explained and column_words.are_of_some_rows(said.named, said.leads):
        columns.warn(
            "The column «{column}» names a blogger beside some posts of a page and none beside others: it was taken for what posts "
            "are about, not for whose they are. If they are the blogger's, write the account in each row.",
            column=said.column,
        )
    elif said.may_be_goods and not said.is_explained and not context.of_others and _is_one_of_nobody(said, context):
        columns.warn(
            "The column «{column}» names one brand, by which nobody knows an account: it was taken for what posts are about, not "
            "for whose they are.",
            column=said.column,
        )
    else:
        return said
    columns.unused.add(columns_of.ACCOUNT)
    nothing = [""] * len(said.words)
    return replace(said, accounts=nothing, words=nothing, named=nothing)


def _is_one_of_nobody(said: Said, context: Context) -> bool:
    """By the only word beside links, no address or @handle, nobody knows an account."""
    words, networks = {*map(names.compared, said.named)} - {""}, {link.network for link in said.leads if link and link.handle}
    is_account = any(column_words.known(one, words, context) for one in networks) or column_words.is_plain(
        "", min(words, default="")
    )
    return len(words) == 1 and bool(networks) and not is_account


def _is_explained(header: str, kind: Kind, context: Context) -> bool:
    """A command says it of this column, or what was said of all does."""
    by_command = {normalise(name) for name, field in context.options.fields_by_header.items() if field == columns_of.ACCOUNT}
    return normalise(header) in by_command or kind.is_explained


def _column(columns: Columns) -> str:
    there = [columns.header(name) for name in (columns_of.NAME, columns_of.ACCOUNT) if name in columns]
    return next((header for header in there if columns_of.heading(header) in OF_NAMES), there[-1] if there else "")


def words_of(said: Said, words: Set[str], network: str, context: Context, *, of_networks: bool = False) -> Words:
    """What these words of the column are, `network` being that of the table.

    A column of competitors names them, one of brands where one of them is known, of posts another than the brand; of any other a
    person says it, the words look like it, or, `of_networks`, another column says the network of each.
    """
    are_brands = said.heading is Heading.BRANDS
    is_known = are_brands and bool(column_words.known(network, {*words, *said.words} - {""}, context))
    are_goods = is_known and said.may_be_goods and _may_be_goods(said, words, network, context)
    is_account_named = bool(context.options.accounts_named)
    is_alone = len(words) == 1 and context.of_others and not is_account_named and said.heading not in MAY_BE_OTHERS
    are_others = are_of_others(said, context)
    if are_goods and not (said.is_explained or are_others):
        return Words.DOUBTFUL
    in_words = said.is_explained or are_others or is_alone or is_known
    if words and column_words.are_accounts(network, words, context, in_words=in_words, of_networks=of_networks and not are_brands):
        return Words.ACCOUNTS
    if are_brands and words and not (is_account_named and len(words) == 1):
        return Words.DOUBTFUL
    return Words.DOUBTFUL if len(words) > 1 or (words and said.is_explained) else Words.OTHERS


def are_of_others(said: Said, context: Context) -> bool:
    """Whatever the column names is an account, and not the brand's own."""
    return said.heading in OF_OTHERS or (said.heading is Heading.BRANDS and context.of_others)


def _may_be_goods(said: Said, words: Set[str], network: str, context: Context) -> bool:
    """Some words may be what the posts of one account are about: of the brand, where nothing else is known of them, or of the one
    a person has named, unless that is among them under another name than the brand's."""
    known = column_words.known(network, {*words, *said.words} - {""}, context)
    others = [word for word in known if not _is_the_brand(word, network, context)]
    if context.options.names_an_account:
        others = [word for word in others if any(context.options.is_named(*one) for one in _pages(word, network, context))]
    goods = [word for word in words if not (column_words.is_plain(network, word) or _is_the_brand(word, network, context))]
    return bool(goods) and not others


def _is_the_brand(word: str, network: str, context: Context) -> bool:
    own = context.known.own
    return names.compared(word) == context.brand or any(is_among(page, own) for page in _pages(word, network, context))


def _pages(word: str, network: str, context: Context) -> list[Owner]:
    """The page that the word means, in the network or in each where the brand has an account."""
    networks = [network] if network else {*context.known.own, *context.options.accounts_named}
    return [(one, context.known.names.get(one, {}).get(names.compared(word), word)) for one in networks]


def question_of(said: Said, words: Set[str]) -> Message:
    """A column of several words may tell anything apart: ways of traffic, networks, cities, goods, pages."""
    named = first_of([f"«{word}»" for word in sorted(words)])
    if said.heading is Heading.BRANDS:
        return say(
            "The column «{column}» may be one of accounts or of what the rows are about: {names}. Say which (--columns "
            '"{column}=account" if each is an account; otherwise name the account and say what the other columns mean, or take the '
            "guess: --account NETWORK:HANDLE --columns guess).",
            column=said.column,
            names=named,
        )
    return say(
        "The column «{column}» may be one of accounts or of something else: {names}. If each is an account, say so (--columns "
        '"{column}=account", and --name NAME=NETWORK:HANDLE for one that its address calls otherwise); if not, say what the other '
        'columns mean and name the account (--columns "HEADER=FIELD;…" --account NETWORK:HANDLE).',
        column=said.column,
        names=named,
    )
