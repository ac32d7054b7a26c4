"""The day on which followers were counted is the day of the row; whether anything else is of it is asked."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Observation
from tests.imports.forms_of_files import accounts, days, said

LEVELS = [("followers", "2026-08-31", "12560"), ("followers", "2026-09-30", "12801")]


@pytest.mark.parametrize("heading", ["Дата замера", "Дата сбора", "На дату", "As of"])
@pytest.mark.parametrize("account", ["Аккаунт;", ""], ids=["of a list", "of an account"])
def test_each_count_is_of_its_day(understood, heading, account):
    rows = [f"{account and 'Ива;'}{count};{day}\n" for count, day in ((12560, "31.08.2026"), (12801, "30.09.2026"))]
    found = understood(f"{account}Подписчики;{heading}\n{''.join(rows)}", account="vk:iva")
    assert (days(found), found["rejected"], found["question"]) == (LEVELS, [], {})


def test_accounts_of_a_list_may_be_counted_on_one_day(understood):
    text = "Ссылка;Подписчики;Дата замера\nhttps://vk.com/iva;12801;30.09.2026\nhttps://t.me/iva;1801;30.09.2026\n"
    found = understood(text)
    assert (accounts(found), {day for _code, day, _value in days(found)}) == (["vk:iva", "telegram:iva"], {"2026-09-30"})


OF_A_LIST = "Дата замера;{};Подписчики;{}\n01.09.2026;https://t.me/iva;100;50\n01.10.2026;https://t.me/iva;120;60\n"


@pytest.mark.parametrize("names", [("Ссылка", "Охват"), ("Канал", "Просмотры"), ("Аккаунт", "Прирост подписчиков")])
def test_of_other_figures_beside_followers_it_is_asked_whether_they_are_of_that_day(understood, names):
    text = OF_A_LIST.format(*names)
    found = understood(text)
    assert (found["subjects"], found["rejected"], found["question"]["asks"]) == ([], [], "columns")
    assert (
        f"«Дата замера» says when followers were counted, and not of which days the figures beside them are («{names[1]}»)"
        in said(found)
    )
    read = {name: field for name, field in found["question"]["guess"]["fields"].items() if name != names[1]}
    counted = understood(text, columns={"rows": "values", "fields": read})
    assert days(counted) == [("followers", "2026-09-01", "100"), ("followers", "2026-10-01", "120")]


@pytest.mark.parametrize("name", ["Ссылка", "Канал", "Аккаунт"])
@pytest.mark.parametrize("account", [(), ("--account", "telegram:iva")])
def test_the_other_figures_are_left_out_as_the_question_advises(import_export, agency, tmp_path, name, account):
    path = tmp_path / "m.csv"
    path.write_text(OF_A_LIST.format(name, "Охват").replace("2026", "2025"))
    (file,) = import_export(path, *account, "--columns", "Охват=-")["files"]
    with scope("system"):
        found = [(one.metric, f"{one.starts_on}", int(one.value)) for one in Observation.objects.order_by("starts_on")]
    assert (file["error"], file["rejected"], [one for one in file["warnings"] if "Охват" in one]) == (
        "",
        0,
        ["A column of numbers was not used, because what was said of the columns takes nothing from it: «Охват»."],
    )
    assert found == [("followers", "2025-09-01", 100), ("followers", "2025-10-01", 120)]


def test_a_rate_beside_followers_is_no_figure_to_ask_about(understood):
    found = understood(OF_A_LIST.format("Ссылка", "ER").replace(";50", ";5%"))
    assert (len(days(found)), found["question"]) == (2, {})


@pytest.mark.parametrize(
    "text",
    [
        "Ссылка;Дата сбора;Лайки\nhttps://vk.com/wall-1_2;30.09.2026;5\n",
        "Ссылка;Дата сбора;Подписчики;Лайки\nhttps://vk.com/wall-1_2;30.09.2026;500;5\n",
        "Дата замера;Подписчики;Охват\n30.09.2026;12801;48900\n",
    ],
    ids=["a post", "followers beside a post", "a reach"],
)
def test_what_else_is_counted_then_is_asked_about(understood, text):
    found = understood(text, account="vk:iva")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")


def test_where_no_followers_are_counted_nothing_is_said_of_them(understood):
    assert "These columns are new" in said(understood("Дата замера;Охват\n30.09.2026;500\n", account="vk:iva"))


def test_a_table_with_days_of_its_own_keeps_them(understood):
    found = understood("Дата замера;Дата;Подписчики\n02.10.2026;30.09.2026;12801\n", account="vk:iva")
    assert days(found) == [("followers", "2026-09-30", "12801")]
