"""The best reading of the names of columns nobody has seen before, and of what their cells look like."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, SITE, Level, Unit
from smmstrategy.metrics.imports.reading.cells import dates, links, other_figures, windows
from smmstrategy.metrics.imports.reading.cells.names import named_in
from smmstrategy.metrics.imports.reading.columns import (
    accounts,
    clocks,
    finest,
    headers,
    held,
    networks,
    stretches,
    told_apart,
    untold_days,
    words,
    years,
)
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.kinds.accounts import LIST
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.fields import POST, addressed
from smmstrategy.metrics.imports.reading.kinds.kind import Rows
from smmstrategy.metrics.imports.reading.kinds.traffic import DIMENSIONS, NUMBERS, WITHOUT
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.header_rows import NUMERIC
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.accounts import NAMES

# What makes a rate of a count: «ERR по просмотрам», «Стоимость клика».
RATE = re.compile(r"\b(?:дол[яи]|процент\w*|стоимость|цена|share|rate|cost|er\w?|vr|ctr|cp[mcv])\b|%")
DAY = re.compile(r"(?<![\w.])\d{1,2}[./]\d{1,2}(?![\w.]\d)")  # «Подписчики на 01.05»
MAKE_ANOTHER = (RATE, other_figures.ANOTHER, windows.TIME, DAY)
ON_DAYS = DAYS | {
    "followers": f"{DAYS['followers']}|подп",  # «Подп.» of a post may be its caption
    accounts.ACCOUNT: NAMES,
}
# Before «подписчиков» stands how many there are, or else what they do, as in «Охват подписчиков».
OF_FOLLOWERS = re.compile(r"\b(?:подписчиков|участников)\b")
QUANTITY = re.compile(r"(?:\b(?:количеств\w*|кол-во|к-во|числ\w*|общ\w*|всего|итого|сколько|сумм\w*|наш\w*)\b|\W)*")
DONE_BY_FOLLOWERS = re.compile(r"\b(?:актив\w*|вовлеч\w*|охват\w*|возраст\w*|онлайн|activ\w*|engag\w*|reach\w*|ages?|online)\b")
# What is clicked beside a link: «Клики по хештегу» are a part of all clicks.
CLICKED = re.compile(
    r"\b(?:х[еэ]штег\w*|hashtags?|постоянн\w*|permalinks?|медиа\w*|media|фото\w*|photos?|друг\w*|прочи\w*|other)\b"
)
DATES_POSTS = re.compile(r"\b(?:пост|публикац|запис|post|publi)")  # «Дата поста»: each row is one
VISITS = frozenset({"visits", "visitors", "new_visitors", "bounce_rate", "avg_visit_s"})
WHOLE = frozenset(NAMES.split("|"))  # names that say nothing inside others: «Company page views»
_POST = {field: names for field, names in POST.items() if field != networks.FIELD}  # which column that is its cells say, too


def guess(
    table: Table,
    rows: Rows | None = None,
    *,
    of_site: bool = False,
    is_account_named: bool = False,
    strangers: Collection[str] = (),
) -> dict[str, Any]:
    """The best reading of the headers: whole names first, then the words inside them, then what the cells look like.

    `of_site` where a person has named a site, which networks send visitors; `is_account_named` where one has named an
    account: brands are rather what its rows are about, if they have no followers. `strangers` are the names of accounts that the
    rows are surely not of: of a column that names one nothing is guessed.
    """
    fields: dict[int, str] = {}
    network = networks.column(table, of_addresses := addressed(table.header))
    network = networks.in_doubt(table, of_addresses, of_days=True) if network is None else network
    may_be = _may_be_guessed(table, strangers)
    for position in range(len(table.header[:200])):
        field = networks.FIELD if position == network else _field_of_posts(table, position) if may_be[position] else ""
        if field and field not in fields.values():
            fields[position] = field
    of_site_alone = rows is not Rows.POST and (of_site or (not is_account_named and _is_of_site_alone(table)))
    if of_site_alone and (fields_of_site := _fields_of_site(table, fields, may_be)):
        return {"rows": Rows.VALUES.value, "network": SITE, "fields": _in_file(table, fields_of_site)}
    if rows is None and (of_list := _fields_of_list(table, fields)):
        return {"rows": Rows.ACCOUNT.value, "fields": _in_file(table, of_list)}
    rows = rows or (Rows.POST if _are_posts(table, fields) else Rows.VALUES)
    if rows is Rows.VALUES:
        fields = _fields_of_values(table, fields, may_be, of_site=of_site or _is_of_site(table))
    elif fields and not {"text", "title"} & {*fields.values()}:
        fields |= dict.fromkeys(_texts(table, fields)[:1], "text")
    if of_site and rows is not Rows.VALUES:
        fields = {position: field for position, field in fields.items() if field != networks.FIELD}
    if is_account_named and "followers" not in fields.values():
        fields = {position: field for position, field in fields.items() if not _may_be_of_goods(table, position, field)}
    fields |= _slice(table, fields, may_be) if rows is Rows.VALUES else {}
    return {"rows": rows.value, "fields": _in_file(table, fields)}


def _are_posts(table: Table, fields: Mapping[int, str]) -> bool:
    """They have what only posts have, or a day that is called as theirs."""
    dates = (table.header[position] for position, field in fields.items() if field == "published_at")
    return bool({"permalink", "text", "title", "key"} & {*fields.values()}) or any(
        DATES_POSTS.search(headers.normalise(name)) for name in dates
    )


def _may_be_of_goods(table: Table, position: int, field: str) -> bool:
    return field == accounts.ACCOUNT and accounts.heading(table.header[position]) is accounts.Heading.BRANDS


def _in_file(table: Table, fields: Mapping[int, str]) -> dict[str, str]:
    return {name: fields[position] for position, name in enumerate(headers.apart(table.names)) if position in fields}


def _field_of_posts(table: Table, position: int) -> str:
    """What the name says; where it says nothing, or a time of day, whole dates and addresses say more. A page is no post.

    That authors are accounts is never guessed: a person says it.
    """
    by_cells = _field_by_cells(table, position)
    by_name = _unless_days(_field(headers.normalise(table.header[position]), _POST), by_cells)
    is_clock = by_name == "clock" and (_is_called("clock", table.header[position]) or clocks.are_times(table, position))
    by_name = "" if by_name == "clock" and not is_clock else by_name
    field = by_cells or by_name if by_name in ("", "clock") else by_name
    if field == accounts.ACCOUNT and accounts.heading(table.header[position]) is accounts.Heading.WRITERS:
        return ""
    return accounts.ACCOUNT if field == "permalink" and accounts.are_pages(table, position) else field


def _is_called(field: str, name: str) -> bool:
    """The whole name says it, not a word inside."""
    return bool(headers.columns([name], {field: POST[field]}))


def _unless_days(by_name: str, by_cells: str) -> str:
    """What a name says of a column; of one of days it names no figure, «Дата сбора просмотров»."""
    return "" if by_cells == "published_at" and by_name.partition("*")[0] in METRICS else by_name


def _texts(table: Table, fields: Mapping[int, str]) -> list[int]:
    """The columns in which each post may have its text, under whatever name."""
    others = [position for position, name in enumerate(table.header[:200]) if position not in fields and name]
    return [position for position in others if words.are_texts(table, position)]


def _fields_of_list(table: Table, guessed: Mapping[int, str]) -> dict[int, str]:
    """The same for a list of accounts by their networks or pages; empty for a table that has days or says anything of posts."""
    of_pages = any(guessed.get(n) == accounts.ACCOUNT and accounts.are_pages(table, n) for n in range(len(table.header)))
    if not (of_pages or networks.FIELD in guessed.values()) or {"published_at", "clock", "key", "text"} & {*guessed.values()}:
        return {}
    of_list = headers.columns(table.header, LIST)
    if of_list.get("account") in accounts.under(table.header, NAMES) and "followers" not in of_list:
        del of_list["account"]
    if {"account", "account_url"}.isdisjoint(of_list) and {"account_name", "followers"} <= of_list.keys():
        of_list["account"] = of_list.pop("account_name")
    by_header = {position: field for field, position in of_list.items() if field != networks.FIELD}
    network = {position: field for position, field in guessed.items() if field == networks.FIELD}
    return by_header | network if {"account", "account_url"} & of_list.keys() else {}


def _fields_of_values(table: Table, guessed: Mapping[int, str], may_be: Sequence[bool], *, of_site: bool) -> dict[int, str]:
    """The same for values of an account."""
    fields: dict[int, str] = {}
    names = [stretches.called(name) or name for name in _names(table, may_be)]
    day = next((position for position in range(len(table.header)) if guessed.get(position) == "published_at"), None)
    of_stretches = set() if day is None else stretches.unused(table, {"day": day})
    for position in range(len(table.header[:200])):
        if position in of_stretches:
            continue
        as_guessed = of_values(guessed.get(position, ""))
        by_name = _field(names[position], ON_DAYS) or _field(names[position], DIMENSIONS)
        by_name = _unless_days(by_name, _field_by_cells(table, position))
        of_networks = as_guessed == networks.FIELD
        is_known = of_networks or (as_guessed == accounts.ACCOUNT and accounts.are_pages(table, position))
        field = as_guessed if is_known and not of_site else by_name or (networks.SOURCE if of_networks else as_guessed)
        if field and field not in fields.values():
            fields[position] = field
    settled = finest.settled({field: position for position, field in fields.items()}, table)
    return _with_days(table, {position: field for field, position in settled.items()})


def _fields_of_site(table: Table, guessed: Mapping[int, str], may_be: Sequence[bool]) -> dict[int, str]:
    """The same for values of a site: the columns that its analytics have, a day, and what tells its visits apart."""
    fields = {position: "day" for position, field in guessed.items() if field == "published_at"}
    for position, name in enumerate(_names(table, may_be)[:200]):
        by_name = "" if re.fullmatch(WITHOUT, name) else _field(name, DIMENSIONS) or _field(name, NUMBERS)
        by_name = networks.SOURCE if guessed.get(position) == networks.FIELD else by_name
        if by_name and position not in fields and by_name not in fields.values():
            fields[position] = by_name
    fields = _with_days(table, fields)
    return fields | _slice(table, fields, may_be)


def _with_days(table: Table, fields: Mapping[int, str]) -> dict[int, str]:
    """The same with the column of days that is called by no name of these, where rows are alike but for it."""
    position = untold_days.position(table, {field: position for position, field in fields.items()})
    return {**fields} if position is None else {**fields, position: "day"}


def _slice(table: Table, fields: Mapping[int, str], may_be: Sequence[bool]) -> dict[int, str]:
    """The first column of words that means nothing else, where it alone tells rows of one account and day apart; any other may be
    what somebody noted."""
    if any(field.startswith("by ") for field in fields.values()):
        return {}
    alike = [position for position, field in fields.items() if field.partition("*")[0] not in METRICS]
    free = (position for position, name in enumerate(table.header[:200]) if name and may_be[position] and position not in fields)
    words_of = (position for position in free if is_of_words(table, position))
    found = [position for position in words_of if told_apart.are_by(table, position, alike)][:1]
    return {position: "by " + headers.normalise(table.header[position]).replace(" ", "_") for position in found}


def _is_of_site(table: Table) -> bool:
    """Its figures are of visits: a network there is where visitors came from."""
    return any(figure and not _field(name, DAYS) for name, figure in _figures_of_site(table))


def _is_of_site_alone(table: Table) -> bool:
    """It counts visits, and nothing that accounts have and no site."""
    named = _figures_of_site(table)
    has_visits = _is_of_site(table) and any(figure in VISITS for _name, figure in named)
    return has_visits and all(figure or _field(name, DAYS) not in METRICS for name, figure in named)


def _figures_of_site(table: Table) -> list[tuple[str, str]]:
    """What each column is called, and which figure of a site that is."""
    return [(name, _field(name, NUMBERS)) for name in _names(table, network_columns.may_be_guessed(table.header))]


def _may_be_guessed(table: Table, strangers: Collection[str]) -> list[bool]:
    """Not of what names another network, or another account."""
    may_be = network_columns.may_be_guessed(table.header)
    return [known and not named_in(name, strangers) for name, known in zip(table.header, may_be, strict=True)]


def _names(table: Table, may_be: Sequence[bool]) -> list[str]:
    """What its columns are called; nothing for one that names a network or an account, whose figures may be another's."""
    return [headers.normalise(name) if known else "" for name, known in zip(table.header, may_be, strict=True)]


