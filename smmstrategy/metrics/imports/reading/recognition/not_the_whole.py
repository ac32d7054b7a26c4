"""What the figures of a table by day are of, where that is not the whole account or site as it was: advertising, a plan, a part."""

import re
from collections.abc import Sequence

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import plans
from smmstrategy.metrics.imports.reading.columns import accounts, figures, headers, held, words
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS_ALONE
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.traffic import DIMENSIONS
from smmstrategy.metrics.imports.reading.records import planned
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.accounts import MAY_NAME_PAGES
from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import (
    ADVERTISING,
    AGES,
    COSTS,
    OF_ADS,
    OF_IDS,
    OF_NO_PART,
    OF_NO_PART_OF_A_SITE,
    PARTS,
    SHEET,
)


def called_as_a_plan(kind: Kind, table: Table, context: Context) -> str:
    """What a table is called that says a plan and no fact; empty for any other."""
    called = _called(table, context)
    is_said = planned.may_be(kind) and plans.says_plan(_without_names(called, context), of_site=kind.network == SITE)
    return called if is_said else ""


def called_as_advertising(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> str:
    """What a table is called that says advertising and has nothing only an account has; empty for any other."""
    called = _called(table, context)
    is_said = (
        _may_be_part(kind, context) and not OF_ACCOUNTS_ALONE & columns.keys() and ADVERTISING.search(headers.normalise(called))
    )
    return called if is_said else ""


def of_advertising(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> int | None:
    """The column that names advertisements or what they cost, beside nothing only an account has."""
    if not _may_be_part(kind, context) or OF_ACCOUNTS_ALONE & columns.keys():
        return None
    names = {position: headers.normalise(name) for position, name in enumerate(table.header) if position not in columns.values()}
    of_ads = (position for position, name in names.items() if OF_ADS.search(name) and held.texts(table, position))
    costs = (position for position, name in names.items() if COSTS.search(name) and held.texts(table, position))
    return next(of_ads, next(costs, None))


def of_a_part(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> int | None:
    """The column that says of which part of the account its rows are."""
    others = (position for position in range(len(table.header)) if position not in columns.values())
    return next((one for one in others if _says_a_part(table, one)), None) if _may_be_part(kind, context) else None


def of_a_part_of_a_site(kind: Kind, columns: dict[str, int], table: Table) -> int | None:
    """The column of words that may say whose visits its days count, where nothing tells them apart."""
    if kind.network != SITE or kind.rows is not Rows.VALUES or any(name.startswith("by ") for name in columns):
        return None
    others = (position for position in range(len(table.header)) if position not in columns.values())
    return next((one for one in others if _names_visitors(table, one)), None)


def field(table: Table, position: int) -> str:
    """What a column is called as one that tells slices apart."""
    (known,) = headers.columns([table.header[position]], DIMENSIONS) or [""]
    return known or "by " + headers.normalise(table.header[position]).replace(" ", "_")


def _may_be_part(kind: Kind, context: Context) -> bool:
    """A table of days of any network's account."""
    return kind.is_of_anybody and context.network != SITE


def _says_a_part(table: Table, position: int) -> bool:
    """It is called as parts are and has words there; under another name each row has an age, or one of a few words."""
    name, texts = headers.normalise(table.header[position]), held.texts(table, position)
    if not name or not texts or figures.are_held(table, position):
        return False
    is_called = bool(PARTS.match(name) or headers.columns([name], DIMENSIONS))
    of_ages = all(AGES.fullmatch(text.casefold()) for text in texts)
    return of_ages or (words.are_held(table, position) and (is_called or _are_of_few(table, position, texts)))


def _names_visitors(table: Table, position: int) -> bool:
    """Names, addresses or ids stand there, none of them a fact's, and its own name says neither notes nor the site itself."""
    name, texts = headers.normalise(table.header[position]), held.texts(table, position)
    if not name or not texts or OF_NO_PART_OF_A_SITE.search(name):
        return False
    return bool(OF_IDS.search(name)) or sum(words.is_name(text) and not plans.is_fact(text) for text in texts) * 2 > len(texts)


def _are_of_few(table: Table, position: int, texts: Sequence[str]) -> bool:
    """Each row has one of a few words, which come again, and they are no note, no name of a page or the state of the work."""
    others = {text.casefold() for text in texts}
    name = headers.normalise(table.header[position])
    is_known = kinds.is_known(name) or OF_NO_PART.search(name) or position in accounts.under(table.header, MAY_NAME_PAGES)
    return not is_known and len(texts) == len(table.rows) and 1 < len(others) < len(texts)


def _called(table: Table, context: Context) -> str:
    """Its title; where nobody gave it one, the file's name."""
    notes = " ".join(filter(None, ["" if SHEET.fullmatch(headers.normalise(table.name)) else table.name, *table.notes]))
    return notes or context.file_name


def _without_names(called: str, context: Context) -> str:
    """The same without what the brand and the accounts named are called."""
    names = "|".join(map(re.escape, filter(None, [context.brand, *context.options.handles_named])))
    return re.sub(rf"(?<![^\W_])(?:{names})(?![^\W_])", " ", called, flags=re.IGNORECASE) if names else called
