"""Tables of one file under names of their own, that go to one account where nothing says whose they are."""

import pytest

from tests.imports.forms_of_files import said, workbook

OPTIONS = {"accounts_by_network": {"vk": "a", "telegram": "b"}}
WARNING = (
    "Tables under different names were taken for one account, {}: {}. If one of them is about another account, import it in a file "
    "of its own and name that (--account NETWORK:HANDLE)."
)
HEAD = ["Дата", "Подписчики ВК", "Подписчики ТГ"]


def sheets(*names: str, header: list[str] = HEAD) -> bytes:
    return workbook(*([header, [f"0{n}.05.2026", n, 9]] for n in range(1, len(names) + 1)), names=names)


def warned(found: dict) -> list[str]:
    return [one["params"]["account"] for one in found["warnings"] if one["text"].startswith("Tables under different names")]


@pytest.mark.parametrize("names", [("Мы", "Ромашка"), ("ВК и ТГ", "Конкуренты"), ("Факт май", "Итог май"), ("Лист1", "Ромашка 2")])
def test_it_is_said_of_each_account(understood, names):
    found = understood(sheets(*names), "export.xlsx", **OPTIONS)
    assert warned(found) == ["vk:a", "telegram:b"]
    assert WARNING.format("vk:a", f"«{names[0]}», «{names[1]}»") in said(found)


def test_titles_are_names_too(understood):
    table = "{};;\nДата;Подписчики;Охват\n0{}.05.2026;100;900\n\n"
    found = understood(table.format("Мы", 1) + table.format("Конкурент Ромашка", 2), account="vk:a")
    assert WARNING.format("vk:a", "«Мы», «Конкурент Ромашка»") in said(found)


def test_posts_without_links_are_meant_too(understood):
    found = understood(sheets("Мы", "Ромашка", header=["Дата публикации", "Текст", "Лайки"]), "export.xlsx", account="vk:a")
    assert warned(found) == ["vk:a"]


@pytest.mark.parametrize(
    "names",
    [
        *(("Май", "Июнь"), ("Май 2026", "июнь2026"), ("Лист1", "Лист2"), ("Q1 2026", "Q2 2026"), ("ВК", "Подписчики в ТГ")),
        *(("Неделя 1", "неделя 2"), ("Охваты", "Статистика подписчиков"), ("Ромашка май", "Ромашка июнь")),
    ],
)
def test_months_windows_networks_and_metrics_are_no_names(understood, names):
    assert warned(understood(sheets(*names), "export.xlsx", **OPTIONS)) == []


def test_tables_of_other_figures_may_be_called_as_they_like(understood):
    tables = [["Дата", "Подписчики"], ["01.05.2026", 1]], [["Дата", "Охват"], ["01.05.2026", 2]]
    assert warned(understood(workbook(*tables, names=["База", "Активность"]), "export.xlsx", account="vk:a")) == []


def test_rows_that_name_their_account_are_not_meant(understood):
    tables = [[["Дата", "Аккаунт", "Подписчики"], [f"0{n}.05.2026", "brand", n]] for n in (1, 2)]
    assert warned(understood(workbook(*tables, names=["Мы", "Ромашка"]), "export.xlsx", account="vk:brand")) == []


OF_NETWORKS = [["Дата", "Соцсеть", "Подписчики"], ["01.05.2026", "VK", 10], ["01.05.2026", "Telegram", 20]]
FOR_ALL = (
    "One account that is named holds for the tables {} alike. If they are about different accounts, say whose each is "
    '(--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the others).'
)


@pytest.mark.parametrize("of_others", [False, True])
def test_of_tables_under_names_of_their_own_the_question_says_that_its_answer_is_for_all(understood, of_others):
    asked = {"may_ask": True, "of_others": of_others}
    content = workbook(OF_NETWORKS, OF_NETWORKS, names=["Альфа", "Бета"])
    assert said(understood(content, "smm.xlsx", context=asked)).endswith(FOR_ALL.format("«Альфа», «Бета»"))
    of_months = understood(workbook(OF_NETWORKS, OF_NETWORKS, names=["Май", "Июнь"]), "smm.xlsx", context=asked)
    assert "holds for the tables" not in said(of_months)


