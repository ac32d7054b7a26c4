"""Where a change is of fewer accounts than the number beside it, every page shows the pair that was compared, and of how many."""

from dataclasses import replace
from functools import cache

import pytest

from audits.evidence import Verdict
from audits.measures.assembly import assemble
from audits.report.blocks import card
from audits.report.digest import digests
from audits.report.facts import Facts
from audits.report.sheets import judgement
from audits.report.sheets.data import measured_of
from audits.report.sheets.summary import sheets
from audits.report.telling import Telling
from audits.report.titles import titled
from audits.report.wording.findings import said as in_words
from smmstrategy.reports.document import Bullets, Cards, Chart, LiveFormula, Page, Table
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.report.test_some_accounts import YOUTUBE
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import ALWAYS, SINCE_FEBRUARY, TELEGRAM, UNTIL_NOW, VK, daily, level, measured


@cache
def telegram_is_new() -> Facts:
    """VK: a post a day and 1,000 followers throughout. Telegram: the same since January, and 50,000 followers since February."""
    response = {"views": 100.0, "likes": 5.0}
    frames = [daily(1, ALWAYS, **response), daily(2, NOW, **response)]
    return facts(assemble(measured(frames, [*level(1, "followers", ALWAYS, 1000), *level(2, "followers", SINCE_FEBRUARY, 50000)])))


@cache
def told(language: str = "en") -> dict[str, Page]:
    return pages(telegram_is_new().evidence, language)


def block(key: str, kind: type, language: str = "en"):
    return next(one for one in told(language)[key].blocks if isinstance(one, kind))


def rows(table: Table, language: str = "en") -> dict[str, list[str]]:
    cells = [[said(cell, language) for cell in row.cells] for row in table.rows]
    return {name: rest for name, *rest in cells}


def said(cell, language: str) -> str:
    if isinstance(cell, LiveFormula):
        return text(cell.figure, language)
    if hasattr(cell, "against"):
        return " ".join(text(part, language) for part in (cell.figure, cell.against) if part)
    return text(cell, language) if cell is not None else ""


def test_the_summary_says_of_how_many_accounts_the_level_of_before_was() -> None:
    items = [text(item) for item in block("summary", Bullets).items]
    assert "Followers at the end: 51.0K, a year earlier 1,000 → 1,000 (in 1 of 2 accounts)" in items


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "in 1 of 2 accounts: 1,000 against 1,000 and 1,000"), ("ru", "по 1 из 2 аккаунтов: 1 000 против 1 000 и 1 000")],
)
def test_a_card_says_what_was_compared_under_the_changes(language: str, expected: str) -> None:
    assert said(block("summary", Cards, language).cards[0].note, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "in 2 of 3 accounts, in 1 of them: 1,000 against 1,000 and 1,000"),
        ("ru", "по 2 из 3 аккаунтов, по 1 из них: 1 000 против 1 000 и 1 000"),
    ],
)
def test_a_card_counts_all_accounts_once(language: str, expected: str) -> None:
    """Beside VK and Telegram there is YouTube, whose followers nobody knows."""
    frames = [daily(1, ALWAYS, views=100.0), daily(2, NOW, views=100.0), daily(3, ALWAYS, views=100.0)]
    followers = [*level(1, "followers", ALWAYS, 1000), *level(2, "followers", SINCE_FEBRUARY, 50000)]
    evidence = assemble(measured(frames, followers, (VK, TELEGRAM, YOUTUBE)))
    assert said(card(Telling(facts(evidence), language), evidence.own, "followers_end").note, language) == expected


def test_the_scorecard_shows_the_pair_in_the_cell_of_the_change() -> None:
    found = rows(block("scorecard", Table))
    assert found["Posts"] == ["362", "−2% 184 → 181 in 1 of 2 accounts", "0% 181 → 181 in 1 of 2 accounts"]


def test_a_title_that_names_a_number_and_its_change_shows_the_pair() -> None:
    evidence = telegram_is_new().evidence
    untested = replace(evidence.own, changes=tuple(replace(c, verdict=Verdict.UNTESTED) for c in evidence.own.changes))
    title = pages(replace(evidence, subjects=(untested, *evidence.subjects[1:])))["scorecard"].title
    early = "Followers at the end: 0% (1,000 → 1,000 in 1 of 2 accounts) on the previous period; changes are not tested"
    assert text(title) == early


def test_the_workbook_gives_the_accounts_that_were_compared_a_row_of_their_own() -> None:
    known = telegram_is_new()
    kpis = sheets(Telling(known, "en"), measured_of(known.evidence))[0].grids[0]
    cells = {said(row[0], "en"): [said(cell, "en") for cell in row[1:5]] for row in kpis.rows}
    assert cells["Followers at the end"] == ["51,000", "", "", ""]
    assert cells["Followers at the end, in 1 of 2 accounts"] == ["1,000", "1,000", "0", "0.0%"]
    assert cells["Posts, in 1 of 2 accounts"] == ["181", "184", "−3", "−1.6%"]


def test_months_before_are_drawn_only_where_they_are_of_the_same_accounts() -> None:
    months = [one for one in told()["volume"].blocks if isinstance(one, Chart)][-1]
    assert [[figure.value for figure in series.values] for series in months.series] == [[62, 56, 62, 60, 62, 60]]


def test_the_page_of_an_audit_says_it_too() -> None:
    figures = {figure["label"]: figure for figure in digests(telegram_is_new().to_facts(), ["en"])["en"]["figures"]}
    assert figures["Posts"]["changes"][0]["text"].replace("\u00a0", " ") == "−2% (184 → 181 in 1 of 2 accounts)"


@cache
def vk_rose() -> Telling:
    """VK: a post a day with 5 likes on 100 views, since January with 10. Telegram, with 10 likes, is known since January alone."""
    before, now, new = daily(1, UNTIL_NOW, views=100.0, likes=5.0), daily(1, NOW, likes=10.0), daily(2, NOW, likes=10.0)
    return Telling(facts(assemble(measured([before, now.assign(views=100.0), new.assign(views=100.0)]))), "en")


SAID = {
    "en": (
        "ER by views of the median post rose from 5.00% to 10.00% on the previous half-year, in 1 of 2 accounts",
        "median ER by views rose from 5.00% to 10.00%, in 1 of 2 accounts",
    ),
    "ru": (
        "ER по просмотрам медианной публикации вырос с 5,00 % до 10,00 % к прошлому полугодию, по 1 из 2 аккаунтов",
        "ER по просмотрам в медиане вырос с 5,00 % до 10,00 %, по 1 из 2 аккаунтов",
    ),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_sentence_of_a_change_says_of_how_many_accounts_it_is(language: str) -> None:
    telling = replace(vk_rose(), language=language)
    of_all, *of_one = (f for f in telling.facts.findings if f.code == "er_change" and f.words["against"] == "before")
    assert tuple(text(in_words(telling, of_all, form), language) for form in ("title", "clause")) == SAID[language]
    assert [f.numbers.keys() & {"known", "of"} for f in of_one] == [set()]
    assert text(titled(telling, of_all), language) in SAID[language]
    assert SAID[language][0] in [said(row[2], language) for row in judgement.sheets(telling)[0].grids[0].rows]
