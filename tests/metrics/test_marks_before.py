"""An upgrade: marks of deleted posts that stood in rows of their own become what collections say.

The fields a row said itself were text 8, mark 64 and date 128; without a mark of its own the date is 64.
"""

from datetime import UTC, datetime

import pytest

TIMES = [datetime(2026, 4, day, tzinfo=UTC) for day in (1, 2, 3)]


@pytest.fixture
def upgraded(migrated):
    """The models of now, over posts 1 and 2 that one file had, another missed the first of and a third missed too."""
    before = migrated("metrics", "0011_rejected_rows")
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    brand = client.brands.create(name="Brand A", slug="brand-a")
    account = client.accounts.create(network="vk", handle="brand")
    had, missed, _again = origins = [
        {
            "client": client,
            "imported_in": client.imports.create(brand=brand, file_name=name, sha256="", size=0),
            "collected_at": at,
            "source": "import",
        }
        for name, at in zip(("had", "missed", "missed again"), TIMES, strict=True)
    ]
    row = {"text": "a", "published_at": TIMES[0]}
    first = account.posts.create(key="1", revision=2, gone_at=TIMES[1], said=64, **row, **missed)
    second = account.posts.create(key="2", said=200, **row, **had)
    before.get_model("metrics", "PostRevision").objects.create(post=first, key="1", revision=1, said=200, **row, **had)
    confirmed = [], [], [f"post:{first.pk}:2", f"post:{second.pk}:1"]
    for origin, refs, said in zip(origins, confirmed, ([], [], [64, 200]), strict=True):
        account.collections.create(time_zone="UTC", currency="RUB", confirmed=refs, said=said, **origin)
    return migrated("metrics", "0012_missed_posts")


def test_marks_become_what_collections_say(upgraded):
    """A collection keeps the posts it misses whether it wrote the mark or confirmed it; a confirmed mark is confirmed no more and
    the row beside it still is; a row that a mark alone wrote becomes that of the file that had the post."""
    collections = upgraded.get_model("metrics", "Collection").objects.order_by("collected_at")
    assert list(collections.values_list("missed", flat=True)) == [[], ["1"], ["1"]]
    posts = upgraded.get_model("metrics", "Post").objects.order_by("key")
    again, second = collections.last(), posts.get(key="2")
    assert (again.confirmed, again.said) == ([f"post:{second.pk}:1"], [72])
    row = ("revision", "imported_in__file_name", "collected_at", "said")
    assert list(posts.values_list(*row, "gone_at")) == [(2, "had", TIMES[0], 72, TIMES[1]), (1, "had", TIMES[0], 72, None)]
    assert list(upgraded.get_model("metrics", "PostRevision").objects.values_list(*row)) == [(1, "had", TIMES[0], 72)]
