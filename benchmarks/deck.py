"""A deck of 25 slides with 20 native charts and 10 tables against zipping the same bytes."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from benchmarks import Row, both, in_turns
from smmstrategy.reports.document import Chart, ChartKind, Column, Document, Figure, Layout, Page, Series, Shown, Table
from smmstrategy.reports.document import Row as TableRow
from smmstrategy.reports.powerpoint import draw

_MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь")


def run() -> Iterable[Row]:
    for slides in (25, 200):
        document = _document(slides)
        parts = _parts(draw(document).content)
        taken = in_turns({"ours": lambda d=document: draw(d), "zip": lambda p=parts: _zip(p)})
        yield from both(f"{slides} slides", taken["ours"], taken["zip"], "zip", "≤ 5")


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _document(slides: int) -> Document:
    """Of every five slides three hold a chart, one a chart beside a table, and one a table."""
    pages = tuple(_page(n) for n in range(slides))
    return Document("bench", ("Замер",), "ru", datetime(2026, 7, 1, tzinfo=UTC), "0" * 64, pages, ())


def _page(number: int) -> Page:
    chart, table = _chart(number), _table(number)
    blocks = ((chart,), (chart,), (chart,), (chart, table), (table,))[number % 5]
    title = ("Охват вырос на ", Figure(f"t{number}", Decimal("0.18"), Shown.PERCENT), " за полгода")
    layout = Layout.SPLIT if len(blocks) == 2 else Layout.CONTENT
    return Page(str(number), title, blocks, layout, ("Просмотры по месяцам",), ("Источник: выгрузки",), (("n = ", str(number)),))


def _chart(number: int) -> Chart:
    kinds = (ChartKind.COLUMNS, ChartKind.LINE, ChartKind.STACKED, ChartKind.BARS)
    figures = [
        tuple(Figure(f"c{number}.{s}.{n}", 1000 + 37 * n * (s + 1) + number, Shown.SHORT) for n in range(6)) for s in range(3)
    ]
    series = tuple(Series(f"Сеть {s}", values) for s, values in enumerate(figures))
    chart = Chart(kinds[number % 4], ("Просмотры",), _MONTHS, series, "Просмотры по месяцам")
    return replace(chart, series=series[:1]) if chart.kind is ChartKind.BARS else chart


def _table(number: int) -> Table:
    columns = (Column(("Сеть",), weight=2), Column(("Просмотры",), "right"), Column(("ER",), "right"))
    rows = tuple(
        TableRow(
            (
                f"Сеть {n}",
                Figure(f"v{number}.{n}", 1000 * n, Shown.SHORT),
                Figure(f"e{number}.{n}", Decimal(n) / 100, Shown.PERCENT),
            )
        )
        for n in range(8)
    )
    return Table(columns, rows, "Сети")
