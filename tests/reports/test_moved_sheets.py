"""Lint says once which sheet was renamed, moved, added or is gone, and holds the cells of those that are there."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from smmstrategy.reports.document import Field, Figure, Grid, Sheet
from smmstrategy.reports.excel import draw
from smmstrategy.reports.lint import Stray, strays
from smmstrategy.reports.manifest import manifest
from tests.reports import example
from tests.reports.reading import changed

BOOK, SUMMARY, POSTS = "xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"


def drawn():
    document = example.full()
    drawing = draw(document)
    return drawing.content, manifest(document, drawing)


def renamed(content: bytes, before: str, after: str) -> bytes:
    """As Excel does: in the list of sheets and in all references."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            text = source.read(name)
            if name == BOOK or name.startswith("xl/charts/"):
                text = text.decode().replace(f'name="{before}"', f'name="{after}"').replace(f"{before}!", f"{after}!").encode()
            copy.writestr(name, text)
    return target.getvalue()


def test_a_renamed_sheet_is_said_once_and_its_cells_hold():
    content, listed = drawn()
    called = [Stray("Сводка", "", "is called «Итог»"), Stray("Посты", "", "is called «Posts»")]
    both = renamed(renamed(content, "Посты", "Posts"), "Сводка", "Итог")
    assert strays(both, listed) == called
    assert strays(changed(both, SUMMARY, "<v>4940</v>", "<v>4941</v>"), listed) == [
        *called,
        Stray("Сводка!C6", "4941", "not a declared number"),
        Stray("Сводка!C6", "4940", "the chart remembers another value"),
    ]
    assert strays(changed(both, POSTS, r'(<c r="F7"[^>]*>)<v>26</v>', r"\1<v>62</v>"), listed) == [
        *called,
        Stray("Посты!F7", "62.0", "not the value of the data row"),
    ]


def test_a_sheet_that_is_gone_is_said_once():
    content, listed = drawn()
    gone = changed(content, BOOK, '<sheet name="Посты"[^>]*/>', "")
    assert strays(gone, listed) == [Stray("Посты", "", "is missing")]


def test_a_moved_sheet_is_said_once():
    content, listed = drawn()
    moved = changed(
        content, BOOK, '(<sheet name="Паспорт"[^>]*/>)(<sheet name="Сводка"[^>]*/>)(<sheet name="Посты"[^>]*/>)', r"\2\3\1"
    )
    assert strays(moved, listed) == [Stray("Паспорт", "", "was moved from place 1 to 3")]


def test_an_added_sheet_is_said_and_its_numbers_are_nobodys():
    document = example.document(example.passport(40), example.heatmap())
    drawing = draw(document)
    added = replace(document, sheets=(*document.sheets, Sheet("Мой лист", (Grid((Field("Итог"),), ((Figure("mine", 777),),)),))))
    found = strays(draw(added).content, manifest(document, drawing))
    assert found[0] == Stray("Мой лист", "", "is no sheet of the manifest")
    assert Stray("Мой лист!A5", "777", "not a declared number") in found
    assert {stray.place.partition("!")[0] for stray in found} == {"Мой лист", "Мой лист footer"}
