"""Rows whose links lead elsewhere than those of most others: the table stays what most of its links make it."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports import reasons
from tests.imports.forms_of_files import accounts, posts, rejected, said

# Of each kind the header, and a row of its own network.
TABLES = {
    "tgstat_posts": ("Ссылка;Дата;Охват;Репосты;ERR", "{link};0{n}.08.2026 10:00;{n}00;{n};5"),
    "vk_posts": ("Дата поста (UTC);Ссылка;Количество лайков", "2026-08-0{n} 10:00:00;{link};{n}"),
    "tiktok_content": ("Video title;Video link;Post time;Total views", "Ролик {n};{link};2026-08-0{n} 10:00;{n}00"),
    "youtube_content": (
        "Content;Video title;Video publish time;Link;Views",
        'videonumbe{n};Ролик {n};"Aug {n}, 2026";{link};{n}00',
    ),
    "popsters_posts": ("Url;Text;Author;Date;Likes;ERday", "{link};Текст {n};;2026-08-0{n};{n};0.1"),
    "livedune_posts": ("id;url;created;views;account_id", "{n};{link};2026-08-0{n} 10:00;{n}00;brand"),
    "posts": ("Дата;Ссылка;Просмотры;Охват", "0{n}.08.2026;{link};{n}00;{n}0"),
}
LINKS = {
    "telegram": "https://t.me/brand/{}",
    "vk": "https://vk.com/wall-1_{}",
    "tiktok": "https://www.tiktok.com/@brand/video/730000000000000000{}",
    "youtube": "https://youtu.be/videonumbe{}",
}


def table(kind: str, *networks: str) -> str:
    """A table of that kind whose rows lead to posts of these networks."""
    header, row = TABLES[kind]
    return "\n".join([header, *(row.format(n=n, link=LINKS[one].format(n)) for n, one in enumerate(networks, 1))]) + "\n"


OF_ONE = [("tgstat_posts", "telegram", "vk"), ("vk_posts", "vk", "telegram"), ("tiktok_content", "tiktok", "telegram")]
OF_ONE += [("youtube_content", "youtube", "vk")]


@pytest.mark.parametrize(("kind", "own", "other"), OF_ONE)
@pytest.mark.parametrize("stray", [1, 4, 8], ids=["first", "amidst", "last"])
def test_a_stray_link_is_refused_and_the_others_stay_what_they_are(understood, kind, own, other, stray):
    networks = [own] * 8
    whole = {post[1]: post[10] for post in posts(understood(table(kind, *networks), account=f"{own}:brand"))}
    networks[stray - 1] = other
    found = understood(table(kind, *networks), account=f"{own}:brand")
    assert (found["kind"], accounts(found), rejected(found)) == (kind, [f"{own}:brand"], [f"{stray + 1}"])
    assert found["rejected"][0][1]["params"] == {"value": LINKS[other].format(stray), "kind": "Table of posts"}
    assert len(posts(found)) == 7
    assert {post[1]: post[10] for post in posts(found)}.items() <= whole.items()


def test_where_the_link_leads_is_said_and_what_to_do_if_it_is_no_stray(understood):
    text = table("tgstat_posts", *["telegram"] * 6, "vk", "vk")
    with translation.override("en"):
        (cause,) = reasons.by_cause(understood(text)["rejected"])
    assert (cause["rows"], cause["reason"]) == (
        ["8", "9"],
        "The link leads to another network than the table is of: «https://vk.com/wall-1_7, https://vk.com/wall-1_8». "
        "If the table is of several networks, name its kind: «Table of posts» (--kind posts).",
    )
    told = understood(text, kind="posts")
    assert ({one["network"]: len(one["posts"]) for one in told["subjects"]}, rejected(told)) == ({"telegram": 6, "vk": 2}, [])


def test_reach_of_telegram_stays_views_beside_a_stray_link(understood):
    found = understood(table("tgstat_posts", *["telegram"] * 7, "vk"), "tgstat acme.csv")
    assert [post[10] for post in posts(found)] == [{"views": f"{n}00", "shares": str(n)} for n in range(1, 8)]
    assert (found["subjects"][0]["rejected"], found["question"]) == (0, {})


@pytest.mark.parametrize("kind", ["popsters_posts", "livedune_posts", "posts"])
def test_a_table_of_any_network_has_no_strays(understood, kind):
    found = understood(table(kind, "vk", "vk", "vk", "telegram"))
    assert (found["kind"], len(posts(found)), rejected(found)) == (kind, 4, [])
    assert {one["network"]: len(one["posts"]) for one in found["subjects"]} == {"vk": 3, "telegram": 1}


@pytest.mark.parametrize(("kind", "own", "other"), OF_ONE[:2])
def test_links_half_and_half_make_a_table_of_neither(understood, kind, own, other):
    found = understood(table(kind, own, own, other, other), "tgstat и вк.csv")
    assert (found["kind"], len(posts(found)), rejected(found)) == ("posts", 4, [])
    assert {one["network"] for one in found["subjects"]} == {own, other}


@pytest.mark.parametrize(("of_telegram", "kind", "strays"), [(6, "tgstat_posts", 2), (5, "posts", 0)])
def test_nearly_all_links_are_three_in_four(understood, of_telegram, kind, strays):
    found = understood(table("tgstat_posts", *["telegram"] * of_telegram, "vk", "vk"), "tgstat.csv", context={"may_ask": True})
    assert (found["kind"], len(rejected(found))) == (kind, strays)


@pytest.mark.parametrize("network", ["", "telegram"])
def test_links_to_several_networks_are_said_and_what_to_name_if_it_is_one(understood, network):
    text, account = table("tgstat_posts", *["telegram"] * 5, "vk", "vk"), {"account": "telegram:brand"} if network else {}
    sentence = (
        "The links of the table lead to several networks (telegram: 5, vk: 2): it was read as «Table of posts». "
        "If it is of one network, name its kind: «TGStat: posts» (--kind tgstat_posts)."
    )
    assert said(understood(text, **account)).count(sentence) == 1
    named = understood(text, kind="tgstat_posts", **account)
    assert (accounts(named), [post[10]["views"] for post in posts(named)], rejected(named), "several" in said(named)) == (
        ["telegram:brand"], ["100", "200", "300", "400", "500"], ["7", "8"], False
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["popsters_posts", "livedune_posts", "posts"])
def test_links_to_several_networks_are_nothing_to_say_of_a_table_of_any(understood, kind):
    assert "several" not in said(understood(table(kind, "vk", "vk", "telegram")))


def test_links_in_a_few_rows_are_not_the_posts_own(understood):
    header, row = TABLES["vk_posts"]
    links = ["", "", "", "https://youtu.be/videonumbe4"]
    rows = [row.format(n=n, link=link) for n, link in enumerate(links, 1)]
    found = understood("\n".join([header, *rows]) + "\n", account="vk:brand")
    assert (found["kind"], rejected(found)) == ("vk_posts", ["5"])
    assert "another network than the one of the account you named" in found["rejected"][0][1]["text"]


def test_a_stray_link_under_explained_columns(understood):
    text = "Выход;Куда;Оценка\n" + "".join(
        f"0{n}.08.2026;{LINKS['telegram' if n < 4 else 'vk'].format(n)};{n}\n" for n in range(1, 5)
    )
    told = {"rows": "post", "network": "telegram", "fields": {"Выход": "published_at", "Куда": "permalink", "Оценка": "likes"}}
    found = understood(text, columns=told)
    assert (accounts(found), [post[10] for post in posts(found)]) == (["telegram:brand"], [{"likes": str(n)} for n in range(1, 4)])
    assert (rejected(found), "vk.com" in said(found)) == (["5"], False)
