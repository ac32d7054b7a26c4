"""Columns nobody has seen before: a guess, a question with sample rows, and the answer read as a kind."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Level
from smmstrategy.metrics.imports.reading import by_network
from smmstrategy.metrics.imports.reading.cells import dates, links
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.kinds.accounts import LIST
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.kind import EXPLAINED, EXPLAINED_NAME, Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.traffic import DIMENSIONS, NUMBERS
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST, addressed
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import NUMERIC, Table

WORDS = {"by traffic": DIMENSIONS | NUMBERS, "values": DAYS, "accounts": LIST, "posts": POST}
_POST = {field: names for field, names in POST.items() if field != networks.FIELD}  # which column that is its cells say, too
# What a column may hold beside a metric, and what a person calls it.
FIELDS = {
    "key": "number of the post",
    "permalink": "link to the post",
    "published_at": "published: day, or day and time",
    "clock": "published: time",
    "day": "day of the values",
    "format": "format",
    "title": "title",
    "text": "text",
    "hashtags": "hashtags",
    "duration": "duration",
    "is_paid": "promoted",
    "network": "network of the account",
    "account": "account",
    "account_name": "name of the account",
    "account_url": "address of the account",
}


def told_of(table: Table, context: Context) -> dict[str, Any] | None:
    """What a person has said of the columns, of this file or of an earlier one with this header."""
    signature = headers.signature(table.signed)
    return context.options.get("columns", {}).get(signature) or context.mappings.get(signature)


def is_answered(table: Table, context: Context) -> bool:
    """It was said of this file."""
    return headers.signature(table.signed) in context.options.get("columns", {})


def holds_nothing(table: Table, told: Mapping[str, Any] | None) -> bool:
    """By what was said of its columns there is nothing to take; or one column is all there is, and not of links."""
    if told:
        return not is_enough(told, positions(told, table.names))
    return sum(map(bool, table.header)) < 2 and not guess(table)["fields"].keys() & _linked(table)


def ask(
    table: Table,
    draft: Draft,
    rows: Rows | None = None,
    looks_like: Kind | None = None,
    told: Mapping[str, Any] | None = None,
    why: Message | None = None,
) -> None:
    """Open the question what the columns mean, with a guess to start from.

    `rows` when it is known what they rather are; `looks_like` is a kind of another network than the account's; `told` is what was
    said of the columns before and is to be corrected; `why` is the question in words of its own.
    """
    if not told and holds_nothing(table, told):
        raise Refused("Nothing was found that separates columns: the table is one column wide. Save it as .xlsx.")
    draft.ask(
        "columns",
        "--columns",
        why or (_foreign(looks_like) if looks_like else _corrected() if told else _new(table)),
        signature=headers.signature(table.signed),
        table=" · ".join(filter(None, [table.name, table.part])) if table.part else table.title[:100],
        is_part=bool(table.part),
        header=table.names[:200],
        guess=told or guess(table, rows, of_site=draft.of_site),
        sample=[[cell[:200] for cell in cells[: len(table.names)][:200]] for _number, cells in table.rows[:20]],
    )


def name_table(draft: Draft) -> None:
    """Beside others the table asked about is named, and may be left out."""
    question = draft.question
    if question.get("asks") == "columns":
        question["may_be_left_out"] = True
        if question["table"]:
            question["message"] = say("Table «{table}». {question}", table=question["table"], question=question["message"])


def _new(table: Table) -> Message:
    return say(
        (
            'These columns are new: {columns}. Say what they mean (--columns "HEADER=FIELD;…", or '
            "--columns guess to take the guess)."
        ),
        columns=first_of([name for name in table.names if name]),
    )


def may_name_networks(column: str) -> Message:
    """The question of a table that is known but for a column that may say the network of its rows."""
    return say(
        "The column «{column}» may name the network of each row, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _corrected() -> Message:
    return say('Say anew what the columns mean (--columns "HEADER=FIELD;…"); days of an account need a column with figures.')


def _linked(table: Table) -> set[str]:
    """The columns in which every cell is an address: a list of links needs no other."""
    return {name for position, name in enumerate(table.names) if _field_by_cells(table, position) == "permalink"}


def _foreign(kind: Kind) -> Message:
    return say(
        "The table looks like one of the kind «{kind}», and the account you named is in another network. Name another account, "
        'or say what the columns mean (--columns "HEADER=FIELD;…").',
        kind=kind.name,
    )


def guess(table: Table, rows: Rows | None = None, *, of_site: bool = False) -> dict[str, Any]:
    """The best reading of the headers: whole names first, then the words inside them, then what the cells look like.

    `of_site` where a person has named a site, which networks send visitors.
    """
    fields: dict[str, str] = {}
    network = networks.column(table, of_addresses := addressed(table.header))
    network = networks.in_doubt(table, of_addresses) if network is None else network
    may_be = by_network.may_be_guessed(table.header)
    for position, name in enumerate(table.header[:200]):
        field = networks.FIELD if position == network else _field_of_posts(table, position) if may_be[position] else ""
        if field and field not in fields.values():
            fields[name] = field
    if rows is None and (of_list := _fields_of_list(table, fields)):
        return {"rows": Rows.ACCOUNT.value, "fields": _in_file(table, of_list)}
    rows = rows or (Rows.POST if {"permalink", "text", "title", "key"} & set(fields.values()) else Rows.VALUES)
    if rows is Rows.VALUES:
        fields = _fields_of_values(table, fields, of_site=of_site or _is_of_site(table))
    elif of_site:
        fields = {name: field for name, field in fields.items() if field != networks.FIELD}
    return {"rows": rows.value, "fields": _in_file(table, fields)}


def _in_file(table: Table, fields: Mapping[str, str]) -> dict[str, str]:
    return {name: fields[known] for name, known in zip(table.names, table.header, strict=False) if known in fields}


def _field_of_posts(table: Table, position: int) -> str:
    """What the name says; where it says nothing, or a time of day, whole dates and addresses say more."""
    named, held = _field(_names(table)[position], _POST), _field_by_cells(table, position)
    return held or named if named in ("", "clock") else named


def _fields_of_list(table: Table, guessed: Mapping[str, str]) -> dict[str, str]:
    """The same for a list of accounts and their networks; empty for a table that has days or says anything of posts."""
    if networks.FIELD not in guessed.values() or {"published_at", "clock", "key", "text"} & {*guessed.values()}:
        return {}
    of_list = headers.columns(table.header, LIST)
    named = {table.header[position]: field for field, position in of_list.items() if field != networks.FIELD}
    network = {name: field for name, field in guessed.items() if field == networks.FIELD}
    return named | network if {"account", "account_url"} & of_list.keys() else {}


def _fields_of_values(table: Table, guessed: Mapping[str, str], *, of_site: bool) -> dict[str, str]:
    """The same for values of an account; the first column of words that means nothing else tells its rows apart."""
    fields: dict[str, str] = {}
    names = _names(table)
    for position, name in enumerate(table.header[:200]):
        other = _of_values(guessed.get(name, ""))
        named = _field(names[position], DAYS) or _field(names[position], DIMENSIONS)
        of_networks = other == networks.FIELD
        field = other if of_networks and not of_site else named or (networks.SOURCE if of_networks else other)
        if not field and name and is_of_words(table, position) and not any(f.startswith("by ") for f in fields.values()):
            field = "by " + headers.normalise(name).replace(" ", "_")
        if field and field not in fields.values():
            fields[name] = field
    return fields


def _is_of_site(table: Table) -> bool:
    """Its figures are of visits: a network there is where visitors came from."""
    return any(_field(name, NUMBERS) and not _field(name, DAYS) for name in _names(table))


def _names(table: Table) -> list[str]:
    """What its columns are called; nothing for one that names a network, whose figures may be another account's."""
    may_be = by_network.may_be_guessed(table.header)
    return [headers.normalise(name) if known else "" for name, known in zip(table.header, may_be, strict=True)]


