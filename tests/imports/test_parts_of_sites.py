"""The visits of one source a day are never those of the whole site, whatever the column that names the source is called."""

import pytest

from tests.imports.forms_of_files import said, values

DAYS = "Дата,{name},Сеансы\n20260901,{first},10\n20260902,{second},12\n"


@pytest.mark.parametrize("second", ["vk.com / referral", "t.me / referral"])
@pytest.mark.parametrize("name", ["Первый источник пользователя", "Откуда пришли", "Сегмент", "Landing"])
def test_a_column_of_words_beside_visits_is_asked_about(understood, name, second):
    found = understood(DAYS.format(name=name, first="vk.com / referral", second=second))
    assert (values(found), found["question"]["asks"], found["question"]["guess"]["fields"]) == (
        [],
        "columns",
        {"Дата": "day", name: f"by {name.casefold().replace(' ', '_')}", "Сеансы": "visits"},
    )
    assert f"The figures may be of a part of the site, as the column «{name}» says." in said(found)


def test_an_id_says_a_part_too(understood):
    found = understood(DAYS.format(name="Идентификатор кампании сеанса", first="123", second="124"))
    assert (values(found), "as the column «Идентификатор кампании сеанса» says" in said(found)) == ([], True)


def test_the_guess_takes_them_as_a_part(understood):
    asked = understood(DAYS.format(name="Сегмент", first="Из VK", second="Из VK"))
    found = understood(DAYS.format(name="Сегмент", first="Из VK", second="Из VK"), columns=asked["question"]["guess"])
    assert [value[1:2] + value[3:5] for value in values(found)] == [
        ["2026-09-01", "10", "%D1%81%D0%B5%D0%B3%D0%BC%D0%B5%D0%BD%D1%82=%D0%98%D0%B7+VK"],
        ["2026-09-02", "12", "%D1%81%D0%B5%D0%B3%D0%BC%D0%B5%D0%BD%D1%82=%D0%98%D0%B7+VK"],
    ]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("День недели", "вторник", "среда"), ("Комментарий", "запуск рассылки", ""), ("Событие", "День знаний", "")],
)
def test_what_is_noted_of_a_day_leaves_it_the_whole_site(understood, name, first, second):
    found = understood(DAYS.format(name=name, first=first, second=second))
    assert [value[4] for value in values(found)] == ["", ""]
