"""A message of a table of Telegram that nobody has seen, without a word and a reaction, is no post and no lost one."""

import pytest

from tests.imports.forms_of_files import posts, rejected

HEADER = "tg_message_id,tg_chat_id,published_at,text,view_count,reaction_count,comment_count,forwards\n"
AT = "77,2023-06-01T10:00:07+00:00"
LATER = "77,2023-06-02T10:00:07+00:00"
POST = f"2,{LATER},Привет,110,5,0,0\n"


def kept(found) -> list[str]:
    return [post[1] for post in posts(found)]


@pytest.mark.parametrize("figures", [",,,", "0,0,0,0", "0.0,,0,"])
def test_a_message_without_views_words_and_reactions_is_left_out_and_no_post_is_lost(understood, figures):
    found = understood(HEADER + f"1,{AT},,{figures}\n" + POST, "tg_posts.csv")
    (reason,) = (reason["text"] for _row, reason in found["rejected"])
    assert (kept(found), rejected(found), found["subjects"][0]["rejected"]) == (["2"], ["2"], 0)
    assert reason == "This message has no views, text or reactions: it is a service message of Telegram, not a post."


@pytest.mark.parametrize(
    "row", [f"7,{AT},,1,0,0,0\n", f"7,{AT},,,1,0,0\n", f"7,{AT},,,0,1,0\n", f"7,{AT},,,0,0,1\n", f"7,{AT},Слова,,0,0,0\n"]
)
def test_whatever_was_seen_said_or_answered_is_a_post(understood, row):
    assert kept(understood(HEADER + row + POST, "tg_posts.csv")) == ["7", "2"]


@pytest.mark.parametrize(
    "table",
    [
        f"tg_message_id,tg_chat_id,published_at,text,reaction_count\n1,{AT},,0\n2,{LATER},Привет,5\n",
        f"tg_message_id,tg_chat_id,published_at,view_count,reaction_count\n1,{AT},0,0\n2,{LATER},110,5\n",
    ],
)
def test_a_table_that_gives_no_views_or_no_words_tells_no_service_message(understood, table):
    assert kept(understood(table, "tg_posts.csv")) == ["1", "2"]


def test_a_post_of_another_network_may_have_nothing_yet(understood):
    table = "Date,Link,Text,Views,Likes\n2026-03-05,https://vk.com/wall-1_1,,0,0\n2026-03-06,https://vk.com/wall-1_2,A,9,1\n"
    assert kept(understood(table)) == ["-1_1", "-1_2"]


def test_a_service_message_beside_a_post_is_no_part_of_an_album(understood):
    found = understood(HEADER + f"1,{AT},,,0,0,0\n2,{AT},Привет,110,5,0,0\n", "tg_posts.csv")
    assert (kept(found), found["warnings"]) == (["2"], [])
