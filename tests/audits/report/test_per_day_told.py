"""Where a change is of what a sum comes to on a known day, every page says both means, and that they are of a day."""

from decimal import Decimal
from functools import cache

import pytest

from audits.measures.assembly import assemble
from audits.report.sheets.data import measured_of
from audits.report.sheets.summary import sheets
from audits.report.telling import Telling
from smmstrategy.reports.document import Cards, LiveFormula, Page, Table
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.report.test_same_accounts_shown import rows
from tests.audits.synthetic import BEFORE, NOW
from tests.audits.test_per_day import each_day
from tests.audits.test_same_accounts import SITES, VK, daily, measured


@cache
def visited():
    """Visits: 1,000 on each of 184 days, then 1,100 on each of 163; posts: one on each of 184 days and of 181."""
    days = [*each_day(8, 1000, BEFORE), *each_day(8, 1100, NOW, without=(8, 9, 10))]
    return assemble(measured([daily(1, BEFORE, views=100.0), daily(1, NOW, views=100.0)], days, (VK, SITES[0])))


@cache
def told(language: str) -> dict[str, Page]:
    return pages(visited(), language)


@pytest.mark.parametrize(
    ("language", "name", "chip"),
    [("ru", "Визиты", "+10 % 1 000 → 1 100 в день"), ("en", "Visits", "+10% 1,000 → 1,100 per day")],
)
def test_the_chip_says_that_the_pair_is_of_a_day(language: str, name: str, chip: str) -> None:
    (table,) = (block for block in told(language)["scorecard"].blocks if isinstance(block, Table))
    assert rows(table, language)[name][1] == chip


def test_the_title_and_the_card_say_it_too() -> None:
    page = told("ru")["traffic"]
    card = next(block for block in page.blocks if isinstance(block, Cards)).cards[0]
    assert text(page.title, "ru") == "Визиты выросли с 1 000 до 1 100 в день к прошлому полугодию"
    assert (text(card.figure, "ru"), text(card.note, "ru")) == ("179,3 тыс.", "в день: 1 100 против 1 000")


def test_the_summary_gives_means_a_row_of_their_own_without_a_formula_over_posts() -> None:
    telling = Telling(facts(visited()), "ru")
    summary, _months = sheets(telling, measured_of(telling.evidence))
    found = {text(row[0], "ru"): row for row in summary.grids[0].rows}
    assert found["Визиты"][2:6] == (None,) * 4
    _name, now, then, delta, share, verdict, *_year_earlier, method = found["Визиты, в день"]
    assert (now.value, then.value, delta.figure.value, share.figure.value) == (1100, 1000, 100, Decimal("0.1"))
    assert (isinstance(now, LiveFormula), verdict, method.text) == (False, "лучше", "per_day@1")


def test_the_footer_names_the_method_of_the_mean_that_the_title_speaks_of() -> None:
    """Views of an account: 1,000 on each of 184 days, then 1,100 on each of 163."""
    viewed = [
        *each_day(1, 1000, BEFORE, "account_views"),
        *each_day(1, 1100, NOW, "account_views", without=(8, 9, 10)),
    ]
    page = pages(assemble(measured([daily(1, BEFORE), daily(1, NOW)], viewed, (VK,))))["visibility"]
    assert text(page.title) == "Account views rose from 1,000 to 1,100 per day on the previous half-year"
    assert " · method account_views@1, per_day@1 · " in text(page.footer)
