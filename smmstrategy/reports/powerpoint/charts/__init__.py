"""Native charts: a heading, the names of the series in their colours, and a chart with its workbook inside."""

from collections.abc import Callable, Sequence

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, ChartKind
from smmstrategy.reports.drawing import Occurrence
from smmstrategy.reports.formats import write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import data
from smmstrategy.reports.powerpoint.charts.bars import bars_xml, columns_xml, stacked_xml
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries
from smmstrategy.reports.powerpoint.charts.lines import lines_xml
from smmstrategy.reports.powerpoint.charts.points import radar_xml, scatter_xml
from smmstrategy.reports.powerpoint.charts.waterfall import crossing, waterfall_columns, waterfall_xml
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, clamped, height, runs

KINDS: dict[ChartKind, Callable[[Chart, Sequence[DrawnSeries], Sequence[str], Box, str], str]] = {
    ChartKind.COLUMNS: columns_xml,
    ChartKind.STACKED: stacked_xml,
    ChartKind.BARS: bars_xml,
    ChartKind.LINE: lines_xml,
    ChartKind.SCATTER: scatter_xml,
    ChartKind.RADAR: radar_xml,
    ChartKind.WATERFALL: waterfall_xml,
}
_KEYED = (ChartKind.COLUMNS, ChartKind.STACKED, ChartKind.BARS, ChartKind.RADAR)


def draw_chart(block: Chart, slide: Slide, box: Box) -> None:
    names = data.categories(block, slide.language)
    found = data.drawn_series(block, slide.language, slide.palette)
    place = f"{slide.place} chart {len(slide.charts) + 1}"
    shown = list(data.occurrences(block, slide.language, place))
    space = _draw_heading(block, found, slide, box)
    if block.kind is ChartKind.WATERFALL:
        found = waterfall_columns(block, slide.language)
        shown += _drawn_values(found, place)
        shown += [Occurrence(place, "figure", step.id, write(step, slide.language)) for step in crossing(block).values()]
    book = data.scatter_workbook(found, block.x_title) if block.kind is ChartKind.SCATTER else data.category_workbook(names, found)
    slide.chart(space, KINDS[block.kind](block, found, names, space, slide.language), book, shown, block.alt)


def _draw_heading(block: Chart, found: Sequence[DrawnSeries], slide: Slide, box: Box) -> Box:
    """The title and, for two to four series without labels at their ends, their names; gives the space under them."""
    lines = [Paragraph(runs(block.title, slide.language, bold=True), 13, theme.INK)] if block.title else []
    if block.kind in _KEYED and 1 < len(found) <= 4:
        lines.append(Paragraph(_key(block, found, slide.language), 11.5, theme.INK, before=2))
    if not lines:
        return box
    lines = [clamped(paragraph, box.width, 2) for paragraph in lines]
    down = height(lines, box.width)
    slide.text(box.top(down), lines, name="Chart title", steps=(1,))
    return box.below(down + 6 * POINT)


def _key(block: Chart, found: Sequence[DrawnSeries], language: str) -> tuple[Run, ...]:
    key: list[Run] = []
    for series, drawn in zip(block.series, found, strict=True):
        key += [Run("● ", color=drawn.color), *runs(series.name, language, color=theme.SLATE), Run("     ")]
    return tuple(key[:-1])


def _drawn_values(found: Sequence[DrawnSeries], place: str) -> list[Occurrence]:
    """The lengths and invisible bases of a waterfall: numbers of the drawer's own."""
    return [Occurrence(place, "number", "", repr(value)) for drawn in found for value in drawn.values if value is not None]
