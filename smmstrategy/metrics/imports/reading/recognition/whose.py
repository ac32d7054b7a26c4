"""Columns of which nothing is taken and that may say whose rows are: accounts, their networks, names of pages.

A column of pages, @names or known names is asked about under whatever heading; one known account of another is enough where it
holds no texts.
"""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.columns import accounts, figures, headers, held
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import posts_or_days
from smmstrategy.metrics.imports.reading.records.owners import column_words, same_page
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import calendar, posts
from smmstrategy.metrics.imports.reading.vocabulary.accounts import MAY_NAME_PAGES

WORDS_OF_A_NAME = 4  # at the most; texts have more
MOST_ACCOUNTS = 1000  # of which a file tells; more different words are ids or texts


def of_accounts(table: Table, columns: dict[str, int], context: Context) -> tuple[int, list[str]] | None:
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


def of_somebody(table: Table, columns: dict[str, int], context: Context) -> int | None:
    """A column of several names of which nothing is taken, the brand or an account that is known among them."""
    maybe = [position for position in accounts.under(table.header, MAY_NAME_PAGES) if position not in columns.values()]
    words = {position: {names.compared(text) for text in held.texts(table, position)} - {""} for position in maybe}
    found = (position for position, there in words.items() if len(there) > 1 and column_words.known("", there, context))
    return None if accounts.ACCOUNT in columns else next(found, None)


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


def names_accounts(column: str, words: Sequence[str]) -> Message:
    """The question of a column that names accounts."""
    return say(
        "The column «{column}» names accounts ({names}). If each row is of the one it names, say so (--columns "
        '"{column}=account"); if not, leave the column out (--columns "{column}=-").',
        column=column,
        names=first_of([f"«{word}»" for word in words]),
    )


def may_name_networks(column: str) -> Message:
    """The question of a column that may say the network of its rows."""
    return say(
        "The column «{column}» may name the network of each row, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def may_name_accounts(column: str) -> Message:
    """The question of a column that may say whose its rows are."""
    return say(
        "The column «{column}» may say whose account each row is about, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )
