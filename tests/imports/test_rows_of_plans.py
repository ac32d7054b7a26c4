"""Rows that a column of «План» and «Факт» calls a plan are refused with the reason; the others are read."""

import pytest

from smmstrategy.metrics.imports.reading.columns.headers import signature
from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, posts, rejected, said


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


OF_FEW = "Месяц;{};Подписчики\nИюль 2026;Обычный;100\nАвгуст 2026;Акция;110\nСентябрь 2026;План на месяц;500\n"


@pytest.mark.parametrize("heading", ["План/Факт", "Тип", "Статус", "Показатели"])
def test_where_few_rows_say_a_plan_and_others_something_else_it_is_asked_about(understood, heading):
    text = OF_FEW.format(heading)
    found = understood(text, account="vk:iva")
    assert (days(found), found["question"]["asks"], said(found)) == (
        [],
        "columns",
        f"The column «{heading}» says of some rows that they are of a plan («План на месяц»), and of others something else. If all "
        f'have come true, leave the column out (--columns "{heading}=-"); if not, write «plan» or «fact» there beside each row and '
        "import the file again. Otherwise, dismiss the file.",
    )
    answered = understood(text, account="vk:iva", columns=found["question"]["known"])
    assert [value for _code, _month, value in days(answered)] == ["100", "110", "500"]


def test_what_was_said_of_a_table_with_this_header_holds_for_no_later_plan(understood):
    columns = {"rows": "values", "fields": {"Месяц": "day", "Подписчики": "followers"}}
    mapped = {"mappings": {signature(["Месяц", "Тип", "Подписчики"]): columns}}
    assert understood(OF_FEW.format("Тип"), account="vk:iva", context=mapped)["question"]["asks"] == "columns"
    facts = OF_FEW.format("Тип").replace("План на месяц", "Акция")
    assert len(days(understood(facts, account="vk:iva", context=mapped))) == 3


def test_a_campaign_of_a_site_called_as_a_plan_is_a_campaign(understood):
    text = "Date,utm_source,utm_campaign,Sessions\n20260901,vk,Target,5\n20260901,vk,Autumn,6\n"
    assert [value for _code, _day, value in days(understood(text))] == ["5", "6"]


def test_the_status_of_posts_is_no_such_column(understood):
    text = "Дата;Ссылка;Статус;Лайки\n2026-09-01;https://vk.com/wall-1_2;План;5\n"
    assert [post[10] for post in posts(understood(text))] == [{"likes": "5"}]


@pytest.mark.parametrize("word", ["План на сентябрь", "План (предв.)", "Плановый", "Прогноз 2026", "Цель:"])
@pytest.mark.parametrize("fact", ["Факт", "Факт (предв.)", "Фактический"])
def test_a_plan_and_a_fact_may_be_said_with_a_note(understood, word, fact):
    found = understood(table(word, fact, word, fact), account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "101"), ("followers", "2026-09-01", "103")]
    assert rejected(found) == ["2", "4"]


def test_a_row_that_says_neither_is_refused(understood):
    found = understood(table("План", "Факт", "KPI", "Факт"), account="vk:iva")
    reasons = [reason["text"] for _row, reason in found["rejected"]]
    assert (rejected(found), reasons[1]) == (
        ["2", "4"],
        "The row says neither a plan nor a fact in a column in which the others do.",
    )


def test_the_status_of_days_is_such_a_column(understood):
    found = understood(table("План", "Факт", heading="Статус"), account="vk:iva")
    assert (days(found), rejected(found)) == ([("followers", "2026-08-01", "101")], ["2"])


def test_what_notes_and_texts_say_of_plans_is_no_such_column(understood):
    assert rejected(understood(table("План на год", heading="Комментарий"), account="vk:iva")) == []
    assert len(posts(understood("Дата;Текст;Лайки\n2026-09-01;План на год;5\n", account="vk:iva"))) == 1


def test_a_file_of_plans_alone_is_refused_as_one(understood):
    with pytest.raises(Refused) as refused:
        understood(table("План", "План"), account="vk:iva")
    assert str(refused.value) == (
        "No row of the file can be taken. Row 2: The row is of a plan, as its own column says: its figures may never have come "
        "true."
    )
