"""An album of Telegram, which comes as several messages, is one post; messages that are surely no album stay posts."""

import json

import pytest

from tests.imports.forms_of_files import posts, rejected, said

HEADER = "tg_message_id,tg_chat_id,published_at,text,view_count,reaction_count,comment_count\n"
AT = "2023-06-01T10:00:07+00:00"
ALBUM = f"11,77,{AT},,100,0,0\n12,77,{AT},Привет,110,5,0\n13,77,2023-06-01T10:00:08+00:00,,90,0,2\n"


def kept(found) -> list[tuple[str, dict]]:
    return [(post[1], post[10]) for post in posts(found)]


def test_the_message_with_the_text_stays_and_takes_what_was_counted_at_another(understood):
    found = understood(HEADER + ALBUM + "14,77,2023-06-01T10:00:10+00:00,,80,1,0\n", "tg_posts.csv")
    assert kept(found) == [
        ("12", {"views": "110", "likes": "5", "comments": "2"}),
        ("14", {"views": "80", "likes": "1", "comments": "0"}),
    ]
    assert (found["rows"], rejected(found), found["totals"]["views"]) == (4, ["2", "4"], "190")
    assert [reason["params"] for _row, reason in found["rejected"]] == [{"key": "12"}] * 2
    assert "2 messages are parts of albums" in said(found)


def test_of_an_album_without_a_text_the_first_message_stays(understood):
    found = understood(HEADER + f"22,77,{AT},,90,0,0\n21,77,{AT},,100,0,0\n", "tg_posts.csv")
    assert kept(found) == [("21", {"views": "100", "likes": "0", "comments": "0"})]


@pytest.mark.parametrize(
    "rows",
    [
        f"11,77,{AT},Раз,100,0,0\n12,77,{AT},Два,100,0,0\n",  # two texts
        f"11,77,{AT},,100,0,0\n13,77,{AT},Два,100,0,0\n",  # a number between
        f"11,77,{AT},,100,0,0\n12,77,2023-06-01T10:00:09+00:00,Два,100,0,0\n",  # two seconds between
        f"11,77,{AT},,100,3,0\n12,77,{AT},Два,100,4,0\n",  # reactions at both
        f"11,77,{AT},,100,0,1\n12,77,{AT},Два,100,0,1\n",  # comments at both
        f"11,77,{AT},,100,0,0\n12,78,{AT},Два,100,0,0\n",  # two channels
        "11,77,2023-06-01 10:00,,100,0,0\n12,77,2023-06-01 10:00,Два,100,0,0\n",  # no seconds
    ],
)
def test_what_is_not_surely_an_album_stays_two_posts(understood, rows):
    found = understood(HEADER + rows, "tg_posts.csv")
    assert (len(found["rejected"]), sum(len(subject["posts"]) for subject in found["subjects"])) == (0, 2)


def test_photos_of_one_second_in_the_desktop_export_are_one_post_and_a_text_beside_them_another(understood):
    at = {"type": "message", "date_unixtime": "1685613607"}
    messages = [
        {"id": 1, "photo": "a.jpg", "text": "Привет", **at},
        {"id": 2, "photo": "b.jpg", "text": "", **at},
        {"id": 5, "text": "Слова", **at},
        {"id": 6, "media_type": "sticker", "text": "", **at},
    ]
    told = {"name": "Brand", "type": "public_channel", "id": 5, "messages": messages}
    found = understood(json.dumps(told), "result.json")
    assert ([post[1] for post in posts(found)], rejected(found)) == (["1", "5", "6"], ["2"])
