"""When a post was published, of which files say a time, midnight or a time kept by hand: the finest word stands, in any order."""

from datetime import datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import record, retract
from smmstrategy.metrics.models import Post
from tests.metrics.conftest import NOON, post

ZONE = ZoneInfo("Europe/Moscow")
AT, LATER = NOON.astimezone(ZONE).replace(hour=12, minute=4), NOON.astimezone(ZONE).replace(hour=18, minute=30)
MIDNIGHT = AT.replace(hour=0, minute=0)
NEXT = MIDNIGHT + timedelta(days=1)
Word = tuple[datetime, bool]  # a moment, and whether it is kept by hand


@pytest.fixture
def stands(agency, an_import):
    """stands(*words) is the time stored of a post of which files say these, each collected a day after the one before.

    `order` is the one in which they come; `undone` are taken back then."""

    def tell(*words: Word, order, undone=()):
        agency.a.time_zone = ZONE.key
        agency.a.save()
        account = Account.objects.create(client=agency.a, network="vk", handle=f"{Account.objects.count()}")
        made = {}
        for n in order:
            (at, by_hand), made[n] = words[n], an_import(str(n))
            said = post("1", at, by_hand=by_hand)
            record(account, posts=[said], source="import", collected_at=NOON + timedelta(days=n), imported_in=made[n])
        for n in undone:
            retract(made[n])
        return Post.objects.values_list("published_at", flat=True).get(account=account).astimezone(ZONE)

    return tell


def of_network(at: datetime) -> Word:
    return at, False


def by_hand(at: datetime) -> Word:
    return at, True


TOLD = {
    "midnight of its day says no time": ([of_network(AT), of_network(MIDNIGHT)], AT),
    "a later time corrects": ([of_network(AT), of_network(LATER)], LATER),
    "midnight of another day corrects": ([of_network(AT), of_network(NEXT)], NEXT),
    "midnights alone": ([of_network(MIDNIGHT), of_network(NEXT)], NEXT),
    "the later of two times, whatever says midnight last": ([of_network(AT), of_network(LATER), of_network(MIDNIGHT)], LATER),
    "a time kept by hand is not the network's": ([of_network(AT), by_hand(AT.replace(minute=0))], AT),
    "of two kept by hand the later": ([by_hand(AT), by_hand(LATER)], LATER),
    "a time kept by hand says more than midnight": ([by_hand(AT), of_network(MIDNIGHT)], AT),
    "the network's time, confirmed by hand": ([of_network(AT), by_hand(AT), by_hand(LATER)], AT),
}


@pytest.mark.parametrize(("words", "stood"), TOLD.values(), ids=TOLD)
def test_the_finest_word_stands_in_whatever_order_files_come(stands, words, stood):
    assert {stands(*words, order=order) for order in permutations(range(len(words)))} == {stood}


@pytest.mark.parametrize(("words", "stood"), TOLD.values(), ids=TOLD)
def test_once_a_file_is_undone_what_the_others_say_stands(stands, words, stood):
    for gone in range(len(words)):
        rest = [n for n in range(len(words)) if n != gone]
        alone = stands(*words, order=rest)
        orders = permutations(range(len(words)))
        assert {stands(*words, order=order, undone=[gone]) for order in orders} == {alone}
