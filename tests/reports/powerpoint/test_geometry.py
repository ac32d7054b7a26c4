"""On every slide: nothing leaves it, blocks do not lie on each other, and measured text fits its box."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from pptx.util import Emu

from smmstrategy.reports.document import Bullets, Column, Day, Layout, Quote, Row, Table
from smmstrategy.reports.powerpoint import draw
from smmstrategy.reports.powerpoint.boxes import Box
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, height, line_count
from tests.reports.powerpoint import reading, sample

ON_TOP = ("Bar", "Dot", "Ground", "Field", "Axis")  # drawn on a card or on the matrix on purpose


def box(shape) -> Box:
    return Box(*(int(edge) for edge in (shape.left, shape.top, shape.width, shape.height)))


def meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_no_shape_leaves_the_slide(deck):
    opened = reading.opened(deck.content)
    assert len(opened.slides) > len(sample.document().pages)
    for slide in opened.slides:
        assert len(slide.shapes) > 1
        for shape in slide.shapes:
            place = box(shape)
            assert place.x >= 0 and place.y >= 0
            assert place.right <= opened.slide_width and place.bottom <= opened.slide_height


def test_no_two_blocks_overlap(deck):
    slides = reading.opened(deck.content).slides
    blocks = [[(shape.name, box(shape)) for shape in slide.shapes if shape.name.split()[0] not in ON_TOP] for slide in slides]
    pairs = [(n, *pair) for n, on_slide in enumerate(blocks, start=1) for pair in combinations(on_slide, 2)]
    assert len(blocks) > len(sample.document().pages)
    assert min(map(len, blocks)) > 1
    assert [(n, name, other) for n, (name, one), (other, place) in pairs if meet(one, place)] == []


def paragraphs(frame) -> list[Paragraph]:
    found = []
    for paragraph in frame.paragraphs:
        if paragraph.runs:
            runs = tuple(Run(run.text, bold=bool(run.font.bold)) for run in paragraph.runs)
            size, before = paragraph.runs[0].font.size.pt, (paragraph.space_before or Emu(0)).pt
            found.append(Paragraph(runs, size, before=before, hang=int(paragraph._p.pPr.get("marL"))))
    return found


def test_text_fits_its_box(deck):
    slides = enumerate(reading.opened(deck.content).slides, start=1)
    worded = [(n, shape) for n, slide in slides for shape in slide.shapes if shape.has_text_frame and paragraphs(shape.text_frame)]
    assert {n for n, _shape in worded} == set(range(1, len(reading.opened(deck.content).slides) + 1))
    for n, shape in worded:
        frame = shape.text_frame
        across = shape.width - frame.margin_left - frame.margin_right if not shape.is_placeholder else shape.width
        down = shape.height - frame.margin_top - frame.margin_bottom if not shape.is_placeholder else shape.height
        assert height(paragraphs(frame), across) <= down, (n, shape.name)


def test_table_rows_are_as_high_as_their_text(deck):
    tables = [shape.table for slide in reading.opened(deck.content).slides for shape in slide.shapes if shape.has_table]
    described = [block for page in sample.document().pages for block in page.blocks if isinstance(block, Table)]
    assert len(tables) >= len(described) > 0
    assert sum(len(table.rows) for table in tables) > sum(len(block.rows) for block in described)
    for row, columns in ((row, table.columns) for table in tables for row in table.rows):
        for cell, column in zip(row.cells, columns, strict=True):
            across = column.width - cell.margin_left - cell.margin_right
            needed = height(paragraphs(cell.text_frame), across) + cell.margin_top + cell.margin_bottom
            assert needed <= row.height, cell.text_frame.text


def lines_of_table(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[list[list[int]], object]:
    """A table drawn on a slide: how many lines each cell takes, header first, and the table."""
    document = sample.document("ru")
    page = replace(next(page for page in document.pages if page.key == "table"), blocks=(Table(columns, rows, "table"),))
    slides = reading.opened(draw(replace(document, pages=(document.pages[0], page))).content).slides
    [table] = [shape.table for shape in slides[1].shapes if shape.has_table]
    found = []
    for row in table.rows:
        across = [
            column.width - cell.margin_left - cell.margin_right for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        cells = [paragraphs(cell.text_frame)[0] for cell in row.cells]
        found.append([line_count(paragraph, wide) for paragraph, wide in zip(cells, across, strict=True)])
    return found, table


def test_a_link_that_can_stand_on_one_line_does_and_no_word_breaks_for_it():
    heads = ["Площадка", "Аккаунт", "Подписчики", "Публикаций в неделю", "Пауза, дней", "Последняя публикация", "Состояние"]
    columns = tuple(Column(head, "left", weight) for head, weight in zip(heads, (2, 6, 2, 2, 2, 3, 2), strict=True))
    name = Quote("Северный ветер (демо)", "https://vk.example/1")
    rows = (Row(("Одноклассники", name, "8 447", "1,8", "20", Day(date(2026, 10, 17)), "ведётся")),) * 5
    lines, table = lines_of_table(columns, rows)
    assert (lines[1], table.rows[1].cells[1].text_frame.paragraphs[0].runs[0].hyperlink.address) == ([1] * 7, name.url)


def test_where_every_cell_can_stand_on_one_line_each_does():
    heads = ["Показатель", "Одноклассники", "Telegram", "ВКонтакте", "YouTube"]
    columns = tuple(Column(head, "right", weight) for head, weight in zip(heads, (6, 2, 2, 2, 2), strict=True))
    rows = (Row(("Формула ER", *["ER по просмотрам"] * 4)),) * 3
    lines, _table = lines_of_table(columns, rows)
    assert lines == [[1] * 5] * 4


def test_a_table_goes_on_in_the_size_it_began_in():
    document = sample.document("ru")
    rows = tuple(Row((f"Строка {n}", "x")) for n in "abcdefghijklmnopq")
    page = replace(document.pages[0], key="long", layout=Layout.CONTENT, blocks=(Table((Column("A"), Column("B")), rows, "table"),))
    opened = reading.opened(draw(replace(document, pages=(page,))).content)
    tables = [shape.table for slide in opened.slides for shape in slide.shapes if shape.has_table]
    sizes = [
        {paragraph.size for row in list(table.rows)[1:] for paragraph in paragraphs(row.cells[0].text_frame)} for table in tables
    ]
    assert sizes == [{12.0}, {12.0}]


def test_rows_are_alike_where_a_little_smaller_type_has_each_on_one_line():
    columns = (
        Column("Что сделать", "left", 5),
        Column("Кто", "left", 2),
        Column("Результат, который ждём к концу срока", "right", 1),
    )
    rows = tuple(
        Row((words, "Комьюнити-менеджер", "x")) for words in ("Перенести", "Запустить серию приветствий для новых подписчиков")
    )
    lines, table = lines_of_table(columns, rows)
    assert ([max(row) for row in lines[1:]], len({row.height for row in list(table.rows)[1:]})) == ([1, 1], 1)


def test_lists_under_each_other_share_their_room_by_what_they_hold():
    """One line and nine: in equal halves the longer list would go on on a slide of its own."""
    document = sample.document("en")
    short, long = Bullets(("One line",), ("What works",)), Bullets(tuple(f"Line {n}" for n in "abcdefghi"), ("What to do",))
    page = replace(document.pages[0], key="lists", layout=Layout.CONTENT, subtitle=(), blocks=(short, long))
    deck = reading.opened(draw(replace(document, pages=(page,))).content)
    assert len(deck.slides) == 1


def test_a_table_over_a_short_list_has_the_room_that_the_list_leaves():
    document = sample.document("ru")
    table = Table((Column("Код"), Column("Формула")), (Row(("er_view", "взаимодействия ÷ просмотры")),) * 9, "table")
    page = replace(document.pages[0], key="method", layout=Layout.CONTENT, blocks=(table, Bullets(("vk.csv",), ("Источники",))))
    (slide,) = reading.opened(draw(replace(document, pages=(page,))).content).slides
    (drawn,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert paragraphs(drawn.cell(1, 0).text_frame)[0].size >= 14


def test_a_line_that_has_no_room_whole_is_said_whole_where_the_slide_goes_on():
    """Five lists under each other: a line of 250 words is cut in a fifth of the slide, and has room where it stands alone."""
    document = sample.document("en")
    line = " ".join(["word"] * 250)
    lists = (Bullets((line,), ("Long",)), *(Bullets(("Short",), (f"List {n}",)) for n in "abcd"))
    page = replace(document.pages[0], key="lists", layout=Layout.CONTENT, subtitle=(), blocks=lists)
    slides = reading.opened(draw(replace(document, pages=(page,))).content).slides
    said = ["".join(shape.text_frame.text for shape in slide.shapes if shape.name.startswith("Bullets")) for slide in slides]
    assert (len(said), said[0].startswith("word"), line in said[0], said[1]) == (2, True, False, line)
