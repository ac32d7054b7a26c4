"""Accounts of which different months are known: what has no number in common is said of each, and drawn so."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart, Page
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import TELEGRAM, VK, daily, measured

OK = TrackedAccount(3, "ok", "ok", "ok", "", "own", "")
JANUARY_AND_FEBRUARY, MARCH_AND_APRIL, SINCE_MARCH = (
    Period.months(date(2026, last, 1), count) for last, count in ((2, 2), (4, 2), (6, 4))
)


@cache
def apart() -> Evidence:
    """Each publishes daily. VK: January and February, ER 0 %; Telegram: March and April, 3 %; OK: since March, 2 %."""
    frames = [
        daily(1, JANUARY_AND_FEBRUARY, views=100.0, likes=0.0),
        daily(2, MARCH_AND_APRIL, views=100.0, likes=3.0),
        daily(3, SINCE_MARCH, views=100.0, likes=2.0),
    ]
    return assemble(measured(frames, accounts=(VK, TELEGRAM, OK)))


@cache
def told(language: str) -> dict[str, Page]:
    return pages(apart(), language)


def charts(page: Page) -> list[Chart]:
    return [block for block in page.blocks if isinstance(block, Chart)]


def figures(chart: Chart, language: str = "en") -> dict[str, list[str]]:
    return {text((series.name,), language): [text((figure,), language) for figure in series.values] for series in chart.series}


@pytest.mark.parametrize(
    ("language", "title", "subtitle", "paces"),
    [
        (
            "ru",
            "За период вышло 242 публикации",
            "По месяцам; общий темп не считается: дней, известных по всем аккаунтам сразу, меньше половины",
            ("Публикаций в неделю, по аккаунтам", {"Публикаций в неделю": ["7,0", "7,0", "7,0"]}),
        ),
        (
            "en",
            "242 posts in the period",
            "By month; no pace of all together: less than half of the days are known of all accounts together",
            ("Posts per week, by account", {"Posts per week": ["7.0", "7.0", "7.0"]}),
        ),
    ],
)
def test_without_a_pace_of_all_the_slide_says_why_and_draws_that_of_each(
    language: str, title: str, subtitle: str, paces: tuple[str, dict[str, list[str]]]
) -> None:
    page = told(language)["volume"]
    assert (text(page.title, language), text(page.subtitle, language)) == (title, subtitle)
    first, _months = charts(page)
    assert (text(first.title, language), figures(first, language)) == paces


@pytest.mark.parametrize(
    ("language", "title", "lines"),
    [
        (
            "ru",
            "По аккаунтам: не все известны в каждом месяце",
            {
                "ВКонтакте": ["0,00 %", "0,00 %", *["н/д"] * 4],
                "Telegram": ["н/д", "н/д", "3,00 %", "3,00 %", "н/д", "н/д"],
                "Одноклассники": ["н/д", "н/д", *["2,00 %"] * 4],
            },
        ),
        (
            "en",
            "By account: not all are known in every month",
            {
                "VK": ["0.00%", "0.00%", *["n/a"] * 4],
                "Telegram": ["n/a", "n/a", "3.00%", "3.00%", "n/a", "n/a"],
                "Odnoklassniki": ["n/a", "n/a", *["2.00%"] * 4],
            },
        ),
    ],
)
def test_medians_of_months_in_which_other_accounts_are_known_are_a_line_each(
    language: str, title: str, lines: dict[str, list[str]]
) -> None:
    (chart,) = charts(told(language)["engagement"])
    assert (text(chart.title, language), figures(chart, language)) == (title, lines)


def test_accounts_of_one_network_are_told_apart_by_colours_of_their_own() -> None:
    accounts = (VK, replace(TELEGRAM, network="vk"), OK)
    frames = [daily(1, NOW, views=100.0, likes=2.0), daily(2, SINCE_MARCH, views=100.0, likes=4.0)]
    evidence = assemble(measured([*frames, daily(3, NOW, views=100.0, likes=3.0)], accounts=accounts))
    (chart,) = charts(pages(evidence)["engagement"])
    assert [series.color_key for series in chart.series] == ["account-1", "account-2", "ok"]


def test_an_account_known_to_be_silent_parts_no_line() -> None:
    """Telegram has no post in May and June, and its file says so: the median there is that of VK, of all that was published."""
    until_april = Period(NOW.first, date(2026, 4, 30))
    records = measured([daily(1, NOW, views=100.0, likes=2.0), daily(2, until_april, views=100.0, likes=4.0)])
    watched = replace(records, rows=replace(records.rows, watched={1: (NOW,), 2: (NOW,)}))
    (chart,) = charts(pages(assemble(watched))["engagement"])
    assert figures(chart) == {"audit period": ["3.00%", "3.00%", "3.00%", "3.00%", "2.00%", "2.00%"]}


def test_where_an_account_has_no_line_of_its_own_such_months_are_gaps() -> None:
    """Of Telegram, known since March, most posts are measured by reach: it has no months by views."""
    by_views = daily(2, Period(date(2026, 3, 1), date(2026, 3, 31)), views=100.0, likes=4.0)
    by_reach = daily(2, Period(date(2026, 4, 1), NOW.last), reach=100.0, likes=4.0)
    evidence = assemble(measured([daily(1, NOW, views=100.0, likes=2.0), by_views, by_reach]))
    (chart,) = charts(pages(evidence)["engagement"])
    assert text(chart.title) == "Gaps are months not known of all accounts"
    assert figures(chart) == {"audit period": ["n/a", "n/a", "3.00%", *["n/a"] * 3]}


def test_shares_of_reach_of_such_months_are_gaps() -> None:
    parts = {"reach": 100.0, "likes": 2.0}
    frames = [daily(1, NOW, reach_paid=20.0, **parts), daily(2, SINCE_MARCH, reach_paid=40.0, **parts)]
    (chart,) = charts(pages(assemble(measured(frames)))["reach_parts"])
    assert text(chart.title) == "Gaps are months not known of all accounts"
    assert figures(chart) == {"Organic": ["n/a", "n/a", *["70%"] * 4], "Paid": ["n/a", "n/a", *["30%"] * 4]}
