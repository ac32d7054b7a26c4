"""Which column says the network of each row, and which only looks like one."""

import pytest

from smmstrategy.metrics.imports.reading.cells import networks
from smmstrategy.metrics.imports.reading.columns.headers import signature
from tests.imports.forms_of_files import accounts, posts, rejected, said, values
from tests.imports.test_networks_of_rows import numbers, reasons

TWO_ACCOUNTS = (
    "«{}» and «{}» name one network, and their rows say different things about the same days: they may be two accounts. "
    "Import the rows of each in a file of its own and name its account (--account NETWORK:HANDLE)."
)
IN_TWO_WORDS = "Telegram", "Telegram-канал"


def explained(understood, text, told, account):
    """What is understood of a table that would be known without a word, when a person has said what its columns mean."""
    return understood(text, account=account, context={"mappings": {signature(text.splitlines()[0].split(";")): told}})


@pytest.mark.parametrize("name", ["VK Видео", "VK (видео)", "vkvideo.ru", "Тредс", "Вайбер"])
def test_another_place_is_no_other_word_for_a_network(understood, name):
    found = understood(f"Дата;Площадка;Подписчики\n01.05.2026;ВКонтакте;300\n01.05.2026;{name};50\n", account="vk:acme")
    assert (numbers(found), reasons(found)) == (
        {"vk:acme": ["300"]},
        {"3": f"«{name}» in the column «Площадка» is no network that is known here."},
    )


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Площадка;Подписчики\n01.05.2026;Telegram;300\n01.05.2026;Telegram-канал;50\n02.05.2026;Telegram;301\n",
        "Соцсеть;Аккаунт;Подписчики\nTelegram;acme;300\nTelegram-канал;acme;50\nTelegram;beta;301\n",
    ],
)
def test_two_words_for_one_network_that_contradict_each_other_are_refused(understood, text):
    found = understood(text, account="telegram:acme")
    refused = TWO_ACCOUNTS.format(*IN_TWO_WORDS)
    assert ([told for own in numbers(found).values() for told in own], reasons(found)) == (["301"], {"2": refused, "3": refused})


def test_slices_under_two_words_for_one_network_are_never_added_up(understood):
    text = "Дата;Сеть;Город;Охват\n01.05.2026;Telegram;Тверь;300\n01.05.2026;Telegram-канал;Тверь;50\n"
    told = {"rows": "values", "fields": {"Дата": "day", "Сеть": "network", "Город": "by city", "Охват": "account_reach"}}
    found = explained(understood, text, told, "telegram:acme")
    assert (values(found), rejected(found)) == ([], ["2", "3"])


def test_two_words_for_one_network_may_follow_or_repeat_each_other(understood):
    text = (
        "Дата;Площадка;Подписчики\n01.05.2026;Instagram;2\n01.05.2026;Instagram*;3\n02.05.2026;Instagram*;4\n02.05.2026;инста;4\n"
    )
    assert numbers(understood(text, account="instagram:acme")) == {"instagram:acme": ["3", "4"]}


NUMBERED = "ID;Дата;Соцсеть;Текст;Лайки\n5;01.05.2026;Telegram;a;3\n{}\n6;03.05.2026;Telegram-канал;c;5\n"
TWO_POSTS = (
    "«{}» and «{}» name one network, and under the same number they have different posts: they may be two accounts. "
    "Import the rows of each in a file of its own and name its account (--account NETWORK:HANDLE)."
).format(*IN_TWO_WORDS)
DIFFERS = "A later row says something else about the same post (3)."
AGAIN = "This row says the same as an earlier one in every cell; it was counted once."


@pytest.mark.parametrize(
    ("later", "likes", "refused"),
    [
        ("5;02.05.2026;Telegram-канал;b;4", ["5"], {"2": TWO_POSTS, "3": TWO_POSTS}),
        ("5;02.05.2026;Telegram;b;4", ["4", "5"], {"2": DIFFERS}),
        ("5;01.05.2026 21:30;Telegram-канал;b;4", ["4", "5"], {"2": DIFFERS}),
        ("5;02.05.2026;Telegram-канал;a;4", ["4", "5"], {"2": DIFFERS}),
        ("5;;Telegram-канал;;4", ["4", "5"], {"2": DIFFERS}),
        ("5;01.05.2026;Telegram-канал;a;3", ["3", "5"], {"3": AGAIN}),
    ],
)
def test_one_number_under_two_words_for_one_network_is_of_one_post_unless_neither_day_nor_words_agree(
    understood, later, likes, refused
):
    found = understood(NUMBERED.format(later), account="telegram:acme")
    assert (numbers(found), reasons(found)) == ({"telegram:acme": likes}, refused)


