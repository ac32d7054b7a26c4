"""Accounts of which different months are known: what has no number in common is said of each, and drawn so."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from audits.report import document
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart, Page, Table
from smmstrategy.reports.powerpoint import draw
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import COLLECTED, NOW
from tests.audits.test_same_accounts import TELEGRAM, VK, daily, level, measured
from tests.reports.powerpoint import reading

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
            "За период вышли 242 публикации",
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


def test_so_it_does_where_some_whole_weeks_are_known_of_all() -> None:
    """Of VK January to March is known, of Telegram March to June: 31 of 181 days of both."""
    evidence = assemble(measured([daily(1, Period(NOW.first, date(2026, 3, 31))), daily(2, SINCE_MARCH)]))
    assert [week.numbers["posts"].value for week in evidence.own.now.weeks if "posts" in week.numbers] == [14] * 4
    first, _months = charts(pages(evidence)["volume"])
    assert figures(first) == {"Posts per week": ["7.0", "7.0"]}
    assert first.alt.endswith("; drawn: by account")


def test_the_pace_of_some_accounts_is_not_that_of_the_posts_of_all() -> None:
    """VK and Telegram publish daily, and no days are known of Telegram: of 362 posts 175 stand in 25 whole weeks."""
    found = measured([daily(1, NOW), daily(2, NOW)])
    page = pages(assemble(replace(found, rows=replace(found.rows, watched={1: (NOW,), 2: ()}))))["volume"]
    weeks, _months = charts(page)
    assert text(page.title) == "362 posts in the period"
    assert text(weeks.title) == "By week; 7.0 a week over the period, in 1 of 2 accounts"
    assert figures(weeks) == {"Posts": ["7"] * 25}
    assert text(page.subtitle) == "Posts by week and by month; 6 more in incomplete weeks, 181 in other accounts, not shown by week"


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
    assert chart.alt.endswith("; drawn: by account")


def test_an_account_has_the_same_colour_on_every_slide_and_no_other_has_it() -> None:
    """The second of VK has followers and no posts: on «Engagement» the first stands beside Telegram alone."""
    accounts = (VK, TELEGRAM, replace(VK, id=3))
    followed = [row for account in accounts for row in level(account.id, "followers", NOW, 1000)]
    frames = [daily(1, NOW, views=100.0, likes=2.0), daily(2, SINCE_MARCH, views=100.0, likes=3.0)]
    told = document(facts(assemble(measured(frames, followed, accounts))).to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64)
    by_account = [chart for page in told.pages for chart in charts(page) if any(series.color_key for series in chart.series)]
    keys = [[series.color_key for series in chart.series] for chart in by_account]
    assert keys == [["account-1", "telegram", "account-3"], ["account-1", "telegram"]]
    slides = reading.opened(draw(told).content).slides
    lines = [chart for slide in slides for chart in reading.charts(slide) if str(chart.chart_type).startswith("LINE")]
    assert [[str(s.format.line.color.rgb) for s in chart.plots[0].series] for chart in lines] == [
        ["B58A00", "26B3D9", "D63AD6"],
        ["B58A00", "26B3D9"],
    ]


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


@pytest.mark.parametrize(
    ("language", "title", "shares"),
    [
        ("ru", "По аккаунтам: ни один месяц не известен по всем", {"Органика": ["80 %", "60 %"], "Реклама": ["20 %", "40 %"]}),
        ("en", "By account: no month is known of all of them", {"Organic": ["80%", "60%"], "Paid": ["20%", "40%"]}),
    ],
)
def test_shares_of_reach_are_drawn_by_account_where_no_month_is_known_of_all(
    language: str, title: str, shares: dict[str, list[str]]
) -> None:
    parts = {"reach": 100.0, "likes": 2.0}
    frames = [daily(1, JANUARY_AND_FEBRUARY, reach_paid=20.0, **parts), daily(2, SINCE_MARCH, reach_paid=40.0, **parts)]
    (chart,) = charts(pages(assemble(measured(frames)), language)["reach_parts"])
    assert (text(chart.title, language), figures(chart, language)) == (title, shares)


@pytest.mark.parametrize(
    ("language", "subtitle"),
    [
        ("ru", "ER по просмотрам: медиана публикации, ни один месяц не известен по всем этим аккаунтам"),
        ("en", "ER by views: the median post, no month is known of all these accounts"),
    ],
)
def test_where_no_month_is_known_of_all_and_an_account_has_no_line_the_table_stands_alone(language: str, subtitle: str) -> None:
    """VK publishes twice a day in January and February; Telegram since March, most of it measured by reach."""
    vk = daily(1, JANUARY_AND_FEBRUARY, views=100.0, likes=2.0)
    by_views = daily(2, Period.months(date(2026, 3, 1), 1), views=100.0, likes=4.0)
    by_reach = daily(2, Period(date(2026, 4, 1), NOW.last), reach=100.0, likes=4.0)
    page = pages(assemble(measured([vk, vk, by_views, by_reach])), language)["engagement"]
    assert text(page.subtitle, language) == subtitle
    assert [type(block) for block in page.blocks] == [Table]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "По аккаунтам; 1 из 3 без линии: ER по другой формуле"),
        ("en", "By account; 1 of 3 has no line: another formula of ER"),
    ],
)
def test_an_account_of_another_rate_is_said_to_have_no_line(language: str, title: str) -> None:
    """VK and Telegram are measured by views, in different months, Odnoklassniki by reach."""
    frames = [daily(1, JANUARY_AND_FEBRUARY, views=100.0, likes=2.0), daily(2, SINCE_MARCH, views=100.0, likes=4.0)]
    evidence = assemble(measured([*frames, daily(3, MARCH_AND_APRIL, reach=100.0, likes=3.0)], accounts=(VK, TELEGRAM, OK)))
    (chart,) = charts(pages(evidence, language)["engagement"])
    assert text(chart.title, language) == title
    assert len(chart.series) == 2
