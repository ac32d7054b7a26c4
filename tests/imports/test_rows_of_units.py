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
        *(";thousand;in thousands", ";тыс., чел.;тыс.*"),
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


@pytest.mark.parametrize("units", ["№;Единица измерения;тыс.", "№;конкурент;тыс. чел."])
def test_so_it_is_in_a_list_by_name(understood, units):
    found = understood(f"№;Конкурент;Подписчики\n{units}\n1;Чай;12\n", account="vk:iva", period="2026-08-01:2026-08-31")
    assert (days(found), found["rejected"]) == ([("followers", "2026-08-31", "12000")], [])


ASKED = (
    "Row 2 says «тыс.» in place of figures, and may say it of all below. If they are written out in full, take them so (--columns "
    "guess); if not, write it into the names of their columns, as in «Followers, thousand», and import the file again. Otherwise, "
    "dismiss the file."
)


@pytest.mark.parametrize(
    "row",
    [
        "Июль 2026;тыс.;тыс.",
        "01.07.2026;тыс.;",
        "2026;тыс.;тыс.",
        "1 неделя;тыс.;тыс.",
        "тыс.;;",
        "в тыс.;;",
        "ВК;тыс.;тыс.",
        "1;тыс.;тыс.",
    ],
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


@pytest.mark.parametrize(
    ("header", "rows", "account", "values"),
    [
        ("Источник трафика;Просмотры", ["Поиск;~12 тыс.", "Почта;13000"], "youtube:iva", ["12000", "13000"]),
        ("Страна;Визиты;Посетители", ["Россия;~1,2 тыс.;~1 тыс.", "Перу;13;5"], "website:iva.ru", ["1200", "1000", "13", "5"]),
        ("utm_campaign;Визиты;Посетители", ["Лето;~1,2 тыс.;~1 тыс.", "Зима;13;5"], "website:iva.ru", ["1200", "1000", "13", "5"]),
        ("Месяц;Подписчики", ["07.2026;12 тыс. чел.", "08.2026;13 тыс. чел."], "vk:iva", ["12000", "13000"]),
        ("Месяц;Подписчики", ["07.2026;ок. 3 млн", "08.2026;12 тыс. подписчиков"], "vk:iva", ["3000000", "12000"]),
    ],
)
def test_a_figure_is_no_word_of_units_whatever_is_written_beside_it(understood, header, rows, account, values):
    text = "\n".join([header, *rows])
    found = understood(text, account=account, period="2026-08-01:2026-08-31")
    found = understood(text, account=account, columns=found["question"]["guess"]) if found["question"] else found
    assert ([value for _code, _day, value in days(found)], found["rows"], found["rejected"]) == (values, len(rows), [])


def test_a_first_row_alone_is_not_lost(understood):
    found = understood("Подписчики;Охват\n~12 тыс.;~5 тыс.\n", account="vk:iva", period="2026-08-01:2026-08-31")
    assert [value for _code, _day, value in days(found)] == ["12000", "5000"]


@pytest.mark.parametrize("cell", ["12 тыс. (закрыт)", "более 12 тыс.", "5-6 тыс.", "12 тыс. на 01.08"])
def test_what_holds_a_digit_and_is_no_number_is_refused_alone(understood, cell):
    found = understood(f"Месяц;Подписчики\n07.2026;{cell}\n08.2026;13000\n", account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "13000")]
    assert [row for row, _reason in found["rejected"]] == ["2"]


def test_a_figure_in_words_below_others_is_refused_alone(understood):
    found = understood("Месяц;Подписчики\n07.2026;5\n08.2026;менее тысячи\n", account="vk:iva")
    assert (days(found), [row for row, _reason in found["rejected"]]) == ([("followers", "2026-07-01", "5")], ["3"])


@pytest.mark.parametrize(
    ("header", "row", "account"),
    [
        ("Источник трафика;Просмотры", "Поиск;тыс.", "youtube:iva"),
        ("Страна;Визиты;Посетители", "Россия;тыс.;тыс.", "website:iva.ru"),
        ("Возраст;Подписчики", "до 18;тыс.", "vk:iva"),
        ("Пост;Просмотры;Лайки", "Привет;тыс.;тыс.", "vk:iva"),
    ],
)
def test_a_row_with_a_name_of_its_own_is_asked_about(understood, header, row, account):
    text = f"{header}\n{row}\nЕщё;5;6\n"
    found = understood(text, account=account, period="2026-08-01:2026-08-31")
    if "Row 2 says" not in said(found):
        found = understood(text, account=account, period="2026-08-01:2026-08-31", columns=found["question"]["guess"])
    assert (days(found), "Row 2 says «тыс.» in place of figures" in said(found)) == ([], True)


@pytest.mark.parametrize(
    "units", [";тыс. подписчиков;тыс. просмотров", ";подписчиков, тыс.;просмотров, тыс.", "01.07.2026;тыс. человек;"]
)
def test_thousands_of_something_are_asked_about(understood, units):
    found = understood(TABLE.format(units).replace("13,5", "13"), account="vk:iva")
    assert (days(found), "in place of figures, and may say it of all below" in said(found)) == ([], True)


def test_thousands_beside_other_units_are_asked_about_whatever_they_are_of(understood):
    text = TABLE.format(";чел.;тыс.").replace("Охват", "Слушатели").replace("13,5", "13")
    found = understood(text, account="vk:iva")
    assert (days(found), "Row 2 says «тыс.» in place of figures" in said(found)) == ([], True)


def test_thousands_of_something_are_thousands_once_a_person_says_what_of(understood):
    text = "Кто;Подписчики;Охват\n;тыс.;тыс. просмотров\nКофе;13;5\nЧай;14;6\n"
    told = {"account": "vk:iva", "period": "2026-08-01:2026-08-31"}
    found = understood(text, columns=understood(text, **told)["question"]["guess"], **told)
    assert [value for _code, _day, value in days(found)] == ["13000", "5000", "14000", "6000"]


def test_a_row_with_one_figure_is_a_row_of_data(understood):
    found = understood(TABLE.format("Июль 2026;тыс.;~12").replace("13,5", "13"), account="vk:iva")
    assert (found["rows"], [row for row, _reason in found["rejected"]]) == (3, ["2"])
    assert [value for _code, _day, value in days(found)] == ["12", "40", "13", "50"]


def test_an_address_below_the_name_of_a_network_says_whose_the_row_is(understood):
    rows = "Кофе;https://vk.com/coffee;тыс.\nЧай;https://vk.com/tea;5\n"
    found = understood(f"Конкурент;VK ссылка;VK подписчики\n{rows}", period="2026-09-01:2026-09-30")
    assert (found["rows"], [value for _code, _day, value in days(found)]) == (2, ["5"])


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