def test_tables_are_brought_one_by_one(understood):
    content = workbook(OF_NETWORKS, OF_NETWORKS, names=["Альфа", "Бета"])
    for other, accounts in (("Бета", {"vk": "alfa", "telegram": "alfa_tg"}), ("Альфа", {"vk": "beta", "telegram": "beta_tg"})):
        found = understood(content, "smm.xlsx", context={"of_others": True}, accounts_by_network=accounts, tables_left_out=[other])
        assert ([(one["network"], one["handle"]) for one in found["subjects"]], found["question"]) == ([*accounts.items()], {})
        assert warned(found) == []


UNTITLED = "Дата;Подписчики\n01.09.2026;10\n02.09.2026;11\n\nДата;Охват\n01.09.2026;90\n02.09.2026;91\n"
UNKNOWN = "Дата;Подписчики\n01.09.2026;10\n02.09.2026;11\n\nКогда;Сердечки\n01.09.2026;90\n02.09.2026;91\n"
OF_PARTS = "Дата;VK подписчики;TG подписчики\n01.09.2026;10;1\n\nДата;VK охват;TG охват\n01.09.2026;90;9\n02.09.2026;91;9\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (UNTITLED, [("", "2–3"), ("", "6–7")]),
        (f"Мы\n{UNTITLED}".replace("\n\n", "\n\nОхват\n"), [("Мы", ""), ("Охват", "")]),
        (OF_PARTS, [("VK", "2"), ("TG", "2"), ("VK", "5–6"), ("TG", "5–6")]),
    ],
)
def test_tables_that_no_name_tells_apart_are_called_by_their_rows(understood, text, names):
    found = understood(text, account="vk:a", accounts_by_network={"telegram": "b"})
    assert sorted((table["name"], table["lines"]) for table in found["tables"]) == sorted(names)


def test_a_question_says_which_rows_it_is_about(understood):
    assert "Rows 6–7. These columns are new: Когда, Сердечки." in said(understood(UNKNOWN, account="vk:a"))
    book = workbook([["Когда", "Сердечки"], ["01.09.2026", 5], [], ["Кто", "Дела"], ["Аня", 7], ["Яна", 9]], names=["Лист"])
    assert "Table «Лист · 2». These columns are new: Когда, Сердечки." in said(understood(book, account="vk:a"))


def of_networks(last: str) -> bytes:
    head = ["Дата", "Подписчики", "Охват"]
    rows = [["30.09.2026", 12801, 4100]], [["29.09.2026", 4301, 900]], [["30.09.2026", 2301, 500]]
    return workbook(*([head, *one] for one in rows), names=["ВК", "Telegram", last])


@pytest.mark.parametrize(
    ("name", "network"),
    [("Инст", "instagram"), ("Inst", "instagram"), ("Запрещёнграм", "instagram"), ("ТТ", "tiktok"), ("TT", "tiktok")],
)
def test_a_sheet_is_of_the_network_it_is_called_by_in_short(understood, name, network):
    named = {"vk": "iva", "telegram": "iva_shop", network: "iva.shop"}
    found = understood(of_networks(name), "Отчёт.xlsx", accounts_by_network=named)
    assert {one["network"]: one["handle"] for one in found["subjects"]} == named
    assert (found["warnings"], found["question"]) == ([], {})


def test_of_a_sheet_of_no_known_name_it_is_asked_without_the_accounts_of_the_others(understood):
    found = understood(of_networks("Наш третий"), "Отчёт.xlsx", accounts_by_network={"vk": "iva", "telegram": "iva_shop"})
    asked = "The file does not say which network and account it is about. Name them (--account NETWORK:HANDLE)."
    assert (said(found), found["question"]["choices"]) == (f"Table «Наш третий». {asked}", [])
    told = {"vk": "iva", "telegram": "iva_shop", "instagram": "iva.shop"}
    assert understood(of_networks("Наш третий"), "Отчёт.xlsx", accounts_by_network=told)["question"]["asks"] == "account"
