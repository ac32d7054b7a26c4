"""A value keeps the moment when the files that are left first said it with no other word since, in whatever order they come."""

import random
from collections import Counter
from datetime import timedelta
from itertools import permutations

import pytest

from smmstrategy.metrics.actions import record, retract
from smmstrategy.metrics.models import Observation, PostObservation
from tests.metrics.conftest import day, post
from tests.metrics.test_undoing_any import (
    HISTORIES,
    MARCH_1,
    START,
    Step,
    drawn,
    figures,
    follow,  # noqa: F401
    history,
)

CORRECTED = [5, 7, 5]  # what the files of three days say
SAID_THRICE = [5, 5, 5]


@pytest.fixture
def bring(account, an_import):
    """Brings files, each of a day of its own, in this order; returns their imports by day."""

    def run(likes, days, source="import"):
        made = {}
        for at in days:
            said = {"posts": [post("1", likes=likes[at])], "values": [day("followers", MARCH_1, likes[at])]}
            made[at] = an_import(str(at)) if source == "import" else None
            record(account, **said, source=source, collected_at=START + timedelta(days=at), imported_in=made[at])
        return made

    return run


def stand():
    """The likes and the followers, and the day on which each is said to be collected."""
    return [
        (int(row.value), (row.collected_at - START).days) for kept in (PostObservation, Observation) for row in kept.objects.all()
    ]


@pytest.mark.parametrize("source", ["import", "api"])
@pytest.mark.parametrize("days", list(permutations(range(3))))
def test_what_was_corrected_and_said_again_was_first_said_after_the_correction_in_whatever_order(bring, days, source):
    bring(CORRECTED, days, source)
    assert stand() == [(5, 2), (5, 2)]


@pytest.mark.parametrize("source", ["import", "api"])
@pytest.mark.parametrize("days", list(permutations(range(3))))
def test_what_nobody_has_corrected_was_first_said_on_the_first_day_in_whatever_order(bring, days, source):
    bring(SAID_THRICE, days, source)
    assert stand() == [(5, 0), (5, 0)]


@pytest.mark.parametrize("days", list(permutations(range(3))))
@pytest.mark.parametrize(("undone", "left"), [(0, (5, 2)), (1, (5, 0)), (2, (7, 1))])
def test_a_correction_that_is_undone_stands_between_nothing_and_one_that_is_left_does(bring, days, undone, left):
    retract(bring(CORRECTED, days)[undone])
    assert stand() == [left, left]


@pytest.mark.parametrize("days", [(0, 1, 2), (0, 2, 1)])
def test_undoing_counts_a_value_for_the_import_that_is_now_the_first_to_say_it(bring, days):
    made = bring(SAID_THRICE, days)
    assert retract(made[0]).kept == Counter({made[1].pk: 2})
    assert stand() == [(5, 1), (5, 1)]


@pytest.mark.parametrize(("said", "first"), [((5, 7), 1), ((7, 5), 1), ((5, 5), 0), ((5, 7, 5), 2), ((7, 5, 5), 1)])
def test_of_words_of_one_moment_the_order_of_recording_decides(account, an_import, said, first):
    made = [an_import(str(n)) for n in range(len(said))]
    for value, import_ in zip(said, made, strict=True):
        told = {"posts": [post("1", likes=value)], "values": [day("followers", MARCH_1, value)]}
        record(account, **told, source="import", collected_at=START, imported_in=import_)
    rows = [row for kept in (PostObservation, Observation) for row in kept.objects.all()]
    assert [(int(row.value), row.imported_in) for row in rows] == [(said[-1], made[first])] * 2


@pytest.mark.parametrize("first", range(0, HISTORIES, 6))
def test_values_and_their_moments_are_the_same_in_whatever_order_the_files_come_and_are_undone(follow, first):  # noqa: F811
    differing = []
    for seed in range(first, first + 6):
        files, steps = drawn(history, chance := random.Random(seed))
        undone = {place for step in steps for place in step.undone}
        left = [Step(step.file) for place, step in enumerate(steps) if place not in undone]
        done, other = follow(f"done{seed}", files, steps), follow(f"other{seed}", files, chance.sample(left, len(left)))
        if [figures(account) for account in done] != [figures(account) for account in other]:
            differing.append((files, steps))
    assert differing == []
