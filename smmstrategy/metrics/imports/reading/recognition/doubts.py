"""What is not certain of a table whose kind is known, so that a person is asked what its columns mean.

A column of pages, @names or known names is asked about under whatever heading; one known account of another is enough where it
holds no texts.
"""

from collections.abc import Sequence

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.answers.question import OR_LEAVE_OUT
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.columns import accounts, dated, figures, headers, held, networks
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import not_the_whole, of_file, posts_or_days
from smmstrategy.metrics.imports.reading.recognition.doubt import Doubt
from smmstrategy.metrics.imports.reading.records.owners import column_words, same_page
from smmstrategy.metrics.imports.reading.rewriting import by_link, by_measure
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import calendar, posts
from smmstrategy.metrics.imports.reading.vocabulary.accounts import MAY_NAME_PAGES

WORDS_OF_A_NAME = 4  # at the most; texts have more
MOST_ACCOUNTS = 1000  # of which a file tells; more different words are ids or texts


def of(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """What must be asked before anything of the table is taken."""
    is_kind_named = bool(context.options.kind)
    if table.rows and not is_kind_named and (why := by_measure.question(table)):
        return Doubt(Rows.VALUES, why, are_rows_sure=True)
    if doubt := of_file.doubt(kind, columns, table, context):
        return doubt
    if not is_kind_named and (at := not_the_whole.of_advertising(kind, columns, table, context)) is not None:
        return Doubt(kind.rows, _are_of_advertising(table.names[at]), is_of_one=True)
    if kind.may_be_posts and not is_kind_named and posts_or_days.may_be_posts(table, columns, context):
        return Doubt(Rows.POST)
    if not kind.network and kind.rows is not Rows.ACCOUNT and (found := _names_accounts(table, columns, context)):
        return Doubt(
            kind.rows,
            _of_accounts(table.names[found[0]], found[1]),
            is_of_one=True,
            instead={**columns, accounts.ACCOUNT: found[0]},
        )
    if kind.may_be_posts and not is_kind_named and (at := posts_or_days.told_by_words(table, columns, context)) is not None:
        return Doubt(Rows.POST, _may_be_posts(table.names[at]))
    if not is_kind_named and by_link.columns(table):
        return Doubt(Rows.POST)
    if not kind.network and not is_kind_named and posts_or_days.may_be_days(table, columns, kind):
        return Doubt(Rows.VALUES)
    if not is_kind_named and (at := posts_or_days.told_by_figures(table, columns, kind)) is not None:
        return Doubt(Rows.VALUES, _may_be_days(table.names[at]))
    if kind.network != SITE and (position := networks.in_doubt(table, columns, of_days=kind.rows is Rows.VALUES)) is not None:
        return Doubt(kind.rows, _may_name_networks(table.header[position]))
    if not kind.network and kind.rows is Rows.VALUES and (position := accounts.in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]))
    may_be_anybodys = not (kind.network or context.account or is_kind_named)
    if may_be_anybodys and (position := accounts.titles_in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]))
    if may_be_anybodys and kind.rows is not Rows.ACCOUNT and (position := _names_somebody(table, columns, context)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]), is_of_one=True)
    if not is_kind_named and (doubt := _of_a_part(kind, columns, table, context)):
        return doubt
    if kind.rows is Rows.POST and "published_at" not in columns and (of_dates := dated.untaken(table, columns)):
        return Doubt(kind.rows, _may_date_posts(of_dates))
    return None


