"""A table kept by hand gives an account's sums by month: they are told as they are, whatever its posts give."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pandas as pd
import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import calendar_months
from audits.measures.traffic import Stretch
from audits.report import document
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.document import Cell, Document, Figure, LiveFormula
from smmstrategy.reports.formats import write
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import COLLECTED, NOW, YEAR_EARLIER
from tests.audits.test_same_accounts import ALWAYS, TELEGRAM, VK, daily, measured

OK = TrackedAccount(3, "ok", "ok", "ok", "", "own", "")
HALF_YEARS = Period(YEAR_EARLIER.first, NOW.last)


def by_month(account_id: int, **values: int) -> list[Stretch]:
    """So much of each in the first of eighteen months, in every further one more by one."""
    return [
        Stretch(account_id, code, month.first, month.last, {}, Decimal(value + n))
        for n, (_key, month) in enumerate(calendar_months(HALF_YEARS))
        for code, value in values.items()
    ]


def told(accounts: tuple[TrackedAccount, ...], stretches: Iterable[Stretch], *posts: pd.DataFrame) -> Evidence:
    frames = posts or (daily(1, ALWAYS).iloc[:0],)
    records = measured(frames, (), accounts)
    return assemble(replace(records, rows=replace(records.rows, stretches=tuple(stretches))))


@cache
def of(kind: str) -> Evidence:
    table = by_month(3, likes=100, comments=20, posts_published=10)
    match kind:
        case "a table alone":
            return told((OK,), table)
        case "a table beside reactions":
            return told((OK, TELEGRAM), table, daily(2, ALWAYS, likes=5.0))
        case "a table and posts of views only":
            return told((OK,), table, daily(3, ALWAYS, views=50.0))


KINDS = ("a table alone", "a table beside reactions", "a table and posts of views only")


@cache
def document_of(kind: str, language: str) -> Document:
    return document(facts(of(kind)).to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_documents_are_drawn_and_hold_no_number_in_plain_words(kind: str, language: str) -> None:
    described = document_of(kind, language)
    drawn = [drawer.draw(described) for drawer in (powerpoint, excel)]
    assert [stray for one in drawn for stray in strays(one.content, manifest(described, one))] == []


def column(kind: str, title: str) -> dict[str, list[Cell]]:
    """Of the sheet of months, by account."""
    (grid,) = next(sheet for sheet in document_of(kind, "en").sheets if sheet.name == "By month").grids
    place = [write(field.heading, "en") for field in grid.fields].index(title)
    cells: dict[str, list[Cell]] = {}
    for row in grid.rows:
        cells.setdefault(write(row[1], "en"), []).append(row[place])
    return cells


def values(cells: list[Cell]) -> list[tuple[bool, Decimal]]:
    """Whether it is counted over the posts, and what it is."""
    return [(isinstance(cell, LiveFormula), (cell if isinstance(cell, Figure) else cell.figure).value) for cell in cells]


def test_a_sum_that_no_post_gives_stands_by_itself_in_the_sheet_of_months() -> None:
    """What the table says of a month no formula over the posts comes to."""
    given = [(False, Decimal(112 + n)) for n in range(6)]
    found = [column(kind, "Reactions").values() for kind in ("a table alone", "a table and posts of views only")]
    assert [[values(cells) for cells in of_accounts] for of_accounts in found] == [[given], [given]]


def test_beside_it_those_of_an_account_with_posts_are_counted_over_them() -> None:
    cells = column("a table beside reactions", "Reactions")
    counted = {name: {is_counted for is_counted, _value in values(of_months)} for name, of_months in cells.items()}
    assert counted == {"Odnoklassniki": {False}, "Telegram": {True}}
