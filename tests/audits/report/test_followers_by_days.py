"""Of followers only how they moved day by day is known: the deck shows it with its changes, and what an action is of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from audits.measures.series import series
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Callout, Card, Cards, Chart, Page, Table
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW, YEAR_EARLIER, records
from tests.audits.test_growth_by_month import SINCE_DECEMBER, flow, level

ALWAYS = Period(YEAR_EARLIER.first, NOW.last)
Row = tuple[int, str, date, Decimal]


def net(account_id: int = 1, *, before: int = 8) -> Iterator[Row]:
    """Eight a day, since January ten: 184 days before, 181 now and a year earlier."""
    return ((account_id, "followers_net", day, Decimal(10 if day >= NOW.first else before)) for day in ALWAYS.each_day())


@cache
def net_of_one() -> Evidence:
    return evidence_of(net())


def evidence_of(*rows: Iterator[Row], own: int = 1) -> Evidence:
    base = records(5, own=own, competitors=0, posts=60)
    return assemble(replace(base, rows=replace(base.rows, days=series(row for some in rows for row in some))))


def cards(page: Page, language: str = "en") -> list[tuple[str, ...]]:
    return [_card(card, language) for block in page.blocks if isinstance(block, Cards) for card in block.cards]


def _card(card: Card, language: str) -> tuple[str, ...]:
    deltas = (f"{text((delta.figure,), language)} {text(delta.against, language)}" for delta in card.deltas)
    return (
        text(card.label, language),
        text((card.figure,), language),
        *deltas,
        *([note] if (note := text(card.note, language)) else []),
    )


def lines(page: Page, language: str = "en") -> list[tuple[str, ...]]:
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return [tuple(text(_cell(cell), language) for cell in row.cells) for row in table.rows]


def _cell(cell) -> tuple:
    if isinstance(cell, tuple):
        return cell
    return (getattr(cell, "figure", cell),)


@pytest.mark.parametrize(
    ("language", "line", "card"),
    [
        (
            "en",
            ("Follower growth", "+1,810", "+23%", "+25%"),
            ("Follower growth", "+1,810", "+23% previous half-year", "+25% a year earlier"),
        ),
        (
            "ru",
            ("Прирост подписчиков", "+1 810", "+23 %", "+25 %"),
            ("Прирост подписчиков", "+1 810", "+23 % прошлое полугодие", "+25 % год назад"),
        ),
    ],
)
def test_net_growth_without_a_level_stands_with_its_changes_on_summary_scorecard_and_slide(
    language: str, line: tuple[str, ...], card: tuple[str, ...]
) -> None:
    told = pages(net_of_one(), language)
    assert lines(told["scorecard"], language)[0] == line
    assert [one for one in cards(told["summary"], language) if one[0] == card[0]] == [card]
    assert cards(told["audience"], language) == [card]


def test_the_slide_says_that_the_number_itself_is_not_known_and_draws_the_months() -> None:
    page = pages(evidence_of(net(before=10)))["audience"]
    assert text(page.title) == "Follower growth over the period: +1,810"
    assert text(page.subtitle) == "Follower growth by month; how many followers there are is not known"
    (chart,) = (block for block in page.blocks if isinstance(block, Chart))
    assert [int(figure.value) for figure in chart.series[0].values[-6:]] == [310, 280, 310, 300, 310, 300]


@pytest.mark.parametrize(
    ("language", "title", "counted"),
    [
        (
            "en",
            "Follower growth: from +1,472 to +1,810 on the previous half-year",
            "1 of 5 tested measures beats the previous period, most of all follower growth: +23%",
        ),
        (
            "ru",
            "Прирост подписчиков: с +1 472 до +1 810 к прошлому полугодию",
            "К прошлому периоду лучше 1 из 5 проверенных показателей, сильнее всего прирост подписчиков: +23 %",
        ),
    ],
)
def test_net_growth_that_rose_week_by_week_is_tested_and_told(language: str, title: str, counted: str) -> None:
    told = pages(net_of_one(), language)
    assert text(told["audience"].title, language) == title
    assert text(told["scorecard"].title, language) == counted


def test_growth_told_by_levels_has_no_line_beside_them() -> None:
    told = pages(evidence_of(level(1, SINCE_DECEMBER, 1000)))
    assert [name for name, *_ in lines(told["scorecard"])][:2] == ["Followers at the end", "Posts"]


def test_net_growth_of_one_account_stands_beside_the_level_of_another() -> None:
    """Of the first only the end is known: nobody knows its start."""
    end = level(1, Period(date(2026, 6, 1), NOW.last), 5000)
    told = pages(evidence_of(end, net(2), own=2))
    assert lines(told["scorecard"])[:2] == [
        ("Followers at the end (in 1 of 2 accounts)", "5,030", "—", "—"),
        ("Follower growth (in 1 of 2 accounts)", "+1,810", "+23%", "+25%"),
    ]


@pytest.mark.parametrize(
    ("language", "title", "shown"),
    [
        (
            "en",
            "362 joined, 181 followers left",
            [("Joined less left", "+181"), ("Followers gained", "362"), ("Followers lost", "181")],
        ),
        (
            "ru",
            "Пришли 362, ушёл 181 подписчик",
            [("Пришли минус ушли", "+181"), ("Новые подписчики", "362"), ("Отписавшиеся", "181")],
        ),
    ],
)
def test_who_joined_and_who_left_stands_on_the_slide_of_the_action_they_give(
    language: str, title: str, shown: list[tuple[str, str]]
) -> None:
    told = pages(evidence_of(flow(1, "followers_gained", 2), flow(1, "followers_lost", 1)), language)
    page = told["audience"]
    assert text(page.title, language) == title
    assert cards(page, language) == shown
    (action,) = (text(block.text, language) for block in page.blocks if isinstance(block, Callout))
    assert action in {
        "Start a series for newcomers and check the topics people leave after",
        "Запустить серию для новых подписчиков и проверить темы, после которых уходят",
    }
    assert lines(told["scorecard"], language)[0][:2] == shown[0]


def test_those_who_joined_other_accounts_too_are_told_of_how_many() -> None:
    """Of the second account nobody knows who left."""
    flows = flow(1, "followers_gained", 2), flow(1, "followers_lost", 1), flow(2, "followers_gained", 5)
    page = pages(evidence_of(*flows, own=2))["audience"]
    assert text(page.title) == "362 joined, 181 followers left, in 1 of 2 accounts"
    assert text(page.subtitle) == "Joined less left by month, VK; how many followers there are is not known"
    assert cards(page) == [
        ("Joined less left", "+181", "in 1 of 2 accounts"),
        ("Followers gained", "1,267"),
        ("Followers gained", "362", "in 1 of 2 accounts"),
        ("Followers lost", "181", "in 1 of 2 accounts"),
    ]


def test_who_joined_alone_is_shown_by_month() -> None:
    page = pages(evidence_of(flow(1, "followers_gained", 2)))["audience"]
    assert text(page.title) == "Followers gained over the period: 362"
    assert text(page.subtitle) == "Followers gained by month; how many followers there are is not known"
    assert cards(page) == [("Followers gained", "362")]


def test_who_joined_and_left_one_account_is_said_beside_the_growth_of_others() -> None:
    """The first account has levels alone, the second nothing but who joined and who left."""
    flows = flow(2, "followers_gained", 2), flow(2, "followers_lost", 1)
    page = pages(evidence_of(level(1, SINCE_DECEMBER, 1000), *flows, own=2))["audience"]
    assert text(page.title).startswith("The audience rose from 1,031 to 1,212 followers")
    assert text(page.subtitle).endswith("; Telegram: 362 joined, 181 followers left")
