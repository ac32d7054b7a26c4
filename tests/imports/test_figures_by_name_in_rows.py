"""A table in which each row is one figure by its name, as VK gives statistics, is refused with what to make of it instead."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, said, workbook

ROWS = [
    ["Дата", "Критерий", "Параметр 1", "Параметр 2", "Значение"],
    ["01.09.2026", "Уникальные посетители", "", "", 80],
    ["01.09.2026", "Возраст", "18-21", "", 10],
    ["02.09.2026", "Уникальные посетители", "", "", 70],
]
SENTENCE = (
    "Each row is one figure of a day, which «Критерий» names. Make a table in which a row is a day and each figure has a column of "
    "its own (in Excel: Insert, PivotTable; «Дата» into the rows, «Критерий» into the columns, «Значение» into the values; rows of "
    "a part, as of an age or a city, left out), call its first column «Date», and import that."
)


def test_it_is_refused_with_what_to_make_of_it(understood):
    with pytest.raises(Refused) as refused:
        understood(workbook(ROWS), "stats.xlsx", account="vk:brand")
    assert str(refused.value) == SENTENCE


def test_made_as_it_says_it_is_read(understood):
    found = understood("Дата;Уникальные посетители\n01.09.2026;80\n02.09.2026;70\n", account="vk:brand")
    assert days(found) == [("account_visitors", "2026-09-01", "80"), ("account_visitors", "2026-09-02", "70")]


def test_beside_another_table_it_is_asked_about_and_may_be_left_out(understood):
    beside = [["Дата", "Подписчики"], ["01.09.2026", 1000], ["02.09.2026", 1004]]
    asked = understood(workbook(beside, ROWS), "stats.xlsx", account="vk:brand")
    assert f"{SENTENCE} Or leave this table out (--leave-out NAME)." in said(asked)


def test_a_column_of_values_without_their_names_is_no_such_table(understood):
    found = understood("Дата;Комментарий;Значение\n01.09.2026;запуск;80\n02.09.2026;;70\n", account="vk:brand")
    assert "PivotTable" not in said(found)
