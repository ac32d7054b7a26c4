"""Posts that a formula does not count are numbered beside its n, and the sheet of methods says by which rule."""

from datetime import date

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from audits.report import frame
from audits.report.sheets import method, rates
from audits.report.telling import Telling
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Sheet
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.report.test_some_accounts import SEEN
from tests.audits.test_same_accounts import NOW, TELEGRAM, VK, daily, measured

FEW_SAW = {VK.id: (date(2026, 1, 1),), TELEGRAM.id: (date(2026, 1, 1), date(2026, 1, 2), date(2026, 3, 3))}


def brand(*accounts: int) -> Evidence:
    """A post a day of each, 181 in the period, with seven interactions on 100 views, but on one view on these days."""
    frames = []
    for account in accounts:
        posts = daily(account, NOW, **SEEN)
        posts.loc[posts["day"].isin(FEW_SAW[account]), "views"] = 1.0
        frames.append(posts)
    return assemble(measured(frames, (), tuple(one for one in (VK, TELEGRAM) if one.id in accounts)))


def footer(evidence: Evidence, key: str, language: str) -> str:
    return text(pages(evidence, language)[key].footer, language)


@pytest.mark.parametrize(
    ("language", "one", "both"),
    [
        ("ru", " · n = 180, не считается по правилу формулы: 1 · ", " · n = 358, не считается по правилу формулы: 4 · "),
        ("en", " · n = 180, not counted by the formula’s rule: 1 · ", " · n = 358, not counted by the formula’s rule: 4 · "),
    ],
)
@pytest.mark.parametrize("key", ["engagement", "hours"])
def test_the_footer_numbers_them_beside_n(key: str, language: str, one: str, both: str) -> None:
    assert one in footer(brand(VK.id), key, language)
    assert both in footer(brand(VK.id, TELEGRAM.id), key, language)


def test_a_post_that_is_alone_in_its_hour_is_numbered_on_the_map_too() -> None:
    posts = daily(VK.id, NOW, **SEEN)
    posts.loc[posts.index[0], ["views", "hour"]] = 1.0, 3.0
    evidence = assemble(measured([posts], (), (VK,)))
    assert " · n = 180, not counted by the formula’s rule: 1 · " in footer(evidence, "hours", "en")


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", ", не считается по правилам формул: до 3 · "), ("en", ", not counted by the formulas’ rules: up to 3 · ")],
)
def test_of_rates_that_are_without_different_numbers_of_posts_the_most_is_said(language: str, said: str) -> None:
    telling = Telling(facts(brand(VK.id, TELEGRAM.id)), language)
    numbers = [one.now.numbers["er_view.median"] for one in telling.evidence.own_accounts]
    assert said in text(frame.footer(telling, *numbers, n=telling.posts_known(numbers[0])), language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "; какие публикации формула не считает — в книге, лист «Методика»"),
        ("en", "; which posts a formula does not count: in the workbook, sheet “Method”"),
    ],
)
def test_the_slide_of_methods_leads_to_the_rules_where_a_post_is_not_counted(language: str, said: str) -> None:
    every = assemble(measured([daily(VK.id, NOW, **SEEN)], (), (VK,)))
    shown = [text(pages(one, language)["method"].subtitle, language).endswith(said) for one in (brand(VK.id), every)]
    assert shown == [True, False]


@pytest.mark.parametrize(("language", "said"), [("ru", "не считается"), ("en", "not counted")])
def test_a_footer_of_what_counts_every_post_says_nothing_of_it(language: str, said: str) -> None:
    assert said not in footer(brand(VK.id), "volume", language)


def sheet(evidence: Evidence, language: str, *, of) -> Sheet:
    telling = Telling(facts(evidence), language)
    for one in telling.evidence.own_accounts:
        telling.figure(one.now.numbers["er_view.median"])
    return of(telling)


@pytest.mark.parametrize(("language", "head"), [("ru", "Не считается"), ("en", "Not counted")])
def test_the_sheet_of_rates_numbers_them_beside_the_n_of_each_account(language: str, head: str) -> None:
    grid = sheet(brand(VK.id, TELEGRAM.id), language, of=rates.sheet).grids[0]
    assert [field.title for field in grid.fields].count(head) == 2
    rows = {row[1]: [getattr(cell, "value", None) for cell in row[2:]] for row in grid.rows}
    assert rows["er_view@2"] == [None, 180, 1, None, 178, 3]
    assert rows["tg_er@2"] == [None, None, None, None, 178, 3]


def test_where_every_post_counts_the_sheet_of_rates_has_no_column_of_them() -> None:
    evidence = assemble(measured([daily(1, NOW, **SEEN)], (), (VK,)))
    assert [field.title for field in sheet(evidence, "en", of=rates.sheet).grids[0].fields][3:] == ["n"]


@pytest.mark.parametrize(
    ("language", "sheet_name", "note"),
    [
        ("ru", "Методика", "Взаимодействия к просмотрам; публикация, у которой взаимодействий больше просмотров, не считается."),
        ("en", "Method", "Interactions on views; a post with more interactions than views does not count."),
    ],
)
def test_the_sheet_of_methods_has_the_note_of_each_formula(language: str, sheet_name: str, note: str) -> None:
    found = next(one for one in sheet(brand(VK.id), language, of=method.sheets) if one.name == sheet_name)
    shown = {row[0]: row[3] for row in found.grids[0].rows}
    assert shown["er_view@2"] == note
    assert shown == {FORMULAS[code.split("@")[0]].id: FORMULAS[code.split("@")[0]].note(language) or None for code in shown}
