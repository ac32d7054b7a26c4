"""Columns nobody has seen before: a guess, a question with sample rows, and the answer read as a kind."""

from collections.abc import Collection, Mapping
from typing import Any

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading import remembered
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.guess import guess, linked, of_posts, of_values
from smmstrategy.metrics.imports.reading.kinds.kind import EXPLAINED, EXPLAINED_NAME, Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
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


def told_of(table: Table, context: Context) -> dict[str, Any] | None:
    """What a person has said of the columns, of this file or of an earlier one with this header."""
    signature = headers.signature(table.signed)
    said = context.options.get("columns", {}).get(signature)
    return said or remembered.recalled(context.mappings.get(signature), ":".join(context.account or ()))


def is_answered(table: Table, context: Context) -> bool:
    """It was said of this file."""
    return headers.signature(table.signed) in context.options.get("columns", {})


def holds_nothing(table: Table, told: Mapping[str, Any] | None) -> bool:
    """By what was said of its columns there is nothing to take; or one column is all there is, and not of links."""
    if told:
        return not is_enough(told, positions(told, table.names))
    return sum(map(bool, table.header)) < 2 and not guess(table)["fields"].keys() & linked(table)


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
        is_known=bool(told),
        header=headers.apart(table.names)[:200],
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


def _foreign(kind: Kind) -> Message:
    return say(
        "The table looks like one of the kind «{kind}», and the account you named is in another network. Name another account, "
        'or say what the columns mean (--columns "HEADER=FIELD;…").',
        kind=kind.name,
    )


def as_told(kind: Kind, columns: Mapping[str, int], table: Table) -> dict[str, Any]:
    """What was recognised of a table, as a person would have said it."""
    names = headers.apart(table.names)
    fields = {names[position]: field for field, position in columns.items() if position < len(names) and is_field(field)}
    return {"rows": kind.rows.value, "network": kind.network, "fields": fields}


def completed(said: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a table with what a person has said of some of its columns; nothing of it where they say what a row is."""
    if said["rows"] != known["rows"] and not all(field.partition("*")[0] in METRICS for field in said["fields"].values()):
        return {**said}
    anew = {headers.normalise(name) for name in said["fields"]}
    kept = {
        name: field
        for name, field in known["fields"].items()
        if headers.normalise(name) not in anew and field not in said["fields"].values()
    }
    return {**known, "fields": kept | said["fields"]}


def kind_of(told: Mapping[str, Any], table: Table) -> Kind:
    """The kind a person has described: {"rows": "post"|"values"|"account", "network": …, "fields": {header: field}}."""
    rows, network = Rows(told.get("rows", "post")), "" if table.part else told.get("network", "")
    return Kind(EXPLAINED, EXPLAINED_NAME, rows, {}, network=network, is_explained=True)


def rows_of(fields: Collection[str]) -> Rows:
    """What rows are that have these fields: days where they are dated, accounts where they name one and hold what no post has."""
    if "day" in fields:
        return Rows.VALUES
    names_account = not {"account", "account_name", "account_url"}.isdisjoint(fields)
    return Rows.ACCOUNT if names_account and not all(map(of_posts, fields)) else Rows.POST


def positions(told: Mapping[str, Any], header: list[str]) -> dict[str, int]:
    """Field → column, for the headers of the answer that the table has and the fields its rows can have."""
    of_rows = {Rows.POST: of_posts, Rows.VALUES: of_values}.get(told.get("rows", Rows.POST), str)
    fields = {headers.normalise(name): of_rows(field) for name, field in told.get("fields", {}).items()}
    found: dict[str, int] = {}
    for position, name in enumerate(headers.apart(header)):
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


def is_field(name: str) -> bool:
    return name in FIELDS or name.partition("*")[0] in METRICS or name.startswith("by ")
