"""Of which kind a table is, and which column holds what: what a person has said of it, else what its headers tell, else asked."""

from collections.abc import Iterable, Mapping
from typing import Any

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading import answers, kinds
from smmstrategy.metrics.imports.reading.answers import by_command, explained, left_out, question
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.cells.networks import called
from smmstrategy.metrics.imports.reading.columns import accounts, clocks, finest, goals, headers, networks, stretches
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds import fields
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.recognition import across, doubts, misfits, of_file, of_period, subscribers
from smmstrategy.metrics.imports.reading.recognition.doubt import Doubt, first_open
from smmstrategy.metrics.imports.reading.records import planned
from smmstrategy.metrics.imports.reading.records.posts import addresses
from smmstrategy.metrics.imports.reading.tables.layout import Table

Recognised = tuple[Kind | None, dict[str, int]]  # the kind, and by field the position of its column
ASKED: Recognised = (None, {})


def of(table: Table, draft: Draft, context: Context) -> Recognised:
    """The table's kind and its columns; no kind while that is asked."""
    if left_out.is_named(table, context):
        return kinds.LEFT_OUT_BY_COMMAND, {}
    answer = answers.answer_of(table, context)
    if answer and not answers.is_of_its_title_alone(table, context):
        return _explained(table, answer, draft, context)
    if table.is_lettered and not answer:
        asked = table.whole or table
        why = of_file.without_names(asked, context)
        question.ask(asked, draft, KeptUnder.LETTERS, why=why, about=question.OF_LETTERS)
        return ASKED
    kind, other = _by_headers(table, draft, context)
    if kind:
        return _known(table, kind, draft, context, answer)
    return _explained(table, answer, draft, context) if answer else _unknown(table, other, draft, context)


def network_of(tables: Iterable[Table], context: Context) -> str:
    """The only network that the kinds of these tables are of, where no kind is a guess."""
    kinds_of = (kinds.recognise(table.header, f"{context.file_name} {table.title}", set()) for table in tables if table.rows)
    networks_of = {kind.network for kind in kinds_of if kind and kind.network and not kind.is_guess}
    return networks_of.pop() if len(networks_of) == 1 else ""


def _explained(table: Table, answer: Mapping[str, Any], draft: Draft, context: Context) -> Recognised:
    """What a person has said of the columns, of this file or of an earlier one; asked anew when that is to be changed."""
    is_remembered, positions = not answers.is_answered(table, context), explained.positions(answer, table.names)
    kind = explained.kind_of(answer, table)
    if _is_of_nothing(kind, table, context):
        return kind, {}
    planned.skip(table, kind, positions)
    found = () if explained.holds_nothing(table, answer) else of_file.doubts(kind, positions, table, context)
    if doubt := first_open(found, answers.settled(table, context)):
        return _asked(doubt, kind, positions, table, draft, context)
    is_said_otherwise = is_remembered and by_command.says_otherwise(kind.rows, positions, table, context)
    if is_said_otherwise or answers.is_to_change(table, context):
        question.ask(table, draft, answers.asked_under(table, context), answer=answer)
        return ASKED
    if explained.holds_nothing(table, answer):
        return _left_out_or_asked(table, draft, context, answer=answer)
    explained.warn(answer, table, draft, is_remembered=is_remembered and not by_command.says_anew(answer, context))
    columns = explained.others_of(kind, table) | positions | ({networks.FIELD: table.own_column} if table.part else {})
    if kind.rows is Rows.VALUES and kind.network != SITE:
        columns = accounts.with_names(accounts.settled(columns, table), table)
    _warn_of_shared_names(columns, table, draft)
    return kind, columns


def _by_headers(table: Table, draft: Draft, context: Context) -> tuple[Kind | None, Kind | None]:
    """The kind that a person has named, else the one its headers tell; and one of another network that it rather looks like."""
    names = f"{context.file_name} {table.title}"
    likely = kinds.recognise(table.header, names, set(), context.network)
    if not table.rows:
        return likely, None
    if code := context.options.kind:
        return misfits.kind_named(code, table.header, context.network), None
    networks_named = set() if draft.of_site else networks.named_in(table, fields.addressed(table.header))
    linked = addresses.networks_of_posts(table) | networks_named | ({called(table.name), draft.of_archive} - {""})
    kind, other = misfits.recognised(table.header, names, linked, context.network)
    addresses.warn_of_several(table, likely, kind, draft)
    return (kind, other) if kind or other or draft.of_site else (of_period.kind(table), None)


