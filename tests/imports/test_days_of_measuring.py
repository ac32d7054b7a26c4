"""The day on which followers were counted is the day of the row, where nothing else is counted."""

import pytest

from tests.imports.forms_of_files import accounts, days

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


@pytest.mark.parametrize(
    "text",
    ["Ссылка;Дата сбора;Лайки\nhttps://vk.com/wall-1_2;30.09.2026;5\n", "Дата замера;Подписчики;Охват\n30.09.2026;12801;48900\n"],
    ids=["a post", "a reach"],
)
def test_what_else_is_counted_then_is_asked_about(understood, text):
    found = understood(text, account="vk:iva")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")