def is_of_words(table: Table, position: int) -> bool:
    """The column holds words, and not the same everywhere."""
    texts = set(held.texts(table, position))
    return len(texts) > 1 and not any(map(NUMERIC.fullmatch, texts))


def _field(name: str, words: Mapping[str, str]) -> str:
    """What a name says, or the words inside it, unless the others make another figure of a count."""
    exact = headers.spread(words)
    if whole := exact.get(name) or exact.get(headers.plain(name)):
        return whole[0]
    there = [alias for alias in exact if len(alias) > 3 and alias in name and alias not in WHOLE]
    inside = [alias for alias in there if re.search(rf"\b{re.escape(alias)}\b", name)]
    alias = max(inside, key=len, default="")
    field = exact[alias][0] if alias else ""
    others = name.replace(alias, "")
    make_another = (*MAKE_ANOTHER, CLICKED) if field == "clicks" else MAKE_ANOTHER
    is_another = _is_count(field) and any(words.search(others) for words in make_another)
    return "" if is_another or (field == "followers" and _is_done_by_followers(name)) else field


def _is_done_by_followers(name: str) -> bool:
    m = OF_FOLLOWERS.search(name)
    return bool(DONE_BY_FOLLOWERS.search(name) or (m and not QUANTITY.fullmatch(name[: m.start()])))


