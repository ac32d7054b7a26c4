"""Links to the posts of each network beside figures that name none."""

import pytest

VK = ["https://vk.com/wall-1_5", "https://vk.com/wall-1_6"]
TELEGRAM = ["https://t.me/chan/6", "https://t.me/chan/7"]
TWO = (
    "Дата;Ссылка на пост ВК;Ссылка на пост ТГ;Просмотры\n"
    f"01.09.2026;{VK[0]};;300\n02.09.2026;;{TELEGRAM[0]};400\n03.09.2026;{VK[1]};{TELEGRAM[1]};500\n"
)
ONE_OF_TWO = (
    f"Дата;Ссылка ВК;Ссылка ТГ;Лайки ВК\n01.09.2026;{VK[0]};{TELEGRAM[0]};3\n02.09.2026;;{TELEGRAM[1]};\n03.09.2026;{VK[1]};;4\n"
)
OF_BOTH = [
    ("vk", "-1_5", {"views": "10"}),
    ("vk", "-1_6", {"views": "20"}),
    ("telegram", "6", {"views": "1"}),
    ("telegram", "7", {"views": "2"}),
]
OF_SEVERAL = "The row has links to posts of several networks, and its figures may be of all of them together."
OF_ONE = "A column was not used, because its name says that it is of one network alone: «Ссылка ТГ»."


def posts(found: dict) -> list[tuple[str, str, dict]]:
    return [(one["network"], post[1], post[10]) for one in found["subjects"] for post in one["posts"]]


def said(messages: list[dict]) -> list[str]:
    return [message["text"].format(**message["params"]) for message in messages]


@pytest.mark.parametrize("account", ["", "vk:club1", "telegram:chan"])
def test_a_row_is_of_the_network_its_only_link_leads_to(understood, account):
    found = understood(TWO, account=account)
    assert posts(found) == [("vk", "-1_5", {"views": "300"}), ("telegram", "6", {"views": "400"})]
    assert [(row, message["text"]) for row, message in found["rejected"]] == [("4", OF_SEVERAL)]


@pytest.mark.parametrize("name", ["Ссылка", "Ссылка ВК", "ВК", "vk_link"])
def test_the_links_of_one_network_tell_its_posts_whatever_their_column_is_called(understood, name):
    rows = "".join(f"0{n}.09.2026;{n};{link};{n}00\n" for n, link in enumerate(VK, 1))
    found = understood(f"Дата;Текст;{name};Охват\n{rows}", account="vk:club1")
    assert posts(found) == [("vk", "-1_5", {"reach": "100"}), ("vk", "-1_6", {"reach": "200"})]
    assert found["tables"][0]["columns"][name] == "permalink"


def test_links_of_a_network_without_figures_are_named_and_their_rows_rejected(understood):
    found = understood(ONE_OF_TWO, account="vk:club1")
    assert posts(found) == [("vk", "-1_5", {"likes": "3"}), ("vk", "-1_6", {"likes": "4"})]
    assert ([row for row, _message in found["rejected"]], OF_ONE in said(found["warnings"])) == (["D3"], True)


def test_beside_links_that_name_no_network_those_that_do_are_named_as_not_used(understood):
    found = understood(f"Дата;Ссылка;Ссылка ТГ;Лайки\n01.09.2026;{VK[0]};{TELEGRAM[0]};3\n", account="vk:club1")
    assert (posts(found), OF_ONE in said(found["warnings"])) == ([("vk", "-1_5", {"likes": "3"})], True)


@pytest.mark.parametrize("cells", ["да", "https://vk.com/club1", TELEGRAM[0]])
def test_other_words_and_links_elsewhere_make_no_column_of_links(understood, cells):
    found = understood(f"Дата;Текст;Ссылка ВК;Охват\n01.09.2026;a;{cells};3\n", account="vk:club1")
    assert found["tables"][0]["columns"] == {"Дата": "published_at", "Текст": "text", "Охват": "reach"}


@pytest.mark.parametrize("text", ["", "Текст;"])
def test_figures_of_rows_that_all_have_several_links_are_asked_about(understood, text):
    rows = "".join(f"0{n}.09.2026;{text and 'a;'}{vk};{tg};{n}00\n" for n, (vk, tg) in enumerate(zip(VK, TELEGRAM, strict=True), 1))
    found = understood(f"Дата;{text}Ссылка ВК;Ссылка ТГ;Просмотры\n{rows}", account="vk:club1")
    assert (found["subjects"], found["question"]["asks"], found["question"]["guess"]["rows"]) == ([], "columns", "post")


@pytest.mark.parametrize("names", ["ВК;ТГ", "vk.com;t.me", "Ссылка ВК;Ссылка ТГ"])
def test_links_beside_figures_of_each_network_are_those_of_its_posts(understood, names):
    rows = "".join(f"0{n}.09.2026;a{n};{vk};{tg};{n}0;{n}\n" for n, (vk, tg) in enumerate(zip(VK, TELEGRAM, strict=True), 1))
    assert posts(understood(f"Дата;Тема;{names};Просмотры ВК;Просмотры ТГ\n{rows}")) == OF_BOTH


def test_a_group_may_stand_over_the_links_of_its_network_and_their_figures(understood):
    rows = "".join(f"0{n}.09.2026;{vk};{n}0;{tg};{n}\n" for n, (vk, tg) in enumerate(zip(VK, TELEGRAM, strict=True), 1))
    assert posts(understood(f"Дата;ВК;;ТГ;\n;;Просмотры;;Просмотры\n{rows}")) == OF_BOTH


def test_beside_links_of_one_network_the_figures_of_another_may_be_of_posts_too(understood):
    rows = "".join(f"0{n}.09.2026;a{n};{vk};{n}0;{n}\n" for n, vk in enumerate(VK, 1))
    found = understood(f"Дата;Тема;ВК;Просмотры ВК;Просмотры ТГ\n{rows}")
    assert posts(found) == OF_BOTH[:2]
    assert (found["question"]["header"], found["question"]["guess"]["rows"]) == (["Дата", "Тема", "Просмотры ТГ"], "post")


@pytest.mark.parametrize("absent", ["—", "-", "нет"])
def test_what_says_that_there_is_none_is_no_link(understood, absent):
    rows = f"01.09.2026;{VK[0]};{absent};10\n02.09.2026;{absent};{TELEGRAM[0]};1\n"
    assert posts(understood(f"Дата;ВК;ТГ;Просмотры\n{rows}")) == [OF_BOTH[0], OF_BOTH[2]]
