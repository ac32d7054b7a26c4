"""Followers of an end are those of the nearest known day: where that is not its last one, slides, notes and workbook say so."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from audits.measures.assembly import assemble
from audits.measures.series import series
from audits.report import document
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.reports.document import Table
from tests.audits.report.test_one_story import facts, followers, pages, text
from tests.audits.synthetic import COLLECTED, NOW, records

OF_ANOTHER_DAY = {
    "ru": "конец месяца — по ближайшему известному дню, и соседнего месяца тоже",
    "en": "ends of months by the nearest known day, of a neighbouring month too",
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    ("first", "last", "is_said"),
    [
        ((2, 1), (2, 28), True),  # of February nothing is known, and the first of March is drawn
        ((6, 18), (6, 30), True),  # the period ends on a day that nobody knows
        ((2, 1), (2, 27), False),
        ((1, 16), (2, 20), True),  # January is drawn by its fifteenth
        ((1, 3), (2, 27), False),  # nothing is near the end of January, and nothing is drawn
    ],
)
def test_an_end_drawn_by_another_day_than_its_last_is_said_under_it(
    language: str, first: tuple[int, int], last: tuple[int, int], is_said: bool
) -> None:
    base = records(3, own=1, competitors=0, posts=200)
    days = [day for n in range(181) if not date(2026, *first) <= (day := NOW.first + timedelta(n)) <= date(2026, *last)]
    known = series((1, "followers", day, Decimal(1000 + day.day)) for day in days)
    page = pages(assemble(replace(base, rows=replace(base.rows, days=known))), language)["audience"]
    assert (text(page.footer, language).split(" · ")[-1] == OF_ANOTHER_DAY[language]) is is_said


@pytest.mark.parametrize(
    ("until", "language", "note"),
    [(30, "en", ""), (18, "en", "on the nearest known day"), (18, "ru", "на ближайший известный день")],
)
def test_followers_of_an_end_that_nobody_knows_say_so_on_their_card_and_in_their_line(until: int, language: str, note: str) -> None:
    base = records(3, own=1, competitors=0, posts=200)
    days = [NOW.first + timedelta(n) for n in range(151 + until)]
    known = series((1, "followers", day, Decimal(1000)) for day in days)
    made = pages(assemble(replace(base, rows=replace(base.rows, days=known))), language)
    cards = {text(card.label, language): text(card.note, language) for card in made["summary"].blocks[0].cards}
    name = {"en": "Followers at the end", "ru": "Подписчики в конце"}[language]
    rows = [text(row.cells[0], language) for block in made["scorecard"].blocks if isinstance(block, Table) for row in block.rows]
    assert cards[name] == note
    assert (f"{name} ({note})" if note else name) in rows


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_notes_of_followers_and_the_sheet_of_methods_say_of_which_day_an_end_is(language: str) -> None:
    made = document(facts(followers(1, 3, 4, 6)).to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)
    said = METRICS["followers"].note(language)
    audience = next(page for page in made.pages if page.key == "audience")
    method = next(sheet for sheet in made.sheets if sheet.name == {"ru": "Методика", "en": "Method"}[language])
    rows = {row[0]: row[2] for row in method.grids[1].rows}
    assert "half a month" in METRICS["followers"].note("en") and (audience.notes[-1], rows["followers"]) == ((said,), said)
