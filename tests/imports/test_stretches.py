"""A figure of a whole period is none of a day: it is taken where a row or the table is of a period, unused in days."""

import pytest

from tests.imports.forms_of_files import days, said, values

TWO_DAYS = "05.05.2026;100;200\n06.05.2026;101;201\n"


@pytest.mark.parametrize(
    "name", ["Охват за период", "Охват (за период)", "Просмотры за месяц", "Охват за 28 дней", "Reach (month)"]
)
def test_in_a_table_of_days_it_is_left_out_and_the_way_is_said(understood, name):
    found = understood(f"Дата;{name};Показы\n{TWO_DAYS}", account="vk:a")
    assert days(found) == [("account_impressions", "2026-05-05", "200"), ("account_impressions", "2026-05-06", "201")]
    assert f"its figures are of a whole period, and a row is of a day: «{name}». Import it in a table without days" in said(found)


@pytest.mark.parametrize("head", ["Охват за период;Дата;Сила", "Просмотры за период;День;Сила"])
def test_there_it_is_never_guessed(understood, head):
    found = understood(f"{head}\n100;05.05.2026;1\n101;06.05.2026;2\n", account="vk:a")
    assert list(found["question"]["guess"]["fields"].values()) == ["day"]


@pytest.mark.parametrize(
    ("first", "span"), [("2026-04", ["2026-04-01", "2026-04-30"]), ("01.05.2026 - 07.05.2026", ["2026-05-01", "2026-05-07"])]
)
def test_it_is_that_of_a_row_that_is_a_period(understood, first, span):
    found = understood(f"Период;Охват за период;Показы\n{first};100;200\n", account="vk:a")
    assert sorted(values(found)) == [["account_impressions", *span, "200", "", False], ["account_reach", *span, "100", "", False]]


def test_without_days_it_is_guessed_and_is_that_of_the_period_named(understood):
    told = {"account": "vk:a", "period": "2026-05-01:2026-05-31"}
    asked = understood("Охват за период;Показы\n100;200\n", **told)["question"]
    assert list(asked["guess"]["fields"].values()) == ["account_reach", "account_impressions"]
    found = understood("Охват за период;Показы\n100;200\n", columns=asked["guess"], **told)
    assert values(found)[0] == ["account_reach", "2026-05-01", "2026-05-31", "100", "", False]


def test_what_stands_at_the_end_of_a_period_stands_on_its_day(understood):
    found = understood("Дата;Подписчики (на конец месяца);Показы\n30.04.2026;100;5\n31.05.2026;101;6\n", account="vk:a")
    assert days(found)[0] == ("followers", "2026-04-30", "100")
