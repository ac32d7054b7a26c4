"""Nothing is cut: measures that lack the same days are said once, files are counted, every code has a name in both languages."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Coverage, Number
from audits.report import document, measure_names
from audits.report.facts import Opportunity
from audits.report.gaps import alike, missing, named
from audits.report.pages import plan, timing
from audits.report.telling import Telling
from audits.report.wording.formulas import in_words
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Bullets, Heatmap, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder


def coverage(metric: str, *gaps: Period, account: int = 1, known: int = 170) -> Coverage:
    return Coverage(account, metric, "account", known, 184, Number(f"c.{metric}", known, "coverage@1"), gaps, "not_imported")


HOLES = tuple(Period(date(2026, 5, day), date(2026, 5, day + (day == 1))) for day in (1, 5, 9, 13, 17, 21))


@pytest.fixture
def telling() -> Telling:
    return Telling(builder.full(), "ru")


def test_measures_that_lack_the_same_days_stand_together():
    rows = [coverage("followers", *HOLES), coverage("views", *HOLES[:1]), coverage("reach", *HOLES), coverage("reach", account=2)]
    assert [[c.metric for c in group] for group in alike(rows)] == [["followers", "reach"], ["views"], ["reach"]]


def test_the_first_days_are_named_and_the_others_counted(telling: Telling):
    assert write(missing(telling, coverage("views", *HOLES)), "ru").replace("\u00a0", " ") == (
        "1 мая — 2 мая; 5 мая; 9 мая; 13 мая; и ещё 2"
    )
    assert write(missing(telling, coverage("views", *HOLES[:2])), "ru").replace("\u00a0", " ") == "1 мая — 2 мая; 5 мая"
    assert missing(telling, coverage("views", known=0)) == ("данные не загружены",)


def test_the_first_measures_are_named_and_the_others_counted(telling: Telling):
    codes = ("followers", "followers_gained", "followers_lost", "views", "reach", "visits", "likes", "shares")
    assert write(named(telling, [coverage(code) for code in codes]), "ru").replace("\u00a0", " ") == (
        "Подписчики, новые подписчики, отписавшиеся, просмотры, охват, визиты и ещё 2"
    )
    assert write(named(telling, [coverage("likes"), coverage("shares")]), "ru") == "Реакции, репосты"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("facts", ["full", "gappy"])
def test_no_page_but_captions_of_posts_ends_in_three_dots(facts: str, language: str):
    told = document(getattr(builder, facts)().to_facts(), language, sealed_at=builder.COLLECTED, sha256="0" * 64)
    tables = [block for page in told.pages for block in page.blocks if isinstance(block, Table | Bullets)]
    assert tables
    assert [block for block in tables if "…" in str(block)] == []


@pytest.mark.parametrize("code", [*METRICS, *FORMULAS])
def test_every_measure_has_a_name_of_its_own_in_both_languages(code: str):
    words = measure_names.measure(code).words
    assert code != words.ru and "_" not in words.ru + words.en


@pytest.mark.parametrize("code", METRICS)
def test_a_measure_is_called_as_the_catalogue_calls_it(code: str):
    words = measure_names.measure(code).words
    assert (words.ru.lower(), words.en.lower()) == (METRICS[code].ru.lower(), METRICS[code].en.lower())


@pytest.mark.parametrize("facts", ["full", "gappy", "poor"])
def test_every_number_of_the_evidence_and_of_a_finding_has_a_name(facts: str):
    known = getattr(builder, facts)()
    ids = [*known.evidence.numbers(), *(number.id for finding in known.findings for number in finding.numbers.values())]
    unnamed = {
        id for id in ids if measure_names.measure(id).words.en in id.split(".") and measure_names.measure(id).words.ru.isascii()
    }
    assert unnamed == set()


def test_a_place_among_competitors_is_a_count():
    standing = builder.full().evidence.comparisons[0].standings[0]
    assert standing.own_place.id == "standing.er_view.median.place"
    assert {Telling(builder.full(), "ru").figure(n).shown for n in (standing.own_place, standing.of)} == {"integer"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_formula_is_said_in_the_words_of_the_language(language: str) -> None:
    said = {code: in_words(formula.text, language) for code, formula in FORMULAS.items()}
    assert said["er_view"] == {"ru": "взаимодействия ÷ просмотры", "en": "interactions ÷ views"}[language]
    codes = {code for text in said.values() for code in re.findall("[a-z_]+", text) if "_" in code or language == "ru"}
    assert codes == set()


def test_scores_of_experts_without_a_finding_are_no_strengths_in_the_data():
    facts = builder.full()
    told = Telling(replace(facts, findings=()), "en")
    (balance,) = (page for page in plan.pages(told) if page.key == "balance")
    assert write(balance.title, "en") == (
        "Data sets apart neither strengths nor weaknesses: here are the experts’ scores and opportunities"
    )


def test_what_is_due_and_has_no_room_is_counted():
    """Ten within thirty days, of which six are listed, and two later."""
    many = tuple(Opportunity(f"Step {n}", 3, 1, 30 if n < 10 else 60) for n in range(12))
    found = {page.key: page for page in plan.pages(Telling(replace(builder.full(), opportunities=many), "en"))}
    soon, later = found["roadmap"].blocks
    assert [write(item, "en") for item in soon.items] == [*(f"Step {n}" for n in range(6)), "and 4 more"]
    assert [write(item, "en") for item in later.items] == ["Step 10", "Step 11"]
    assert write(found["opportunities"].subtitle, "en").endswith(
        "the first 10 are shown; all are in the workbook, sheet “Opportunities”"
    )


def test_an_hour_of_a_hundred_per_cent_and_more_takes_no_more_room_than_others():
    """One post among hours of a few per cent each: its decimals would leave every cell without a value."""
    own = builder.full().evidence.own
    code = f"{own.judged_by}.median"
    rate = replace(own.now.hours[0].numbers[code], value=Decimal(5))
    first = replace(own.now.hours[0], numbers=own.now.hours[0].numbers | {code: rate})
    now = replace(own.now, hours=(first, *own.now.hours[1:]))
    evidence = replace(builder.full().evidence, subjects=(replace(own, windows=own.windows | {"now": now}),))
    (page,) = timing.pages(Telling(replace(builder.full(), evidence=evidence, findings=()), "en"))
    (heatmap,) = (block for block in page.blocks if isinstance(block, Heatmap))
    said = [write(figure, "en") for row in heatmap.values for figure in row if figure.value is not None]
    assert "500%" in said and max(map(len, said)) <= len("50.0%")
