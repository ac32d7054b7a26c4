"""When a post was published, of which files say a time, its minute, midnight or a time kept by hand: the finest word stands."""

from datetime import datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Statement, record_all, retract
from smmstrategy.metrics.models import Post
from tests.metrics.conftest import NOON, post

ZONE = ZoneInfo("Europe/Moscow")
AT, LATER = NOON.astimezone(ZONE).replace(hour=12, minute=4), NOON.astimezone(ZONE).replace(hour=18, minute=30)
EXACT, OTHERWISE = AT.replace(second=56), AT.replace(second=30)
MIDNIGHT = AT.replace(hour=0, minute=0)
NEXT = MIDNIGHT + timedelta(days=1)
Word = tuple[datetime, bool]  # a moment, and whether it is kept by hand


@pytest.fixture
def stands(agency, an_import):
    """stands(told) are the times stored of posts of accounts of which files say these, each collected a day after the one before.

    `order` is the one in which they come; `undone` are taken back then."""

    def tell(told: dict[str, list[Word]], order, undone=()):
        agency.a.time_zone = ZONE.key
        agency.a.save()
        before = Account.objects.count()
        accounts = [Account.objects.create(client=agency.a, network="vk", handle=f"{before + n}") for n in range(len(told))]
        made = {}
        for n in order:
            said = [post("1", words[n][0], by_hand=words[n][1]) for words in told.values()]
            statements = [Statement(account, [one]) for account, one in zip(accounts, said, strict=True)]
            made[n] = an_import(str(n))
            record_all(statements, source="import", collected_at=NOON + timedelta(days=n), imported_in=made[n])
        for n in undone:
            retract(made[n])
        stored = dict(Post.objects.filter(account__in=accounts).values_list("account", "published_at"))
        return {name: stored[account.pk].astimezone(ZONE) for name, account in zip(told, accounts, strict=True)}

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
    "its minute alone says no seconds": ([of_network(EXACT), of_network(AT)], EXACT),
    "later seconds correct": ([of_network(EXACT), of_network(OTHERWISE)], OTHERWISE),
    "a later minute corrects seconds": ([of_network(EXACT), of_network(LATER)], LATER),
    "a minute said again, with its seconds": ([of_network(EXACT), of_network(LATER), of_network(AT)], EXACT),
    "the later seconds of a minute": ([of_network(EXACT), of_network(OTHERWISE), of_network(AT)], OTHERWISE),
    "the network's minute, of which a plan has the seconds": ([by_hand(EXACT), of_network(LATER), of_network(AT)], EXACT),
    "the network's time, confirmed by hand": ([of_network(AT), by_hand(AT), by_hand(LATER)], AT),
}


def told_by(files: int) -> dict[str, list[Word]]:
    return {name: words for name, (words, _stood) in TOLD.items() if len(words) == files}


@pytest.mark.parametrize("order", [*permutations(range(2)), *permutations(range(3))])
def test_the_finest_word_stands_in_whatever_order_files_come(stands, order):
    told = told_by(len(order))
    assert stands(told, order) == {name: TOLD[name][1] for name in told}


@pytest.mark.parametrize(("gone", "files"), [(gone, files) for files in (2, 3) for gone in range(files)])
def test_once_a_file_is_undone_what_the_others_say_stands(stands, gone, files):
    told = told_by(files)
    alone = stands(told, [n for n in range(files) if n != gone])
    for order in permutations(range(files)):
        assert stands(told, order, undone=[gone]) == alone
