"""The address of a page alone above a table says whose it is, as a line among the rows does."""

import pytest

from tests.imports.forms_of_files import accounts, said, workbook
from tests.imports.test_mentions import PASSED_OVER

HEAD = ["Дата", "Подписчики", "Охват"]
OURS, RIVAL = "https://vk.com/iva972", "vk.com/coffee972"


def beside(*titles, months=("05",)):
    """A workbook with a sheet for each month, on it a table under each title, side by side."""
    sheets = []
    for month in months:
        above = [cell for title in titles for cell in (title, "", "", "")]
        days = [[cell for n in range(len(titles)) for cell in (f"0{day}.{month}.2026", 100 * n + day, 9, "")] for day in (1, 2, 3)]
        sheets.append([above, [*HEAD, ""] * len(titles), *days])
    return workbook(*sheets, names=[f"Месяц {month}" for month in months])


def followers(found):
    return {
        f"{one['network']}:{one['handle']}": [value[4] for value in one["values"] if value[1] == "followers"]
        for one in found["subjects"]
    }


EACH = {"vk:iva972": ["1", "2", "3"], "vk:coffee972": ["101", "102", "103"]}


@pytest.mark.parametrize("months", [("05",), ("05", "06", "07")])
def test_of_tables_side_by_side_each_is_of_the_page_above_it(understood, months):
    found = understood(beside(OURS, RIVAL, months=months), "days.xlsx")
    assert followers(found) == {account: days * len(months) for account, days in EACH.items()}
    assert (found["question"], found["warnings"]) == ({}, [])


def test_of_tables_below_each_other_too(understood):
    table = "{};;\nДата;Подписчики;Охват\n01.05.2026;{};900\n\n"
    found = understood(table.format(OURS, 1) + table.format("https://t.me/coffee", 2))
    assert (found["question"], followers(found)) == ({}, {"vk:iva972": ["1"], "telegram:coffee": ["2"]})


@pytest.mark.parametrize("account", ["vk:iva972", "vk:club5", "telegram:iva"])
def test_an_account_named_is_that_of_no_table_under_another_address(understood, account):
    found = understood(beside(OURS, RIVAL), "days.xlsx", account=account)
    assert (found["question"], followers(found)) == ({}, EACH)
    assert "was taken for vk:coffee972, which is called so." in said(found)


def test_where_the_file_has_one_address_alone_an_account_named_counts(understood):
    assert accounts(understood(beside(OURS), "days.xlsx")) == ["vk:iva972"]
    found = understood(beside(OURS), "days.xlsx", account="vk:lutik")
    assert (accounts(found), said(found)) == (["vk:lutik"], PASSED_OVER.format("vk:iva972"))


def test_an_address_among_words_is_no_more_than_proposed(understood):
    found = understood(beside(f"Наша {OURS}", f"Отчёт {RIVAL}"), "days.xlsx")
    assert (accounts(found), found["question"]["asks"]) == ([], "account")
