"""The live sheets have a column, and the summary a chart, of what is known of own accounts, and of nothing else."""

import re
from dataclasses import replace

import pytest

from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.facts import About, Facts
from audits.report.sheets import summary
from audits.report.sheets.data import measured_of
from smmstrategy.reports import excel
from smmstrategy.reports.document import Cell, Document, Grid, LiveFormula, Sheet
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from tests.audits.report.test_competitors import telling
from tests.audits.report.test_document import of
from tests.audits.synthetic import COLLECTED, records
from tests.audits.test_website_alone import evidence, plain

INTERACTIONS = ("likes", "comments", "shares")
MONTHS = ("Month", "Posts")


def live(unknown: tuple[str, ...], *, days: bool = True) -> tuple[Sheet, Sheet]:
    """Of posts of the brand these are not known, of those of its competitor they are."""
    base = records(3, own=1, competitors=1, posts=100)
    posts = base.rows.posts
    hidden = {code: posts[code].mask(posts["account_id"] == 1) for code in unknown}
    rows = replace(base.rows, posts=posts.assign(**hidden), days=base.rows.days if days else {})
    said = telling(assemble(replace(base, rows=rows)))
    return summary.sheets(said, measured_of(said.evidence))


def titles(sheet: Sheet) -> list[list[str]]:
    return [[field.heading for field in grid.fields] for grid in sheet.grids]


def charted(sheet: Sheet) -> list[tuple[str, list[str]]]:
    return [(one.title, [sheet.grids[one.grid].fields[n].heading for n in one.value_fields]) for one in sheet.charts]


def test_views_that_only_competitors_have_are_neither_a_column_nor_a_chart() -> None:
    found, by_month = live(("views",))
    parts = ["Reactions", "Comments", "Shares", "Interactions"]
    _kpis, totals, by_account = titles(found)
    assert totals == [*MONTHS, *parts]
    assert [title for title in by_account if title in ("Views", *parts)] == parts
    assert [title for title in titles(by_month)[0] if title in ("Views", *parts)] == parts
    assert charted(found) == [("Interactions", ["Interactions"])]


def test_where_only_posts_are_known_the_chart_is_of_them() -> None:
    found, _ = live(("views", *INTERACTIONS))
    assert titles(found)[1] == list(MONTHS)
    assert charted(found) == [("Posts", ["Posts"])]


def test_where_views_are_known_they_are_drawn_beside_interactions() -> None:
    assert charted(live(())[0]) == [("Views", ["Views"]), ("Interactions", ["Interactions"])]


@pytest.mark.parametrize("unknown", [(), ("views",), ("views", *INTERACTIONS)])
@pytest.mark.parametrize("days", [True, False])
def test_no_column_of_the_live_sheets_is_empty(unknown: tuple[str, ...], days: bool) -> None:
    grids = [grid for sheet in live(unknown, days=days) for grid in sheet.grids if grid.rows]
    empty = [field.heading for grid in grids for n, field in enumerate(grid.fields) if not any(map(_is_known, _cells(grid, n)))]
    assert empty == []


def test_a_workbook_of_reach_in_place_of_views_holds_what_its_manifest_says() -> None:
    one = of("reached_only", "ru")
    summary_sheet = next(sheet for sheet in one.sheets if sheet.name == "Сводка")
    assert [chart.title for chart in summary_sheet.charts] == ["Взаимодействия"]
    assert "Просмотры" not in [heading for headings in titles(summary_sheet) for heading in headings]
    drawing = excel.draw(one)
    assert strays(drawing.content, manifest(one, drawing)) == []


ALL = ["Показатели всех аккаунтов", "Все аккаунты по месяцам", "По аккаунтам"]
OF_PERIOD, BEFORE = "Публикации", "Публикации прошлых периодов"


def of_a_site() -> Document:
    found = evidence(pageviews=10)
    facts = Facts(About(1), found, findings(found)).to_facts()
    return document(facts, "ru", sealed_at=COLLECTED, sha256="0" * 64)


@pytest.mark.parametrize(
    ("made", "grids", "sheets"),
    [
        (lambda: of("full", "ru"), ALL, [OF_PERIOD, BEFORE]),
        (lambda: of("poor", "ru"), ALL, [OF_PERIOD]),
        (of_a_site, ALL[:1], []),
    ],
)
def test_the_summary_has_no_table_without_rows_and_names_the_sheets_that_are_there(made, grids, sheets) -> None:
    one = made()
    there = {sheet.name: sheet for sheet in one.sheets}
    found = there["Сводка"]
    assert [grid.title for grid in found.grids] == grids
    assert re.findall("«([^»]+)»", plain(found.intro[0], "ru")) == sheets
    assert [name for name in (OF_PERIOD, BEFORE) if name in there] == sheets


def _cells(grid: Grid, n: int) -> list[Cell]:
    return [row[n] for row in grid.rows]


def _is_known(cell: Cell) -> bool:
    return cell is not None and not (isinstance(cell, LiveFormula) and cell.figure.value is None)
