"""Recording: twice is once, corrections leave revisions, the newer and the measured win, nothing known is erased."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from smmstrategy.metrics.actions import Outcome, Status, compare, record
from smmstrategy.metrics.models import Collection, Observation, Post, PostObservation, PostObservationRevision, PostRevision
from tests.metrics.conftest import NOON, day, post

EARLY, LATE, LATER = (datetime(2026, 4, d, tzinfo=UTC) for d in (1, 2, 3))
NEW, CHANGED, OVERRULED, UNCHANGED = Status.NEW, Status.CHANGED, Status.OVERRULED, Status.UNCHANGED
MARCH_1 = date(2026, 3, 1)


def value_of(post_key: str, metric: str) -> Decimal:
    return PostObservation.objects.get(post__key=post_key, metric=metric).value


def followers(account) -> Decimal:
    return Observation.objects.get(account=account, metric="followers").value


def test_first_time_is_new_second_time_is_unchanged(account):
    given = {
        "posts": [post("1", likes=5, views=100), post("2", text="привет\tмир\\n\n")],
        "values": [day("followers", MARCH_1, 1000)],
        "source": "import",
        "collected_at": EARLY,
    }
    assert record(account, **given) == Outcome([NEW, NEW], [NEW])
    assert record(account, **given) == Outcome([UNCHANGED, UNCHANGED], [UNCHANGED])
    assert value_of("1", "views") == 100
    assert Post.objects.get(key="2").text == "привет\tмир\\n\n"
    assert followers(account) == 1000
    assert Collection.objects.count() == 1


def test_a_correction_keeps_what_was_before(account, an_import):
    first, second = an_import("first.csv"), an_import("second.csv")
    record(account, posts=[post("1", likes=5, views=100)], source="import", collected_at=EARLY, imported_in=first)
    outcome = record(account, posts=[post("1", likes=7, views=100)], source="import", collected_at=LATE, imported_in=second)
    assert outcome == Outcome([CHANGED], [])
    now = PostObservation.objects.get(metric="likes")
    was = PostObservationRevision.objects.get()
    assert (now.value, now.revision, now.imported_in) == (7, 2, second)
    assert (was.metric, was.value, was.revision, was.imported_in, was.replaced_in) == ("likes", 5, 1, first, second)


def test_a_new_metric_changes_a_known_post(account):
    record(account, posts=[post("1", likes=5), post("2", likes=1)], source="api", collected_at=EARLY)
    outcome = record(account, posts=[post("2", likes=1), post("1", likes=5, shares=0)], source="api", collected_at=EARLY)
    assert outcome.posts == [UNCHANGED, CHANGED]
    assert value_of("1", "shares") == 0


def test_compare_foretells_and_writes_nothing(account):
    record(account, posts=[post("1", likes=5)], values=[day("followers", MARCH_1, 9)], source="import", collected_at=EARLY)
    given = {
        "posts": [post("1", likes=6), post("2")],
        "values": [day("followers", MARCH_1, 9), day("followers", date(2026, 3, 2), 9)],
    }
    foretold = compare(account, **given)
    assert value_of("1", "likes") == 5
    assert Post.objects.count() == 1
    assert foretold == record(account, **given, source="import", collected_at=LATE) == Outcome([CHANGED, NEW], [UNCHANGED, NEW])


def test_an_older_collection_does_not_overrule_a_newer_one(account):
    record(account, values=[day("followers", MARCH_1, 100)], source="api", collected_at=LATE)
    assert record(account, values=[day("followers", MARCH_1, 90)], source="import", collected_at=EARLY).values == [OVERRULED]
    assert followers(account) == 100


def test_an_older_collection_does_not_overrule_what_a_newer_one_saw_again(account):
    record(account, values=[day("followers", MARCH_1, 100)], source="api", collected_at=EARLY)
    record(account, values=[day("followers", MARCH_1, 100)], source="api", collected_at=LATER)
    assert record(account, values=[day("followers", MARCH_1, 90)], source="import", collected_at=LATE).values == [OVERRULED]
    assert followers(account) == 100


def test_an_older_figure_of_a_post_is_overruled_unless_its_row_brings_something_new(account):
    record(account, posts=[post("1", likes=5), post("2", likes=5)], source="import", collected_at=LATE)
    older = [post("1", likes=4), post("2", likes=4, views=7)]
    assert record(account, posts=older, source="import", collected_at=EARLY).posts == [OVERRULED, CHANGED]
    assert (value_of("1", "likes"), value_of("2", "likes"), value_of("2", "views")) == (5, 5, 7)


def test_a_guess_never_replaces_a_measurement_and_a_measurement_always_replaces_a_guess(account):
    record(account, values=[day("followers", MARCH_1, 100)], source="manual", collected_at=EARLY)
    assert record(account, values=[day("followers", MARCH_1, 90)], source="estimated", collected_at=LATER).values == [OVERRULED]
    assert followers(account) == 100
    other = [day("followers", date(2026, 3, 2), 95)]
    record(account, values=other, source="reconstructed", collected_at=LATER)
    assert record(account, values=other, source="import", collected_at=EARLY).values == [CHANGED]
    assert Observation.objects.get(starts_on=date(2026, 3, 2)).source == "import"


def test_empty_fields_erase_nothing_and_older_files_fill_gaps(account):
    record(account, posts=[post("1", title="Title", text="Text", is_paid=True)], source="api", collected_at=LATE)
    outcome = record(account, posts=[post("1", title="", text="New")], source="api", collected_at=LATER)
    filled = record(account, posts=[post("1", text="Old", format="video")], source="import", collected_at=EARLY)
    assert (outcome.posts, filled.posts) == ([CHANGED], [CHANGED])
    stored = Post.objects.get()
    assert (stored.title, stored.text, stored.format, stored.is_paid) == ("Title", "New", "video", True)
    assert (stored.collected_at, stored.source, stored.revision) == (LATER, "api", 3)
    said = [(row.text, row.format, row.replaced_at is not None) for row in PostRevision.objects.order_by("revision")]
    assert said == [("Text", "", True), ("New", "", True), ("Old", "", False)]


def test_a_post_is_gone_until_a_later_collection_has_it_again(account):
    def say(at, **fields):
        record(account, posts=[post("1", None, **fields)], source="import", collected_at=at)
        return Post.objects.get().gone_at

    told = [say(EARLY, text="A"), say(LATE, is_gone=True), say(LATER, is_gone=True), say(EARLY, text="A"), say(LATER, likes=1)]
    assert told == [None, LATE, LATE, LATE, None]
    assert say(LATE, is_gone=True) is None


def test_an_estimate_that_agrees_with_a_post_does_not_have_it(account):
    def say(key, at, source="import", **fields):
        record(account, posts=[post(key, None, **fields)], source=source, collected_at=at)

    say("1", EARLY, text="A")
    say("1", LATE, is_gone=True)
    say("1", LATER, "estimated", text="A")
    say("2", LATER)
    assert list(Post.objects.order_by("key").values_list("gone_at", flat=True)) == [LATE, None]


def test_the_digest_of_a_comparison_tells_the_marks_it_would_set(account):
    def digest():
        return compare(account, posts=[post("1", None, is_gone=True)], collected_at=LATE).digest

    record(account, posts=[post("1")], source="import", collected_at=EARLY)
    assert digest() != ""
    record(account, posts=[post("1")], source="import", collected_at=LATER)
    assert digest() == ""


def test_a_day_does_not_replace_a_time_but_a_time_replaces_a_day(account):
    midnight = NOON.replace(hour=0)
    record(account, posts=[post("1"), post("2", midnight, has_time=False)], source="api", collected_at=EARLY)
    given = [post("1", midnight, has_time=False), post("2")]
    assert record(account, posts=given, source="api", collected_at=LATE).posts == [UNCHANGED, CHANGED]
    assert set(Post.objects.values_list("published_at", "has_time")) == {(NOON, True)}


def test_a_key_given_twice_counts_once_and_its_metrics_are_united(account):
    given = [post("1", likes=1, views=10), post("2"), post("1", likes=2)]
    assert record(account, posts=given, source="import", collected_at=EARLY).posts == [UNCHANGED, NEW, NEW]
    assert (value_of("1", "likes"), value_of("1", "views")) == (2, 10)
    values = [day("followers", MARCH_1, 1), day("followers", MARCH_1, 2)]
    assert record(account, values=values, source="import", collected_at=EARLY).values == [UNCHANGED, NEW]
    assert followers(account) == 2


def test_rounded_and_exact_are_told_apart(account):
    record(account, posts=[post("1", views=1200, rounded=frozenset({"views"}))], source="import", collected_at=EARLY)
    assert record(account, posts=[post("1", views=1200)], source="import", collected_at=EARLY).posts == [CHANGED]
    assert PostObservation.objects.get().precision == "exact"


def test_a_rounded_figure_of_a_day_never_replaces_an_exact_one_and_an_exact_one_always_replaces_a_rounded_one(account):
    def say(figure, at, **more):
        value, source = day("followers", MARCH_1, figure, **more), "import"
        foretold = compare(account, values=[value], source=source, collected_at=at)
        assert record(account, values=[value], source=source, collected_at=at) == foretold
        return foretold.values, int(followers(account))

    assert say(1200, LATE, is_rounded=True) == ([NEW], 1200)
    assert say(1234, EARLY) == ([CHANGED], 1234)
    assert say(1200, LATER, is_rounded=True) == ([OVERRULED], 1234)
    assert say(1241, LATE) == ([CHANGED], 1241)


def test_a_rounded_figure_of_a_post_is_a_later_one_for_posts_go_on_being_seen(account):
    record(account, posts=[post("1", views=1234)], source="import", collected_at=EARLY)
    record(account, posts=[post("1", views=56000, rounded=frozenset({"views"}))], source="import", collected_at=LATE)
    assert value_of("1", "views") == 56000


def test_slices_and_spans_are_values_of_their_own(account):
    values = [
        day("visits", MARCH_1, 10),
        day("visits", MARCH_1, 6, slice="utm_source=vk"),
        day("visits", MARCH_1, 300, ends_on=date(2026, 3, 31)),
    ]
    assert compare(account, values=values).new == 3
    assert record(account, values=values, source="import", collected_at=EARLY).new == 3


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"posts": [post("1", likes="NaN")]}, "not a number"),
        ({"posts": [post("")]}, "no key"),
        ({"posts": [post("1", NOON.replace(tzinfo=None))]}, "no time zone"),
        ({"posts": [post("1", followers=1)]}, "«followers» is not a metric of a post"),
        ({"posts": [post("1", nonsense=1)]}, "no «nonsense»"),
        ({"values": [day("followers", MARCH_1, 1, ends_on=MARCH_1 - timedelta(days=1))]}, "ends before"),
    ],
)
def test_what_cannot_be_stored_is_refused_whole(account, given, says):
    with pytest.raises((ValueError, LookupError), match=says):
        record(account, **given, source="import", collected_at=EARLY)
    assert Post.objects.count() + Observation.objects.count() == 0


def test_hostile_text_arrives_without_what_postgresql_cannot_hold(account):
    record(account, posts=[post("1", text="a\0b\ud800c\u2028'\"\\.")], source="import", collected_at=EARLY)
    assert Post.objects.get().text == "ab\ufffdc\u2028'\"\\."


def test_nothing_is_written_for_an_account_of_another_client(account, agency):
    connection.cursor().execute("SELECT set_config('smm.scope', %s, true)", [f"client:{agency.b.pk}"])
    with pytest.raises(type(account).DoesNotExist):
        record(account, posts=[post("1")], source="import", collected_at=EARLY)


@pytest.mark.parametrize("joins", ["hash", "merge", "nestloop"])
def test_new_posts_are_numbered_in_the_order_of_the_records_however_the_database_compares_them(account, joins):
    """Posts of one moment stand in this order in every document."""
    with connection.cursor() as cursor:
        for other in {"hash", "merge", "nestloop"} - {joins}:
            cursor.execute(f"SET LOCAL enable_{other}{'' if other == 'nestloop' else 'join'} = off")
    record(account, posts=[post(key) for key in "qwertyuiopasdfgh"], source="api", collected_at=EARLY)
    assert "".join(Post.objects.order_by("pk").values_list("key", flat=True)) == "qwertyuiopasdfgh"
