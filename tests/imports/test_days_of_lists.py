"""The days of a list of accounts: told, or of the month or day its title, sheet or file is called by, else today."""

import pytest

from tests.imports.conftest import TODAY
from tests.imports.forms_of_files import days, rejected, said, values, workbook

HEADER = ["Аккаунт", "Соцсеть", "Подписчики", "Охват"]
LIST = "Аккаунт;Соцсеть;Подписчики;Охват\nzerno;ВК;100;900\nzerno_tg;ТГ;200;800\n"
EXPLAINED = {
    "rows": "account",
    "fields": {"Аккаунт": "account", "Соцсеть": "network", "Подписчики": "followers", "Охват": "account_reach"},
}


def on(found):
    return {first for _metric, first, _value in days(found)}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Конкуренты сентябрь 2026.csv", "2026-09-30"),
        ("Q3 2026.csv", "2026-09-30"),
        ("list_2026-11-20.csv", "2026-11-20"),
        ("list_2026-12-31.csv", TODAY.isoformat()),
        ("Конкуренты ноябрь 2026.csv", TODAY.isoformat()),
        ("KPI сентябрь 2026.csv", TODAY.isoformat()),
        ("Конкуренты.csv", TODAY.isoformat()),
    ],
)
def test_the_name_of_the_file_says_them(understood, name, day):
    assert on(understood(LIST, name)) == {day}


@pytest.mark.parametrize(
    ("line", "day"),
    [("Сентябрь 2026", "2026-09-30"), ("Данные на 20.10.2026", "2026-10-20"), ("2026-09-01 - 2026-09-30", "2026-09-30")],
)
def test_a_line_above_the_rows_says_them_before_the_file(understood, line, day):
    found = understood(f"{line};;;\n{LIST}", "Конкуренты май 2026.csv")
    assert on(found) == {day}


def test_what_was_told_holds_where_the_list_does_not_say_otherwise(understood):
    told = {"period": "2026-08-01:2026-08-31"}
    assert on(understood(LIST, "Конкуренты май 2026.csv", **told)) == {"2026-08-31"}
    found = understood(f"Сентябрь 2026;;;\n{LIST}", **told)
    assert on(found) == {"2026-09-30"}
    assert "A table says itself that it is about 2026-09-01 to 2026-09-30: the days you named hold for tables" in said(found)
    assert on(understood(LIST, period="2026-11-01:2026-12-31")) == {TODAY.isoformat()}


def test_days_that_a_name_alone_says_are_said(understood):
    assert "those of 1 September 2026 – 30 September 2026, as the name of the file says" in said(
        understood(LIST, "Сентябрь 2026.csv")
    )
    assert "The list has no date; its figures were taken for those of" in said(understood(LIST, "Конкуренты.csv"))


def test_figures_of_a_month_are_those_of_the_month_and_followers_of_its_last_day(understood):
    signature = understood(LIST)["tables"][0]["signature"]
    found = understood(LIST, "Сентябрь 2026.csv", context={"mappings": {signature: EXPLAINED}})
    assert {tuple(value[:4]) for value in values(found)} == {
        ("followers", "2026-09-30", "2026-09-30", "100"),
        ("followers", "2026-09-30", "2026-09-30", "200"),
        ("account_reach", "2026-09-01", "2026-09-30", "900"),
        ("account_reach", "2026-09-01", "2026-09-30", "800"),
    }


def test_of_which_days_a_reach_is_is_asked_where_a_list_has_but_one(understood):
    explained = {"mappings": {understood(LIST)["tables"][0]["signature"]: EXPLAINED}}
    for name in ("Конкуренты.csv", "list_2026-11-20.csv"):
        assert understood(LIST, name, context=explained)["question"]["asks"] == "period"
    found = understood(LIST, "list_2026-11-20.csv", context=explained, period="2026-10-01:2026-10-31")
    assert (found["question"], {tuple(value[:3]) for value in values(found)}) == (
        {},
        {("followers", "2026-10-31", "2026-10-31"), ("account_reach", "2026-10-01", "2026-10-31")},
    )


def test_sheets_of_several_months_are_several_times(understood):
    months = [[HEADER, ["zerno", "ВК", 100 * n, 9], ["zerno_tg", "ТГ", 200 * n, 8]] for n in (1, 2, 3)]
    found = understood(workbook(*months, names=["Август 2026", "Сентябрь 2026", "Октябрь 2026"]), "Конкуренты.xlsx")
    assert rejected(found) == []
    assert {(first, number) for _metric, first, number in days(found)} == {
        *(("2026-08-31", "100"), ("2026-08-31", "200"), ("2026-09-30", "200"), ("2026-09-30", "400")),
        *(("2026-10-31", "300"), ("2026-10-31", "600")),
    }