def _is_count(field: str) -> bool:
    return field in METRICS and METRICS[field].unit is Unit.COUNT


def _field_by_cells(table: Table, position: int) -> str:
    cells = [cells[position] for _number, cells in table.rows[:20] if position < len(cells) and cells[position]]
    if cells and all(links.SCHEME.match(address_of(cell)) for cell in cells):
        return "permalink"
    if dates.are_days(cells) or (cells and all(map(years.is_stretch, cells))):
        return "published_at"
    return ""


def linked(table: Table) -> set[str]:
    """The columns in which every cell is an address: a list of links needs no other."""
    return {name for position, name in enumerate(headers.apart(table.names)) if _field_by_cells(table, position) == "permalink"}


def of_posts(field: str) -> str:
    return "published_at" if field == "day" else _at(Level.POST, field)


def of_values(field: str) -> str:
    return "day" if field == "published_at" else _at(Level.ACCOUNT, field)


def _at(level: Level, field: str) -> str:
    """The field as rows of this level have it: an account has `account_views` where a post has `views`."""
    code, star, factor = field.partition("*")
    if code not in METRICS or level in METRICS[code].levels:
        return field
    other = code.removeprefix("account_") if level is Level.POST else f"account_{code}"
    return other + star + factor if other in METRICS and level in METRICS[other].levels else ""
