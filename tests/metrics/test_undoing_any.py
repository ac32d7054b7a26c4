"""After any imports in any order, some of them taken back at any time, what is stored is what the others alone say."""

import os
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Statement, record, record_all, retract
from smmstrategy.metrics.models import Observation, ObservationRevision, Post, PostObservation, PostObservationRevision
from tests.metrics.conftest import NOON, day, post

START = datetime(2026, 4, 1, tzinfo=UTC)
MIDNIGHT = NOON - timedelta(hours=12)  # of its day, in the client's zone
MARCH_1 = date(2026, 3, 1)
FIELDS = (
    "published_at", "has_time", "permalink", "format", "title", "text", "duration_seconds", "is_paid", "gone_at",
    "source", "collected_at",
)  # fmt: skip
HISTORIES = int(os.environ.get("HISTORIES", "6"))  # of each kind
ACCOUNTS = 8  # of which the files of one history speak, of each otherwise: in one step more is tried than in several


@dataclass
class File:
    """What a file says of a post, that it is gone where it has neither likes nor words, and of followers."""

    source: str
    day: int  # on which it was collected
    likes: int = 0
    followers: int = 0
    is_rounded: bool = False
    words: dict = field(default_factory=dict)


@dataclass
class Step:
    """A file that is brought, by its number, and which earlier steps are undone after it."""

    file: int
    undone: list[int] = field(default_factory=list)


def history(chance):
    """Files with likes of a post and followers, and how they are brought, some of them twice, and undone."""
    sources = ["import", "import", "estimated"]
    files = [File(chance.choice(sources), day, chance.randint(1, 3), chance.randint(0, 3)) for day in range(4)]
    return files, steps(chance, files)


def moments(chance):
    """Such files, several of them collected at the same moment."""
    files, made = history(chance)
    return [replace(file, day=chance.randrange(2)) for file in files], made


def precisions(chance):
    """Such files, of which some say rounded figures."""
    files, made = moments(chance)
    return [replace(file, is_rounded=chance.choice([True, False])) for file in files], made


def marks(chance):
    """Files that have a post or lack it and say it is gone, brought in any order."""
    files = [File("import", day, chance.choice([0, 0, 1, 2])) for day in range(6)]
    return files, steps(chance, files)


def words(chance):
    """Files of which each says some of a post's fields, and copies of files collected on other days."""
    said = [
        {
            "likes": chance.randint(1, 3),
            "words": {
                "published_at": chance.choice([None, NOON, NOON + timedelta(hours=3), NOON.replace(hour=0), MIDNIGHT]),
                "by_hand": chance.choice([False, False, True]),
                "permalink": chance.choice(["", "a", "b"]),
                "format": chance.choice(["", "photo", "video"]),
                "title": chance.choice(["", "a", "b"]),
                "text": chance.choice(["", "a", "b"]),
                "duration_seconds": chance.choice([None, 5, 6]),
                "is_paid": chance.choice([None, True, False]),
            },
        }
        for _content in range(3)
    ]
    files = [File(chance.choice(["import", "import", "import", "estimated"]), day, **chance.choice(said)) for day in range(5)]
    return files, steps(chance, files)


def steps(chance, files):
    made = [Step(chance.randrange(len(files))) for _step in range(chance.randint(3, 7))]
    for place in chance.sample(range(len(made)), chance.randrange(len(made))):
        made[chance.randrange(place, len(made))].undone.append(place)
    return made


def drawn(told, chance):
    """By account the files of a history, collected at the same moments, and its steps."""
    files, made = told(chance)
    others = [told(chance)[0] for _account in range(1, ACCOUNTS)]
    same = [[replace(file, source=one.source, day=one.day) for file, one in zip(other, files, strict=True)] for other in others]
    return [files, *same], made


@pytest.fixture
def follow(agency, an_import):
    """Follows a history in accounts of its own; without undoing it brings only what was not undone."""

    def run(handle, told, steps):
        accounts = [Account.objects.create(client=agency.a, network="vk", handle=f"{handle}-{n}") for n in range(len(told))]
        made = []
        for step in steps:
            said = [files[step.file] for files in told]
            made.append(an_import(handle))
            record_all(
                [statement(account, file) for account, file in zip(accounts, said, strict=True)],
                source=said[0].source,
                collected_at=START + timedelta(days=said[0].day),
                imported_in=made[-1],
            )
            for place in step.undone:
                retract(made[place])
        return accounts

    return run


def statement(account, file):
    said = post("1", likes=file.likes, **timed(file.words)) if file.likes else post("1", None, is_gone=True)
    return Statement(
        account, [said], [day("followers", MARCH_1, file.followers, is_rounded=file.is_rounded)] if file.followers else []
    )


def timed(words):
    """A post's fields; midnight in UTC is a day without a time."""
    at = words.get("published_at")
    return words | ({"has_time": at.hour != 0} if at else {})


def known(accounts):
    return [list(Post.objects.filter(account=account).values_list(*FIELDS)) for account in accounts]


def figures(account):
    return (
        list(PostObservation.objects.filter(post__account=account).values_list("value", "precision", "source", "collected_at")),
        list(Observation.objects.filter(account=account).values_list("value", "precision", "source", "collected_at")),
    )


def stored(accounts):
    return known(accounts), [figures(account) for account in accounts]


