"""An account that gave way to another, one that fell silent, texts without numbers: the audit is made all the same."""

from dataclasses import replace
from datetime import date

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from audits.report import document
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import excel
from smmstrategy.reports.document import Document
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import BEFORE, COLLECTED, NOW
from tests.audits.test_same_accounts import VK, daily, level, measured

RIVAL = TrackedAccount(9, "vk", "rival", "rival", "", "competitor", "")
NEW_PAGE = replace(VK, id=2, handle="new", name="new")


def told(evidence: Evidence, language: str = "en") -> Document:
    return document(facts(evidence).to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)


@pytest.mark.parametrize(("language", "title"), [("ru", "За период вышло 90 публикаций"), ("en", "90 posts in the period")])
def test_a_page_that_another_replaced_has_no_pace_in_the_title(language: str, title: str) -> None:
    """Both post every other day, the old one until March and the new one since April: no day is known of both.

    The pace of the old one is steady; 45 posts of each.
    """
    until_march, since_april = Period(BEFORE.first, date(2026, 3, 31)), Period(date(2026, 4, 1), NOW.last)
    evidence = assemble(measured([daily(1, until_march)[::2], daily(2, since_april)[1::2]], accounts=(VK, NEW_PAGE)))
    assert evidence.own.is_steady("posts_per_week")
    assert text(pages(evidence, language)["volume"].title, language) == title


def test_a_workbook_of_competitors_posts_alone_has_no_posts_to_add_up_by_month() -> None:
    """The brand posted until December; its posts since then are not known, its followers and the posts of a competitor are."""
    followers = level(1, "followers", NOW, 1000)
    workbook = told(assemble(measured([daily(1, BEFORE), daily(9, NOW)], followers, (VK, RIVAL))))
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    assert "Posts" in sheets
    assert [(grid.title, len(grid.rows)) for grid in sheets["Summary"].grids[1:]] == [("By account", 1)]
    assert "Posts" not in [field.title for field in sheets["By month"].grids[0].fields]
    assert excel.draw(workbook).content


@pytest.mark.parametrize("alone", [True, False])
def test_followers_of_an_account_without_posts_stand_in_the_months(alone: bool) -> None:
    """By month from a thousand on; without the posts of another account there is no sheet of posts to count over."""
    posts = daily(1, NOW).iloc[:0] if alone else daily(1, NOW)
    workbook = told(assemble(measured([posts], level(2, "followers", NOW, 1000), (VK, NEW_PAGE))))
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    by_month, by_account = sheets["By month"].grids[0], sheets["Summary"].grids[-1]
    fields = [[field.title for field in grid.fields] for grid in (by_month, by_account)]
    assert ["Posts" in titles for titles in fields] == [not alone] * 2
    rows = [dict(zip(fields[0], row, strict=True)) for row in by_month.rows if row[0] == NEW_PAGE.id]
    of_account = dict(zip(fields[1], by_account.rows[-1], strict=True))
    assert [(row.get("Posts"), row["Followers at the end"].value) for row in (*rows, of_account)] == [(None, 1000)] * 7
    assert excel.draw(workbook).content


def test_texts_of_which_no_number_is_known_have_no_slide_of_lengths() -> None:
    """Texts of two lengths, and views of posts without a text alone."""
    nothing_known = [
        daily(1, Period.months(date(2026, month, 1), 1)).assign(text_length=size) for month, size in ((1, 9), (2, 300))
    ]
    viewed = daily(1, Period.months(date(2026, 3, 1), 1), views=100.0).assign(text_length=float("nan"))
    evidence = assemble(measured([*nothing_known, viewed], accounts=(VK,)))
    assert [segment.key for segment in evidence.own.now.lengths] == ["1-199", "200-499"]
    assert "lengths" not in pages(evidence)
