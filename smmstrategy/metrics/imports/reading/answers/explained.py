"""What a person has said of columns, or the guess, as fields at their places and as a kind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, SITE
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.answers.guess import guess, linked, of_posts, of_values
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import EXPLAINED, EXPLAINED_NAME, Kind, Rows
from smmstrategy.metrics.imports.reading.tables.layout import Table

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

OF_A_POST = {"key", "permalink", "published_at", "clock", "format", "title", "text", "hashtags", "duration", "is_paid"}


def holds_nothing(table: Table, answer: Mapping[str, Any] | None) -> bool:
    """By what was said of its columns there is nothing to take; or one column is all there is, and not of links."""
    if answer:
        return not is_enough(answer, positions(answer, table.names))
    return sum(map(bool, table.header)) < 2 and not guess(table)["fields"].keys() & linked(table)


def is_guessed(table: Table) -> bool:
    guessed = guess(table)
    return is_enough(guessed, positions(guessed, table.names))


def as_answer(kind: Kind, columns: Mapping[str, int], table: Table) -> dict[str, Any]:
    """What was recognised of a table, as a person would have said it, and of which kind it is."""
    names = headers.apart(table.names)
    fields = {names[position]: field for field, position in columns.items() if position < len(names) and is_field(field)}
    return {"kind": kind.code, "rows": kind.rows.value, "network": kind.network, "fields": fields}


def with_figures(answer: Mapping[str, Any], kind: Kind, columns: Mapping[str, int], table: Table) -> dict[str, int] | None:
    """The columns as they were read, their figures as was said; nothing where there are none, or others are not left so."""
    said, read = positions(answer, table.names), positions(as_answer(kind, columns, table), table.names)
    others, kept = ({field: at for field, at in one.items() if not is_figure(field)} for one in (said, read))
    if not _has_figures(said) or (answer.get("rows"), others) != (kind.rows, kept):
        return None
    return {field: at for field, at in columns.items() if not is_figure(field)} | said


def kind_of(answer: Mapping[str, Any], table: Table) -> Kind:
    """The kind a person has described: {"rows": "post"|"values"|"account", "network": …, "fields": {header: field}}.

    A table known by its headers stays of its "kind" while its rows and its network stay what they were.
    """
    rows, network = Rows(answer.get("rows", "post")), "" if table.part else answer.get("network", "")
    as_known = (answer.get("kind"), rows, network)
    if known := next((kind for kind in kinds.KINDS if (kind.code, kind.rows, kind.network) == as_known), None):
        return replace(known, is_explained=True)
    return Kind(EXPLAINED, EXPLAINED_NAME, rows, {}, network=network, is_explained=True)


def rows_of(fields: Collection[str], known: Rows | None = None) -> Rows:
    """What rows are that have these fields: as `known` if such rows may, else days where they are dated or hold what no post has,
    and accounts where they name one beside that."""
    if known and may_have(known, fields):
        return known
    if "day" in fields or any(field.startswith("by ") for field in fields):
        return Rows.VALUES
    names_account = not {"account", "account_name", "account_url"}.isdisjoint(fields)
    are_posts = all(map(of_posts, fields)) and not (_are_of_accounts(fields) and OF_A_POST.isdisjoint({*fields} - {"published_at"}))
    return Rows.POST if are_posts else Rows.ACCOUNT if names_account else Rows.VALUES


def _are_of_accounts(fields: Collection[str]) -> bool:
    """One of them is called a figure of an account, as `account_reach` is."""
    return any(of_posts(field) != field for field in fields)


def may_have(rows: Rows, fields: Collection[str]) -> bool:
    of_days = "day" in fields or any(field.startswith("by ") for field in fields)
    if rows is Rows.POST:
        return not of_days and all(map(of_posts, fields))
    return OF_A_POST.isdisjoint(fields) and not (of_days and rows is Rows.ACCOUNT) and all(map(of_values, fields))


def turned(field: str, rows: Rows) -> str:
    """The field as rows of this kind have it: the day of values is that on which a post was published. Empty if they have none."""
    twin = {Rows.POST: of_posts, Rows.VALUES: of_values}.get(rows, str)(field)
    return twin if may_have(rows, [twin]) else ""


def twins(rows: Rows) -> dict[str, str]:
    """The fields that rows of this kind have otherwise, and how."""
    return {field: twin for field in (*FIELDS, *METRICS) if (twin := turned(field, rows)) not in ("", field)}


def others_of(kind: Kind, table: Table) -> dict[str, int]:
    """What a kind reads of its columns beside what a person can say of them."""
    return {name: position for name, position in headers.columns(table.header, kind.columns).items() if not is_field(name)}


def positions(answer: Mapping[str, Any], header: Sequence[str]) -> dict[str, int]:
    """Field → column, for the headers of the answer that the table has and the fields its rows can have; the first of several."""
    columns: dict[str, int] = {}
    for position, field in fields_at(answer, header).items():
        columns.setdefault(field, position)
    return columns


def fields_at(answer: Mapping[str, Any], header: Sequence[str]) -> dict[int, str]:
    of_rows = {Rows.POST: of_posts, Rows.VALUES: of_values}.get(answer.get("rows", Rows.POST), str)
    fields = {headers.normalise(name): of_rows(field) for name, field in answer.get("fields", {}).items()}
    names = enumerate(map(headers.normalise, headers.apart(header)))
    return {position: fields[name] for position, name in names if is_field(fields.get(name, ""))}


def missing(fields: Collection[str], header: Sequence[str]) -> list[str]:
    """The columns named by a person that are not there."""
    there = set(map(headers.normalise, headers.apart(header)))
    return [name for name in fields if headers.normalise(name) not in there]


def is_enough(answer: Mapping[str, Any], columns: Mapping[str, int]) -> bool:
    """Posts and accounts are something without figures, values are not."""
    return _has_figures(columns) if answer.get("rows") == Rows.VALUES else bool(columns)


def _has_figures(fields: Mapping[str, int]) -> bool:
    return any(map(is_figure, fields))


def is_figure(field: str) -> bool:
    return field.partition("*")[0] in METRICS


def warn(answer: Mapping[str, Any], table: Table, draft: Draft, *, is_remembered: bool) -> None:
    """Say that an answer was remembered, that one takes no figures, and of which columns it takes nothing that it names."""
    columns, names = positions(answer, table.names), headers.apart(table.names)
    here = [name for name in answer["fields"] if not missing([name], names)]
    draft.warn_of(
        missing(here, [names[position] for position in columns.values()]),
        "Nothing was taken from a column: another holds the same, or such rows hold nothing of the kind: {columns}.",
        "Nothing was taken from columns: others hold the same, or such rows hold nothing of the kind: {columns}.",
    )
    if is_remembered:
        draft.note("What the columns mean was taken from an earlier answer for files with this header. It can be changed.")
    of_parts = [names[position] for field, position in columns.items() if field.startswith("by ")]
    if answer.get("rows") == Rows.VALUES and answer.get("network") != SITE:
        draft.warn_of(
            of_parts,
            "The figures were taken as those of parts of an account, which {columns} tells apart: none is that of the whole.",
            "The figures were taken as those of parts of an account, which {columns} tell apart: none is that of the whole.",
        )
    if not _has_figures(columns):
        draft.warn("No column with figures is taken, only what the other columns say. Say which columns hold figures.")


def is_field(name: str) -> bool:
    return name in FIELDS or is_figure(name) or name.startswith("by ")
