"""A row with links to several posts in one cell: whose its figures are nobody knows, so it is skipped with that reason."""

import pytest

from tests.imports.forms_of_files import accounts, numbers_of, posts, workbook

VK, TELEGRAM, OF_SEVERAL = (
    "https://vk.com/wall-123_10",
    "https://t.me/iva/55",
    "The row has links to several posts, and its figures may be of all of them together.",
)
PLAN = (
    'Дата;Текст;Ссылка;Охват\n01.09.2026;Открыли веранду;"{}";1200\n02.09.2026;Новое меню;https://vk.com/wall-123_11;1100\n'
    "03.09.2026;Ищем бариста;https://t.me/iva/56;900\n"
)


def refused(found):
    return [(row, reason["text"]) for row, reason in found["rejected"]]


@pytest.mark.parametrize("account", ["", "vk:iva"])
@pytest.mark.parametrize("between", ["\n", " ", ", ", "; ", "\nТГ: "])
def test_its_figures_are_taken_for_none_of_them(understood, between, account):
    found = understood(PLAN.format(f"{VK}{between}{TELEGRAM}"), account=account)
    assert refused(found) == [("2", OF_SEVERAL)]
    assert [post[1] for post in posts(found)] == ["-123_11", "56"]


@pytest.mark.parametrize("heading", ["Ссылка", "Ссылки", "Links"])
def test_where_every_row_has_several_nothing_is_taken_and_nothing_asked(understood, heading):
    rows = [["Дата", heading, "Охват"], *([f"0{n}.09.2026", f"https://vk.com/wall-123_{n}\n{TELEGRAM}{n}", n] for n in (1, 2))]
    found = understood(workbook(rows), account="vk:iva")
    assert (refused(found), accounts(found), found["question"]) == ([("2", OF_SEVERAL), ("3", OF_SEVERAL)], [], {})


@pytest.mark.parametrize("heading", ["Ссылки", "Links"])
def test_links_are_links_and_their_number_is_none(understood, heading):
    rows = "01.09.2026;Открыли веранду;https://vk.com/wall-123_10;1200\n02.09.2026;Новое меню;—;1100\n"
    linked = understood(f"Дата;Текст;{heading};Охват\n{rows}", account="vk:iva")
    assert [post[2] for post in posts(linked)] == ["https://vk.com/wall-123_10", ""]
    assert linked["tables"][0]["columns"][heading] == "permalink"
    counted = understood(f"Дата;Охват;{heading}\n01.09.2026;1200;5\n02.09.2026;1100;6\n", account="vk:iva")
    assert numbers_of(counted) == {"vk:iva": ["1200", "1100"]}


@pytest.mark.parametrize("twice", [f"{VK} {VK}", f"{VK}, https://m.vk.com/wall-123_10", f"Пост: {VK}"])
def test_one_post_told_twice_is_one(understood, twice):
    assert understood(PLAN.format(twice), account="vk:iva")["rejected"] == []


def test_two_posts_of_one_network_are_several_too(understood):
    assert refused(understood(PLAN.format(f"{VK} https://vk.com/wall-123_12"), account="vk:iva")) == [("2", OF_SEVERAL)]


def test_posts_of_earlier_files_that_the_row_may_be_about_are_not_missing(understood):
    found = understood(PLAN.format(f"{VK} {TELEGRAM}"), account="vk:iva")
    assert {subject["handle"]: subject["rejected"] for subject in found["subjects"]} == {"iva": 1}


@pytest.mark.parametrize("links", [f"{VK} {TELEGRAM}", f"{TELEGRAM} {VK}", f"{VK} https://vk.com/wall-123_12"])
def test_beside_figures_of_each_network_no_other_reason_is_given(understood, links):
    text = f"Дата;Ссылка;Охват ВК;Просмотры ТГ\n2026-09-01;{links};100;50\n2026-09-02;https://vk.com/wall-123_11;5;\n"
    found = understood(text, account="vk:iva")
    assert refused(found) == [("C2", OF_SEVERAL), ("D2", OF_SEVERAL)]
    assert [post[1] for post in posts(found)] == ["-123_11"]
