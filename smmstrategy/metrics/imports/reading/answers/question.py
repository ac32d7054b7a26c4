"""What is asked about the columns of a table: a guess to start from, sample rows, and which tables it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.imports.reading.answers.guess import guess
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.tables.layout import Table

# How what is asked about may be left alone: a table beside others, or with its file.
OR_LEAVE_OUT = "{question} Otherwise, leave the table out (--leave-out NAME)."
OR_DISMISS = "{question} Otherwise, dismiss the file."
# A question of no doubt about one table: whatever is said of its columns answers it.
ANY_WORD = {"about": "", "of_column": None, "may_be_guessed": True}
# What the letters of columns mean without names: what is said of one table says nothing of another.
LETTERS = "letters"
OF_LETTERS = ANY_WORD | {"about": LETTERS}


def ask(
    table: Table,
    draft: Draft,
    kept: KeptUnder,
    rows: Rows | None = None,
    looks_like: Kind | None = None,
    answer: Mapping[str, Any] | None = None,
    why: Message | None = None,
    known: Mapping[str, Any] | None = None,
    about: Mapping[str, Any] = ANY_WORD,
) -> None:
    """Open the question what the columns mean, with a guess to start from; the answer is `kept` under that.

    `rows` when it is known what they rather are; `looks_like` is a kind of another network than the account's; `answer` is what was
    said of the columns before and is to be corrected; `why` is the question in words of its own; `known` is what was read of them
    by their headers; `about` is which doubt of the table it is, and what answers it.
    """
    if not answer and explained.holds_nothing(table, answer):
        raise Refused("Nothing was found that separates columns: the table is one column wide. Save it as .xlsx.")
    start = answer or guessed(table, draft, rows)
    draft.ask(
        "columns",
        why or (_foreign(looks_like) if looks_like else _corrected() if answer else _new(table, start)),
        signature=kept.signature(table),
        table=" · ".join(filter(None, [table.name, table.part])) if table.part else table.title[:100],
        is_part=bool(table.part),
        is_remembered=kept.signature(table) == KeptUnder.HEADER.signature(table),
        known=known or answer or {},
        header=headers.apart(table.names)[:200],
        guess=start,
        **about,
        sample=[[cell[:200] for cell in cells[: len(table.names)][:200]] for _number, cells in table.rows[:20]],
    )


def beside_others(why: Message) -> Message:
    """The same question where a command has answered another about the table, and has to say both."""
    if why["text"] == OR_LEAVE_OUT:
        return say(OR_LEAVE_OUT, question=beside_others(why["params"]["question"]))
    return say("{question} (--columns takes this beside what it said before, with «;» between.)", question=why)


def guessed(table: Table, draft: Draft, rows: Rows | None) -> dict[str, Any]:
    """The guess, with what is known of the file."""
    return guess(table, rows, of_site=draft.of_site, is_account_named=draft.is_account_named, strangers=draft.strangers)


def name_tables(draft: Draft) -> None:
    """Of several tables those of one name are called by their titles, and by their rows where these are the same, too; those asked
    about are named, and may be left out. Of an only one that is asked about the file is dismissed."""
    if len([table for table in draft.tables if table["rows"]]) < 2:
        _speak_of_file(draft)
        return
    names = Counter(table["name"] for table in draft.tables)
    for table in draft.tables:
        table["name"] = table["title"] if names[table["name"]] > 1 else table["name"]
    names = Counter(table["name"] for table in draft.tables)
    for table in draft.tables:
        table["lines"] = "" if table["name"] and names[table["name"]] == 1 else table["lines"]
    question = draft.question
    if question.get("asks") == "columns":
        question["may_be_left_out"] = True
        _name_in_question(question, [table for table in draft.tables if table["rows"]])


def _speak_of_file(draft: Draft) -> None:
    if draft.question.get("asks") == "columns" and draft.question["message"]["text"] == OR_LEAVE_OUT:
        draft.question["message"] |= {"text": OR_DISMISS}


def _name_in_question(question: dict[str, Any], tables: Sequence[Mapping[str, Any]]) -> None:
    asked = [table for table in tables if question["signature"] in (table["signature"], table["of_header"])]
    if len(asked) > 1:
        named = first_of([f"«{_joined(table['name'], table['lines'])}»" for table in asked])
        question["message"] = say("Tables {tables}. {question}", tables=named, question=question["message"])
    elif asked and asked[0]["name"]:
        named = _joined(question["table"], asked[0]["lines"])
        question["message"] = say("Table «{table}». {question}", table=named, question=question["message"])
    elif asked:
        question["message"] = say("Rows {rows}. {question}", rows=asked[0]["lines"], question=question["message"])


def _joined(name: str, lines: str) -> str:
    return " · ".join(filter(None, [name, lines]))


def _new(table: Table, guessed: Mapping[str, Any]) -> Message:
    columns = first_of([name for name in table.names if name])
    if not explained.is_enough(guessed, explained.positions(guessed, table.names)):
        return say('These columns are new: {columns}. Say what they mean (--columns "HEADER=FIELD;…").', columns=columns)
    return say(
        (
            'These columns are new: {columns}. Say what they mean (--columns "HEADER=FIELD;…", or '
            "--columns guess to take the guess)."
        ),
        columns=columns,
    )


def _corrected() -> Message:
    return say('Say anew what the columns mean (--columns "HEADER=FIELD;…"); days of an account need a column with figures.')


def _foreign(kind: Kind) -> Message:
    return say(
        "The table looks like one of the kind «{kind}», and the account you named is in another network. Name one there "
        "(--account NETWORK:HANDLE, once for each network of the file), or say what the columns mean "
        '(--columns "HEADER=FIELD;…").',
        kind=kind.name,
    )
