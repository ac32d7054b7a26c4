"""Every number of an audit names a formula that is written down, and no formula is written down that no number can name."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from audits.evidence import Number
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.rates import RATES
from audits.report import document
from smmstrategy.metrics.catalogue import METRICS, Level
from smmstrategy.metrics.formula import PostRate
from smmstrategy.metrics.formulas import FORMULAS, identity
from smmstrategy.reports.document import Document
from tests.audits.report import builder
from tests.audits.report.test_totals_of_accounts import of
from tests.audits.synthetic import records
from tests.audits.test_per_day import two_days_missing


def everything() -> Iterator[Number]:
    """The numbers of an audit of posts of which every metric is known, and of ones with traffic, competitors, gaps, totals."""
    base = records(1, posts=60)
    counted = {metric.code: 10.0 for metric in METRICS.values() if Level.POST in metric.levels} | {"reach": 100.0}
    known = base.rows.posts.assign(**{code: pd.Series(value, base.rows.posts.index) for code, value in counted.items()})
    whole = replace(base, rows=replace(base.rows, posts=known))
    told = (
        assemble(whole),
        assemble(records(1)),
        two_days_missing(),
        builder.full().evidence,
        builder.gappy().evidence,
        of("a table alone"),
    )
    for evidence in told:
        yield from evidence.numbers().values()
        yield from (number for finding in findings(evidence) for number in finding.numbers.values())


def told() -> Document:
    return document(builder.full().to_facts(), "en", sealed_at=builder.COLLECTED, sha256="0" * 64)


def test_every_number_names_a_formula_or_a_metric_and_every_formula_is_named() -> None:
    """Those of experts are in the document alone."""
    named = {number.metric for number in everything()} | {origin.metric for origin in told().origins.values()}
    assert named <= {identity(code) for code in (*FORMULAS, *METRICS)}
    assert {formula.id for formula in FORMULAS.values()} - named == set()


def test_every_rate_with_arithmetic_is_worked_out_by_it() -> None:
    assert set(RATES) == {code for code, formula in FORMULAS.items() if isinstance(formula, PostRate)}


def test_the_workbook_names_the_source_of_a_formula_that_the_field_has_several_of() -> None:
    rates = next(sheet for sheet in told().sheets if sheet.name == "Method").grids[0]
    sources = {row[0]: row[-1] and row[-1].text for row in rates.rows}
    assert sources["er_view@2"] == FORMULAS["er_view"].source == "kurshub.ru/journal/blog/chto-takoe-er"
    assert sources["growth_abs@1"] is None


def test_what_experts_say_is_no_count_but_has_formulas_of_its_own() -> None:
    origins = told().origins
    assert {origins[f"report.{key}"].metric for key in ("quality.overall", "quality.visual", "criterion.visual.recognition")} == {
        "score@1"
    }
    assert {origins[f"report.maturity.{key}"].metric for key in ("overall", "content", "content.target")} == {"maturity_level@1"}
    assert {origins[f"report.opportunity.chosen-1.{key}"].metric for key in ("impact", "effort")} == {"estimate@1"}
    method = next(sheet for sheet in told().sheets if sheet.name == "Method").grids[0]
    assert {row[:3] for row in method.rows if row[0] in ("score@1", "maturity_level@1")} == {
        ("score@1", "Quality score, from nought to four", "Σ(score × weight) ÷ Σ(weight)"),
        (
            "maturity_level@1",
            "Maturity level, from one to five",
            "mean of the dimensions without its fraction ≤ lowest of the levels + 2",
        ),
    }


def test_the_workbook_has_every_rate_of_every_own_account_by_its_code():
    rows = {row[1]: row for row in next(sheet for sheet in told().sheets if sheet.name == "Rates").grids[0].rows}
    telegram = builder.full().evidence.subject("account-2").now.numbers
    assert rows["tg_er@2"][2:4] == (None, None)  # VK's
    assert (rows["tg_er@2"][4].figure.value, rows["tg_er@2"][5].value) == (
        telegram["tg_er.median"].value,
        telegram["tg_er.median"].n,
    )
    assert rows["amplification@1"][4].figure.value == telegram["shares.mean"].value
