"""What a file may say and no table can hold is cut, refused or cleaned before it comes to be stored."""

import json
from typing import Any

import pytest

from smmstrategy.metrics.models import Observation, Post

TELEGRAM = {"type": "public_channel", "name": "Канал", "id": 1234567890}
DIGITS = "9" * 150


@pytest.fixture
def brought(import_export, tmp_path):
    """brought(name, content, options…) is what the command says of the file."""

    def bring(name: str, content: bytes, *options: str) -> dict[str, Any]:
        (tmp_path / name).write_bytes(content)
        return import_export(tmp_path / name, *options)

    return bring


def message(**more: object) -> dict:
    return {"id": 1, "type": "message", "date_unixtime": "1767600000", "text": "слово", "reactions": []} | more


def export(*messages: dict, **more: object) -> bytes:
    return json.dumps(TELEGRAM | more | {"messages": list(messages)}).encode()


def rows(*cells: object, header: str) -> bytes:
    return "\n".join([header, *map(str, cells), ""]).encode()


def test_letters_that_are_none_are_shown_as_damaged(brought):
    said = brought("result.json", export(message(text="a\0b\ud800c")))
    assert (said["status"], Post.objects.get().text) == (0, "a\ufffdb\ufffdc")


def test_letters_that_are_none_in_a_list_of_objects_are_shown_as_damaged(brought):
    posts = [{"Date": "2026-01-05", "Link": f"https://t.me/brand/{n}", "Text": f"{n}\0", "Likes": 1} for n in (1, 2)]
    said = brought("posts.json", json.dumps(posts).encode())
    assert (said["status"], sorted(Post.objects.values_list("text", flat=True))) == (0, ["1\ufffd", "2\ufffd"])


@pytest.mark.parametrize(
    ("more", "stored"),
    [({"id": int(DIGITS)}, 0), ({"duration_seconds": int(DIGITS)}, 1), ({"id": 2**63}, 0)],
)
def test_numbers_of_a_message_that_no_network_has(brought, more, stored):
    said = brought("result.json", export(message(**more)))
    assert (Post.objects.count(), [post.duration_seconds for post in Post.objects.all()]) == (stored, [None] * stored)
    assert said["files"][0]["new"] + said["files"][0]["rejected"] == 1


def test_a_channel_with_an_endless_number_is_refused(brought):
    said = brought("result.json", export(message(), id=int(DIGITS)))
    assert said["status"] != 0 and "150" in said["files"][0]["error"]


def test_a_link_with_an_endless_number_is_refused(brought):
    file = rows(f"2026-01-05,https://vk.com/wall-{DIGITS}_1,1", "2026-01-06,https://vk.com/wall-1_2,1", header="Date,Link,Likes")
    said = brought("vk.csv", file)
    assert "154 characters" in said["files"][0]["error"]


def test_the_number_of_a_post_is_no_longer_than_its_column(brought):
    file = rows(f"2026-01-05,https://ok.ru/group/1/topic/{DIGITS * 2},1", header="Date,Link,Likes")
    said = brought("ok.csv", file, "--account", "ok:1")
    assert (said["status"], [len(post.key) for post in Post.objects.all()]) == (0, [200])


def test_a_time_watched_longer_than_a_number_can_be_is_refused(brought):
    file = rows("2026-01-05,90000000000000000,1", "2026-01-06,2,1", header="Date,Watch time (hours),Views")
    brought("youtube.csv", file, "--account", "youtube:brand")
    assert sorted(map(int, Observation.objects.filter(metric="watch_seconds").values_list("value", flat=True))) == [7200]


def test_parts_that_are_as_large_as_a_number_can_be_add_up(brought):
    parts = (f"2026-01-05,vk,page {n},999999999999" for n in range(20))
    said = brought("ga.csv", rows(*parts, header="Date,Session source,Page title,Sessions"), "--account", "website:brand.ru")
    assert (said["status"], Observation.objects.get(metric="visits").value) == (0, 19_999_999_999_980)
