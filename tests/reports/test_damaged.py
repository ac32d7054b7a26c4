"""A file that cannot be read to its end is said to be damaged, and a manifest of the other form to be that."""

import json
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from defusedxml import EntitiesForbidden
from django.core.management import CommandError, call_command
from django.utils.translation import override

from smmstrategy.reports.excel import draw as draw_book
from smmstrategy.reports.lint import NoDocument, Stray, checked, strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw as draw_deck
from tests.reports import example
from tests.reports.powerpoint import sample
from tests.reports.reading import changed


@cache
def deck():
    document = sample.document("ru")
    drawing = draw_deck(document)
    return drawing.content, manifest(document, drawing)


@cache
def book():
    document = example.full()
    drawing = draw_book(document)
    return drawing.content, manifest(document, drawing)


def without(content, part):
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        names = source.namelist()
        assert part in names
        for name in names:
            if name != part:
                copy.writestr(name, source.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    ("drawn", "part"),
    [
        (deck, "ppt/slides/slide3.xml"),
        (deck, "ppt/charts/chart1.xml"),
        (deck, "ppt/_rels/presentation.xml.rels"),
        (deck, "ppt/presentation.xml"),
        (book, "xl/sharedStrings.xml"),
        (book, "xl/worksheets/sheet2.xml"),
        (book, "xl/charts/chart1.xml"),
        (book, "xl/_rels/workbook.xml.rels"),
    ],
)
def test_a_file_that_lacks_a_part_is_damaged(drawn, part):
    content, listed = drawn()
    with pytest.raises(NoDocument):
        checked(without(content, part), listed)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/charts/chart1.xml"])
@pytest.mark.parametrize("declared", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/passwd">'])
def test_a_part_that_declares_entities_is_not_read(part, declared):
    """They could come to gigabytes, or to a file of this machine."""
    content, listed = book()
    with pytest.raises(NoDocument) as refused:
        checked(changed(content, part, r"\?>", f"?><!DOCTYPE l [{declared}]>"), listed)
    assert isinstance(refused.value.__cause__, EntitiesForbidden)


@pytest.mark.parametrize("mistake", ["<", "&nobody;", "<x:y/>"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_part_that_is_no_xml_is_damaged(part, mistake):
    content, listed = book()
    with pytest.raises(NoDocument):
        checked(changed(content, part, r"</\w+>\s*$", rf"{mistake}\g<0>"), listed)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("drawn", [deck, book])
def test_a_file_cut_short_is_damaged_and_not_one_of_the_workbooks_inside_it(drawn, share):
    content, listed = drawn()
    with pytest.raises(NoDocument):
        checked(content[: int(len(content) * share)], listed)


def test_a_chart_that_remembers_a_word_in_place_of_a_number_is_a_finding():
    content, listed = deck()
    said = changed(content, "ppt/charts/chart1.xml", r"<c:v>182000\.0</c:v>", "<c:v>нет</c:v>")
    assert [(stray.token, stray.reason) for stray in strays(said, listed)] == [("нет", "not a number")]


@pytest.mark.parametrize(("reference", "token"), [("'Сводка'!$C$6:$C$7,'Сводка'!$C$9", "4940"), ("лайки", "4940")])
def test_a_chart_of_a_workbook_that_shows_no_cells_is_a_finding(reference, token):
    content, listed = book()
    told = changed(content, "xl/charts/chart1.xml", r"(<c:val><c:numRef><c:f>)[^<]*", rf"\g<1>{reference}")
    assert Stray("Сводка charts", token, "the chart has no cell of it") in strays(told, listed)


@pytest.mark.parametrize(
    ("language", "drawn", "other", "said"),
    [
        ("en", deck, book, "{} is a deck, and the manifest is that of a workbook."),
        ("en", book, deck, "{} is a workbook, and the manifest is that of a deck."),
        ("ru", deck, book, "{} — презентация, а манифест — книги Excel."),
        ("ru", book, deck, "{} — книга Excel, а манифест — презентации."),
    ],
)
def test_a_manifest_of_the_other_form_is_said_to_be_one(tmp_path, language, drawn, other, said):
    file, kept = tmp_path / "file", tmp_path / "kept.json"
    file.write_bytes(drawn()[0])
    kept.write_text(json.dumps(other()[1]))
    with override(language), pytest.raises(CommandError) as refused:
        call_command("report_lint", file, "--manifest", kept)
    assert str(refused.value) == said.format(file)
