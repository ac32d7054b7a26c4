"""Where a change is of what a sum comes to on a known day, every page says both means, and that they are of a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from audits.measures.assembly import assemble
from audits.measures.verdicts import with_verdicts
from audits.report.blocks import card
from audits.report.sheets.data import measured_of
from audits.report.sheets.summary import sheets
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Cards, LiveFormula, Page, Table
from smmstrategy.reports.formats import NBSP, write
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.report.test_same_accounts_shown import rows
from tests.audits.synthetic import BEFORE, NOW
from tests.audits.test_per_day import each_day
from tests.audits.test_same_accounts import SINCE_FEBRUARY, SITES, VK, daily, level, measured


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


@pytest.mark.parametrize(("language", "pair"), [("ru", "1 000 → 1 100"), ("en", "1,000 → 1,100")])
def test_no_line_ends_inside_a_pair_nor_inside_what_it_is_of(language: str, pair: str) -> None:
    (table,) = (block for block in told(language)["scorecard"].blocks if isinstance(block, Table))
    against = next(row.cells[2].against for row in table.rows if text(row.cells[0], language) in ("Визиты", "Visits"))
    unbroken = [piece.replace(NBSP, " ") for piece in write(against, language).split(" ")]
    assert unbroken == [pair, {"ru": "в день", "en": "per day"}[language]]


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


@cache
def earning():
    """Before, three visits a day, every fourth day four, and 12.40 ₽; then four and 12.60 ₽ on each of 175 days."""
    rates = [Decimal(4 if n % 4 == 3 else 3) for n in range(BEFORE.days)]
    before = [(8, "visits", day, rate) for day, rate in zip(BEFORE.each_day(), rates, strict=True)]
    money = [(8, "revenue", day, Decimal("12.4")) for day in BEFORE.each_day()]
    later = [(8, "revenue", day, Decimal("12.6")) for day in NOW.each_day() if day.day != 10]
    return assemble(measured([daily(1, NOW)], [*before, *money, *later, *each_day(8, 4, NOW, without=(10,))], (VK, SITES[0])))


def test_few_things_a_day_and_money_are_told_with_their_fractions() -> None:
    page = pages(earning(), "ru")
    (table,) = (block for block in page["scorecard"].blocks if isinstance(block, Table))
    found = rows(table, "ru")
    assert (found["Визиты"][1], found["Выручка"][1]) == ("+23 % 3,25 → 4 в день", "+2 % 12,4 ₽ → 12,6 ₽ в день")
    cards = next(block for block in page["traffic"].blocks if isinstance(block, Cards)).cards
    assert "в день: 4 против 3,25" in [text(card.note, "ru") for card in cards]


@pytest.mark.parametrize(
    ("then", "now", "pair"),
    [
        (1_490_000, 1_549_000, "1,55 млн против 1,49 млн"),
        (148_000, 154_900, "154,9 тыс. против 148,0 тыс."),
        (14_600, 15_400, "15,4 тыс. против 14,6 тыс."),
        (4_600, 5_400, "5 400 против 4 600"),
        (460, 540, "540 против 460"),
    ],
)
def test_many_things_a_day_keep_the_digits_that_tell_them_apart(then: int, now: int, pair: str) -> None:
    """So many visits on each of 184 days, then so many on each of 175."""
    own = assemble(measured([daily(1, NOW)], [*each_day(8, then, BEFORE), *each_day(8, now, NOW, without=(10,))], (VK, SITES[0])))
    told = card(Telling(facts(own), "ru"), own.own, "visits")
    assert text(told.note, "ru") == f"в день: {pair}"


@pytest.mark.parametrize("key", ["scorecard", "traffic"])
def test_the_footer_names_the_method_of_means_in_chips_and_cards(key: str) -> None:
    assert "per_day@1" in text(pages(earning())[key].footer)


@cache
def ten_days_missing():
    """A post with a hundred views a day; of the last ten days of June nothing is known."""
    return assemble(measured([daily(1, Period(BEFORE.first, date(2026, 6, 20)), views=100.0)], accounts=(VK,)))


def test_the_footer_of_the_networks_names_it_too() -> None:
    until = Period(BEFORE.first, date(2026, 6, 20))
    both = measured([daily(1, until, views=100.0, likes=5.0), daily(2, Period(BEFORE.first, NOW.last), views=50.0, likes=5.0)])
    assert "per_day@1" in text(pages(assemble(both))["networks"].footer)


def test_means_of_posts_have_no_formula_over_the_sheets_of_posts() -> None:
    telling = Telling(facts(ten_days_missing()), "ru")
    summary, _months = sheets(telling, measured_of(telling.evidence))
    found = {text(row[0], "ru"): row for row in summary.grids[0].rows}
    _name, now, then, *_rest = found["Просмотры, в день"]
    assert (now.value, then.value) == (100, 100)
    assert isinstance(found["Просмотры"][1], LiveFormula)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Публикации — 181; изменений не показать: покрытие периодов разное"),
        ("en", "Posts: 181; no change can be shown: the periods are not covered alike"),
    ],
)
def test_a_scorecard_without_changes_says_why_where_something_earlier_is_known(language: str, title: str) -> None:
    """Of the half-year before its last month alone is known."""
    found = assemble(measured([daily(1, Period(date(2025, 12, 1), NOW.last))], accounts=(VK,)))
    assert text(pages(found, language)["scorecard"].title, language) == title


def test_a_scorecard_with_nothing_earlier_is_a_starting_point() -> None:
    found = assemble(measured([daily(1, NOW)], accounts=(VK,)))
    assert text(pages(found)["scorecard"].title) == "A starting point: posts 181, nothing to compare it with yet"


def test_where_nothing_is_tested_the_title_is_of_what_has_a_change_though_it_is_not_the_first() -> None:
    """Followers, the first line, are known since February only."""
    followers = level(1, "followers", SINCE_FEBRUARY, 1000)
    found = assemble(measured([daily(1, Period(BEFORE.first, NOW.last))], followers, (VK,)))
    untested = replace(found, trials={}, subjects=with_verdicts(found.subjects, {}))
    assert text(pages(untested)["scorecard"].title) == "Posts: 181, −2% on the previous period; changes are not tested"


def test_of_how_many_accounts_it_is_stands_once_where_the_number_and_its_change_are_of_the_same() -> None:
    """Account views are those of one page of VK: 1,000 on each of 184 days, then 1,100 on each of 163; the other gives none."""
    viewed = [*each_day(1, 1000, BEFORE, "account_views"), *each_day(1, 1100, NOW, "account_views", without=(8, 9, 10))]
    posted = [daily(n, window, views=100.0) for n in (1, 2) for window in (BEFORE, NOW)]
    page = pages(assemble(measured(posted, viewed, (VK, replace(VK, id=2, handle="second")))))["scorecard"]
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    name, chip = next((name, row[1]) for name, row in rows(table, "en").items() if name.startswith("Account views"))
    assert (name, chip) == ("Account views (in 1 of 2 accounts)", "+10% 1,000 → 1,100 per day")
