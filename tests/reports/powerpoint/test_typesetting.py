"""Measured text: lines, sizes and cuts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.reports.document import Delta, Figure, Quote, Shown
from smmstrategy.reports.powerpoint.boxes import INCH, POINT
from smmstrategy.reports.powerpoint.cards import delta_runs
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, by_font, clamped, fitted, height, line_count, runs, width


def paragraph(text: str, size: float = 12) -> Paragraph:
    return Paragraph((Run(text),), size)


def test_widths_are_those_of_the_house_font():
    assert width("н", 2048) == 1095
    assert width("ЖЖ", 2048, bold=True) == 2 * 1705
    assert width("\u0301", 12) == 0


def test_a_blank_that_does_not_break_is_as_wide_as_one_that_does():
    """At 30 points the figure is 127 points wide; with 22 for each of its blanks it would not have room on a card of 139."""
    figure = "390\u00a0725\u00a0₽"
    assert round(width(figure, 30, bold=True)) == 127
    assert line_count(Paragraph((Run(figure, bold=True),), 30), 139 * POINT) == 1


def test_lines_are_counted_in_words():
    words = paragraph("охват " * 10)
    one = width("охват ", 12) * POINT
    assert line_count(words, round(one * 5.2 / 0.97)) == 2
    assert line_count(words, round(one * 10.2 / 0.97)) == 1


def test_an_address_begins_a_line_of_its_own_rather_than_part_after_its_scheme():
    assert line_count(paragraph("left https://www.se/kth"), round(width("https://www.se/", 12) / 0.96 * POINT)) == 3


def test_a_word_longer_than_a_line_begins_one():
    assert line_count(paragraph("да " + "щ" * 30), round(width("щ", 12) * 25.5 / 0.97 * POINT)) == 3


def test_a_word_without_breaks_takes_the_lines_it_needs():
    assert line_count(paragraph("щ" * 100), round(width("щ", 12) * 25.5 / 0.97 * POINT)) == 4


@given(st.text(max_size=300), st.integers(1, 5))
def test_cut_text_keeps_its_lines(text, lines):
    assert line_count(clamped(paragraph(text), INCH, lines), INCH) <= lines


def test_a_text_cut_before_is_cut_again_with_one_mark():
    cut = clamped(paragraph("Северный… (Instagram)"), round(width("Северный… (Ins", 12) * POINT), 1)
    assert cut.text == "Северный…"


def test_a_figure_is_shown_whole_or_not_at_all():
    text = (Quote("Охват"), " вырос на ", Figure("f1", Decimal("0.1825"), Shown.PERCENT, places=2), " за полгода")
    whole = Paragraph(runs(text, "ru"), 12)
    for across in range(40, 300, 5):
        shown = [run.text for run in clamped(whole, across * POINT, 1).runs if run.id == "f1"]
        assert shown in ([], ["18,25\u00a0%"])


def test_type_gets_smaller_before_anything_is_cut():
    text = paragraph("охват " * 12, 20)
    [smaller] = fitted([text], 3 * INCH, height([paragraph("охват " * 12, 17)], 3 * INCH))
    assert (smaller.size, smaller.text) == (17, text.text)


def test_a_change_says_once_which_way_it_went():
    fell = Delta(Figure("x", Decimal("-0.31"), Shown.PERCENT, 0), -1, ("a year earlier",))
    assert "".join(run.text for run in delta_runs(fell, "en")) == "−31% a year earlier"


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("שלום עולם", 60.7),
        ("مقهى الشمال", 84.1),
        ("ششششش", 65.4),
        ("ԲԺԾԹՖ", 48.1),
        ("ლოდონი", 56.1),
        ("வணக்கம்", 60.0),
        ("漢字漢字", 48.0),
        ("✨⭐", 33.5),
    ],
)
def test_what_the_house_font_lacks_is_no_narrower_than_another_font_has_it(words, points):
    """In points at a size of 12, bold, as DejaVu has them, and a whole em for a letter that it lacks."""
    assert width(words, 12, bold=True) >= points


def test_greek_is_measured_as_the_house_font_has_it():
    assert width("ΑΩ", 2048, bold=True) == 1241 + 1394


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Кафе", ["Кафе"]),
        ("שלום עולם (ВКонтакте)", ["שלום עולם", " (ВКонтакте)"]),
        ("Кафе שלום 5 שלום, да", ["Кафе ", "שלום 5 שלום", ", да"]),
        ("👩\u200d👩\u200d👧 семья", ["👩\u200d👩\u200d👧", " семья"]),
        ("❤️ Кафе", ["❤️", " Кафе"]),
        ("Кафе ❤️ 1️⃣", ["Кафе ", "❤️", " 1️⃣"]),
        ("مرحباً (ВКонтакте)", ["مرحباً", " (ВКонтакте)"]),
        ("שָׁלוֹם, да", ["שָׁלוֹם", ", да"]),
        ("Йод ὀ 日", ["Йод ὀ ", "日"]),
        ("", []),
    ],
)
def test_a_text_parts_where_the_font_changes_and_not_inside_words_of_another(text, pieces):
    assert by_font(text) == pieces
