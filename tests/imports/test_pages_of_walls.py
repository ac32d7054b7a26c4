"""Whose a post is that was opened from a page: the wall it stands on says more, where that is known."""

import pytest

from tests.imports.forms_of_files import accounts, numbers_of
from tests.imports.test_known_names_win import ANOTHER, imported, iva, whose  # noqa: F401

HEAD = "Дата;Ссылка;Текст;Лайки\n"


def posts(*addresses):
    return HEAD + "".join(f"{n:02}.10.2026 10:00;https://vk.com/{one};пост {n};1\n" for n, one in enumerate(addresses, 1))


def wall(number, *, of=range(91, 98)):
    return posts(*(f"wall-{number}_{n}" for n in of))


def test_a_post_opened_from_the_brand_s_page_is_that_of_the_account_on_whose_wall_it_stands(imported):  # noqa: F811
    imported(wall(11), "--account", "vk:iva")
    imported(wall(55), "--account", "vk:lutik")
    done = imported(posts("iva?w=wall-55_1", "iva?w=wall-55_2", "iva?w=wall-11_3"), name="opened.csv")
    assert (done["error"], {*done["accounts"]}, done["new"]) == ("", {"vk:lutik", "vk:iva"}, 3)
    assert whose() == {"vk:iva": [1, 2, 3, 3, 4, 5, 6, 7], "vk:lutik": [1, 1, 2, 2, 3, 4, 5, 6, 7]}
    assert [line for line in done["warnings"] if "already" in line] == []


def test_and_of_another_page_than_the_brand_s_that_stands_on_a_wall_of_its_own(imported):  # noqa: F811
    imported(wall(7), "--account", "vk:iva")
    for told in ([], ["--account", "vk:iva"]):
        refused = imported(posts("iva?w=wall-8_1", "iva?w=wall-8_2"), *told)
        assert (refused["error"], whose()) == (ANOTHER.format("vk:club8"), {"vk:iva": [1, 2, 3, 4, 5, 6, 7]})


def test_all_posts_of_a_wall_have_the_name_that_some_say_and_those_of_the_brand_named_too(imported):  # noqa: F811
    done = imported(posts("iva?w=wall-11_1", "wall-11_2"), "--account", "vk:iva")
    assert (done["error"], done["warnings"], whose()) == ("", [], {"vk:iva": [1, 2]})


@pytest.mark.parametrize(
    ("addresses", "found"),
    [
        (["zerno?w=wall-55_1", "wall-55_2"], {"vk:zerno": 2}),
        (["wall-55_1", "Zerno?w=wall-55_2", "zerno?w=wall-55_3"], {"vk:Zerno": 3}),
        (["zerno?w=wall-55_1", "zerno?w=wall-66_2"], {"vk:club55": 1, "vk:club66": 1}),
        (["zerno?w=wall-55_1", "lutik?w=wall-55_2"], {"vk:club55": 2}),
        (["zerno?w=wall-55_1", "zerno?w=wall-66_2", "lutik?w=wall-77_3"], {"vk:club55": 1, "vk:club66": 1, "vk:lutik": 1}),
    ],
)
def test_a_name_is_that_of_a_wall_where_each_stands_beside_the_other_alone(understood, addresses, found):
    assert numbers_of(understood(posts(*addresses), role="competitor")) == found


KNOWN = {"vk": {"iva": "club11", "lutik": "club55", "club66": "club66"}}


@pytest.mark.parametrize(
    ("address", "account"),
    [
        ("iva?w=wall-11_1", "vk:iva"),
        ("iva?w=wall-12_1", "vk:club12"),  # on no wall of the page
        ("zerno?w=wall-55_1", "vk:club55"),  # on that of another
        ("zerno?w=wall-66_1", "vk:zerno"),  # on that of one known by its number alone, which may be called so
        ("mak?w=wall-66_1", "vk:club66"),  # not so one that is an account, too
        ("mak?w=wall-88_1", "vk:club88"),  # nor on that of one without posts
        ("mak?w=wall-99_1", "vk:mak"),
    ],
)
def test_what_is_known_of_walls_says_more_than_the_page_on_which_a_post_was_opened(understood, address, account):
    known = {"stands_on": KNOWN, "there": {"vk": ["iva", "lutik", "mak", "club66", "club88"]}}
    assert accounts(understood(posts(address), context=known)) == [account]


@pytest.mark.parametrize(
    "page", ["feed", "notifications", "fave", "bookmarks", "discover", "explore", "mail", "settings", "al_feed.php", "im"]
)
def test_a_post_opened_from_nobody_s_page_is_that_of_its_wall(understood, page):
    assert accounts(understood(posts(f"{page}?w=wall-55_1"))) == ["vk:club55"]
