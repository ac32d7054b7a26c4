"""A file whose numbers all stand in its manifest passes; one changed digit anywhere does not."""

import io
import json
from dataclasses import replace
from decimal import Decimal
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from smmstrategy.reports import plain
from smmstrategy.reports.actions import keep, seal
from smmstrategy.reports.document import Bullets, Code, Field, Figure, Grid, Page, Quote, Sheet, Shown
from smmstrategy.reports.drawing import Drawn
from smmstrategy.reports.excel import draw
from smmstrategy.reports.formats import MINUS, write
from smmstrategy.reports.lint import Stray, pieces, strays
from smmstrategy.reports.manifest import NumberInWords, ValuesDisagree, digest, manifest
from smmstrategy.reports.powerpoint import draw as draw_deck
from tests.reports import example
from tests.reports.reading import changed

ORDINARY, QUICK = 10**9, 1
CACHED = r"<c:numRef><c:f>[^<]*</c:f><c:numCache>(.*?)</c:numCache></c:numRef>"
LIKES, LOCAL = '<definedName name="posts_likes">', '<definedName name="Posts_Likes" localSheetId="1">9</definedName>'
SUMMARY, POSTS, TEXTS = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml"


def drawn(quick_from=ORDINARY):
    document = example.full()
    drawing = draw(document, quick_from=quick_from)
    return drawing.content, manifest(document, drawing)


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
def test_an_untouched_workbook_passes(quick_from):
    assert strays(*drawn(quick_from)) == []


@pytest.mark.parametrize(
    ("quick_from", "part", "pattern", "replacement", "place"),
    [
        (ORDINARY, SUMMARY, "<v>4940</v>", "<v>4941</v>", "Сводка!C6"),
        (ORDINARY, SUMMARY, "<v>1234567.5</v>", "<v>1234567.6</v>", "Сводка!C32"),
        (ORDINARY, POSTS, r'(<c r="F7"[^>]*>)<v>26</v>', r"\1<v>62</v>", "Посты!F7"),
        (QUICK, POSTS, r'(<c r="F7"[^>]*>)<v>26</v>', r"\1<v>62</v>", "Посты!F7"),
        (QUICK, POSTS, r'<c r="F7"[^>]*><v>26</v></c>', "", "Посты!F7"),
        (QUICK, POSTS, r'(<c r="F7"[^>]*>)<v>26</v>', r"\1<f>13+13</f><v>26</v>", "Посты!F7"),
        (QUICK, POSTS, "Скидка 20 %", "Скидка 90 %", "Посты!E7"),
        (ORDINARY, TEXTS, "Скидка 20 %", "Скидка 90 %", "Посты!E7"),
        (ORDINARY, TEXTS, "Рассвет 24»", "Рассвет 25»", "Паспорт!C6"),
        (ORDINARY, TEXTS, "30\u00a0июня", "31\u00a0июня", "Паспорт!C7"),
        (ORDINARY, TEXTS, "Итоги", "Итоги 7", "Сводка!B26"),
        (ORDINARY, "xl/charts/chart1.xml", "<c:v>4940</c:v>", "<c:v>4942</c:v>", "Сводка!C6"),
        (ORDINARY, "xl/charts/chart1.xml", "Лайки по аккаунтам", "3 лайка", "Сводка charts"),
        (ORDINARY, POSTS, "2026&amp;R", "2027&amp;R", "Посты footer"),
        (ORDINARY, "xl/charts/chart1.xml", CACHED, r"<c:numLit>\1</c:numLit>", "Сводка charts"),
        (ORDINARY, "xl/workbook.xml", r"\$F\$44", "$F$43", "posts_likes"),
        (ORDINARY, "xl/workbook.xml", f"{LIKES}[^<]*</definedName>", "", "posts_likes"),
        (ORDINARY, "xl/workbook.xml", LIKES, LOCAL + LIKES, "posts_likes"),
    ],
)  # fmt: skip
def test_one_changed_digit_is_found_where_it_stands(quick_from, part, pattern, replacement, place):
    content, listed = drawn(quick_from)
    found = strays(changed(content, part, pattern, replacement), listed)
    assert place in {stray.place for stray in found}


