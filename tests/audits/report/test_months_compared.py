"""Of which months the brand and its competitors are compared is said wherever it is said who is ahead, and which days under it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.digest import digests
from audits.report.facts import About, Facts
from audits.report.pages import competitors, opening
from audits.report.telling import Telling
from audits.report.titles import TITLE_LIMIT
from audits.report.wording.parts import during
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.document import Document
from smmstrategy.reports.drawing import Drawing
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from tests.audits.report.test_competitors import said, telling
from tests.audits.synthetic import NOW
from tests.audits.test_months_in_common import FIRST, JANUARY, JUNE, MAY, OWN, SECOND, compared, liked
from tests.audits.test_same_accounts import level, measured

LAST_TWO = Period(MAY.first, JUNE.last)


def in_months(*months: Period) -> Evidence:
    """The brand's posts had 1 like in these months, of which alone competitors are known, and 9 in the others."""
    mine = [liked(OWN.id, month, 1.0 if month in months else 9.0) for month in NOW.each_month()]
    theirs = [liked(one.id, month, likes) for month in months for one, likes in ((FIRST, 5.0), (SECOND, 4.0))]
    days = [*level(OWN.id, "followers", NOW, 100), *level(FIRST.id, "followers", NOW, 300)]
    records = measured([*mine, *theirs], days, (OWN, FIRST, SECOND))
    watched = {OWN.id: (NOW,)} | dict.fromkeys((FIRST.id, SECOND.id), months)
    return assemble(replace(records, rows=replace(records.rows, watched=watched)))


LATE, APART, WHOLE = in_months(MAY, JUNE), in_months(JANUARY, MAY, JUNE), in_months(*NOW.each_month())


def months_carried(evidence: Evidence) -> dict[str, str]:
    """By what a finding beside competitors is of."""
    return {f.words.get("measure", f.code): f.words["months"] for f in findings(evidence) if "months" in f.words}


@pytest.mark.parametrize(
    ("evidence", "months"),
    [
        (LATE, "2026-05-01/2026-06-30"),
        (APART, "2026-01-01/2026-01-31 2026-05-01/2026-06-30"),
        (WHOLE, ""),
    ],
)
def test_what_is_found_beside_competitors_carries_the_months_of_which_it_is_unless_it_is_of_followers(
    evidence: Evidence, months: str
) -> None:
    of_posts = dict.fromkeys(
        ("er_view.median", "posts_per_week", "interactions.median", "interactions", "soe", "views.median"), months
    )
    of_followers = dict.fromkeys(("followers_end", "growth_rate"), "")
    assert months_carried(evidence) == of_posts | of_followers


@pytest.mark.parametrize(
    ("evidence", "language", "title"),
    [
        (LATE, "en", "Page 3 is ahead on shared networks in May — June: median ER by views 5.00% against the brand’s 1.00%"),
        (
            LATE,
            "ru",
            "Page 3 впереди на общих площадках за май — июнь: ER по просмотрам в медиане 5,00 % против 1,00 % у бренда",
        ),
        (APART, "en", "Page 3 is ahead on shared networks in 3 of 6 months: median ER by views 5.00% against the brand’s 1.00%"),
        (
            APART,
            "ru",
            "Page 3 впереди на общих площадках за 3 из 6 месяцев: ER по просмотрам в медиане 5,00 % против 1,00 % у бренда",
        ),
        (WHOLE, "en", "Page 3 is ahead on shared networks: median ER by views 5.00% against the brand’s 1.00%"),
    ],
)
def test_the_title_of_the_summary_says_of_which_months_a_competitor_is_ahead_and_so_does_the_page_on_the_web(
    evidence: Evidence, language: str, title: str
) -> None:
    _cover, summary = opening.pages(telling(evidence, language))
    facts = Facts(About(1), evidence, findings(evidence)).to_facts()
    headline = digests(facts, (language,))[language]["headline"].replace("\u00a0", " ")
    assert (said(summary.title, language), headline) == (title, title)
    assert len(title) <= TITLE_LIMIT


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            {
                "competitors": "The brand holds 10% of all interactions of 3 brands on shared networks in May — June",
                "competitors_map": "Page 3 is ahead on shared networks in May — June: "
                "median ER by views 5.00% against the brand’s 1.00%",
                "competitors_rank": "ER by views, median: the brand ranks 3 of 3 on shared networks in May — June",
            },
        ),
        (
            "ru",
            {
                "competitors": "На бренд приходится 10 % всех взаимодействий 3 брендов на общих площадках за май — июнь",
                "competitors_map": "Page 3 впереди на общих площадках за май — июнь: "
                "ER по просмотрам в медиане 5,00 % против 1,00 % у бренда",
                "competitors_rank": "ER по просмотрам, медиана: бренд на 3-м месте из 3 на общих площадках за май — июнь",
            },
        ),
    ],
)
def test_titles_of_competitors_say_the_months(language: str, told: dict[str, str]) -> None:
    titles = {page.key: said(page.title, language) for page in competitors.pages(telling(LATE, language))}
    assert titles == told


