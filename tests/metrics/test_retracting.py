"""Undoing an import: what it brought goes, what it changed comes back, what others said too stays."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from smmstrategy.metrics.actions import Outcome, Status, record, retract
from smmstrategy.metrics.models import (
    Collection,
    Observation,
    ObservationRevision,
    Post,
    PostObservation,
    PostObservationRevision,
    PostRevision,
)
from tests.metrics.conftest import NOON, day, post

TIMES = [datetime(2026, 4, d, tzinfo=UTC) for d in range(1, 9)]
MARCH_1 = date(2026, 3, 1)
CHANGED, REMOVED = Status.CHANGED, Status.REMOVED


@pytest.fixture
def apply(account, an_import):
    """Records a post's likes and a day's followers from an import made for it; returns the import."""

    def run(name, *, likes, followers, at, **fields):
        made = an_import(name)
        given = {"posts": [post("1", likes=likes, **fields)], "values": [day("followers", MARCH_1, followers)]}
        record(account, **given, source="import", collected_at=TIMES[at], imported_in=made)
        return made

    return run


def stored():
    return (
        list(Post.objects.values_list("text", flat=True)),
        [int(v) for v in PostObservation.objects.values_list("value", flat=True)],
        [int(v) for v in Observation.objects.values_list("value", flat=True)],
    )


def test_what_only_this_import_brought_goes(apply):
    made = apply("a", likes=5, followers=100, at=0)
    assert retract(made) == Outcome([REMOVED], [REMOVED, REMOVED])
    assert stored() == ([], [], [])
    assert Collection.objects.count() == 0
    assert retract(made) == Outcome([], [])


def test_what_it_changed_comes_back_and_leaves_no_revision(apply):
    apply("a", likes=5, followers=100, at=0, text="old")
    made = apply("b", likes=6, followers=110, at=1, text="new")
    assert stored() == (["new"], [6], [110])
    assert retract(made) == Outcome([CHANGED], [CHANGED, CHANGED])
    assert stored() == (["old"], [5], [100])
    assert (PostRevision.objects.count(), ObservationRevision.objects.count()) == (0, 0)
    assert Observation.objects.get().revision == 1


def test_what_a_later_import_changed_stays_and_skips_the_undone_one_when_that_goes_too(apply):
    apply("a", likes=5, followers=100, at=0, text="a")
    middle = apply("b", likes=6, followers=110, at=1, text="b")
    last = apply("c", likes=7, followers=120, at=2, text="c")
    assert retract(middle) == Outcome([], [])
    assert stored() == (["c"], [7], [120])
    retract(last)
    assert stored() == (["a"], [5], [100])


def test_of_two_collected_at_the_same_moment_the_later_said_counts_though_it_only_confirmed(apply):
    first = apply("a", likes=1, followers=1, at=1)
    apply("b", likes=3, followers=3, at=0)
    last = apply("c", likes=1, followers=1, at=0)
    retract(first)
    assert stored() == ([""], [1], [1])
    retract(last)
    assert stored() == ([""], [3], [3])


def test_what_another_import_confirmed_becomes_that_one_s(apply):
    first = apply("a", likes=5, followers=100, at=0)
    second = apply("b", likes=5, followers=100, at=1)
    assert retract(first) == Outcome([], [], Counter({second.pk: 2}))
    assert stored() == ([""], [5], [100])
    assert Observation.objects.get().imported_in == second
    assert retract(second) == Outcome([REMOVED], [REMOVED, REMOVED])
    assert stored() == ([], [], [])


def test_what_is_said_again_was_first_said_before_once_what_was_said_between_is_undone(apply):
    first, between = apply("a", likes=5, followers=100, at=0), apply("b", likes=7, followers=107, at=1)
    again, last = apply("c", likes=5, followers=100, at=3), apply("d", likes=5, followers=100, at=4)

    def origins():
        rows = [*PostObservation.objects.all(), *Observation.objects.all()]
        return {(int(row.value), row.collected_at, row.imported_in_id) for row in rows}

    assert origins() == {(5, TIMES[3], again.pk), (100, TIMES[3], again.pk)}
    retract(between)
    assert origins() == {(5, TIMES[0], first.pk), (100, TIMES[0], first.pk)}
    assert (ObservationRevision.objects.count(), PostObservationRevision.objects.count()) == (0, 0)
    overruled = apply("e", likes=6, followers=106, at=2)
    assert stored() == ([""], [5], [100])
    retract(overruled)
    retract(first)
    assert origins() == {(5, TIMES[3], again.pk), (100, TIMES[3], again.pk)}
    retract(again)
    assert origins() == {(5, TIMES[4], last.pk), (100, TIMES[4], last.pk)}
    retract(last)
    assert stored() == ([], [], [])


def test_a_confirmation_outlives_a_correction_in_between(apply):
    first = apply("a", likes=5, followers=100, at=0)
    second = apply("b", likes=5, followers=100, at=1)
    third = apply("c", likes=9, followers=900, at=2)
    retract(first)
    retract(third)
    assert stored() == ([""], [5], [100])
    assert Observation.objects.get().imported_in == second


def test_a_post_that_another_import_measured_is_kept_with_that_one_s_numbers(account, apply, an_import):
    first, second = apply("a", likes=5, followers=100, at=0), an_import("b")
    record(account, posts=[post("1", views=50)], source="import", collected_at=TIMES[1], imported_in=second)
    retract(first)
    assert list(PostObservation.objects.values_list("metric", "value")) == [("views", 50)]
    assert Post.objects.get().imported_in == second


def test_a_post_seen_in_another_source_is_kept(account, apply):
    made = apply("a", likes=5, followers=100, at=0)
    record(account, posts=[post("1")], source="api", collected_at=TIMES[1])
    retract(made)
    assert Post.objects.get().source == "api"
    assert PostObservation.objects.count() == 0


def test_applying_again_after_undoing_gives_the_same(apply):
    made = apply("a", likes=5, followers=100, at=0)
    retract(made)
    apply("a again", likes=5, followers=100, at=0)
    assert stored() == ([""], [5], [100])


def test_retracting_touches_only_the_accounts_of_the_import(account, competitor, apply):
    record(competitor, values=[day("followers", MARCH_1, 7)], source="import", collected_at=TIMES[0])
    retract(apply("a", likes=5, followers=100, at=0))
    assert stored() == ([], [], [7])


@pytest.fixture
def say(account, an_import):
    """Records what an import says of post 1, one import each day; returns the import."""

    def run(name, *, at, **fields):
        made = an_import(name)
        given = [post("1", **{"published_at": None, **fields})]
        record(account, posts=given, source="import", collected_at=TIMES[at], imported_in=made)
        return made

    return run


def told():
    """What is known of the only post."""
    return Post.objects.values_list("title", "text", "published_at", "duration_seconds", "imported_in__file_name").get()


def test_what_only_this_import_said_of_a_post_goes_though_another_measured_the_post(say):
    first = say("a", at=0, title="t", text="a", published_at=NOON, views=1)
    say("b", at=1, comments=2)
    assert retract(first) == Outcome([CHANGED], [REMOVED])
    assert told() == ("", "", None, None, "b")


def test_a_field_filled_by_another_import_stays_alone(say):
    first, second = say("a", at=0, text="a", published_at=NOON), say("b", at=1, title="t")
    assert retract(first) == Outcome([CHANGED], [])
    assert told() == ("t", "", None, None, "b")
    assert retract(second) == Outcome([REMOVED], [])
    assert Post.objects.count() == 0


def test_a_field_goes_back_to_what_was_said_before_the_import_also_under_later_rows(say):
    say("a", at=0, text="a", title="t")
    wrong = say("b", at=1, text="b", published_at=NOON)
    last = say("c", at=2, duration_seconds=5)
    assert retract(wrong) == Outcome([CHANGED], [])
    assert told() == ("t", "a", None, 5, "c")
    retract(last)
    assert told() == ("t", "a", None, None, "a")


def test_a_field_stays_as_long_as_somebody_has_seen_it(say):
    first = say("a", at=0, text="a", title="t")
    filler = say("b", at=1, published_at=NOON)
    witness = say("c", at=2, text="a")
    retract(first)
    assert told() == ("", "a", NOON, None, "b")
    assert retract(witness) == Outcome([CHANGED], [])
    assert told() == ("", "", NOON, None, "b")
    retract(filler)
    assert Post.objects.count() == 0


def test_that_a_post_is_gone_is_said_no_more_when_it_is_taken_back_and_again_when_the_denial_is(say):
    say("had", at=0, text="a")
    missed, had_again = say("missed", at=1, is_gone=True), say("had again", at=2, likes=1)
    assert Post.objects.get().gone_at is None
    retract(had_again)
    assert Post.objects.get().gone_at == TIMES[1]
    retract(missed)
    assert Post.objects.values_list("gone_at", "text").get() == (None, "a")


@pytest.mark.parametrize("undone", ["missed", "had"])
def test_a_post_that_is_there_again_stays_there_whatever_is_undone_before(say, undone):
    made = {"had": say("had", at=0, text="a"), "missed": say("missed", at=1, is_gone=True)}
    say("had again", at=2, likes=1)
    retract(made[undone])
    assert Post.objects.get().gone_at is None


def test_a_post_of_which_nobody_says_more_than_that_it_is_gone_is_forgotten(say):
    had, missed = say("had", at=0, text="a"), say("missed", at=1, is_gone=True)
    assert retract(had) == Outcome([REMOVED], [])
    assert Post.objects.count() == 0
    assert retract(missed) == Outcome([], [])


def test_a_post_that_was_missed_stays_while_an_earlier_file_measured_it(say):
    say("missed", at=2, is_gone=True)
    say("measured", at=0, likes=2)
    named = say("named", at=1, text="a")
    assert retract(named) == Outcome([CHANGED], [])
    assert Post.objects.values_list("gone_at", "text").get() == (TIMES[2], "")
    assert PostObservation.objects.get().value == 2


def test_marks_that_come_out_of_order_stand_once_those_who_deny_them_are_taken_back(say):
    had = say("had", at=0, text="a")
    say("missed", at=3, is_gone=True)
    say("missed before", at=1, is_gone=True)
    assert Post.objects.get().gone_at == TIMES[1]
    between, later = say("had between", at=2, likes=1), say("had later", at=4, likes=1)
    assert Post.objects.get().gone_at is None
    retract(later)
    assert Post.objects.get().gone_at == TIMES[3]
    retract(between)
    assert Post.objects.get().gone_at == TIMES[1]
    retract(had)
    assert Post.objects.count() == 0


def test_a_mark_that_is_denied_when_it_comes_stands_once_the_denial_is_taken_back(say):
    say("had", at=0, text="a")
    had_again = say("had again", at=2, text="a")
    say("missed", at=1, is_gone=True)
    assert Post.objects.get().gone_at is None
    retract(had_again)
    assert Post.objects.get().gone_at == TIMES[1]


def test_a_post_that_gets_back_both_a_text_and_its_mark_is_listed_once(say):
    say("had", at=0, text="a")
    say("missed", at=1, is_gone=True)
    had_again = say("had again", at=2, text="b")
    assert retract(had_again) == Outcome([CHANGED], [])
    assert Post.objects.values_list("gone_at", "text").get() == (TIMES[1], "a")


def test_a_mark_confirms_nothing(say):
    had, had_again = say("had", at=0, text="a"), say("had again", at=2, text="a")
    missed = say("missed", at=1, is_gone=True)
    assert Collection.objects.filter(imported_in=missed).values_list("missed", "confirmed").get() == (["1"], [])
    retract(had)
    retract(had_again)
    assert Post.objects.count() == 0


def test_a_date_that_was_overruled_stands_once_whatever_overruled_it_is_taken_back(say):
    evening = NOON.replace(hour=15)
    first, other = say("a", at=0, published_at=NOON), say("other", at=2, published_at=evening)
    say("copy of a", at=1, published_at=NOON)
    assert told() == ("", "", evening, None, "other")
    retract(other)
    assert told()[2] == NOON
    retract(first)
    assert told() == ("", "", NOON, None, "copy of a")
