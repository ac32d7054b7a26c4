"""A row of units below the heading makes thousands of the figures under it; where months stand across the table is refused."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, said, workbook

TABLE = "Месяц;Подписчики;Охват\n{}\nАвгуст 2026;12;40\nСентябрь 2026;13,5;50\n"
TURNED = "Показатель;Август 2026;Сентябрь 2026\n{}\nПодписчики;12;13\nОхват;40;50\n"


@pytest.mark.parametrize(
    "units",
    [
        *(";тыс.;тыс.", "Ед. изм.;тыс. чел.;тыс.", ";(тыс.);(тыс.)", ";тыс. чел;тыс. раз", ";тыс.чел.;тысячи"),
        *("Единица измерения;тыс.;тыс.", "Единицы;тыс.;тыс.", "Размерность;в тыс.;в тысячах", "мес.;тыс;тысяч", "Измерение;K;К"),
        ";thousand;in thousands",
    ],
)
def test_thousands_below_the_names_of_figures_are_those_of_their_columns(understood, units):
    found = understood(TABLE.format(units), account="vk:iva")
    assert ([value for _code, _day, value in days(found)], found["rejected"]) == (["12000", "40000", "13500", "50000"], [])


def test_each_column_has_its_own_unit(understood):
    found = understood(workbook([["Дата", "Подписчики", "Охват"], ["", "тыс.", "чел."], ["2026-09-01", 12, 40]]), account="vk:iva")
    assert days(found) == [("followers", "2026-09-01", "12000"), ("account_reach", "2026-09-01", "40")]


@pytest.mark.parametrize(
    ("header", "units", "row"),
    [
        ("№;Месяц;Подписчики;Охват", "№;;тыс.;тыс.", "1;08.2026;12;40"),
        ("Дата;Подписчики;Охват", "дата;тыс.;тыс. чел.", "31.08.2026;12;40"),
        ("Дата;Соцсеть;Подписчики;Охват", "дд.мм.гггг;Ед. изм.;тыс.;тыс.", "31.08.2026;ВК;12;40"),
        ("Месяц;ВК подписчики;ВК охват", "Единицы;тыс.;тыс.", "08.2026;12;40"),
    ],
)
def test_whatever_else_stands_in_a_row_of_units_it_is_one(understood, header, units, row):
    found = understood(f"{header}\n{units}\n{row}\n", account="vk:iva")
    assert ([value for _code, _day, value in days(found)], found["rejected"]) == (["12000", "40000"], [])


ASKED = (
    "Row 2 says «тыс.» in place of figures, and may say it of all below. If they are written out in full, take them so (--columns "
    "guess); if not, write it into the names of their columns, as in «Followers, thousand», and import the file again. Otherwise, "
    "dismiss the file."
)


@pytest.mark.parametrize(
    "row",
    ["Июль 2026;тыс.;тыс.", "01.07.2026;тыс.;", "2026;тыс.;тыс.", "тыс.;;", "в тыс.;;", "ВК;тыс.;тыс.", "1;тыс.;тыс."],
)
def test_where_it_may_be_something_else_it_is_asked_about(understood, row):
    text = TABLE.format(row).replace("13,5", "13")
    found = understood(text, account="vk:iva")
    assert (days(found), found["question"]["asks"], said(found).splitlines()[0]) == (
        [],
        "columns",
        ASKED.replace("тыс.", "в тыс.") if "в тыс." in row else ASKED,
    )
    answered = understood(text, account="vk:iva", columns=found["question"]["guess"])
    assert [value for _code, _day, value in days(answered)] == ["12", "40", "13", "50"]


def test_below_a_row_that_numbers_the_columns_it_is_asked_about(understood):
    found = understood(TABLE.format("1;2;3\n;тыс.;тыс.").replace("13,5", "13"), account="vk:iva")
    assert (days(found), "Row 3 says «тыс.» in place of figures" in said(found)) == ([], True)


@pytest.mark.parametrize("name", ["Подписчики, в тыс.", "Подписчики в тыс.", "Подписчики (тысячи)", "Подписчики, in thousands"])
def test_a_name_may_say_it_in_the_same_words(understood, name):
    found = understood(f"Месяц;{name}\n08.2026;12,5\n", account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "12500")]


@pytest.mark.parametrize("row", ["Кофе;тыс.", "ВК;тыс."])
def test_in_a_list_by_name_it_is_asked_about(understood, row):
    found = understood(f"Конкурент;Подписчики\n{row}\nЧай;5\n", account="vk:iva", period="2026-09-01:2026-09-30")
    assert (days(found), "Row 2 says «тыс.» in place of figures" in said(found)) == ([], True)


def test_under_names_that_nobody_knows_it_is_asked_about_once_they_are_explained(understood):
    text = TABLE.format(";тыс.;").replace("Подписчики", "Читатели").replace("Охват", "Слушатели").replace("13,5", "13")
    question = understood(text, account="vk:iva")["question"]
    told = {"rows": "values", "fields": {"Месяц": "day", "Читатели": "followers"}}
    found = understood(text, account="vk:iva", columns_by_signature={question["signature"]: told})
    assert (days(found), "Row 2 says «тыс.» in place of figures" in said(found)) == ([], True)


def test_a_unit_that_is_none_of_figures_keeps_the_column_out(understood):
    found = understood(TABLE.format(";тыс.;тыс. визитов"), account="vk:iva")
    assert [value for _code, _day, value in days(found)] == ["12000", "13500"]
    assert "the note in its name may make it something else: «Охват»" in said(found)


def test_a_plan_below_the_name_of_a_figure_is_no_fact(understood):
    found = understood(TABLE.format(";план;").replace("13,5", "13"), account="vk:iva")
    assert [value for _code, _day, value in days(found)] == ["40", "50"]
    assert "the note in its name may make it something else: «Подписчики»" in said(found)


@pytest.mark.parametrize("row", ["Июль 2026;скрыто;30", "Июль 2026;н/д;—"])
def test_a_row_without_all_its_numbers_is_none_of_units(understood, row):
    assert ("followers", "2026-08-01", "12") in days(understood(TABLE.format(row).replace("13,5", "13"), account="vk:iva"))


def test_a_row_that_says_whose_its_unit_is_loses_nothing_and_scales_no_other(understood):
    """«тыс.» in place of a competitor's followers is no number; the others have theirs."""
    rows = "Кофе;https://vk.com/coffee;тыс.\nЧай;https://vk.com/tea;5\nСок;https://vk.com/juice;7\n"
    found = understood(f"Конкурент;Ссылка;Подписчики\n{rows}", period="2026-09-01:2026-09-30")
    assert found["rows"] == 3
    assert sorted(value for _code, _day, value in days(found)) == ["5", "7"]


@pytest.mark.parametrize("units", [";тыс.;тыс.", "Ед. изм.;тыс.;тыс.", "ВК;тыс.;тыс.", "Охват;тыс.;тыс."])
def test_below_months_across_the_table_they_are_refused_with_the_way_out(understood, units):
    with pytest.raises(Refused) as refused:
        understood(TURNED.format(units), account="vk:iva")
    named = "Ед. изм." if units.startswith("Ед.") else "тыс."
    assert f"more is said of them («{named}»). Write into the name of each metric what is said of it" in str(refused.value)