def is_of_words(table: Table, position: int) -> bool:
    """The column holds words, and not the same everywhere."""
    cells = {cells[position] for _number, cells in table.rows if position < len(cells) and cells[position]}
    return len(cells) > 1 and not any(NUMERIC.fullmatch(cell) for cell in cells)


def _field(name: str, words: Mapping[str, str]) -> str:
    """What a name says, or the words inside it."""
    exact, inside = headers.spread(words), ""
    if name in exact:
        return exact[name][0]
    for alias in exact:
        if len(alias) > 3 and re.search(rf"\b{re.escape(alias)}\b", name) and len(alias) > len(inside):
            inside = alias
    return exact[inside][0] if inside else ""


def _field_by_cells(table: Table, position: int) -> str:
    cells = [cells[position] for _number, cells in table.rows[:20] if position < len(cells) and cells[position]]
    if cells and all(links.SCHEME.match(address_of(cell)) for cell in cells):
        return "permalink"
    if dates.are_days(cells):
        return "published_at"
    return ""


def kind_of(told: Mapping[str, Any], table: Table) -> Kind:
    """The kind a person has described: {"rows": "post"|"values"|"account", "network": …, "fields": {header: field}}."""
    rows, network = Rows(told.get("rows", "post")), "" if table.part else told.get("network", "")
    return Kind(EXPLAINED, EXPLAINED_NAME, rows, {}, network=network, is_explained=True)