def test_posts_refused_as_perhaps_of_two_places_are_missing_from_the_account(understood):
    found = understood(NUMBERED.format("5;02.05.2026;Telegram-канал;b;4"), account="telegram:acme")
    assert [subject["rejected"] for subject in found["subjects"]] == [2]


def test_a_post_said_again_under_another_word_for_its_network_is_counted_once(understood):
    found = understood("Дата;Соцсеть;Текст;Лайки\n01.05.2026;ВК;a;3\n01.05.2026;VK;a;3\n", account="vk:acme")
    assert (numbers(found), reasons(found)) == ({"vk:acme": ["3"]}, {"3": AGAIN})


SITE = "Дата;{};Просмотры;Посетители\n01.05.2026;VK;300;20\n01.05.2026;Telegram;50;10\n"


@pytest.mark.parametrize("name", ["Соцсеть", "Площадка"])
def test_views_of_a_site_that_a_person_has_named_are_told_apart_by_where_visitors_came_from(understood, name):
    found = understood(SITE.format(name), account="website:site.ru")
    assert (accounts(found), [(value[0], *value[3:5]) for value in values(found)]) == (
        ["website:site.ru"],
        [
            ("pageviews", "300", "social_network=vk&source=VK"),
            ("visitors", "20", "social_network=vk&source=VK"),
            ("pageviews", "50", "social_network=telegram&source=Telegram"),
            ("visitors", "10", "social_network=telegram&source=Telegram"),
        ],
    )


@pytest.mark.parametrize(
    "text",
    ["Площадка;Клики;Показы\nVK;300;20\nTelegram;50;10\n", "Дата;Площадка;Подписчики\n01.05.2026;VK;3\n01.05.2026;Telegram;5\n"],
)
def test_columns_beside_a_site_that_a_person_has_named_are_asked_about_as_sources(understood, text):
    found = understood(text, account="website:site.ru")
    assert (accounts(found), found["question"]["asks"], found["question"]["guess"]["fields"]["Площадка"]) == (
        [],
        "columns",
        "by source",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Соцсеть;Аккаунт;Текст;Лайки\n01.05.2026;VK;acme;a;3\n",
        "Дата;Соцсеть;Аккаунт;Подписчики\n01.05.2026;VK;acme;3\n",
        "Соцсеть;Аккаунт;Подписчики\nVK;acme;3\n",
    ],
)
def test_accounts_and_posts_are_of_their_networks_whatever_site_a_person_has_named(understood, text):
    assert numbers(understood(text, account="website:site.ru")) == {"vk:acme": ["3"]}


LINKED = (
    "Дата;{};Ссылка;Текст;Лайки\n01.05.2026;Telegram;https://vk.com/wall-1_2;a;3\n02.05.2026;YouTube;https://vk.com/wall-1_3;b;4\n"
)


@pytest.mark.parametrize("name", ["Источник", "Канал"])
def test_a_column_that_the_links_of_its_rows_contradict_is_none_of_networks(understood, name):
    found = understood(LINKED.format(name), account="vk:club1")
    assert (numbers(found), rejected(found)) == ({"vk:club1": ["3", "4"]}, [])


def test_under_a_sure_name_rows_that_their_links_contradict_are_refused(understood):
    found = understood(LINKED.format("Соцсеть"), account="vk:club1")
    refusal = "The row names one network, «{}», and its link leads to another."
    assert (numbers(found), reasons(found)) == ({}, {"2": refusal.format("Telegram"), "3": refusal.format("YouTube")})


def test_posts_of_several_networks_with_one_link_are_never_one_post(understood):
    row = "01.05.2026;{};https://vk.com/wall-1_2;a;{}\n"
    rows = "".join(row.format(name, likes) for name, likes in [("VK", 3), ("Telegram", 5), ("Одноклассники", 7)])
    found = understood(f"Дата;Соцсеть;Ссылка;Текст;Лайки\n{rows}", account="vk:club1")
    assert (numbers(found), rejected(found)) == ({"vk:club1": ["3"]}, ["3", "4"])


IN_DOUBT = [
    LINKED.format("Площадка"),
    "Дата;Площадка;Текст;Лайки\n01.05.2026;Кафе;a;1\n02.05.2026;Клуб;b;2\n03.05.2026;Telegram;c;3\n",
    "Date,Platform,Text,Likes\n2026-05-01,iOS,a,1\n2026-05-02,Android,b,2\n2026-05-03,vk.com,c,3\n",
    "Аккаунт;Площадка;Подписчики\nacme;VK;10\nacme;Сайт;20\nacme;Блог;30\n",
]