def _of_a_part(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """Figures of a part of a site or an account, as one of its columns may say."""
    of_site = not_the_whole.of_a_part_of_a_site(kind, columns, table)
    at = not_the_whole.of_a_part(kind, columns, table, context) if of_site is None else of_site
    if at is None:
        return None
    why = _may_be_a_part(table.names[at]) if of_site is None else _may_be_a_part_of_a_site(table.names[at])
    return Doubt(kind.rows, why, is_of_one=True, instead={**columns, not_the_whole.field(table, at): at})


def _names_somebody(table: Table, columns: dict[str, int], context: Context) -> int | None:
    """A column of several names of which nothing is taken, the brand or an account that is known among them."""
    maybe = [position for position in accounts.under(table.header, MAY_NAME_PAGES) if position not in columns.values()]
    words = {position: {names.compared(text) for text in held.texts(table, position)} - {""} for position in maybe}
    found = (position for position, there in words.items() if len(there) > 1 and column_words.known("", there, context))
    return None if accounts.ACCOUNT in columns else next(found, None)


def _may_be_posts(column: str) -> Message:
    """The question of a table by day whose rows may be posts."""
    return say(
        "Each row may be a post or a day of an account: the column «{column}» holds what days rarely have. Say what the columns "
        'mean (--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _are_of_advertising(column: str) -> Message:
    """The question of a table by day with a column of advertisements or their costs."""
    question = say(
        "The column «{column}» says that the figures are of advertising, and these are not those of the whole account. If they are "
        "the account's own, take them so (--columns guess).",
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_a_part(column: str) -> Message:
    """The question of a table by day with a column that may say of which part of an account a row is."""
    question = say(
        "The figures may be of a part of the account, as the column «{column}» says. If they are, take them as one (--columns "
        'guess); if they are of the whole, leave the column out (--columns "{column}=-").',
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_a_part_of_a_site(column: str) -> Message:
    """The question of a table of a site by day with a column that may say whose visits its rows count."""
    question = say(
        "The figures may be of a part of the site, as the column «{column}» says. If they are, take them as one (--columns guess); "
        'if they are of the whole, leave the column out (--columns "{column}=-").',
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_days(column: str) -> Message:
    """The question of a table of posts without links whose rows may be days."""
    return say(
        "Each row may be a post or a day of an account: the column «{column}» holds what no post has. Say what the columns "
        'mean (--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _names_accounts(table: Table, columns: dict[str, int], context: Context) -> tuple[int, list[str]] | None:
    """A column, and its words, of which nothing is taken and which names accounts: the one of another that is known by its name or
    address, in each row one, any known among them, or in most rows, and no other words, those that are known and pages, several or
    one of another."""
    if {accounts.ACCOUNT, accounts.ADDRESS} & columns.keys() or accounts.all_say_whose(table, columns.get("permalink")):
        return None
    for position in [n for n in range(len(table.names)) if n not in columns.values() and not figures.are_held(table, n)]:
        texts = [text for _number, cells in table.rows if (text := names.cleaned(address_of(held.at(cells, position))))]
        words = list(dict.fromkeys(texts))
        known = column_words.known("", words, context) if _may_be_names(table.header[position], words) else []
        are_beside_others = len(texts) == len(table.rows) and len(words) > len(known) > 0
        if are_beside_others or any(_is_of_another(one, context) for one in known):
            return position, words
        are_of_most = len(texts) * 2 >= len(table.rows)
        are_known = are_of_most and all(column_words.is_page(one) or column_words.known("", [one], context) for one in words)
        if are_known and (len(words) > 1 or (words and _is_of_another(words[0], context))):
            return position, words
    return None


def _may_be_names(header: str, words: Sequence[str]) -> bool:
    """The heading is none of what posts or notes say, and the words are as few, and most as short, as names of accounts are."""
    of_texts = (posts_or_days.OF_POSTS, posts.MAYBE_TEXTS, {"note": calendar.NOTES})
    are_texts = any(headers.columns([header], headings) for headings in of_texts)
    are_short = sum(len(one.split()) <= WORDS_OF_A_NAME for one in words) * 2 > len(words)
    return not are_texts and are_short and len(words) <= MOST_ACCOUNTS


def _is_of_another(word: str, context: Context) -> bool:
    """Than the account that a person has named for the file, as far as that can be told, or without one than the brand's."""
    name, page = names.compared(word.lstrip("@")), pages.profile(word)
    if context.account is None:
        known = [
            (network, there[name]) for network, there in context.known.names.items() if name in there and name != context.brand
        ]
        return any(not same_page.is_among(one, context.known.own) for one in ([page] if page else known))
    network, handle = context.account
    spelt = [handle, *context.walls]
    at = page or (network, context.known.names.get(network, {}).get(name, name if column_words.is_page(word) else handle))
    return at[0] != network or (not same_page.is_among(at, {network: spelt}) and same_page.is_another(at, network, spelt))


def _of_accounts(column: str, words: Sequence[str]) -> Message:
    return say(
        "The column «{column}» names accounts ({names}). If each row is of the one it names, say so (--columns "
        '"{column}=account"); if not, leave the column out (--columns "{column}=-").',
        column=column,
        names=first_of([f"«{word}»" for word in words]),
    )


def _may_name_networks(column: str) -> Message:
    """The question of a column that may say the network of its rows."""
    return say(
        "The column «{column}» may name the network of each row, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _may_name_accounts(column: str) -> Message:
    """The question of a column that may say whose its rows are."""
    return say(
        "The column «{column}» may say whose account each row is about, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _may_date_posts(columns: dict[int, str]) -> Message:
    """The question of a table of posts whose dates may stand in one of these."""
    return say(
        "The posts of the table have no date yet, and there are dates in {columns}. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        columns=first_of([f"«{name}»" for name in columns.values()]),
    )
