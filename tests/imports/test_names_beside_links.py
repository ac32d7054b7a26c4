"""A name and a link that stand in one row are one account: rows and later files with the name alone go there."""

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports.reading.cells.names import compared
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, page
from smmstrategy.metrics.imports.reading.records.owners import one_name
from smmstrategy.metrics.models import Post
from tests.imports.forms_of_files import accounts, numbers_of, workbook
from tests.imports.test_actions import taken  # noqa: F401

OWN = {"own": {"telegram": ["zerno"], "vk": ["zerno"]}}
LINKED = [
    f"{n:02}.05.2026;{who};{network};https://{page}{n};Пост {n};{n}\n"
    for n, (who, network, page) in enumerate([("Даблби", "ТГ", "t.me/dablby/"), ("Хауз", "ТГ", "t.me/hauz/")] * 2, 1)
]
ALONE = ["10.05.2026;Даблби;ТГ;;Без ссылки;5\n", "11.05.2026;«Хауз»;ТГ;;И здесь;5\n"]
HEADER = "Дата;Конкурент;Соцсеть;Ссылка;Текст;Лайки\n"
EACH = {"telegram:dablby": 3, "telegram:hauz": 3}


def without(column, table):
    cells = [line.split(";") for line in table.splitlines()]
    at = cells[0].index(column)
    return "".join(";".join(row[:at] + row[at + 1 :]) + "\n" for row in cells)


@pytest.mark.parametrize("column", ["Конкурент", "Аккаунт", "Название канала"])
def test_a_row_without_a_link_goes_where_its_name_s_links_lead(understood, column):
    table = (HEADER + "".join(LINKED + ALONE)).replace("Конкурент", column)
    for text in (table, without("Соцсеть", table)):
        found = understood(text, context=OWN)
        assert (numbers_of(found), [one["name"] for one in found["subjects"]]) == (EACH, ["Даблби", "Хауз"])


def test_a_name_alone_in_another_network_is_another_account(understood):
    found = understood(HEADER + "".join(LINKED) + "10.05.2026;Даблби;ВК;;Без ссылки;5\n", context=OWN)
    assert numbers_of(found) == {"telegram:dablby": 2, "telegram:hauz": 2, "vk:Даблби": 1}


def test_the_link_says_the_account_also_by_the_number_of_a_wall(understood):
    rows = "".join(f"0{n}.05.2026;Dablby Coffee;https://vk.com/wall-222_{n};5\n" for n in (1, 2))
    (found,) = understood("Дата;Конкурент;Ссылка;Лайки\n" + rows)["subjects"]
    assert (found["handle"], found["name"]) == ("club222", "Dablby Coffee")


@pytest.mark.parametrize("first", [True, False])
def test_a_name_alone_on_another_sheet_of_the_file_goes_there_too(understood, first):
    links = [row.strip().split(";") for row in (HEADER, *LINKED)]
    days = [["Месяц", "Конкурент", "Соцсеть", "Подписчики"], ["июль 2026", "Даблби", "ТГ", 7], ["июль 2026", "Хауз", "ТГ", 8]]
    found = understood(workbook(*([days, links] if first else [links, days])), "book.xlsx", context=OWN)
    assert accounts(found) == ["telegram:dablby", "telegram:hauz"]
    assert [(len(one["posts"]), len(one["values"])) for one in found["subjects"]] == [(2, 1), (2, 1)]


def test_all_that_was_read_under_a_name_alone_goes_to_the_account_of_its_address():
    draft, owner = Draft(), ("vk", "club222")
    by_name = draft.subject("vk", "Даблби")
    by_name.posts, by_name.values, by_name.rows, by_name.united = [["4"]], [["2"], ["3"]], ["2", "3", "4"], [["2", "3"]]
    draft.by_name_alone, draft.tied = {*draft.subjects}, {compared("Даблби"): {page(*owner): owner}}
    one_name.unite(draft, Context())
    (found,) = draft.subjects.values()
    assert (found.handle, found.posts, found.values, found.rows, found.united) == (
        "club222",
        [["4"]],
        [["2"], ["3"]],
        ["2", "3", "4"],
        [["2", "3"]],
    )


def test_the_name_is_kept_and_a_later_file_finds_the_account_by_it(taken):  # noqa: F811
    walls = HEADER + "".join(LINKED).replace("t.me/dablby/", "vk.com/wall-222_").replace("Даблби;ТГ", "Даблби;ВК")
    taken(without("Соцсеть", walls))
    assert dict(Account.objects.values_list("handle", "name")) == {"club222": "Даблби", "hauz": "Хауз"}
    later = HEADER + "12.06.2026;«даблби»;ВК;;Ещё;5\n12.06.2026;Хауз;ТГ;;И ещё;5\n"
    taken(without("Ссылка", later))
    assert (Account.objects.count(), Post.objects.filter(account__handle="club222").count()) == (2, 3)


def test_an_address_in_a_column_of_its_own_says_the_account_and_the_name_is_kept(understood):
    days = (
        "Месяц;Конкурент;Страница;Подписчики\nиюль 2026;Даблби;https://vk.com/dablby;5\nиюль 2026;Хауз;https://t.me/hauz;6\n"
        "август 2026;Даблби;;7\nавгуст 2026;Хауз;;8\n"
    )
    found = understood(days.replace("Страница", "Ссылка на страницу"), context=OWN)
    assert (numbers_of(found), [one["name"] for one in found["subjects"]]) == (
        {"vk:dablby": ["5", "7"], "telegram:hauz": ["6", "8"]},
        ["Даблби", "Хауз"],
    )


@pytest.mark.parametrize("heading", ["Сообщество", "Аккаунт", "Страница", "Бренд"])
@pytest.mark.parametrize("name", ["Отчёт.xlsx", "Отчёт ВК.xlsx"])
def test_a_name_beside_the_posts_of_a_wall_is_that_page_s_on_a_sheet_of_days(understood, heading, name):
    linked = ([f"0{n}.09.2026", f"https://vk.com/wall-123_{n}", "Ива", n] for n in (1, 2))
    of_posts = [["Дата", "Ссылка", heading, "Лайки"], *linked]
    of_days = [["Дата", heading, "Подписчики"], *([f"0{n}.09.2026", "Ива", 450 + n] for n in (1, 2))]
    found = understood(workbook(of_posts, of_days, names=["Посты", "Дни"]), name, context={"brand": "ива"})
    (only,) = found["subjects"]
    assert (only["handle"], len(only["posts"]), [value[4] for value in only["values"]]) == ("club123", 2, ["451", "452"])
    assert (found["warnings"], found["question"]) == ([], {})
