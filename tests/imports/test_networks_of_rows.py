"""Tables that say in a column which network each of their rows is of."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
from tests.imports.forms_of_files import accounts, said
from tests.imports.forms_of_files import rejected as rows_refused

LIST = "{};Аккаунт;Подписчики\nВКонтакте;club7001;300\nTelegram;dva_dva;100\nTelegram;tri_tri;250\n"
IN_LIST = {"vk:club7001": ["300"], "telegram:dva_dva": ["100"], "telegram:tri_tri": ["250"]}
ANOTHER_NETWORK = "Rows are of another network than the one you named ({}): they were taken for the accounts they name."
ANOTHER_ACCOUNT = (
    "Rows name another account than the one you named ({}): they were taken for the one they name. If both are one page, name "
    "the account of the rows instead, or its figures will stand under two accounts; an import already made is undone on its page."
)


def numbers(found):
    """By account the numbers of its values, or of the likes of its posts."""
    told = [[value[4] for value in s["values"]] or [post[10]["likes"] for post in s["posts"]] for s in found["subjects"]]
    return dict(zip(accounts(found), told, strict=True))


def reasons(found):
    with translation.override("en"):
        return {row: sentence(reason) for row, reason in found["rejected"]}


@pytest.mark.parametrize(
    "name",
    ["Соцсеть", "соц. сеть", "Социальная сеть", "Площадка", "Платформа", "Сеть", "Network", "Platform", "Source", "Источник"],
)
def test_each_row_of_a_list_goes_to_the_account_of_its_network(understood, name):
    found = understood(LIST.format(name))
    assert (numbers(found), found["question"], rows_refused(found)) == (IN_LIST, {}, [])


def test_a_list_never_goes_to_the_network_a_person_has_named_where_its_rows_say_another(understood):
    found = understood(LIST.format("Соцсеть"), account="vk:any")
    assert (numbers(found), ANOTHER_NETWORK.format("telegram:dva_dva, telegram:tri_tri") in said(found)) == (IN_LIST, True)


@pytest.mark.parametrize(
    ("text", "network"),
    [
        *(("ВКонтакте", "vk"), ("вк", "vk"), ("VK", "vk"), ("vk.com", "vk"), ("https://vk.com/", "vk"), ("Группа ВК", "vk")),
        *(("Telegram-канал", "telegram"), ("t.me", "telegram"), ("ТГ", "telegram"), ("ОК", "ok"), ("Одноклассники", "ok")),
        *(("Instagram*", "instagram"), ("Instagram (запрещён в РФ)", "instagram"), ("инста", "instagram")),
        *(("X (Twitter)", "x"), ("Х", "x"), ("Яндекс.Дзен", "dzen"), ("MAX", "max"), ("Tik Tok", "tiktok"), ("Ютуб", "youtube")),
    ],
)
def test_a_network_may_be_written_in_many_ways(understood, text, network):
    assert accounts(understood(f"Соцсеть;Аккаунт;Подписчики\n{text};acme;5\n")) == [f"{network}:acme"]


def test_rows_of_which_the_network_is_not_known_are_refused_by_number(understood):
    rows = "Threads;acme;1\nPinterest;acme;2\n;acme;3\n—;acme;4\nВсе площадки;;650\nVK;t.me/acme;5\n"
    found = understood(LIST.format("Площадка") + rows, account="vk:any")
    assert (numbers(found), reasons(found)) == (
        IN_LIST,
        {
            "5": "«Threads» in the column «Площадка» is no network that is known here.",
            "6": "«Pinterest» in the column «Площадка» is no network that is known here.",
            "7": "The row names no network.",
            "8": "The row names no network.",
            "9": "This row is the total of the others; it was not counted.",
            "10": "The row names one network, «VK», and its link leads to another.",
        },
    )


@pytest.mark.parametrize("total", ["ИТОГО по всем", "Всего по площадкам:", "Итого VK", "Total, all networks"])
def test_a_row_that_calls_itself_the_total_of_networks_is_left_out_as_one(understood, total):
    found = understood(f"Дата;Площадка;Подписчики\n01.05.2026;ВК;300\n01.05.2026;ТГ;100\n01.05.2026;{total};390\n")
    assert (numbers(found), reasons(found)) == (
        {"vk:brand": ["300"], "telegram:brand": ["100"]},
        {"4": "This row is the total of the others; it was not counted."},
    )


def test_no_row_of_a_network_that_nobody_knows_goes_to_the_account_named(understood):
    found = understood("Соцсеть;Аккаунт;Подписчики\nThreads;acme;1\n", account="vk:any")
    assert (accounts(found), rows_refused(found)) == ([], ["2"])


@pytest.mark.parametrize(
    ("account", "known"),
    [("", ["vk:one"]), ("telegram:any", ["vk:one"]), ("vk:any", ["vk:one", "vk:two"])],
)
def test_a_row_that_names_no_network_is_of_the_one_a_person_has_named_where_all_others_are(understood, account, known):
    told = {"account": account} if account else {}
    found = understood("Соцсеть;Аккаунт;Подписчики\nВК;one;1\n;two;2\n", **told)
    assert (accounts(found), rows_refused(found)) == (known, [] if len(known) == 2 else ["3"])


@pytest.mark.parametrize(
    ("header", "named", "said"),
    [
        ("Аккаунт;Подписчики", "{};5", "The row is of another network than the one you named: «{}»."),
        ("Название;Ссылка;Подписчики", "Кофе;{};5", "The row is of another network than the one you named: «{}»."),
        ("Influencer insta name;Followers", "{};5", "The row is of another network than its table: «{}»."),
    ],
)
def test_a_list_says_of_an_address_in_another_network_that_it_leads_there(understood, header, named, said):
    rows = [named.format(address) for address in ("https://t.me/dva", "")]
    account = {} if "insta" in header else {"account": "vk:any"}
    found = understood("\n".join([header, *rows, ""]), **account)
    assert (accounts(found), reasons(found)) == (
        [],
        {"2": said.format("https://t.me/dva"), "3": "The row does not say which account it is."},
    )


def test_a_column_called_so_that_holds_venues_or_sites_is_none_of_networks(understood):
    for places in (("Кафе на Мира", "Клуб «Max»", "Парк"), ("site.ru", "shop.site.ru", "vc.ru")):
        text = "Дата;Площадка;Подписчики\n" + "".join(f"0{n}.05.2026;{place};{n}\n" for n, place in enumerate(places, 1))
        assert numbers(understood(text, account="vk:acme")) == {"vk:acme": ["1", "2", "3"]}


def test_one_network_among_others_that_nobody_knows_makes_a_column_of_networks(understood):
    rows = "VK;one;1\nThreads;two;2\nDiscord;three;3\nСайт;four;4\n"
    found = understood(f"Площадка;Аккаунт;Подписчики\n{rows}", account="vk:any")
    assert (accounts(found), rows_refused(found)) == (["vk:one"], ["3", "4", "5"])


def test_views_by_day_of_a_network_are_no_site_s(understood):
    found = understood("Дата;Площадка;Просмотры\n01.05.2026;VK;10\n02.05.2026;VK;11\n03.05.2026;VK;12\n")
    assert (numbers(found), found["kind"]) == ({"vk:brand": ["10", "11", "12"]}, "days_views")


def test_a_note_beside_the_name_of_the_column_changes_nothing(understood):
    assert accounts(understood("Площадка (соцсеть);Аккаунт;Подписчики\nVK;one;1\n;t.me/two;2\n", account="vk:any")) == [
        "vk:one",
        "telegram:two",
    ]


def test_a_site_s_visits_by_social_network_are_of_the_site(understood):
    found = understood("Дата;Социальная сеть;Визиты\n01.05.2026;VK;10\n01.05.2026;Telegram;11\n")
    assert [value[5] for subject in found["subjects"] for value in subject["values"]] == [
        "social_network=VK",
        "social_network=Telegram",
    ]


DAYS = (
    "Дата;Соцсеть;Аккаунт;Подписчики\n01.05.2026;ВКонтакте;acme;300\n01.05.2026;Telegram;acme;100\n"
    "02.05.2026;ВКонтакте;acme;301\n02.05.2026;Telegram;acme;101\n"
)
IN_DAYS = {"vk:acme": ["300", "301"], "telegram:acme": ["100", "101"]}


def test_days_go_to_the_accounts_of_their_networks_that_are_called_alike(understood):
    found = understood(DAYS)
    assert (numbers(found), found["question"], rows_refused(found)) == (IN_DAYS, {}, [])


@pytest.mark.parametrize(
    ("account", "others"),
    [("vk:acme", "telegram:acme"), ("youtube:acme", "vk:acme, telegram:acme")],
)
def test_days_of_another_network_never_go_to_the_account_named(understood, account, others):
    found = understood(DAYS, account=account)
    own = {name: told for name, told in IN_DAYS.items() if name in others}
    assert ({name: numbers(found)[name] for name in own}, ANOTHER_ACCOUNT.format(others) in said(found)) == (own, True)


def test_days_of_one_network_do_not_go_to_an_account_of_another(understood):
    found = understood("Дата;Соцсеть;Аккаунт;Подписчики\n01.05.2026;Telegram;dva;5\n", account="vk:acme")
    assert (numbers(found), ANOTHER_ACCOUNT.format("telegram:dva") in said(found)) == ({"telegram:dva": ["5"]}, True)


def test_days_at_addresses_of_one_network_do_not_go_to_an_account_of_another(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.05.2026;https://t.me/dva;5\n", account="vk:acme")
    assert (numbers(found), ANOTHER_ACCOUNT.format("telegram:dva") in said(found)) == ({"telegram:dva": ["5"]}, True)


def test_a_column_of_channels_beside_one_of_accounts_says_their_networks(understood):
    text = "Date,Channel,Account,Followers\n2026-05-01,Telegram,acme,50\n2026-05-01,VK,acme,20\n"
    assert numbers(understood(text, account="vk:acme")) == {"telegram:acme": ["50"], "vk:acme": ["20"]}


def test_a_page_with_visitors_and_followers_is_no_site(understood):
    text = "Дата;Социальная сеть;Аккаунт;Подписчики;Посетители\n01.05.2026;VK;a;10;1\n01.05.2026;Telegram;b;11;2\n"
    assert numbers(understood(text)) == {"vk:a": ["10", "1"], "telegram:b": ["11", "2"]}


WITHOUT_HANDLES = "Дата;Платформа;Охват\n01.05.2026;ВК;300\n01.05.2026;ТГ;100\n02.05.2026;ВК;301\n02.05.2026;ТГ;101\n"


def test_days_that_name_a_network_alone_go_to_the_account_named_there(understood):
    found = understood(WITHOUT_HANDLES, accounts_by_network={"vk": "a", "telegram": "b"})
    assert (numbers(found), found["warnings"]) == ({"vk:a": ["300", "301"], "telegram:b": ["100", "101"]}, [])


def test_days_that_name_a_network_alone_go_to_the_brand_s_only_account_there(understood):
    found = understood(WITHOUT_HANDLES, account="vk:a", context={"own": {"vk": ["a"], "telegram": ["b"]}})
    assert numbers(found) == {"vk:a": ["300", "301"], "telegram:b": ["100", "101"]}
    assert "Rows of another network than that of the account you named were not taken for it." in said(found)


def test_the_page_asks_for_an_account_in_each_network_of_the_rows(understood):
    known = {"own": {"vk": ["a"], "telegram": ["b"]}, "may_ask": True}
    question = understood(WITHOUT_HANDLES, context=known)["question"]
    assert (question["asks"], question["choices"], question["apart"]) == ("account", ["vk:a", "telegram:b"], True)


def test_a_day_that_names_no_network_may_be_the_total_of_others(understood):
    found = understood(WITHOUT_HANDLES + "02.05.2026;;402\n", accounts_by_network={"vk": "a", "telegram": "b"})
    assert reasons(found) == {"6": "The row names no network."}


NOTES = ["* Принадлежит Meta, признана экстремистской;;;", "Источник: LiveDune;;;", ";;;Источник: LiveDune", "Май;;;"]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize(
    "text",
    [
        "Дата;Соцсеть;Подписчики;Прирост\n01.05.2026;ВК;100;2\n01.05.2026;Instagram*;200;3\n",
        "Дата;Соцсеть;Текст;Лайки\n01.05.2026;ВК;a;100\n01.05.2026;Instagram*;b;200\n",
        "Аккаунт;Соцсеть;Подписчики;Публикаций\na;ВК;100;2\nb;Instagram*;200;3\n",
    ],
    ids=["days", "posts", "a list"],
)
def test_a_note_under_the_rows_is_of_no_network_and_nothing_is_asked_of_it(understood, text, note):
    found = understood(f"{text}{note}\n", accounts_by_network={"vk": "a", "instagram": "b"})
    assert (found["question"], reasons(found)) == ({}, {"4": "The row holds no figure."})
    assert {name: numbers(found)[name][0] for name in numbers(found)} == {"vk:a": "100", "instagram:b": "200"}
    assert [subject["rejected"] for subject in found["subjects"]] == [0, 0]


POSTS = "Дата;Соцсеть;Аккаунт;Текст;Лайки\n01.05.2026;ВК;acme;a;1\n01.05.2026;Telegram;acme;a;2\n02.05.2026;Telegram;;c;3\n"


@pytest.mark.parametrize("account", ["", "vk:acme", "instagram:acme"])
def test_posts_go_to_the_accounts_of_their_networks(understood, account):
    found = understood(POSTS + "03.05.2026;Threads;acme;d;4\n", **({"account": account} if account else {}))
    assert (numbers(found), rows_refused(found)) == ({"vk:acme": ["1"], "telegram:acme": ["2", "3"]}, ["5"])


def test_posts_whose_links_lead_elsewhere_than_their_network_are_refused(understood):
    text = "Дата;Площадка;Ссылка;Лайки\n01.05.2026;ВК;https://vk.com/wall-1_2;1\n02.05.2026;VK;https://t.me/acme/4;4\n"
    found = understood(text, account="vk:acme")
    assert (numbers(found), rows_refused(found)) == ({"vk:acme": ["1"]}, ["3"])


def test_a_post_that_may_be_of_any_network_is_missing_from_all(understood):
    found = understood(POSTS + "03.05.2026;;acme;d;4\n")
    assert (rows_refused(found), [subject["rejected"] for subject in found["subjects"]]) == (["5"], [1, 1])


def test_a_link_says_the_network_that_a_cell_leaves_out(understood):
    text = "Дата;Площадка;Ссылка;Лайки\n01.05.2026;ВК;https://vk.com/wall-1_2;1\n02.05.2026;ТГ;https://t.me/a/4;4\n03.05.2026;;t.me/a/5;6\n"
    assert numbers(understood(text)) == {"vk:club1": ["1"], "telegram:a": ["4", "6"]}


@pytest.mark.parametrize(
    "head",
    [
        "Account ID,Created,Platform,Link,Likes",  # LiveDune
        "Author,Date,Platform,URL,Likes,Text",  # Popsters
        "Канал,Дата,Платформа,Ссылка,Охват,ERR,Лайки",  # TGStat
    ],
)
def test_a_service_s_export_with_a_column_of_networks_is_of_all_of_them(understood, head):
    cells = {
        "Link": "",
        "URL": "",
        "Ссылка": "",
        "Platform": "{0}",
        "Платформа": "{0}",
        **dict.fromkeys(["Likes", "Лайки", "Text"], "{1}"),
    }
    days_or_names = {"Created": "2026-05-01", "Date": "2026-05-01", "Дата": "2026-05-01", "Охват": "5", "ERR": "5"}
    row = ",".join((cells | days_or_names).get(name, "acme") for name in head.split(","))
    found = understood("\n".join([head, row.format("Telegram", 1), row.format("VK", 2)]))
    assert numbers(found) == {"telegram:acme": ["1"], "vk:acme": ["2"]}


UNKNOWN = "Сеть;Кто;Фолловеры\nTelegram;a_a;10\nVK;b_b;11\n"


def test_the_columns_of_an_unknown_table_are_guessed_and_explained_with_their_network(understood):
    guessed = understood(UNKNOWN)["question"]["guess"]
    told = {"rows": "account", "fields": guessed["fields"] | {"Кто": "account", "Фолловеры": "followers"}}
    assert (guessed["fields"]["Сеть"], numbers(understood(UNKNOWN, columns=told, account="vk:any"))) == (
        "network",
        {"telegram:a_a": ["10"], "vk:b_b": ["11"]},
    )


def test_an_explained_table_of_one_network_takes_no_rows_of_another(understood):
    told = {"rows": "account", "network": "vk", "fields": {"Сеть": "network", "Кто": "account", "Фолловеры": "followers"}}
    found = understood(UNKNOWN, columns=told)
    assert (numbers(found), reasons(found)) == (
        {"vk:b_b": ["11"]},
        {"2": "The row is of another network than its table: «Telegram»."},
    )
