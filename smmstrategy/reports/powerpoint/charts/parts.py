"""Pieces of chart XML that every kind uses: the frame, axes, references with their cache, labels, text looks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from smmstrategy.reports import theme
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts.data import Drawn, DrawnSeries
from smmstrategy.reports.powerpoint.charts.scale import Scale
from smmstrategy.reports.powerpoint.charts.workbook import SHEET, letters
from smmstrategy.reports.powerpoint.drawingml import attribute, solid, text

_LEVEL = ' rot="0" vert="horz"'
_UPRIGHT = ' rot="-5400000" vert="horz"'
_ONE_LINE = ' wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr"'
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
LABEL = 11  # points: values and categories
SMALL_LABEL = 9
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle inside the axes, as shares of the chart."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Room:
    """What the words of the categories take: every which is written, in which size, how many points under the plot."""

    skip: int = 1
    size: float = LABEL
    down: float = 0
    upright: bool = False


def chart_space(plots: str, axes: str, plot: Plot | None, language: str, *, legend: bool = False) -> str:
    layout = "<c:layout/>" if plot is None else f"<c:layout>{_manual(plot)}</c:layout>"
    key = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{look(theme.INK)}</c:legend>' if legend else ""
    tag = {"ru": "ru-RU", "en": "en-GB"}[language]
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{tag}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>{key}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_CLEAR}{look(theme.INK)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def plot_inside(box: Box, left: float, top: float, right: float, bottom: float) -> Plot:
    """The plot of a chart in that box when its margins are so many points."""
    across, down = box.width / POINT, box.height / POINT
    return Plot(left / across, top / down, max(1 - (left + right) / across, 0.1), max(1 - (top + bottom) / down, 0.1))


def _manual(plot: Plot) -> str:
    return (
        '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{plot.x:.4f}"/><c:y val="{plot.y:.4f}"/><c:w val="{plot.width:.4f}"/><c:h val="{plot.height:.4f}"/>'
        "</c:manualLayout>"
    )


def look(color: str, *, bold: bool = False, size: float = LABEL, body: str = "") -> str:
    """c:txPr; `body`: attributes of its a:bodyPr."""
    return (
        f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}">{solid(color)}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def series_start(drawn: DrawnSeries, position: int, place: int | None = None) -> str:
    """The opening of c:ser with its number and name; `place`: its column of the sheet when that is not the next after the first."""
    cell = f"{SHEET}!${letters(position + 1 if place is None else place)}$1"
    name = f'<c:strRef><c:f>{cell}</c:f><c:strCache><c:ptCount val="1"/>{_point(0, text(drawn.name))}</c:strCache></c:strRef>'
    return f'<c:ser><c:idx val="{position}"/><c:order val="{position}"/><c:tx>{name}</c:tx>'


def categories_reference(names: Sequence[str]) -> str:
    points = "".join(_point(n, text(name)) for n, name in enumerate(names))
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(names) + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def numbers_reference(tag: str, drawn: Drawn, position: int) -> str:
    """c:val, c:xVal or c:yVal; a gap has no point in the cache and an empty cell in the sheet."""
    points = "".join(
        _point(n, repr(value), drawn.own_codes.get(n, "")) for n, value in enumerate(drawn.values) if value is not None
    )
    column, count = letters(position), len(drawn.values)
    return (
        f"<c:{tag}><c:numRef><c:f>{SHEET}!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{text(drawn.code)}</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def _point(position: int, value: str, code: str = "") -> str:
    own = f" formatCode={attribute(code)}" if code else ""
    return f'<c:pt idx="{position}"{own}><c:v>{value}</c:v></c:pt>'


def paint(color: str) -> str:
    return f"<c:spPr>{solid(color)}<a:ln><a:noFill/></a:ln></c:spPr>"


def labels(
    drawn: DrawnSeries,
    color: str,
    position: str,
    *,
    single: str = "",
    hidden: Collection[int] = (),
    elsewhere: Mapping[int, tuple[str, float]] = MappingProxyType({}),
    bold: bool = False,
    show: str = "value",
    size: float = LABEL,
) -> str:
    """c:dLbls: all points but the hidden labelled with `show` («value», «name», «none»), after the labels of single points.

    Those of `elsewhere` stand on another side of their points, moved down by so much of the chart.
    """
    if show == "value":
        single = "".join(
            no_label(n) if n in hidden else label(n, drawn, color, side, bold=bold, size=size, shift=(0, down))
            for n in sorted({*hidden, *elsewhere, *drawn.own_codes})
            for side, down in [elsewhere.get(n, (position, 0.0))]
        )
    inner = f"{number_format(drawn.code)}{_CLEAR}{look(color, bold=bold, size=size, body=_ONE_LINE)}"
    placed = f'<c:dLblPos val="{position}"/>' if position else ""
    return f"<c:dLbls>{single}{inner}{placed if show != 'none' else ''}{_flags(show)}{_NO_LEADERS}</c:dLbls>"


def label(
    point: int,
    drawn: DrawnSeries,
    color: str,
    position: str,
    *,
    bold: bool = True,
    show: str = "value",
    shift: tuple[float, float] = (0.0, 0.0),
    size: float = LABEL,
    words: str = "",
) -> str:
    """c:dLbl of one point, moved from its usual place by shares of the chart; `words` stand in place of its value."""
    across, down = shift
    layout = (
        f'<c:layout><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
        if any(shift)
        else ""
    )
    placed = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:dLbl><c:idx val="{point}"/>{layout}{_rich(words, color, size)}{number_format(drawn.code_of(point))}{_CLEAR}'
        f"{look(color, bold=bold, size=size, body=_ONE_LINE)}{placed}{_flags(show)}</c:dLbl>"
    )


def _rich(words: str, color: str, size: float) -> str:
    if not words:
        return ""
    ink = f'sz="{round(size * 100)}" b="1">{solid(color)}'
    return (
        f"<c:tx><c:rich><a:bodyPr{_ONE_LINE}/><a:lstStyle/><a:p><a:pPr><a:defRPr {ink}</a:defRPr></a:pPr>"
        f'<a:r><a:rPr lang="en-US" {ink}</a:rPr><a:t>{text(words)}</a:t></a:r></a:p></c:rich></c:tx>'
    )


def no_label(point: int) -> str:
    return f'<c:dLbl><c:idx val="{point}"/><c:delete val="1"/></c:dLbl>'


def _flags(show: str) -> str:
    value, name = int("value" in show), int("name" in show)
    separator = "<c:separator>  </c:separator>" if value and name else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="{name}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )


def number_format(code: str) -> str:
    return f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'


def category_axis(position: str, room: Room = Room(), *, reverse: bool = False, low: bool = False) -> str:
    """Axis 1, with the words of the categories; `low` keeps them at the edge when bars go below zero.

    How the words stand is always told: some programs turn and cut them where it is not.
    """
    every = f'<c:tickLblSkip val="{room.skip}"/><c:tickMarkSkip val="{room.skip}"/>' if room.skip > 1 else ""
    stand = _UPRIGHT if room.upright else _LEVEL
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if reverse else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{"low" if low else "nextTo"}"/>'
        f"{_line(theme.MIST)}{look(theme.SLATE, size=room.size, body=stand)}"
        f'<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{every}'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(
    axis: Scale,
    code: str,
    position: str,
    *,
    hidden: bool = False,
    title: str = "",
    identity: int = 2,
    crosses: str = "min",
    between: str = "between",
    words: bool = True,
) -> str:
    """Axis 1 or 2 (its partner is the other) with hairlines and round ticks; without `words` the ticks are not written."""
    lines = "" if hidden else f"<c:majorGridlines>{_line(theme.LINE)}</c:majorGridlines>"
    return (
        f'<c:valAx><c:axId val="{identity}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{position}"/>{lines}{_title(title, position)}{number_format(code)}'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{"nextTo" if words else "none"}"/>'
        f"{_line('')}{look(theme.SLATE, body=_LEVEL)}"
        f'<c:crossAx val="{3 - identity}"/><c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>'
        f'<c:majorUnit val="{axis.step!r}"/></c:valAx>'
    )


def _title(title: str, position: str) -> str:
    if not title:
        return ""
    turn = ' rot="-5400000" vert="horz"' if position == "l" else ""
    ink = f'sz="{LABEL * 100}" b="0">{solid(theme.SLATE)}'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr {ink}</a:defRPr></a:pPr>"
        f'<a:r><a:rPr lang="en-US" {ink}</a:rPr><a:t>{text(title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )


def _line(color: str) -> str:
    return f'<c:spPr><a:ln w="6350">{solid(color)}</a:ln></c:spPr>'
