"""Formats, lengths and hours are tested, drawn and listed by one and the same measure."""

from functools import cache

import pytest

from audits.report import document
from audits.report.facts import Facts
from smmstrategy.reports.document import Document, Figure, Heatmap, Table
from tests.audits.report import builder
from tests.audits.report.test_one_story import evidence_of, pages, text
from tests.audits.synthetic import NOW

MEASURES = {"full": "er_view", "few_rates": "interactions", "seen_only": "views"}


@cache
def facts(kind: str) -> Facts:
    return getattr(builder, kind)()


@cache
def of(kind: str) -> Document:
    return document(facts(kind).to_facts(), "en", sealed_at=builder.COLLECTED, sha256="0" * 64)


@pytest.mark.parametrize(("kind", "measure"), MEASURES.items())
def test_the_measure_is_the_first_that_enough_posts_have(kind: str, measure: str) -> None:
    assert facts(kind).evidence.own.judged_by == measure
    said = {f.words["measure"] for f in facts(kind).findings if "time" in f.code or f.code in ("format_best", "format_worst")}
    assert said <= {f"{measure}.median"}


@pytest.mark.parametrize(("kind", "measure"), MEASURES.items())
def test_the_map_of_hours_the_tables_and_the_sheets_show_it(kind: str, measure: str) -> None:
    one = of(kind)
    pages = {page.key: page for page in one.pages}
    (heatmap,) = (block for block in pages["hours"].blocks if isinstance(block, Heatmap))
    shown = {figure.id.split(".")[-2] for row in heatmap.values for figure in row if figure.value is not None}
    for key in ("formats", "lengths"):
        (table,) = (block for block in pages[key].blocks if isinstance(block, Table))
        shown |= {row.cells[2].id.split(".")[-2] for row in table.rows if isinstance(row.cells[2], Figure)}
    times = next(sheet for sheet in one.sheets if sheet.name == "Time")
    shown |= {cell.figure.id.split(".")[-2] for row in times.grids[0].rows for cell in row[1:] if cell is not None}
    assert shown == {measure}


@pytest.mark.parametrize(
    ("known", "begins"), [(9, "Views against the median of the account"), (10, "Interactions against the median of the account")]
)
def test_the_best_posts_are_said_to_be_ranked_by_what_they_are_ranked_by(known: int, begins: str) -> None:
    """Likes are known of nine or ten posts of the period, views of all."""

    def change(posts):
        given = (posts["day"] >= NOW.first).cumsum().between(1, known)
        return posts.assign(**{code: posts[code].where(given) for code in ("likes", "comments", "shares")})

    evidence = evidence_of(change)
    page = pages(evidence)["posts"]
    assert text(page.subtitle).startswith(begins)
    assert text(page.title).startswith(f"The best post against the median of its account: {begins.split()[0].lower()} ")
