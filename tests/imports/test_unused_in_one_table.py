"""A column that one table of a file uses and another does not: what is said of it names the table."""

import pytest

from tests.imports.forms_of_files import archive, said, workbook

CHART = "Дата,Контент,Время публикации видео,Просмотры\n" + "".join(
    f"2026-06-0{n},a1234567890,1 июн. 2026 г.,{n + 4}\n" for n in (1, 2)
)
TABLE = "Контент,Название видео,Время публикации видео,Продолжительность,Просмотры\na1234567890,Видео,1 июн. 2026 г.,61,11\n"
TOTALS = "Дата,Просмотры\n2026-06-01,5\n2026-06-02,6\n"
NAMES = ("Данные диаграммы.csv", "Данные таблицы.csv", "Итоговые значения.csv")


def test_of_an_archive_it_is_said_of_which_file_a_column_was_not_used(understood):
    found = understood(archive(**dict(zip(NAMES, (CHART, TABLE, TOTALS), strict=True))), "yt.zip", account="youtube:a")
    assert "Table «Данные диаграммы.csv». A column of dates was not used: «Время публикации видео»." in said(found)


def test_a_column_that_no_table_uses_is_named_once_without_them(understood):
    head = ["Дата", "Подписчики", "Балл"]
    sheets = [[head, [f"01.0{month}.2026", 5, 7], [f"02.0{month}.2026", 6, 8]] for month in (5, 6)]
    found = understood(workbook(*sheets, names=["Май", "Июнь"]), account="vk:a")
    assert said(found) == "A column of numbers was not used, because its name is not known: «Балл»."


def test_several_tables_are_named_together(understood):
    files = {"Данные таблицы.csv": TABLE, "а.csv": CHART, "б.csv": CHART.replace("2026-06-0", "2026-07-0")}
    found = understood(archive(**files), "yt.zip", account="youtube:a")
    assert "Tables «а.csv», «б.csv». A column of dates was not used: «Время публикации видео»." in said(found)


@pytest.mark.parametrize("cells", [("21 / 1 / 1", "22 / — / 2"), ("21|1", "22|2")])
def test_a_column_of_several_figures_in_a_cell_is_named(understood, cells):
    rows = "".join(f"0{n}.11.2026;https://vk.com/wall-9100_500{n};100{n};{cell}\n" for n, cell in enumerate(cells, 1))
    found = understood(f"Дата;Ссылка;Охват;Лайки / комменты / репосты\n{rows}", "plan.csv", account="vk:hleb")
    assert said(found) == (
        "A column was not used, because each cell holds several numbers: «Лайки / комменты / репосты». Give each figure a column "
        "of its own."
    )
