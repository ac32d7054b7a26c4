"""Where tables in a grid begin and end, wherever they stand and whatever stands above them."""

import pytest

from tests.imports.forms_of_files import accounts, days, posts, said, workbook


def test_tables_beside_each_other_may_begin_in_any_column(understood):
    head = [["Отчёт"], [], ["", "Дата", "Подписчики", "", "", "Дата", "Ссылка", "Лайки"]]
    rows = [["", f"2026-10-0{n}", 100 + n, "", "", f"2026-10-1{n}", f"https://vk.com/wall-1_{n}", n] for n in range(1, 4)]
    rows.append(["", "", "", "", "", "2026-10-14", "https://vk.com/wall-1_4", 4])
    found = understood(workbook([*head, *rows]), "vk.xlsx")
    assert days(found) == [("followers", f"2026-10-0{n}", f"{100 + n}") for n in range(1, 4)]
    assert [(post[3][:10], post[10]) for post in posts(found)] == [(f"2026-10-1{n}", {"likes": str(n)}) for n in range(1, 5)]
    assert (found["rows"], found["rejected"], found["warnings"][1:]) == (7, [], [])
    assert [post[0] for post in posts(found)] == ["F4", "F5", "F6", "F7"]


def test_empty_columns_before_the_only_table_mean_nothing(understood):
    found = understood(";;Дата;Подписчики\n;;2026-10-01;5\n;;2026-10-02;6\n", "vk.csv")
    assert (found["rows"], days(found)) == (2, [("followers", "2026-10-01", "5"), ("followers", "2026-10-02", "6")])


VK_AND_TELEGRAM = {
    "sheets": workbook(
        [["Date", "Followers"], ["2026-10-01", 5]], [["Date", "Followers"], ["2026-10-01", 500]], names=["VK", "Telegram"]
    ),
    "beside": "ВК;;;Телеграм;\nДата;Подписчики;;Дата;Подписчики\n2026-10-01;5;;2026-10-01;500\n",
    "blocks": "ВКонтакте\nДата;Подписчики\n01.10.2026;5\n\nTelegram\nДата;Подписчики\n01.10.2026;500\n",
    "blocks without a gap": "ВКонтакте\nДата;Подписчики\n01.10.2026;5\nTelegram\nДата;Подписчики\n01.10.2026;500\n",
}


@pytest.mark.parametrize("name", VK_AND_TELEGRAM)
@pytest.mark.parametrize("options", [{}, {"account": "vk:brand"}], ids=["no account", "an account"])
def test_a_table_under_the_title_of_another_network_is_of_an_account_there(understood, name, options):
    found = understood(VK_AND_TELEGRAM[name], **options)
    assert {one: days({"subjects": [s]}) for one, s in zip(accounts(found), found["subjects"], strict=True)} == {
        "vk:brand": [("followers", "2026-10-01", "5")],
        "telegram:brand": [("followers", "2026-10-01", "500")],
    }
    assert "taken for telegram:brand" in said(found)
    assert ("«Telegram»" in said(found) or "«Телеграм»" in said(found)) == bool(options)


def test_an_account_of_the_network_in_the_title_is_taken_as_named(understood):
    found = understood("Telegram\nДата;Подписчики\n01.10.2026;500\n", account="telegram:channel")
    assert (accounts(found), found["warnings"]) == (["telegram:channel"], [])


def test_words_over_rows_are_no_network(understood):
    assert accounts(understood("Вставки\nДата;Подписчики\n01.10.2026;500\n", "вставка.csv", account="telegram:a")) == ["telegram:a"]


def test_columns_of_one_name_under_several_networks_are_asked_about(understood):
    found = understood("Дата,Telegram,,ВКонтакте,\n,Подписчики,Охват,Подписчики,Охват\n01.09.2026,7,70,5,50\n", "vk.csv")
    assert (accounts(found), found["question"]["header"][1:4:2]) == ([], ["Telegram Подписчики", "ВКонтакте Подписчики"])
