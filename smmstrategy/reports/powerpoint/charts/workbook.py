"""The workbook inside a chart, for «edit data»: one sheet of strings and numbers; there is no way to write a formula."""

from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from smmstrategy.reports.package import packed
from smmstrategy.reports.text import safe_text

SHEET = "Data"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Value = str | float | None
ChartColumn = Sequence[tuple[Value, str]]  # from the first row down: the value and its number format code


def workbook(columns: Sequence[ChartColumn]) -> bytes:
    """One sheet of those columns; None leaves the cell empty."""
    codes = list(dict.fromkeys(code for column in columns for _value, code in column if code))
    styles = {code: n for n, code in enumerate(codes, start=1)}
    depth = max(map(len, columns))
    rows = "".join(
        f'<row r="{n + 1}">'
        + "".join(
            _cell(f"{letters(c)}{n + 1}", column[n][0], styles.get(column[n][1], 0))
            for c, column in enumerate(columns)
            if n < len(column)
        )
        + "</row>"
        for n in range(depth)
    )
    width = '<col min="{}" max="{}" width="{}" customWidth="1"/>'
    widths = width.format(1, 1, 28) + width.format(2, max(len(columns), 2), 16)
    sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols>{widths}</cols><sheetData>{rows}</sheetData></worksheet>'
    return packed(_frame() | {"xl/worksheets/sheet1.xml": sheet.encode(), "xl/styles.xml": _styles(codes).encode()}, level=1)


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(place: str, value: Value, style: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = escape(_literal(safe_text(value)[:32_767]))
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def _literal(text: str) -> str:
    """Excel reads _x0041_ in a string as «A»; an escaped underscore keeps it as it is."""
    return text.replace("_x", "_x005F_x")


def _styles(codes: Sequence[str]) -> str:
    formats = "".join(f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(codes))
    cells = "".join(
        f'<xf numFmtId="{164 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for n in range(len(codes))
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    numbers = f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else ""
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">{numbers}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}">{plain} xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


@cache
def _frame() -> dict[str, bytes]:
    """The parts that are the same in every chart's workbook."""
    relation = '<Relationship Id="{}" Type="' + _OFFICE + '/{}" Target="{}"/>'
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    override = '<Override PartName="/xl/{}.xml" ContentType="' + _TYPE + '.{}+xml"/>'
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + override.format("workbook", "sheet.main")
        + override.format("worksheets/sheet1", "worksheet")
        + override.format("styles", "styles")
        + "</Types>",
        "_rels/.rels": relations.format(relation.format("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(
            relation.format("rId1", "worksheet", "worksheets/sheet1.xml") + relation.format("rId2", "styles", "styles.xml")
        ),
    }
    return {name: part.encode() for name, part in parts.items()}