@pytest.mark.parametrize("told", [history, moments, precisions, marks, words])
@pytest.mark.parametrize("first", range(0, HISTORIES, 6))
def test_what_is_stored_is_what_the_imports_that_were_not_undone_say(follow, told, first):
    differing = []
    for seed in range(first, first + 6):
        files, steps = drawn(told, random.Random(seed))
        undone = {place for step in steps for place in step.undone}
        rest = [Step(step.file) for place, step in enumerate(steps) if place not in undone]
        if stored(follow(f"done{seed}", files, steps)) != stored(follow(f"rest{seed}", files, rest)):
            differing.append((files, steps))
    assert differing == []


@pytest.mark.parametrize("first", range(0, HISTORIES, 6))
def test_what_is_known_of_a_post_is_the_same_in_whatever_order_the_files_come(follow, first):
    differing = []
    for seed in range(first, first + 6):
        files, steps = drawn(words, chance := random.Random(seed))
        brought = [Step(step.file) for step in steps]
        if known(follow(f"told{seed}", files, brought)) != known(
            follow(f"other{seed}", files, chance.sample(brought, len(brought)))
        ):
            differing.append((files, brought))
    assert differing == []


@pytest.mark.parametrize("first", range(0, HISTORIES, 6))
def test_a_post_is_gone_since_the_first_file_that_lacks_it_after_the_last_that_has_it_whatever_the_order(follow, first):
    differing = []
    for seed in range(first, first + 6):
        told, steps = drawn(marks, random.Random(seed))
        undone = {place for step in steps for place in step.undone}
        left = [step.file for place, step in enumerate(steps) if place not in undone]
        for account, files in zip(follow(f"done{seed}", told, steps), told, strict=True):
            had = [file for file in left if files[file].likes > 0]
            lacked_since = [file for file in left if had and files[file].likes == 0 and file > max(had)]
            gone_at = START + timedelta(days=min(lacked_since)) if lacked_since else None
            if list(Post.objects.filter(account=account).values_list("gone_at", flat=True)) != [gone_at] * bool(had):
                differing.append((files, steps))
    assert differing == []


def test_what_was_overruled_stands_once_what_overruled_it_is_undone(account, an_import):
    def say(name, followers, likes, at):
        given = {"posts": [post("1", likes=likes)], "values": [day("followers", MARCH_1, followers)]}
        record(account, **given, source="import", collected_at=START + timedelta(days=at), imported_in=(made := an_import(name)))
        return made

    def stands(likes, followers, at):
        said = ("exact", "import", START + timedelta(days=at))
        return figures(account) == ([(likes, *said)], [(followers, *said)])

    later, older, oldest = say("later", 120, 7, at=3), say("older", 110, 6, at=2), say("oldest", 100, 5, at=1)
    assert stands(7, 120, at=3)
    never_stood = ObservationRevision.objects.filter(replaced_at=None).order_by("-value").values_list("value", "imported_in")
    assert list(never_stood) == [(110, older.pk), (100, oldest.pk)]
    retract(later)
    assert stands(6, 110, at=2)
    newest = say("newest", 130, 8, at=4)
    retract(older)
    retract(newest)
    assert stands(5, 100, at=1)
    retract(oldest)
    assert figures(account) == ([], [])
    assert (ObservationRevision.objects.count(), PostObservationRevision.objects.count()) == (0, 0)


@pytest.mark.parametrize("days", list(permutations([1, 2, 3])))
def test_a_value_said_alike_is_collected_when_the_first_of_the_files_that_are_left_was(agency, account, an_import, days):
    """As if the one undone had never been."""

    def collected(handle, places, undone=()):
        subject, made = Account.objects.create(client=agency.a, network="vk", handle=handle), {}
        for place in places:
            given = {"posts": [post("1", likes=5)], "values": [day("followers", MARCH_1, 100)]}
            at, made[place] = START + timedelta(days=days[place]), an_import(handle)
            record(subject, **given, source="import", collected_at=at, imported_in=made[place])
        for place in undone:
            retract(made[place])
        rows = (PostObservation.objects.filter(post__account=subject), Observation.objects.filter(account=subject))
        return [row.collected_at for each in rows for row in each]

    for gone in range(3):
        left = [place for place in range(3) if place != gone]
        assert collected(f"done{gone}", range(3), [gone]) == collected(f"never{gone}", left)


@pytest.mark.parametrize("brought", list(permutations(["exact", "rounded", "newer"])))
def test_an_exact_figure_of_a_day_stands_in_whatever_order_files_come_and_the_rounded_one_once_it_is_undone(
    account, an_import, brought
):
    said = {"exact": (1234, False, 1), "rounded": (1200, True, 3), "newer": (1241, False, 2)}
    made = {name: an_import(name) for name in said}
    for name in brought:
        figure, is_rounded, at = said[name]
        values, collected_at = [day("followers", MARCH_1, figure, is_rounded=is_rounded)], START + timedelta(days=at)
        record(account, values=values, source="import", collected_at=collected_at, imported_in=made[name])
    stood = []
    for name in ("newer", "exact", "rounded"):
        stood += Observation.objects.values_list("value", "precision")
        retract(made[name])
    assert stood == [(1241, "exact"), (1234, "exact"), (1200, "rounded")]
    assert (Observation.objects.count(), ObservationRevision.objects.count()) == (0, 0)


def test_what_is_overruled_twice_by_the_same_collection_is_kept_once(account):
    record(account, values=[day("followers", MARCH_1, 120)], source="import", collected_at=START + timedelta(days=1))
    for _time in range(2):
        record(account, values=[day("followers", MARCH_1, 100)], source="import", collected_at=START)
    assert list(ObservationRevision.objects.values_list("value", "revision")) == [(100, 2)]