def test_who_posts_more_often_is_said_of_the_months_compared() -> None:
    alike = [liked(OWN.id, NOW, 1.0), liked(FIRST.id, LAST_TWO, 1.0)]
    told = telling(assemble(measured(alike, (), (OWN, FIRST))))
    (title,) = (said(page.title) for page in competitors.pages(told) if page.key == "competitors_map")
    assert title == "The competitor posts as often as the brand: 7.0 a week in May — June"


@pytest.mark.parametrize(
    ("evidence", "language", "days"),
    [
        (LATE, "en", "1 January — 30 June 2026, posts of 1 May — 30 June 2026"),
        (LATE, "ru", "1 января — 30 июня 2026, публикации за 1 мая — 30 июня 2026"),
        (APART, "en", "1 January — 30 June 2026, posts in 3 of 6 months"),
        (APART, "ru", "1 января — 30 июня 2026, публикации за 3 из 6 месяцев"),
        (WHOLE, "en", "1 January — 30 June 2026"),
    ],
)
def test_footers_of_competitors_say_of_which_days_posts_are_compared(evidence: Evidence, language: str, days: str) -> None:
    footers = [said(page.footer, language).split(" · ")[1] for page in competitors.pages(telling(evidence, language))]
    assert footers == [days] * 3


@pytest.mark.parametrize(
    ("evidence", "days"),
    [
        (LATE, "2026-05-01/2026-06-30"),
        (APART, "2026-01-01/2026-01-31 2026-05-01/2026-06-30"),
        (WHOLE, "2026-01-01/2026-06-30"),
    ],
)
def test_a_manifest_says_of_which_days_a_number_beside_competitors_is_and_followers_are_of_the_period(
    evidence: Evidence, days: str
) -> None:
    own, told = compared(evidence).own, telling(evidence)
    shown = {code: told.origins[told.figure(own[code]).id].period for code in ("posts", "er_view.median", "soe", "followers_end")}
    assert shown == {"posts": days, "er_view.median": days, "soe": days, "followers_end": "2026-01-01/2026-06-30"}


def test_in_a_period_of_more_than_a_year_months_are_said_with_theirs() -> None:
    two_years = replace(LATE, month_count=24)
    assert said(during(telling(two_years), [LAST_TWO])) == " in May 2026 — Jun 2026"
    assert said(during(telling(two_years, "ru"), [JUNE]), "ru") == " за июн 2026"


def test_of_an_audit_sealed_before_findings_carried_months_who_is_ahead_is_said_without_them() -> None:
    facts = Facts(About(1), LATE, findings(LATE)).to_facts()
    for finding in facts["findings"]:
        finding["words"].pop("months", None)
    _cover, summary = opening.pages(Telling(Facts.from_facts(facts), "en"))
    assert said(summary.title) == "Page 3 is ahead on shared networks: median ER by views 5.00% against the brand’s 1.00%"


@pytest.mark.parametrize("draw", [powerpoint.draw, excel.draw])
def test_the_lint_finds_every_number_of_months_in_deck_and_workbook(draw: Callable[[Document], Drawing]) -> None:
    facts = Facts(About(1), APART, findings(APART)).to_facts()
    told = document(facts, "ru", sealed_at=datetime(2026, 7, 5, tzinfo=UTC), sha256="0" * 64)
    drawing = draw(told)
    assert strays(drawing.content, manifest(told, drawing)) == []
