"""A cell that says nothing names nobody, in a column of accounts of posts as of values."""

import pytest

from smmstrategy.metrics.imports.reading.cells.numbers import ABSENT
from tests.imports.forms_of_files import numbers_of

POSTS = "Дата;{column};Соцсеть;Текст;Лайки\n" + "".join(f"{day:02}.05.2026;{{cell}};ВК;Пост {day};{day}\n" for day in range(1, 4))
DAYS = "Месяц;{column};Соцсеть;Подписчики\nиюль 2026;{cell};ВК;111\n"
OWN = {"own": {"vk": ["zerno"]}}


@pytest.mark.parametrize("cell", [*sorted(ABSENT), " — ", "Н/Д"])
@pytest.mark.parametrize("column", ["Аккаунт", "Конкурент"])
def test_what_says_that_there_is_none_names_nobody(understood, column, cell):
    assert numbers_of(understood(POSTS.format(column=column, cell=cell), context=OWN)) == {"vk:zerno": 3}
    assert numbers_of(understood(DAYS.format(column=column, cell=cell), context=OWN)) == {"vk:zerno": ["111"]}


@pytest.mark.parametrize("cell", ["«Даблби»", "Даблби\u00a0", "  даблби"])
def test_a_name_in_other_letters_quotes_and_blanks_is_the_same(understood, cell):
    rows = f"04.05.2026;{cell};ВК;Пост 4;4\n"
    assert numbers_of(understood(POSTS.format(column="Конкурент", cell="Даблби") + rows)) == {"vk:Даблби": 4}
