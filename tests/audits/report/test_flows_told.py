"""What is known of days, adds up and moved for certain is said, and stands on the slide whose title says it."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from audits.evidence import Evidence, Severity
from audits.measures.assembly import assemble
from audits.measures.series import series
from audits.report.telling import Telling
from audits.report.titles import all_of_severity, of_severity
from audits.report.wording.findings import said
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Cards, Chart
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, records

ALWAYS = Period(YEAR_EARLIER.first, NOW.last)


@cache
def doubled(*flows: str, steady: str = "") -> Evidence:
    """100 a day and 200 a day since January, one more on every second day; of what is steady 1,000 a day."""
    base = records(5, own=1, competitors=0, posts=60)
    rows = [
        (1, code, day, Decimal((200 if day >= NOW.first else 100) + day.toordinal() % 2))
        for code in flows
        for day in ALWAYS.each_day()
    ]
    rows += [(1, steady, day, Decimal(1000)) for day in ALWAYS.each_day() if steady]
    return assemble(replace(base, rows=replace(base.rows, days=base.rows.days | series(rows))))


def sentences(evidence: Evidence, *severities: Severity, language: str) -> list[str]:
    telling = Telling(facts(evidence), language)
    return [text(said(telling, finding, "title"), language) for finding in all_of_severity(telling, *severities)]


def test_all_that_moved_on_the_website_is_said_not_the_most_certain_alone() -> None:
    """184 days before: 18,400 and 92 more. 181 days now: 36,200 and 91 more."""
    found = sentences(doubled("visits", "goal_visits"), Severity.GOOD, language="en")
    assert sorted(found) == [
        "Visits rose from 18.5K to 36.3K on the previous half-year",
        "Visits with a goal rose from 18.5K to 36.3K on the previous half-year",
    ]


def test_what_one_source_gives_is_one_strength_and_one_weakness_and_the_workbook_has_them_all() -> None:
    """The website's two sums, what joined and what left: the last for itself, being no strength, beside a silence of 37 days."""
    evidence = doubled("visits", "goal_visits", "followers_gained", "followers_lost")
    telling = Telling(facts(evidence), "en")
    found = [(f.code, f.words["measure"]) for f in of_severity(telling, Severity.GOOD, Severity.BAD)]
    assert found == [
        ("joined_or_left_change", "followers_gained"),
        ("joined_or_left_change", "followers_lost"),
        ("traffic_change", "visits"),
    ]
    balance = pages(evidence)["balance"]
    assert text(balance.title) == "Data confirms 2 strengths and 2 weaknesses"
    assert text(balance.subtitle) == "The weightiest, sums of one source as one; all are in the workbook, sheet “Findings”"


@pytest.mark.parametrize(
    ("language", "severity", "flow", "title"),
    [
        ("ru", Severity.BAD, "followers_lost", "Отписавшиеся: с 18,5 тыс. до 36,3 тыс. к прошлому полугодию"),
        ("en", Severity.BAD, "followers_lost", "Followers lost: from 18.5K to 36.3K on the previous half-year"),
        ("ru", Severity.GOOD, "followers_gained", "Новые подписчики: с 18,5 тыс. до 36,3 тыс. к прошлому полугодию"),
        ("ru", Severity.GOOD, "account_views", "Просмотры аккаунта выросли с 18,5 тыс. до 36,3 тыс. к прошлому полугодию"),
        ("ru", Severity.GOOD, "revenue", "Выручка выросла с 18 492 ₽ до 36 291 ₽ к прошлому полугодию"),
    ],
)
def test_a_sum_of_days_that_moved_is_said_in_words(language: str, severity: Severity, flow: str, title: str) -> None:
    assert title in sentences(doubled(flow), severity, language=language)


def test_the_slide_of_views_draws_what_its_title_says_of_account_views() -> None:
    """January 2026: 6,200 and 16 more, and so on to June."""
    page = pages(doubled("account_views"))["visibility"]
    assert text(page.title) == "Account views rose from 18.5K to 36.3K on the previous half-year"
    (chart,) = (block for block in page.blocks if isinstance(block, Chart))
    assert [int(figure.value) for figure in chart.series[-1].values if figure.value] == [6216, 5614, 6215, 6015, 6216, 6015]
    assert "n = 19 ·" in text(page.footer), "the posts of the period, not its 181 days"


def test_the_slide_of_traffic_begins_with_the_measure_of_its_title_and_draws_it() -> None:
    """Visits are 1,000 a day as they always were."""
    page = pages(doubled("revenue", steady="visits"))["traffic"]
    assert text(page.title) == "Revenue rose from ₽18,492 to ₽36,291 on the previous half-year"
    (cards,) = (block for block in page.blocks if isinstance(block, Cards))
    assert [text(card.label) for card in cards.cards] == ["Revenue", "Visits"]
    assert text(page.subtitle) == "Revenue by month"
    (chart,) = (block for block in page.blocks if isinstance(block, Chart))
    assert [int(figure.value) for figure in chart.series[-1].values if figure.value] == [6216, 5614, 6215, 6015, 6216, 6015]


@pytest.mark.parametrize(
    ("before", "now", "cards"), [(0, 0, ["Visits"]), (0, 9, ["Visits", "Revenue"]), (9, 0, ["Visits", "Revenue"])]
)
def test_a_column_of_noughts_has_no_card(before: int, now: int, cards: list[str]) -> None:
    """What fell to nought, or came up from it, has one."""
    base = records(5, own=1, competitors=0, posts=60)
    visits = [(1, "visits", day, Decimal(1000)) for day in ALWAYS.each_day()]
    revenue = [(1, "revenue", day, Decimal(now if day >= NOW.first else before)) for day in ALWAYS.each_day()]
    page = pages(assemble(replace(base, rows=replace(base.rows, days=base.rows.days | series([*visits, *revenue])))))["traffic"]
    (shown,) = (block for block in page.blocks if isinstance(block, Cards))
    assert {text(card.label) for card in shown.cards} == {*cards}


@pytest.mark.parametrize(
    ("missing", "language", "pair"),
    [((), "ru", "0 → 1 901"), ((), "en", "0 → 1,901"), ((10,), "ru", "0 → 10,5 в день"), ((10,), "en", "0 → 10.5 per day")],
)
def test_what_came_up_from_nothing_is_named_with_both_values(missing: tuple[int, ...], language: str, pair: str) -> None:
    """Nought on each of 184 days, then 10 or, every second day, 11 on each of 181, or of 175: 1,901 in all, or 1,838."""
    base = records(5, own=1, competitors=0, posts=60)
    rows = [(1, "goal_visits", day, Decimal(0)) for day in BEFORE.each_day()]
    rows += [(1, "goal_visits", day, Decimal(10 + day.toordinal() % 2)) for day in NOW.each_day() if day.day not in missing]
    page = pages(assemble(replace(base, rows=replace(base.rows, days=base.rows.days | series(rows)))), language)["scorecard"]
    title = {
        "ru": "К прошлому периоду лучше 1 из 6 проверенных показателей, сильнее всего целевые визиты: ",
        "en": "1 of 6 tested measures beats the previous period, most of all visits with a goal: ",
    }
    assert text(page.title, language) == f"{title[language]}{pair}"
