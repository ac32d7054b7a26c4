"""Accounts of which different months are known: what has no number in common is said of each, and drawn so."""

from datetime import date
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart, Page
from tests.audits.report.test_one_story import pages, text
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


@pytest.mark.parametrize(
    ("language", "title", "subtitle"),
    [
        (
            "ru",
            "За период вышло 242 публикации",
            "По месяцам; в неделю: ВКонтакте 7,0, Telegram 7,0 и Одноклассники 7,0 — вместе не считается: "
            "дней, известных по всем аккаунтам сразу, меньше половины",
        ),
        (
            "en",
            "242 posts in the period",
            "By month; a week: VK 7.0, Telegram 7.0 and Odnoklassniki 7.0 — not counted together: "
            "less than half of the days are known of all accounts together",
        ),
    ],
)
def test_without_a_pace_of_all_the_slide_gives_that_of_each_and_why(language: str, title: str, subtitle: str) -> None:
    page = told(language)["volume"]
    assert (text(page.title, language), text(page.subtitle, language)) == (title, subtitle)
    assert [text(chart.title, language) for chart in charts(page)] == [{"ru": "По месяцам", "en": "By month"}[language]]
