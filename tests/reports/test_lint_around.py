"""Nothing that a person sees of a package escapes the lint: what it reads at no place shows no number, or is told."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from smmstrategy.reports.excel import draw
from smmstrategy.reports.lint import around, strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw as draw_deck
from tests.reports import example
from tests.reports.powerpoint import sample
from tests.reports.reading import changed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
POSTS, CHART = "xl/worksheets/sheet3.xml", "ppt/charts/chart1.xml"
WORDS = f"<a:p {DRAWING}><a:r><a:t>Охват вырос на 999 %</a:t></a:r></a:p>"


def workbook() -> tuple[bytes, dict]:
    document = example.full()
    drawing = draw(document)
    return drawing.content, manifest(document, drawing)


def deck() -> tuple[bytes, dict]:
    document = sample.document()
    drawing = draw_deck(document)
    return drawing.content, manifest(document, drawing)


def related(content: bytes, part: str, kind: str, added: str) -> bytes:
    """With a part more, to which this one relates."""
    folder, _, name = part.rpartition("/")
    relations, target = f"{folder}/_rels/{name}.rels".removeprefix("/"), BytesIO()
    one = f'<Relationship Id="more" Type="{OFFICE}/{kind}" Target="/more/{kind}.xml"/></Relationships>'
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        there = {name: source.read(name) for name in source.namelist()}
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        there[relations] = there.get(relations, empty).replace(b"</Relationships>", one.encode())
        for name, data in (there | {f"more/{kind}.xml": added.encode()}).items():
            copy.writestr(name, data)
    return target.getvalue()


def found(content: bytes, listed: dict) -> list[tuple[str, str]]:
    return [(stray.place, stray.token) for stray in strays(content, listed)]


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "place", "token"),
    [
        (POSTS, "<oddFooter>", "<oddHeader>&amp;C&amp;12Всего 999</oddHeader><oddFooter>", "Посты", "999"),
        (POSTS, "</oddFooter>", "</oddFooter><evenFooter>999</evenFooter>", "Посты", "999"),
        (POSTS, "</oddFooter>", "</oddFooter><evenFooter>999</evenFooter><!--</sheetData>-->", "Посты", "999"),
        (POSTS, "<pageMargins", '<x><formula1>"999,да"</formula1></x><pageMargins', "Посты", "999"),
        (POSTS, "<pageMargins", '<dataValidations><dataValidation prompt="999"/></dataValidations><pageMargins', "Посты", "999"),
        ("xl/drawings/drawing1.xml", "<xdr:clientData/>", f"{WORDS}<xdr:clientData/>", "Сводка", "999"),
        ("xl/drawings/drawing1.xml", "<xdr:cNvPr ", '<xdr:cNvPr descr="Рост 999" ', "Сводка", "999"),
        ("xl/styles.xml", 'formatCode="[^"]*"', 'formatCode="&quot;999&quot;"', "xl/styles.xml", "999"),
        ("xl/styles.xml", 'formatCode="[^"]*"', r'formatCode="\\9"', "xl/styles.xml", "9"),
        ("xl/charts/chart1.xml", 'formatCode="[^"]*"', 'formatCode="0&quot;999&quot;"', "Сводка", "999"),
        ("docProps/core.xml", "<dc:title>", "<dc:title>Рост 999", "docProps/core.xml", "999"),
        ("docProps/app.xml", "<Company>|<DocSecurity>", "<Company>999</Company><DocSecurity>", "docProps/app.xml", "999"),
    ],
)  # fmt: skip
def test_a_number_beside_the_cells_of_a_workbook_is_found(part, pattern, replacement, place, token):
    content, listed = workbook()
    assert found(changed(content, part, pattern, replacement), listed) == [(place, token)]


@pytest.mark.parametrize(
    ("part", "kind", "added"),
    [
        (POSTS, "comments", f'<comments xmlns="{SPREADSHEET}"><text><t>Было 999 %</t></text></comments>'),
        (POSTS, "vmlDrawing", "<xml><div>999 %</div></xml>"),
        ("", "custom-properties", "<Properties><property>999 %</property></Properties>"),
    ],
)
def test_a_number_in_a_part_that_was_added_to_a_workbook_is_found(part, kind, added):
    content, listed = workbook()
    place = "Посты" if part else f"more/{kind}.xml"
    assert found(related(content, part, kind, added), listed) == [(place, "999")]


@pytest.mark.parametrize("kind", ["image", "pivotTable", "control"])
def test_a_part_of_which_nothing_can_be_checked_is_told(kind):
    content, listed = workbook()
    assert [str(stray) for stray in strays(related(content, POSTS, kind, ""), listed)] == [
        f"Посты: nothing can be checked of what this part shows: more/{kind}.xml"
    ]


@pytest.mark.parametrize(
    ("pattern", "replacement", "token"),
    [
        ("<c:formatCode>[^<]*<", '<c:formatCode>"999"<', "999"),
        ("formatCode=([\"']).*?\\1", 'formatCode="&quot;999&quot;"', "999"),
        ("</c:dLbls>", "<c:separator> 999 </c:separator></c:dLbls>", "999"),
    ],
)
def test_a_number_beside_the_points_of_a_chart_is_found(pattern, replacement, token):
    content, listed = deck()
    assert [each for _, each in found(changed(content, CHART, pattern, replacement), listed)] == [token]


@pytest.mark.parametrize("kind", ["chartUserShapes", "diagramData", "comments"])
def test_a_text_box_in_a_chart_a_diagram_and_a_comment_are_read(kind):
    content, listed = deck()
    assert [token for _, token in found(related(content, CHART, kind, WORDS), listed)] == ["999"]


def test_a_table_on_a_layout_and_an_equation_are_read():
    content, listed = deck()
    equation = '<a:r><a:t/></a:r><m:t xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">999</m:t></a:p>'
    table = f"<p:graphicFrame>{WORDS}</p:graphicFrame></p:spTree>"
    for part, pattern, replacement in (("slides/slide2", "</a:p>", equation), ("slideLayouts/slideLayout1", "</p:spTree>", table)):
        assert "999" in "".join(token for _, token in found(changed(content, f"ppt/{part}.xml", pattern, replacement), listed))


def test_every_kind_of_part_is_read_or_shows_nothing_and_none_is_both():
    assert around.READ.keys() & around.SHOW_NOTHING == set()
