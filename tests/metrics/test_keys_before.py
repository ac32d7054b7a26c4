"""An upgrade: posts stored under an address that names their number become known by that number."""

from datetime import UTC, datetime

import pytest

from smmstrategy.metrics.imports.reading.cells import links

AT = datetime(2026, 6, 1, tzinfo=UTC)
STORY = "https://m.facebook.com/story.php?story_fbid={}&id=555"


ADDRESSES = {
    "https://www.facebook.com/permalink.php?id=555&story_fbid=pfbid0Ab": "pfbid0Ab",
    "https://www.facebook.com/watch/?ref=share&v=11": "11",
    "https://www.facebook.com/video.php?v=12": "12",
    "https://www.facebook.com/photo.php?v=13": "13",
    "https://www.facebook.com/photo.php?set=a.1&fbid=14": "14",
    "https://www.facebook.com/photos/?fbid=15": "",
    "https://www.facebook.com/profile.php?id=5&v=wall": "",
    "https://www.facebook.com/watch/?v=16-ab": "",
    "https://brand.ru/?to=https://www.facebook.com/watch/?v=18": "",
    "https://notfacebook.com/watch/?v=19": "",
}


@pytest.fixture
def upgraded(migrated):
    """The models of now, over a page's posts 1 and 2 of which the second was stored under its number too, and one with no number;
    and over a post of another page under each of the addresses."""
    before = migrated("metrics", "0012_missed_posts")
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    origin = {"client": client, "collected_at": AT, "source": "import"}
    page, other = (client.accounts.create(network="facebook", handle=handle) for handle in ("brand", "other"))
    first, *_others = [
        page.posts.create(key=key, said=0, **origin)
        for key in (STORY.format(1), STORY.format(2), "2", "https://www.facebook.com/story.php?id=5")
    ]
    before.get_model("metrics", "PostRevision").objects.create(post=first, key=first.key, revision=0, said=0, **origin)
    page.collections.create(time_zone="UTC", currency="RUB", missed=["7", first.key], **origin)
    client.accounts.create(network="x", handle="brand").posts.create(key="https://x.com/i/web/status/1", said=0, **origin)
    for address in ADDRESSES:
        other.posts.create(key=address, said=0, **origin)
    return migrated("metrics", "0013_keys_in_addresses")


def test_the_number_that_an_import_reads_is_the_key_wherever_a_post_is_named(upgraded):
    def keys(model: str, **of) -> list[str]:
        return list(upgraded.get_model("metrics", model).objects.filter(**of).order_by("pk").values_list("key", flat=True))

    assert keys("Post", account__handle="brand") == ["1", STORY.format(2), "2", "https://www.facebook.com/story.php?id=5", "1"]
    assert keys("PostRevision") == ["1"]
    assert list(upgraded.get_model("metrics", "Collection").objects.values_list("missed", flat=True)) == [["7", "1"]]
    assert keys("Post", account__handle="other") == [number or address for address, number in ADDRESSES.items()]
    assert {address: link.key if (link := links.post(address)) else "" for address in ADDRESSES} == ADDRESSES