@pytest.mark.parametrize("text", IN_DOUBT)
def test_a_column_that_may_be_one_of_networks_is_asked_about(understood, text):
    found = understood(text, account="vk:club1")
    column = "Platform" if "Platform" in text else "Площадка"
    assert (accounts(found), found["question"]["guess"]["fields"][column], said(found)) == (
        [],
        "network",
        f"The column «{column}» may name the network of each row, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
    )


def test_one_link_among_rows_without_any_is_refused_for_itself(understood):
    text = "Площадка;Аккаунт;Подписчики\nTelegram;one;1\nVK;two;2\nVK;t.me/three;3\n"
    assert rejected(understood(text)) == ["4"]


def test_a_source_that_never_names_the_network_of_the_account_is_the_app_a_post_was_written_in(understood):
    text = "Date,Source,Text,Likes\n2026-05-01,Twitter for iPhone,a,3\n2026-05-02,Instagram,b,4\n2026-05-03,Facebook,c,5\n"
    assert numbers(understood(text, account="x:acme")) == {"x:acme": ["3", "4", "5"]}


POSTS = "Дата;{};Текст;Лайки\n01.05.2026;Telegram;a;3\n02.05.2026;VK;b;4\n"
SAID = {"Дата": "published_at", "Текст": "text", "Лайки": "likes"}


@pytest.mark.parametrize(
    ("name", "field"),
    [("Площадка", {}), ("Канал", {}), ("Канал", {"Канал": "account"}), ("Соцсеть", {"Соцсеть": "title"})],
)
def test_what_a_person_has_said_of_the_columns_stands(understood, name, field):
    told = {"rows": "post", "fields": SAID | field}
    assert numbers(explained(understood, POSTS.format(name), told, "vk:acme")) == {"vk:acme": ["3", "4"]}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        *(("Platform", ("iOS", "Android", "Web")), ("Сервис", ("ok", "ошибка")), ("Источник", ("ok", "max"))),
        *(("Площадка", ("ОК", "ОК")), ("Источник", ("Кафе", "Клуб", "Telegram"))),
    ],
)
def test_a_column_of_other_words_is_none_of_networks(understood, name, cells):
    text = f"Дата;{name};Текст;Лайки\n" + "".join(f"0{n}.05.2026;{cell};a;{n}\n" for n, cell in enumerate(cells, 1))
    assert numbers(understood(text, account="vk:acme")) == {"vk:acme": [str(n) for n in range(1, len(cells) + 1)]}


def test_words_that_may_mean_anything_count_beside_one_that_does_not(understood):
    text = "Сервис;Аккаунт;Подписчики\nok;one;1\nвк;two;2\nmax;three;3\n"
    assert numbers(understood(text)) == {"ok:one": ["1"], "vk:two": ["2"], "max:three": ["3"]}


WITHOUT_LINKS = "Дата;{};Текст;Лайки\n01.05.2026;{};a;3\n02.05.2026;{};b;4\n"


def keys(found):
    return [post[1] for post in posts(found)]


def test_a_post_is_known_by_its_words_and_not_by_how_its_network_is_written(understood):
    written = {
        network: keys(understood(WITHOUT_LINKS.format("Соцсеть", network, network), account="instagram:acme"))
        for network in ("Instagram", "Instagram*", "инста")
    }
    before = keys(understood("Дата;Текст;Лайки\n01.05.2026;a;3\n02.05.2026;b;4\n", account="instagram:acme"))
    assert written == {"Instagram": before, "Instagram*": before, "инста": before}


def test_posts_of_files_brought_before_are_known_by_the_words_of_their_source(understood):
    found = understood(WITHOUT_LINKS.format("Источник", "VK", "VK"), account="vk:acme")
    as_account = {"rows": "post", "fields": SAID | {"Источник": "account"}}
    assert (keys(found), keys(found)[0]) == (
        keys(explained(understood, WITHOUT_LINKS.format("Источник", "VK", "VK"), as_account, "vk:acme")),
        "row-f4ab1b5267031c525d9dbf7b-1",
    )


def test_one_post_in_two_networks_has_its_key_in_each(understood):
    both = understood("Дата;Соцсеть;Текст;Лайки\n01.05.2026;VK;a;3\n01.05.2026;Telegram;a;4\n", account="telegram:acme")
    one = understood("Дата;Соцсеть;Текст;Лайки\n01.05.2026;Telegram;a;4\n", account="telegram:acme")
    assert keys(both) == keys(one) * 2


def test_a_cell_of_hyphens_is_read_in_one_go():
    assert networks.called("-" * 50_000 + "x") == ""
