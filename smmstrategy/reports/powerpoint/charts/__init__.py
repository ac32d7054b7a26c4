"""Native charts: a heading, the names of the series in their colours, and a chart with its workbook inside."""

from collections.abc import Callable, Iterator, Sequence

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
    all_drawn = data.drawn_series(block, slide.language, slide.palette)
    shown = [*data.category_occurrences(block, slide.language)]
    space = _draw_heading(block, all_drawn, slide, box)
    if block.kind is ChartKind.WATERFALL:
        all_drawn = waterfall_columns(block, slide.language)
        shown += _steps(block, all_drawn, slide.language)
    else:
        shown += data.series_occurrences(block, slide.language)
    book = (
        data.scatter_workbook(all_drawn, block.x_title)
        if block.kind is ChartKind.SCATTER
        else data.category_workbook(names, all_drawn)
    )
    slide.chart(space, KINDS[block.kind](block, all_drawn, names, space, slide.language), book, shown, block.alt)


def _draw_heading(block: Chart, all_drawn: Sequence[DrawnSeries], slide: Slide, box: Box) -> Box:
    """The title and, for two to four series without labels at their ends, their names; gives the space under them."""
    lines = [Paragraph(runs(block.title, slide.language, bold=True), 13, theme.INK)] if block.title else []
    if block.kind in _KEYED and 1 < len(all_drawn) <= 4:
        lines.append(Paragraph(_key(block, all_drawn, slide.language), 11.5, theme.INK, before=2))
    if not lines:
        return box
    lines = [clamped(paragraph, box.width, 2) for paragraph in lines]
    down = height(lines, box.width)
    slide.text(box.top(down), lines, name="Chart title", steps=(1,))
    return box.below(down + 6 * POINT)


def _key(block: Chart, all_drawn: Sequence[DrawnSeries], language: str) -> tuple[Run, ...]:
    key: list[Run] = []
    for series, drawn in zip(block.series, all_drawn, strict=True):
        key += [Run("● ", color=drawn.color), *runs(series.name, language, color=theme.SLATE), Run("     ")]
    return tuple(key[:-1])


def _steps(block: Chart, all_drawn: Sequence[DrawnSeries], language: str) -> Iterator[Occurrence]:
    """The steps of a waterfall, the lengths and invisible bases that draw them, and the labels that name a step whole."""
    whole = crossing(block)
    for n, figure in enumerate(block.series[0].values, 1):
        if figure.value is not None:
            yield Occurrence(f"step {n}", "figure", figure.id, repr(float(figure.value)))
    for series, drawn in enumerate(all_drawn, 1):
        for n, value in enumerate(drawn.values):
            if value is not None:
                yield Occurrence(f"series {series} point {n + 1}", "number", "", repr(value))
            if value is not None and n in whole:
                yield Occurrence(f"series {series} label {n + 1} title", "figure", whole[n].id, write(whole[n], language))