def rows_of(fields: Collection[str]) -> Rows:
    """What rows are that have these fields: days where they are dated, accounts where they name one and hold what no post has."""
    if "day" in fields:
        return Rows.VALUES
    names_account = not {"account", "account_name", "account_url"}.isdisjoint(fields)
    return Rows.ACCOUNT if names_account and not all(map(_of_posts, fields)) else Rows.POST


def positions(told: Mapping[str, Any], header: list[str]) -> dict[str, int]:
    """Field → column, for the headers of the answer that the table has and the fields its rows can have."""
    of_rows = {Rows.POST: _of_posts, Rows.VALUES: _of_values}.get(told.get("rows", Rows.POST), str)
    fields = {headers.normalise(name): of_rows(field) for name, field in told.get("fields", {}).items()}
    found: dict[str, int] = {}
    for position, name in enumerate(header):
        field = fields.get(headers.normalise(name), "")
        if field and is_field(field):
            found.setdefault(field, position)
    return found


def says_otherwise(rows: Rows, read: Mapping[str, int], table: Table, context: Context) -> bool:
    """A command says of figures of this table something else than what was read or remembered."""
    said = positions({"rows": rows, "fields": context.options.get("fields", {})}, table.names)
    return any(field.partition("*")[0] in METRICS and read.get(field) != position for field, position in said.items())


def is_enough(told: Mapping[str, Any], found: Mapping[str, int]) -> bool:
    """Posts and accounts are something without figures, values are not."""
    return _has_figures(found) if told.get("rows") == Rows.VALUES else bool(found)


def _has_figures(found: Mapping[str, int]) -> bool:
    return any(name.partition("*")[0] in METRICS for name in found)


def warn(found: Mapping[str, int], draft: Draft, *, is_remembered: bool) -> None:
    """Say that an answer was remembered, and that one takes no figures."""
    if is_remembered:
        draft.warn("What the columns mean was taken from an earlier answer for files with this header. It can be changed.")
    if not _has_figures(found):
        draft.warn("No column with figures is taken, only what the other columns say. Say which columns hold figures.")


def _of_posts(field: str) -> str:
    return _at(Level.POST, field)


def _of_values(field: str) -> str:
    return "day" if field == "published_at" else _at(Level.ACCOUNT, field)


def _at(level: Level, field: str) -> str:
    """The field as rows of this level have it: an account has `account_views` where a post has `views`."""
    code, star, factor = field.partition("*")
    if code not in METRICS or level in METRICS[code].levels:
        return field
    other = code.removeprefix("account_") if level is Level.POST else f"account_{code}"
    return other + star + factor if other in METRICS and level in METRICS[other].levels else ""


def is_field(name: str) -> bool:
    return name in FIELDS or name.partition("*")[0] in METRICS or name.startswith("by ")
