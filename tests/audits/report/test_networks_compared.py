"""The table of networks promises a comparison only where it has one."""

from dataclasses import replace

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from smmstrategy.reports.document import Page, Part, Table, Text
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import ALWAYS, SINCE_FEBRUARY, TELEGRAM, VK, daily, level, measured


def networks(evidence: Evidence, language: str = "en") -> Page:
    return pages(evidence, language)["networks"]


def heads(page: Page) -> list[str]:
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return [text(column.title) for column in table.columns]


def of_now_alone(days=()) -> Evidence:
    return assemble(measured([daily(1, NOW, likes=5.0, views=9.0), daily(2, NOW, likes=3.0, views=9.0)], days, (VK, TELEGRAM)))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "ER — медиана; просмотры и ER площадки считают по-своему"),
        ("en", "ER is the median; views and ER differ by network"),
    ],
)
def test_where_nothing_was_known_before_no_change_is_promised(language: str, said: str) -> None:
    page = networks(of_now_alone(), language)
    assert text(page.subtitle, language) == said
    assert len(heads(page)) == 5


def test_a_measure_known_before_has_a_column_of_changes_and_its_dashes_have_a_reason() -> None:
    page = networks(of_now_alone([*level(1, "followers", ALWAYS, 1000), *level(2, "followers", SINCE_FEBRUARY, 2000)]))
    assert heads(page) == ["Account", "Followers", "Δ", "Views", "Interactions", "ER"]
    assert text(page.subtitle) == (
        "Value and change against the previous period; ER is the median; views and ER differ by network"
        "; a dash: one of the periods has no data"
    )


def test_the_account_that_brings_most_is_named_without_a_verb_to_agree_with() -> None:
    """«Одноклассники» are many, «Telegram» is one."""
    accounts = (replace(VK, network="ok"), TELEGRAM)
    page = networks(
        assemble(measured([daily(1, NOW, likes=5.0, views=9.0), daily(2, NOW, likes=3.0, views=9.0)], (), accounts)), "ru"
    )
    assert text(page.title, "ru") == "Больше всего взаимодействий — Одноклассники: 905 из 1 448"


def test_every_account_whose_followers_are_in_the_total_has_a_row_and_a_card() -> None:
    """Of Odnoklassniki nothing but followers is known, of Dzen nothing at all."""
    ok, dzen = (TrackedAccount(n, network, network, network, "", "own", "") for n, network in ((3, "ok"), (4, "dzen")))
    frames = [daily(1, NOW, likes=5.0, views=9.0), daily(2, NOW, likes=3.0, views=9.0)]
    days = [row for n in (1, 2, 3) for row in level(n, "followers", NOW, 1000 * n)]
    told = pages(assemble(measured(frames, days, (VK, TELEGRAM, ok, dzen))))
    (table,) = (block for block in told["networks"].blocks if isinstance(block, Table))
    followers = [[text(as_text(cell)) for cell in row.cells[:2]] for row in table.rows]
    assert followers == [["VK", "1,000"], ["Telegram", "2,000"], ["Odnoklassniki", "3,000"], ["Total", "6,000 in 3 of 4 accounts"]]
    assert heads(told["accounts:1"]) == ["Measure", "VK", "Telegram", "Odnoklassniki"]


def as_text(cell: Part | Text) -> Text:
    return cell if isinstance(cell, tuple) else (cell,)
