"""Pieces of DrawingML: shapes, text, tables, frames, as strings of XML."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, by_font, leading
from smmstrategy.reports.text import safe_text

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BOLD = {True: ' b="1"', False: ""}
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_WORD = re.compile(r"(?:^ +)?[^ ]+(?: +[\u0590-\u08ff][^ ]*)* *|^ +$")  # words from right to left stay together, in their order


def text(value: str) -> str:
    return escape(safe_text(value))


def attribute(value: str) -> str:
    """Quoted, as it stands after an equals sign."""
    return quoteattr(safe_text(value).replace("\n", " ").replace("\t", " "))


def solid(color: str) -> str:
    """A fill of a colour RRGGBB, or none."""
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>' if color else "<a:noFill/>"


def line(color: str, points: float = 0.75) -> str:
    return f'<a:ln w="{round(points * POINT)}">{solid(color)}</a:ln>' if color else "<a:ln><a:noFill/></a:ln>"


def paragraph(content: Paragraph, language: str, links: dict[str, str]) -> str:
    """One a:p; `links` gives the relationship id of each address."""
    tag = {"ru": "ru-RU", "en": "en-GB"}[language]
    size = round(content.size * 100)
    pieces = "".join(
        f'<a:r><a:rPr lang="{tag}" sz="{size}"{_BOLD[run.bold]} dirty="0">{_ink(run.color or content.color)}'
        f"{_click(links.get(run.link))}</a:rPr><a:t>{text(piece)}</a:t></a:r>"
        for run in content.runs
        for piece in _pieces(run)
    )
    hanging = f' marL="{content.indent}" indent="{-content.indent}"'
    bullet = (
        f'<a:buClr><a:srgbClr val="{content.mark}"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if content.mark
        else "<a:buNone/>"
    )
    return (
        f'<a:p><a:pPr algn="{content.align}"{hanging}><a:lnSpc><a:spcPts val="{round(leading(content.size) * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(content.before * 100)}"/></a:spcBef>{bullet}</a:pPr>{pieces}'
        f'<a:endParaRPr lang="{tag}" sz="{size}" dirty="0"/></a:p>'
    )


def _pieces(run: Run) -> list[str]:
    """LibreOffice sets the whole of a link in the font of its first letter and breaks its words: each gets a link in each font."""
    if run.link:
        return [word for piece in by_font(run.text) for word in _WORD.findall(piece)]
    return [run.text] if run.text else []


def _ink(color: str) -> str:
    """The colour of characters; «» leaves it to the layout."""
    return solid(color) if color else ""


def _click(relation: str | None) -> str:
    return f'<a:hlinkClick r:id="{relation}"/>' if relation else ""


def number_field(number: int, size: float) -> str:
    return (
        '<a:p><a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr sz="{round(size * 100)}"/><a:t>{number}</a:t></a:fld></a:p>'
    )


def placeholder(number: int, name: str, kind: str, paragraphs: str, box: Box | None = None) -> str:
    """A shape that takes its place and look from the layout; `kind` holds the attributes of p:ph."""
    place = f"<a:xfrm>{_extent(box)}</a:xfrm>" if box else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def shape(
    number: int,
    name: str,
    box: Box,
    paragraphs: str,
    *,
    geometry: str = "rect",
    fill: str = "",
    border: str = "",
    anchor: str = "t",
    inset: tuple[int, int] = (0, 0),
    description: str = "",
) -> str:
    across, down = inset
    described = f" descr={attribute(description)}" if description else ""
    kind = ' txBox="1"' if geometry == "rect" and not fill and not border else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(name)}{described}/><p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{_extent(box)}</a:xfrm><a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>'
        f"{solid(fill)}{line(border)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )


def frame(number: int, name: str, box: Box, uri: str, content: str, description: str) -> str:
    """A graphic frame around a chart or a table."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={attribute(name)} descr={attribute(description)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"<p:xfrm>{_extent(box)}</p:xfrm>"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def _extent(box: Box) -> str:
    return f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'


@dataclass(frozen=True, slots=True)
class TableCell:
    paragraphs: Sequence[Paragraph] = ()
    fill: str = ""
    rule: str = ""  # colour of the line under the cell
    hatch: str = ""  # colour of a hatching over the fill
    anchor: str = "ctr"
    inset: tuple[int, int] = (5 * POINT, 3 * POINT)

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_label(self) -> bool:
        """Whether it begins with words, and names no slide, whose number may change."""
        kinds = [run.kind for paragraph in self.paragraphs for run in paragraph.runs]
        return kinds[:1] in ([], ["word"], ["quote"]) and "number" not in kinds


def table(widths: Iterable[int], rows: Iterable[tuple[int, list[tuple[TableCell, str]]]]) -> str:
    """An a:tbl of rows with their heights in EMU, each cell with the XML of its paragraphs; the first is the header."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    body = "".join(f'<a:tr h="{height}">{"".join(_cell(*cell) for cell in cells)}</a:tr>' for height, cells in rows)
    return f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>'


def _cell(cell: TableCell, paragraphs: str) -> str:
    across, down = cell.inset
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    rule = f'<a:lnB w="9525">{solid(cell.rule)}</a:lnB>' if cell.rule else '<a:lnB w="0"><a:noFill/></a:lnB>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs or '<a:p/>'}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{cell.anchor}">'
        f"{none}{rule}{_ground(cell)}</a:tcPr></a:tc>"
    )


def _ground(cell: TableCell) -> str:
    if not cell.hatch:
        return solid(cell.fill)
    return (
        f'<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="{cell.hatch}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{cell.fill or "FFFFFF"}"/></a:bgClr></a:pattFill>'
    )