@pytest.mark.parametrize("relative", ["F5:F44", "$F5:$F44", "$F$5:$F44"])
def test_a_name_that_means_other_cells_elsewhere_is_found(relative):
    content, listed = drawn()
    shifting = changed(content, "xl/workbook.xml", rf"({LIKES}[^<]*!)\$F\$5:\$F\$44", rf"\1{relative}")
    assert strays(shifting, listed) == [
        Stray("posts_likes", f"'Посты'!{relative}", "the reference is relative: elsewhere the name means other cells")
    ]


def test_an_edited_manifest_is_noticed():
    content, listed = drawn()
    listed["figures"]["likes.0"]["value"] = "4941"
    assert [stray.place for stray in strays(content, listed)] == ["manifest", "Сводка!C6"]


def test_a_formula_that_works_out_something_else_is_noticed_even_with_the_value_kept():
    content, listed = drawn()
    twice = changed(content, SUMMARY, r"<f>([^<]*)</f>", r"<f>\1*2</f>")
    assert "not the declared formula" in {stray.reason for stray in strays(twice, listed)}


def test_a_text_that_is_not_its_figures_value_is_noticed():
    document = example.full()
    drawing = draw(document)
    wrong = tuple(replace(shown, text="4941") if shown.id == "likes.0" else shown for shown in drawing.shown)
    reasons = {stray.reason for stray in strays(drawing.content, manifest(document, replace(drawing, shown=wrong)))}
    assert "likes.0 is 4940" in reasons


def test_a_share_written_as_nought_that_is_none_is_noticed():
    """In whole per cent a change of 0.3 % is written as nought, and a share is not."""
    nought = write(Figure("", 0, Shown.PERCENT, places=0), "ru")
    for signed, found in ((True, []), (False, ["er is 0.003"])):
        share = Figure("er", Decimal("0.003"), Shown.PERCENT, places=0, signed=signed)
        document = example.document(pages=(Page("er", (share,)),))
        drawing = draw_deck(document)
        listed = manifest(document, replace(drawing, shown=tuple(replace(one, text=nought) for one in drawing.shown)))
        assert [stray.reason for stray in strays(drawing.content, listed) if "0.003" in stray.reason] == found


def test_a_figure_without_an_origin_is_noticed():
    document = replace(example.full(), origins={})
    drawing = draw(document)
    assert "likes.0 has no origin" in {stray.reason for stray in strays(drawing.content, manifest(document, drawing))}


def test_the_manifest_says_how_a_number_came_about():
    _, listed = drawn()
    assert listed["figures"]["share.0"]["value"][:12] == "0.5125012968"
    assert listed["figures"]["share.0"]["forms"] == [["percent", None, False, ""]]
    assert listed["figures"]["share.0"]["metric"] == "share.0@1"
    assert digest(json.loads(json.dumps(listed))) == listed["sha256"]


UNFOUNDED = "ER вырос на 999,9 % без всякого основания"


@pytest.mark.parametrize(
    ("described", "place"),
    [
        ({"pages": (Page("er", (UNFOUNDED,)),)}, "slide 1 / Title"),
        ({"sheets": (Sheet("ER", (Grid((Field(UNFOUNDED),), ()),)),)}, "ER!B5"),
        ({"sheets": (Sheet("ER", (Grid((Field("Что"),), ((UNFOUNDED,),)),)),)}, "ER!B6"),
        ({"sheets": (Sheet("Пусто", ()), Sheet("ER", (Grid((Field("Что"),), ((UNFOUNDED,),)),)))}, "ER"),
        ({"sheets": (Sheet("ER", (), intro=((UNFOUNDED,),)),)}, "ER!B4"),
    ],
)
def test_a_document_with_a_number_in_plain_words_is_refused(described, place):
    document = replace(example.document(), **described)
    with pytest.raises(NumberInWords, match=rf"^{place}: '{UNFOUNDED}' holds a number that is no figure$"):
        manifest(document, (draw_deck if "pages" in described else draw)(document))


