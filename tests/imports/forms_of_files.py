"""Short ways to make files and to look at what was understood of them."""

import io
import zipfile
from collections.abc import Sequence
from itertools import zip_longest

import xlsxwriter
from django.utils import translation
from xlsxwriter.worksheet import Worksheet

from smmstrategy.metrics.imports.queries import sentence


def values(found):
    """The values of all accounts without their rows: metric, first day, last day, number, slice, rounded."""
    return [value[1:] for subject in found["subjects"] for value in subject["values"]]


def days(found):
    """Metric, first day and number of each value."""
    return [(value[1], value[2], value[4]) for subject in found["subjects"] for value in subject["values"]]


def posts(found):
    return [post for subject in found["subjects"] for post in subject["posts"]]


def accounts(found):
    return [f"{subject['network']}:{subject['handle']}" for subject in found["subjects"]]


def rejected(found):
    return [row for row, _reason in found["rejected"]]


def said(found):
    """The warnings and the question, as sentences."""
    messages = found["warnings"] + ([found["question"]["message"]] if found["question"] else [])
    with translation.override("en"):
        return " ".join(map(sentence, messages))


def workbook(
    *sheets: list[list[object]],
    hidden: tuple[int, ...] = (),
    names: Sequence[str | None] = (),
    formats: dict[int, str] | None = None,
    since_1904: bool = False,
) -> bytes:
    """An .xlsx of these sheets; the positions in `hidden` are hidden ones. `formats` are number formats of columns.

    A cell of two texts is a link with its words, or a formula with its result."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "yyyy-mm-dd", "date_1904": since_1904}) as book:
        for position, (rows, name) in enumerate(zip_longest(sheets, names)):
            sheet = book.add_worksheet(name)
            sheet.add_write_handler(tuple, _write_pair)
            for column, code in (formats or {}).items():
                sheet.set_column(column, column, None, book.add_format({"num_format": code}))
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if position in hidden:
                sheet.hide()
    return content.getvalue()


def _write_pair(sheet: Worksheet, row: int, column: int, cell: tuple[str, str], *_: object) -> int:
    if cell[0].startswith("="):
        return sheet.write_formula(row, column, cell[0], value=cell[1])
    return sheet.write_url(row, column, cell[0], string=cell[1])


def archive(**files: str | bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return content.getvalue()


def xml_spreadsheet(*rows: str) -> str:
    """A spreadsheet of these rows of cells; cells of the style «p» show percent."""
    table = "".join(f"<Row>{row}</Row>" for row in rows)
    return (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/>'
        f'</Style></Styles><Worksheet ss:Name="A"><Table>{table}</Table></Worksheet></Workbook>'
    )


def xml_cell(text: object, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def numbers_of(found):
    """By account how many posts it has, or the numbers of its values."""
    told = [[value[4] for value in subject["values"]] or len(subject["posts"]) for subject in found["subjects"]]
    return dict(zip(accounts(found), told, strict=True))


def others(found):
    """The accounts that a column names as others than the brand."""
    return {f"{subject['network']}:{subject['handle']}" for subject in found["subjects"] if subject["other_in"]}
