"""What names a number is held with it: the headers of tables, and the words that begin their rows."""

from functools import cache

import pytest

from smmstrategy.reports.document import Column, Day, Field, Figure, Grid, Page, Quote, Row, Sheet, SlideNumber, Table
from smmstrategy.reports.excel import draw as draw_book
from smmstrategy.reports.lint import Stray, strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw as draw_deck
from tests.reports import example
from tests.reports.reading import changed, converted

TEXTS, SUMMARY, SLIDE = "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "ppt/slides/slide1.xml"
LABEL = r'(<c r="B30" s="\d+") t="s"><v>\d+</v></c>'
TABLE = Table(
    (Column("Площадка"), Column("Аккаунт"), Column("Подписчики", "right"), Column("Что делать")),
    (
        Row(("VK", Quote("Зерно"), Figure("vk", 31765), "Писать чаще")),
        Row(("Telegram", Quote("Кофе"), Figure("tg", 18140), "Писать реже")),
        Row((("слайд ", SlideNumber("one")), "Всё", Figure("all", 2), "Писать")),
        Row(("Итог", "—", "—", "Писать")),
    ),
    "Подписчики",
)


def has(label: str) -> str:
    return f"the manifest has «{label}» here"


@cache
def book():
    document = example.full()
    drawing = draw_book(document)
    return drawing.content, manifest(document, drawing)


@cache
def deck():
    document = example.document(pages=(Page("one", ("Всего ", Figure("all", 2)), (TABLE,)),))
    drawing = draw_deck(document)
    return drawing.content, manifest(document, drawing)


@pytest.mark.parametrize(
    ("part", "before", "after", "expected"),
    [
        (TEXTS, ">Ссылка<", ">Адрес<", Stray("Посты!D4", "Адрес", has("Ссылка"))),
        (TEXTS, ">Показатель<", ">Мера<", Stray("Сводка!B27", "Мера", has("Показатель"))),
        (TEXTS, ">Прирост<", ">Убыль<", Stray("Сводка!B30", "Убыль", has("Прирост"))),
        (TEXTS, ">10:00<", ">11:00<", Stray("Время!L4", "11:00", has("10:00"))),
        (SUMMARY, r'<c r="B30"( s="\d+") t="s"><v>\d+</v></c>', r'<c r="B30"\1/>', Stray("Сводка!B30", "", has("Прирост"))),
        (SUMMARY, LABEL, r"\1><v>5</v></c>", Stray("Сводка!B30", "5.0", has("Прирост"))),
        (SUMMARY, LABEL, r'\1 t="str"><f>"Мера"</f><v>Мера</v></c>', Stray("Сводка!B30", "Мера", has("Прирост"))),
        (
            SUMMARY,
            LABEL,
            r'\1 t="str"><f>"Прирост"</f><v>Прирост</v></c>',
            Stray("Сводка!B30", "Прирост", "not the declared formula"),
        ),
    ],
)
def test_a_changed_label_of_a_sheet_is_one_finding_with_what_was_and_what_is(part, before, after, expected):
    content, listed = book()
    assert strays(changed(content, part, before, after), listed) == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Подписчики<", "Охват<", [Stray("slide 1 / Table 4 / row 1 column 3", "Охват", has("Подписчики"))]),
        (">VK<", ">OK<", [Stray("slide 1 / Table 4 / row 2 column 1", "OK", has("VK"))]),
        (">Кофе<", "><", [Stray("slide 1 / Table 4 / row 3 column 2", "", has("Кофе"))]),
        ("Писать чаще", "Писать каждый день", []),
        (">Итог<", ">Вывод<", []),
        (">Всё<", ">Все<", []),
    ],
)
def test_a_changed_label_of_a_slide_s_table_is_so_too_and_its_other_words_are_free(before, after, expected):
    content, listed = deck()
    assert strays(changed(content, SLIDE, before, after), listed) == expected


def test_labels_are_headers_and_the_words_before_the_first_number_of_a_row():
    month = Day(example.SEALED_AT.date(), with_day=False)
    fields = tuple(map(Field, ("Где", "Что", "Сколько", "Почему")))
    rows = (
        ("VK", (Quote("Зерно"), " и ещё ", Figure("more", 2)), (Figure("n", 3), " всего"), "потому"),
        ("VK", month, Figure("m", 4), ""),
        ("VK", "Зерно", "много", "потому"),
    )
    document = example.document(Sheet("Лист", (Grid(fields, rows),)))
    assert manifest(document, draw_book(document))["labels"] == {
        "Лист!B5": "Где",
        "Лист!C5": "Что",
        "Лист!D5": "Сколько",
        "Лист!E5": "Почему",
        "Лист!B6": "VK",
        "Лист!C6": "Зерно и ещё 2",
        "Лист!B7": "VK",
    }


@pytest.mark.slow
@pytest.mark.parametrize(("drawn", "ending"), [(book, "xlsx"), (deck, "pptx")])
def test_labels_of_a_file_saved_again_are_what_they_were(libreoffice, tmp_path, drawn, ending):
    content, listed = drawn()
    assert strays(converted(libreoffice, tmp_path, content, ending, ending), listed) == []