def test_a_code_is_what_the_origin_of_its_figure_says():
    document = example.document(pages=(Page("er", (Figure("er", 8), " ", Code("er", "er@1"), ": ", Code("er", "999,9 %"))),))
    with pytest.raises(NumberInWords, match=r"^slide 1 / Title: '999,9 %' is neither id, metric nor formula of er$"):
        manifest(document, draw_deck(document))


def test_words_of_the_list_may_hold_digits_and_no_others():
    listed = {"303-ФЗ", "500–999", "10 000 подписчиков"}
    assert plain.numbers("303-ФЗ: от 10 000 подписчиков, 500–999 знаков", listed) == []
    assert plain.numbers("1303-ФЗ: от 110 000 подписчиков, 500–9999 и 500–999,5 знаков", listed) == [
        "1303", "110", "000", "500", "9999", "500", "999,5",
    ]  # fmt: skip


def test_a_number_in_plain_words_is_found_whatever_the_manifest_says_it_shows():
    page = Page("er", ("ER вырос на 8",))
    document = replace(example.document(pages=(page,)), words=frozenset({"ER вырос на 8"}))
    drawing = draw_deck(document)
    listed = manifest(document, drawing) | {"words": []}
    listed["sha256"] = digest(listed)
    assert Stray("slide 1 / Title", "8", "a number in plain words") in strays(drawing.content, listed)


def test_listed_words_cut_short_are_still_those_words():
    law = "303-ФЗ, с 1 января 2025"
    document = replace(example.document(pages=(Page("law", ("Закон " * 80 + law,)),)), words=frozenset({law}))
    drawing = draw_deck(document)
    assert strays(drawing.content, manifest(document, drawing)) == []


def test_one_id_cannot_stand_for_two_values():
    document = example.full()
    page = replace(document.pages[0], title=(Figure("likes.0", 4941),))
    with pytest.raises(ValuesDisagree, match=r"likes\.0 is 4941 and 4940"):
        manifest(replace(document, pages=(page,)), draw(document))


def test_the_command_names_place_and_number_and_fails(tmp_path, capsys):
    content, listed = drawn()
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(content)
    bad.write_bytes(changed(content, SUMMARY, "<v>4940</v>", "<v>4941</v>"))
    for file in (good, bad):
        file.with_name(f"{file.name}.manifest.json").write_text(json.dumps(listed))
    call_command("report_lint", good)
    with override("en"), pytest.raises(CommandError, match="1 of 2 files: not what the manifest says"):
        call_command("report_lint", good, bad)
    assert f"{bad}: Сводка!C6: 4941: not a declared number" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_missing_manifest_is_one_sentence_that_says_where_it_was_looked_for(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"")
    with override("en"), pytest.raises(CommandError) as refused:
        call_command("report_lint", tmp_path / "a.xlsx")
    file = tmp_path / "a.xlsx"
    assert str(refused.value) == (
        f"{file} has no manifest: there is no {file}.manifest.json, and no document made here has its SHA-256, "
        "so it was made elsewhere or changed since. "
        "Put the manifest beside it, from the page of the audit, or name it with --manifest."
    )


def refusal(*told: object) -> str:
    with override("en"), pytest.raises(CommandError) as refused:
        call_command("report_lint", *told)
    return str(refused.value)


NO_MANIFESTS = ["", "# Notes", "[]", "{}", "[" * 100_000, '{"shown": []}']
NO_ROWS = ["[{}]", '["Лист!A1"]', '[["Лист!A1", "word", ""]]', '[["Лист!A1", "word", "", 5]]', "{}", "null"]


@pytest.mark.parametrize(
    "content",
    [*NO_MANIFESTS, *(f'{{"language": "ru", "figures": {{}}, "columns": [], "shown": {rows}}}' for rows in NO_ROWS)],
)
def test_json_of_something_else_is_no_manifest(tmp_path, content):
    deck, other = tmp_path / "a.pptx", tmp_path / "other.json"
    deck.write_bytes(drawn()[0])
    other.write_text(content)
    assert refusal(deck, "--manifest", other) == (
        f"{other} is not a manifest: the one of a document is called like it, and ends in .manifest.json."
    )


