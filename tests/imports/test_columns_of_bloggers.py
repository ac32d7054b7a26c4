"""A column that names bloggers over posts: these are theirs, never the brand's own, whatever account was named for the rest."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Tracking
from smmstrategy.metrics.models import Post
from tests.imports.forms_of_files import numbers_of, others, posts, said

POSTS = (
    "{};Дата выхода;Ссылка на пост;Охват;Переходы\n{};01.09.2026;https://www.instagram.com/p/CxAnya1/;12000;100\n"
    "{};03.09.2026;https://www.instagram.com/reel/CxOlya2/;9000;80\n"
)
HANDLES, NAMES = ("@anya", "@olya"), ("Аня Иванова", "Оля Петрова")
OWN_PAGE = POSTS.replace("instagram.com/", "instagram.com/iva.shop/")
KNOWN = {"own": {"instagram": ["iva.shop"]}}
SEVERAL = "The column «Блогер» names several bloggers of one page: it was taken for what posts are about, not for whose they are."


@pytest.mark.parametrize("account", ["", "instagram:iva.shop"])
@pytest.mark.parametrize("heading", ["Блогер", "Инфлюенсер", "Инфлюэнсер", "Influencer", "Blogger", "Амбассадор", "ЛОМ"])
@pytest.mark.parametrize("bloggers", [HANDLES, NAMES])
def test_posts_are_of_the_bloggers_named(understood, heading, bloggers, account):
    found = understood(POSTS.format(heading, *bloggers), context=KNOWN, account=account)
    of_each = {f"instagram:{blogger.removeprefix('@')}": 1 for blogger in bloggers}
    assert (numbers_of(found), others(found), found["question"]) == (of_each, {*of_each}, {})


@pytest.mark.parametrize("blogger", ["@anya", "Аня Иванова"])
def test_one_blogger_alone_is_not_the_account_named(understood, blogger):
    found = understood(POSTS.format("Блогер", blogger, blogger), account="instagram:iva.shop")
    assert numbers_of(found) == {f"instagram:{blogger.removeprefix('@')}": 2}


@pytest.mark.parametrize("heading", ["Ник", "Никнейм", "Nickname"])
def test_nicknames_are_accounts(understood, heading):
    found = understood(POSTS.format(heading, *HANDLES), account="instagram:iva.shop")
    assert numbers_of(found) == {"instagram:anya": 1, "instagram:olya": 1}


def test_rows_without_a_blogger_are_of_the_account_named(understood):
    found = understood(POSTS.format("Блогер", "@anya", "—"), account="instagram:iva.shop")
    assert (numbers_of(found), others(found)) == ({"instagram:anya": 1, "instagram:iva.shop": 1}, {"instagram:anya"})


@pytest.mark.parametrize("account", ["", "instagram:iva.shop"])
def test_on_the_brand_s_own_page_its_posts_are_its_own(understood, account):
    several = understood(OWN_PAGE.format("Блогер", *NAMES), context=KNOWN, account=account)
    one = understood(OWN_PAGE.format("Блогер", NAMES[0], NAMES[0]), context=KNOWN, account=account)
    assert [(numbers_of(found), others(found)) for found in (several, one)] == [({"instagram:iva.shop": 2}, set())] * 2
    assert (said(several), said(one)) == (SEVERAL, "")


def test_a_guest_of_one_post_does_not_make_the_page_a_blogger_s(understood):
    rows = "".join(f"0{n}.09.2026;https://vk.com/wall-123_{n};{who};1200\n" for n, who in enumerate(["", "Аня Иванова", ""], 1))
    found = understood(f"Дата;Ссылка;Блогер;Охват\n{rows}")
    assert (numbers_of(found), others(found)) == ({"vk:club123": 3}, set())
    assert said(found).startswith("The column «Блогер» names a blogger beside some posts of a page and none beside others")


def test_a_blogger_above_empty_cells_has_all_posts_of_the_page(understood):
    rows = "".join(f"{who};0{n}.09.2026;https://vk.com/wall-{n // 2}_{n};5\n" for n, who in enumerate(["Аня", "", "Оля", ""], 2))
    found = understood(f"Блогер;Дата;Ссылка;Охват\n{rows}", account="vk:iva")
    assert (numbers_of(found), others(found)) == ({"vk:club1": 2, "vk:club2": 2}, {"vk:club1", "vk:club2"})


def test_the_pages_of_brands_over_posts_may_be_of_whom_they_advertise(understood):
    rows = "".join(f"0{n}.09.2026;https://www.instagram.com/p/Ab{n}/;Б{n};instagram.com/b{n};5\n" for n in (1, 2))
    found = understood(f"Дата;Ссылка;Бренд;Ссылка на бренд;Охват\n{rows}", account="instagram:iva")
    assert found["question"]["asks"] == "columns"


@pytest.mark.parametrize("heading", ["Партнёр", "Паблик", "Имя", "Профиль", "Кто", "Креатор"])
@pytest.mark.parametrize("bloggers", [HANDLES, ("@anya", "@anya"), ("instagram.com/anya", "instagram.com/olya")])
def test_accounts_of_others_over_posts_are_asked_about_under_any_heading(understood, heading, bloggers):
    found = understood(POSTS.format(heading, *bloggers), account="instagram:iva.shop")
    asked = found["question"]
    assert (asked["asks"], asked["message"]["params"]["column"], found["subjects"]) == ("columns", heading, [])


def test_a_column_of_networks_may_hold_their_pages_over_posts_too(understood):
    found = understood(POSTS.format("Площадка", "instagram.com/anya", "instagram.com/olya"), account="instagram:iva.shop")
    assert numbers_of(found) == {"instagram:anya": 1, "instagram:olya": 1}
    asked = understood(POSTS.format("Площадка", *HANDLES), account="instagram:iva.shop")["question"]
    assert asked["message"]["params"]["column"] == "Площадка"


@pytest.mark.parametrize(
    ("options", "of"),
    [(["--columns", "Кто=account", "--role", "influencer"], ["anya", "olya"]), (["--columns", "Кто=-"], ["iva.shop"] * 2)],
)
def test_they_are_taken_as_a_person_says(import_export, tmp_path, options, of):
    path = tmp_path / "posts.csv"
    path.write_text(POSTS.format("Кто", *HANDLES))
    assert import_export(path, "--account", "instagram:iva.shop", *options)["status"] == 0
    with scope("system"):
        assert [post.account.handle for post in Post.objects.select_related("account").order_by("published_at")] == of


def test_the_account_named_is_not_asked_about(understood):
    found = understood(POSTS.format("Профиль", "@iva.shop", "@iva.shop"), account="instagram:iva.shop")
    assert (numbers_of(found), found["question"]) == ({"instagram:iva.shop": 2}, {})
    assert "A column of links or @names was not used: «Профиль»." in said(found)


@pytest.mark.parametrize("heading", ["Ссылка на блогера", "Профиль", "Контакты"])
def test_bloggers_are_known_by_their_pages_under_any_heading(understood, heading):
    pages = ["https://www.instagram.com/anya/", "https://www.instagram.com/olya/"]
    rows = "".join(f"{name};{page};{n}000\n" for n, (name, page) in enumerate(zip(NAMES, pages, strict=True), 1))
    told = understood(f"Блогер;{heading};Подписчики\n{rows}")
    assert (numbers_of(told), others(told)) == (
        {"instagram:anya": ["1000"], "instagram:olya": ["2000"]},
        {"instagram:anya", "instagram:olya"},
    )
    rows = "".join(
        f"{name};{page};0{n}.09.2026;https://www.instagram.com/p/Cx{n}/;{n}000\n"
        for n, (name, page) in enumerate(zip(NAMES, pages, strict=True), 1)
    )
    found = understood(f"Блогер;{heading};Дата выхода;Ссылка на пост;Охват\n{rows}", account="instagram:iva.shop")
    assert (numbers_of(found), others(found)) == (
        {"instagram:anya": 1, "instagram:olya": 1},
        {"instagram:anya", "instagram:olya"},
    )
    assert {one["name"] for one in found["subjects"]} == {*NAMES}


def test_whom_it_names_is_recorded_as_an_influencer(import_export, tmp_path):
    path = tmp_path / "bloggers.csv"
    path.write_text(POSTS.format("Блогер", *HANDLES))
    told = import_export(path, "--account", "instagram:iva.shop")
    sentence = "The column «Блогер» names others than the brand: instagram:anya, instagram:olya are recorded as influencers."
    assert (told["status"], sentence in told["files"][0]["warnings"]) == (0, True)
    with scope("system"):
        assert {one.account.handle: one.role for one in Tracking.objects.select_related("account")} == {
            "anya": "influencer",
            "olya": "influencer",
        }


def test_a_list_of_bloggers_is_one_of_influencers_and_their_addresses_say_more(understood):
    rows = "Аня;https://www.instagram.com/anya;12000\nОля;https://www.instagram.com/olya;1000\n"
    found = understood(f"Блогер;Ссылка;Подписчики\n{rows}", "Блогеры 01.10.2026.csv")
    assert (numbers_of(found), others(found), posts(found)) == (
        {"instagram:anya": ["12000"], "instagram:olya": ["1000"]},
        {"instagram:anya", "instagram:olya"},
        [],
    )
