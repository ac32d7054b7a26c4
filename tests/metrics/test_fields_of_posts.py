"""What a post holds besides its numbers: every field is stored, and which of them were said is kept in bits that never move."""

from dataclasses import fields

import pytest

from smmstrategy.metrics.actions import record
from smmstrategy.metrics.actions.merging import DETAILS
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import BITS, PostRecord
from tests.metrics.conftest import NOON, post

SAID = {
    "permalink": ("https://vk.com/wall-1_1", 1),
    "format": ("video", 2),
    "title": ("Title", 4),
    "text": ("Text", 8),
    "duration_seconds": (5, 16),
    "is_paid": (False, 32),
    "published_at": (NOON, 64),
}
NOT_STORED_AS_SAID = {"key", "metrics", "by_hand", "is_gone", "rounded"}


@pytest.mark.parametrize(("name", "value", "bit"), [(name, *said) for name, said in SAID.items()])
def test_stored_posts_mean_by_each_bit_what_they_always_meant(account, name, value, bit):
    """Rows written years ago are read by these numbers: to move one is to change what was said."""
    record(account, posts=[post("1", **{"published_at": None, name: value})], source="api", collected_at=NOON)
    stored = Post.objects.get()
    assert (getattr(stored, name), stored.said) == (value, bit)


def test_each_field_of_a_record_has_a_bit_and_a_column(account):
    record(account, posts=[post("1", **{name: value for name, (value, _bit) in SAID.items()})], source="api", collected_at=NOON)
    assert Post.objects.values(*BITS, "said").get() == {name: value for name, (value, _bit) in SAID.items()} | {"said": 127}
    assert {field.name for field in fields(PostRecord)} - NOT_STORED_AS_SAID == set(DETAILS) == {*SAID, "has_time"}
