"""A chart's series as they are drawn: names, values, formats, colours; the same fill the chart's cache and its workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, Figure, Part, Series, Shown
from smmstrategy.reports.drawing import Occurrence
from smmstrategy.reports.formats import excel_format, lasting_format
from smmstrategy.reports.powerpoint.charts.workbook import ChartColumn, workbook
from smmstrategy.reports.powerpoint.slide import Palette
from smmstrategy.reports.powerpoint.typesetting import runs

_UNKEYED = (theme.ACCENT, theme.INK, "8C92A6", "B9B3FF", theme.SLATE, "CDD1DB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Numbers as they are drawn (None is a gap), with their number format code."""

    values: tuple[float | None, ...] = ()
    code: str = ""
    own_codes: Mapping[int, str] = field(default_factory=dict)  # of the points that need other digits

    def code_of(self, point: int) -> str:
        return self.own_codes.get(point, self.code)

    def column(self, heading: str) -> ChartColumn:
        """A column of the chart's workbook."""
        return [(heading, ""), *((value, self.code_of(point)) for point, value in enumerate(self.values))]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSeries(Drawn):
    """One series as it is drawn: its name, its numbers, in a scatter also those across, and its colour RRGGBB («» is invisible)."""

    name: str
    color: str
    accent: bool = False
    is_named: bool = True  # or one of those in the background
    x: Drawn = Drawn()

    def last(self) -> int | None:
        """The position of the last known value."""
        return next((n for n in range(len(self.values) - 1, -1, -1) if self.values[n] is not None), None)


def drawn_series(block: Chart, language: str, palette: Palette) -> list[DrawnSeries]:
    is_keyed = any(series.color_key for series in block.series)
    return [
        DrawnSeries(
            name=runs(series.name, language)[0].text,
            color=color,
            accent=series.accent,
            is_named=bool(series.color_key) or not is_keyed,
            values=numbers(series.values),
            code=code(series.values, language),
            own_codes=own_codes(series.values, language),
            x=Drawn(values=numbers(series.x), code=code(series.x, language), own_codes=own_codes(series.x, language)),
        )
        for series, color in zip(block.series, _colors(block.series, palette), strict=True)
    ]


def numbers(figures: Sequence[Figure]) -> tuple[float | None, ...]:
    return tuple(None if figure.value is None else float(figure.value) for figure in figures)


def code(figures: Sequence[Figure], language: str) -> str:
    return excel_format(replace(figures[0], value=None), language) if figures else "General"


def own_codes(figures: Sequence[Figure], language: str) -> dict[int, str]:
    usual = code(figures, language)
    codes = {n: lasting_format(figure, language) for n, figure in enumerate(figures) if figure.value is not None}
    return {n: own for n, own in codes.items() if own != usual}


def kind(figures: Sequence[Figure]) -> Shown:
    return figures[0].shown if figures else Shown.DECIMAL


def most(figures: Sequence[Figure]) -> float:
    """What an axis of them does not pass for the sake of its span: a whole, of shares."""
    return 1.0 if kind(figures) is Shown.PERCENT else inf


def categories(block: Chart, language: str) -> list[str]:
    return [runs(category, language)[0].text for category in block.categories]


def known(all_drawn: Sequence[DrawnSeries]) -> list[float]:
    return [value for drawn in all_drawn for value in drawn.values if value is not None]


def category_workbook(names: Sequence[str], all_drawn: Sequence[DrawnSeries]) -> bytes:
    """Categories in the first column, a column for each series."""
    return workbook([[(name, "") for name in ("", *names)], *(drawn.column(drawn.name) for drawn in all_drawn)])


def scatter_workbook(all_drawn: Sequence[DrawnSeries], x_title: str) -> bytes:
    """Two columns for each series: x and y."""
    return workbook([column for drawn in all_drawn for column in (drawn.x.column(x_title), drawn.column(drawn.name))])


def category_occurrences(block: Chart, language: str) -> Iterator[Occurrence]:
    """What the chart's cache and workbook hold, for the lint, each at its place in the chart."""
    for n, category in enumerate(block.categories, 1):
        yield from _words(category, language, f"category {n}")


def series_occurrences(block: Chart, language: str) -> Iterator[Occurrence]:
    for n, series in enumerate(block.series, 1):
        yield from _words(series.name, language, f"series {n} title 1")
        for axis, figures in (("point", series.values), ("x", series.x)):
            for point, figure in enumerate(figures, 1):
                if figure.value is not None:
                    yield Occurrence(f"series {n} {axis} {point}", "figure", figure.id, repr(float(figure.value)))


def _words(part: Part, language: str, place: str) -> Iterator[Occurrence]:
    return (Occurrence(place, run.kind, run.id, run.text) for run in runs(part, language))


def _colors(series: Sequence[Series], palette: Palette) -> list[str]:
    """The client in the accent and the others grey; else the fixed colour of each key; else accent, ink and greys."""
    if any(one.accent for one in series):
        greys = iter(theme.GREYS * len(series))
        return [theme.ACCENT if one.accent else next(greys) for one in series]
    if any(one.color_key for one in series):
        return [palette.color(one.color_key) if one.color_key else theme.MIST for one in series]
    return [_UNKEYED[n % len(_UNKEYED)] for n in range(len(series))]
