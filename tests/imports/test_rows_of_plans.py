"""Rows that a column of «План» and «Факт» calls a plan are refused with the reason; the others are read."""

import pytest

from tests.imports.forms_of_files import days, posts, rejected


def table(*words: str, heading: str = "План/Факт") -> str:
    rows = [f"{'Август' if n < 2 else 'Сентябрь'} 2026;{word};{100 + n}\n" for n, word in enumerate(words)]
    return f"Месяц;{heading};Подписчики\n{''.join(rows)}"


@pytest.mark.parametrize("heading", ["План/Факт", "Тип", "Показатели"])
def test_rows_of_a_plan_beside_those_of_a_fact_are_refused(understood, heading):
    found = understood(table("План", "Факт", "План", "Факт", heading=heading), account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "101"), ("followers", "2026-09-01", "103")]
    assert (rejected(found), found["question"]) == (["2", "4"], {})


def test_all_may_be_of_a_plan(understood):
    found = understood(table("план", "", "Прогноз"), account="vk:iva")
    assert (days(found), rejected(found)) == ([("followers", "2026-08-01", "101")], ["2", "4"])


def test_other_words_and_the_status_of_posts_are_no_such_column(understood):
    assert rejected(understood(table("План", "Обычный"), account="vk:iva")) == []
    text = "Дата;Ссылка;Статус;Лайки\n2026-09-01;https://vk.com/wall-1_2;План;5\n"
    assert [post[10] for post in posts(understood(text))] == [{"likes": "5"}]