def _unknown(table: Table, other: Kind | None, draft: Draft, context: Context) -> Recognised:
    """Asked about; but what stands aside is left out while nobody speaks of it, and of no rows nothing is asked."""
    is_spoken_of = answers.is_to_change(table, context) or by_command.speaks_of_figures(table, context)
    if table.is_aside and not is_spoken_of:
        return kinds.LEFT_OUT, {}
    if not table.rows:
        return ASKED
    return _left_out_or_asked(table, draft, context, looks_like=other, why=across.question(table, context))


def _known(table: Table, kind: Kind, draft: Draft, context: Context, answer: Mapping[str, Any] | None) -> Recognised:
    """As its kind is read, unless that is in doubt or a person says something else of its columns.

    An answer about this table alone has settled what it was given to, and what is left as it was read is still in doubt.
    """
    if _is_of_nothing(kind, table, context):
        return kind, {}
    planned.skip(table, kind, _settled(kind, table, context))
    kind = subscribers.settled(kind, table, context)
    columns = _settled(kind, table, context)
    told = explained.with_figures(answer, kind, columns, table) if answer else columns
    if told and (doubt := first_open(doubts.of(kind, told, table, context), answers.settled(table, context))):
        return _asked(doubt, kind, told, table, draft, context)
    if answer and told != columns:
        return _explained(table, answer, draft, context)
    if answers.is_to_change(table, context) or by_command.says_otherwise(kind.rows, columns, table, context):
        return _left_out_or_asked(table, draft, context, answer=explained.as_answer(kind, columns, table))
    _warn_of_shared_names(columns, table, draft)
    if kind.network == SITE:
        goals.warn(columns, table, draft)
    return kind, columns


def _is_of_nothing(kind: Kind, table: Table, context: Context) -> bool:
    """Of its rows nothing need be known, and a command that speaks of columns means those of other tables."""
    return kind.rows is Rows.NOTHING and not answers.is_to_change(table, context)


def _asked(doubt: Doubt, kind: Kind, columns: dict[str, int], table: Table, draft: Draft, context: Context) -> Recognised:
    read = explained.as_answer(kind, columns, table)
    known = {"known": {"rows": read["rows"], "network": "", "fields": read["fields"]}}
    if doubt.is_of_one:
        known = {"known": read, "answer": explained.as_answer(kind, doubt.instead or columns, table)}
    elif doubt.are_rows_sure:
        known = {"answer": question.guessed(table, draft, doubt.rows)}
    about = {"about": doubt.about, "of_column": doubt.column, "may_be_guessed": doubt.is_guessed}
    kept = doubt.kept or answers.asked_under(table, context)
    why = question.beside_others(doubt.why) if doubt.why and answers.settled(table, context) else doubt.why
    question.ask(table, draft, kept, rows=doubt.rows, why=why, about=about, **known)
    return ASKED


def _warn_of_shared_names(columns: Mapping[str, int], table: Table, draft: Draft) -> None:
    for column, shared in accounts.shared_names(columns, table).items():
        draft.warn(
            "The column «{column}» was not used: a name stands beside several pages ({names}), and says of none which it is.",
            column=column,
            names=first_of(sorted(shared)),
        )


def _settled(kind: Kind, table: Table, context: Context) -> dict[str, int]:
    """The columns of its kind. One is of networks where its cells are; in values of a site it is where its visitors came from.

    A site that a person has named has no posts, and rows that name accounts are theirs.
    """
    columns, network = headers.columns(table.header, kind.columns), context.network
    if kind.network == SITE:
        return goals.settled(finest.settled(networks.as_source(columns, table), table), table)
    columns = accounts.with_pages(accounts.named(columns, table), table)
    if network == SITE and kind.rows is Rows.VALUES and "account" not in columns:
        return {name: position for name, position in columns.items() if name != networks.FIELD}
    columns = networks.settled(columns, table, kind.network or network)
    columns = columns if kind.rows is Rows.ACCOUNT else accounts.settled(columns, table)
    columns = accounts.with_names(columns, table)
    if kind.rows is not Rows.VALUES:
        return clocks.settled(columns, kind.columns, table)
    return stretches.settled(finest.settled(columns, table), kind.columns, table)


def _left_out_or_asked(table: Table, draft: Draft, context: Context, **known: Any) -> Recognised:
    """A table that holds nothing is left out when another of the file holds something, or may yet."""
    if (draft.subjects or draft.question) and explained.holds_nothing(table, known.get("answer")):
        return (kinds.LEFT_OUT if known.get("answer") else kinds.NOTES), {}
    known |= {} if any(known.values()) else {"why": answers.that_differ(table, context)}
    question.ask(table, draft, answers.asked_under(table, context), **known)
    return ASKED
