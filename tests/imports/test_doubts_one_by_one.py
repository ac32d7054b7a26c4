"""An answer to one doubt about a table settles that alone: the others are asked, one after another, and each can be answered."""

import pytest

from tests.imports.forms_of_files import days, said
from tests.imports.test_answers_of_one_file import LEVELS, SIGNED, brought, stored  # noqa: F401

MONTHS = "Месяц;Тип;Подписчики;Просмотры\n07.2026;;5600;500\n08.2026;;5700;500\n09.2026;План;9000;900\n"
IMPRESSIONS = "Дата;Тип;Показы;Охват\n01.09.2025;;500;6\n02.09.2025;План;510;6\n"
SIGNED_WITH_A_PLAN = "Дата;Подписчики;Тип\n01.09.2025;+5;Обычный\n02.09.2025;+5;План\n"
VK, YOUTUBE = ("--account", "vk:iva"), ("--account", "youtube:iva")
ALL = [
    (
        *("YouTube.csv", MONTHS, YOUTUBE),
        [("", "are of a plan («План»)"), ("Тип=-", "may say how many there are"), ("Тип=-;Подписчики=followers", "")],
        ("followers", [5600, 5700, 9000]),
    ),
    (
        *("YouTube план.csv", LEVELS, YOUTUBE),
        [("", "called as a plan"), ("guess", "may say how many there are"), ("guess;Подписчики=followers_net", "")],
        ("followers_net", [5600, 5603, 5610]),
    ),
    (
        *("Прогноз.csv", SIGNED, VK),
        [("", "called as a plan"), ("Охват=account_reach", "has a sign in front"), ("guess", "")],
        ("followers_net", [5, 5]),
    ),
    (
        *("vk.csv", SIGNED_WITH_A_PLAN, VK),
        [("", "are of a plan («План»)"), ("Тип=-", "has a sign in front"), ("Тип=-;guess", "")],
        ("followers_net", [5, 5]),
    ),
    (
        *("Реклама VK.csv", IMPRESSIONS, VK),
        [("", "are of a plan («План»)"), ("Тип=-", "called as advertising is"), ("Тип=-;guess", "")],
        ("account_impressions", [500, 510]),
    ),
    (
        *("Сторис.csv", IMPRESSIONS, VK),
        [("", "are of a plan («План»)"), ("Тип=-", "called as stories are"), ("Тип=-;Показы=account_impressions", "")],
        ("account_impressions", [500, 510]),
    ),
]


@pytest.mark.parametrize(("name", "text", "account", "told", "taken"), ALL, ids=[one[0] for one in ALL])
def test_each_is_asked_by_command_until_all_are_answered(brought, name, text, account, told, taken):  # noqa: F811
    code, values = taken
    for columns, asked in told:
        assert stored(code) == []
        _warnings, error = brought(name, text, *account, *(["--columns", columns] if columns else []))
        assert (asked in error, bool(error)) == (True, bool(asked))
    assert [value for _day, value in stored(code)] == values


def test_the_next_is_asked_with_the_way_to_say_both(brought):  # noqa: F811
    question = brought("Реклама VK.csv", IMPRESSIONS, *VK, "--columns", "Тип=-")[1]
    assert question.endswith(
        "If they are the account's own, take them so (--columns guess). (--columns takes this beside what it said before, with «;» "
        "between.) Otherwise, dismiss the file."
    )


@pytest.mark.parametrize("columns", ["guess", "Подписчики=followers_net"])
def test_what_leaves_the_rows_of_a_plan_open_settles_them_not(brought, columns):  # noqa: F811
    assert "are of a plan («План»)" in brought("vk.csv", SIGNED_WITH_A_PLAN, *VK, "--columns", columns)[1]


@pytest.mark.parametrize(("name", "first"), [("Прогноз.csv", "500"), ("vk.csv", "+5")])
def test_what_is_asked_of_any_table_is_asked_of_one_with_an_answer_to_something_else(understood, name, first):
    text = f"Дата;Возраст;Подписчики\n01.09.2025;18-24;{first}\n02.09.2025;25-34;{first}\n"
    guess = understood(text, name, account="vk:iva")["question"]["guess"]
    found = understood(text, name, columns=guess, account="vk:iva")
    assert (days(found), "may be of a part of the account" in said(found)) == ([], True)
    assert found["question"]["known"]["fields"] == guess["fields"]


def test_several_columns_that_say_a_plan_are_asked_about_each(brought):  # noqa: F811
    text = "Дата;Тип;Статус;Охват\n01.09.2025;Обычный;Готово;500\n02.09.2025;План;План;510\n"
    assert "column «Тип»" in brought("vk.csv", text, *VK)[1]
    assert "column «Статус»" in brought("vk.csv", text, *VK, "--columns", "Тип=-")[1]
    assert brought("vk.csv", text, *VK, "--columns", "Тип=-;Статус=-")[1] == ""
    assert [value for _day, value in stored("account_reach")] == [500, 510]