def test_what_is_no_document_or_is_cut_short_is_said(tmp_path):
    content, listed = drawn()
    kept, empty = tmp_path / "kept.json", io.BytesIO()
    kept.write_text(json.dumps(listed))
    ZipFile(empty, "w").close()
    broken = changed(content, SUMMARY, "<v>4940</v>", "<v>4940")
    for number, other in enumerate((b"", b"Date;Views", content[:2000], empty.getvalue(), broken)):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(other)
        assert refusal(file, "--manifest", kept) == f"{file} is no deck and no workbook, or is damaged."
    assert refusal(tmp_path, "--manifest", kept) == f"{tmp_path} cannot be read: it is a folder."
    assert refusal(tmp_path / "0.pptx") == f"{tmp_path / '0.pptx'} cannot be read: there is no such file or folder."


@pytest.mark.django_db
def test_a_downloaded_file_is_known_by_its_bytes_wherever_it_lies(agency, settings, tmp_path, capsys):
    settings.MEDIA_ROOT = tmp_path / "kept"
    document = example.full()
    drawing = draw(document)
    snapshot = seal(brand=agency.brand_a, kind="audit", facts={}, by=None)
    keep(snapshot, [Drawn("xlsx", "a.xlsx", drawing, manifest(document, drawing))], language="ru", by=None)
    downloaded = tmp_path / "a (1).xlsx"
    downloaded.write_bytes(drawing.content)
    with override("en"):
        call_command("report_lint", downloaded)
    assert capsys.readouterr().out == f"{downloaded}: every number is in the manifest\n"


SIGNS = "+-–\u2010\u2011\u2012\u207a\u207b\ufe62\ufe63\uff0b\uff0d" + MINUS
PERCENT = [" %", "%", "  %", "％", " процентов", " percent", " п.п.", " pp"]
SMALL = ["²", "⁰", "₂", "½", " ⅓"]
THOUSANDS = ["K", "k", "к", " тыс.", " тыс.руб."]
MILLIONS = [" M", "\u00a0млн", " млрд", " трлн", " mln", " bn", " миллионов", " thousand", " Million"]
BESIDE = [
    *(("2,0", f"{sign}2,0") for sign in SIGNS),
    *(("41", f"41{suffix}") for suffix in (*PERCENT, *SMALL, *THOUSANDS, *MILLIONS)),
    *(("41", f"{small}41") for small in "²₂⅓"),
]


@pytest.mark.parametrize(("number", "written"), BESIDE)
def test_a_sign_a_power_a_fraction_or_a_magnitude_put_beside_a_number_is_found(number, written):
    title = ("Прирост ", Figure("growth", Decimal("0.02"), Shown.PERCENT), " за ", Figure("n", 41))
    document = example.document(pages=(Page("er", title),))
    drawing = draw_deck(document)
    signed = changed(drawing.content, "ppt/slides/slide1.xml", f"<a:t>{number}", f"<a:t>{written}")
    assert [stray.token.lstrip("+-−") for stray in strays(signed, manifest(document, drawing))] == [number]


JOINED = ["до-41", "до\u201141", "41 К", "41 Май", "41 комментарий", "41 Market", "41 процесс"]
NAMES = ["41 K-pop posts", "41 M·Video", "41 M.Video", "41 B&B", "41 Т-Банк"]


@pytest.mark.parametrize("joined", [*JOINED, *NAMES])
def test_what_joins_or_follows_a_number_is_no_sign_of_it(joined):
    assert plain.numbers(joined, ["41"]) == []


def test_a_name_that_begins_the_next_line_is_no_magnitude_of_the_number_before():
    lines = Bullets((("Кофе: ", Figure("n", 41)), (Quote("M Group"), ": ", Figure("m", 2))))
    document = example.document(pages=(Page("er", "ER", (lines,)),))
    drawing = draw_deck(document)
    assert strays(drawing.content, manifest(document, drawing)) == []


def test_the_second_number_of_a_range_has_no_sign_once_the_first_is_accounted_for():
    assert pieces.anywhere("10–20, -20", ["10", "20"]) == ["-20"]
