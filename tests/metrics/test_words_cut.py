"""Words of a post that a file cuts: the whole ones stand, in whatever order files come and are undone."""

from datetime import timedelta
from itertools import permutations

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import record, retract
from smmstrategy.metrics.models import Post
from tests.metrics.conftest import NOON, post

WHOLE = "Скидки на всё до пятницы: приходите, покажем, расскажем 🔥"
CUTS = ["Скидки на всё до пятницы: приходите…", "«скидки на всё до пятницы: прих...»", "Скидки на всё до пятницы"]
OTHERS = ["Скидки на всё", "Скидки на всё до воскресенья: приходите", "🔥", WHOLE.replace("🔥", "?")]


@pytest.fixture
def told(agency, an_import):
    """told(name, *words) is what is stored of a post of which files have said these, each collected a day after the one before.

    `order` is the one in which they come; `undone` are taken back then."""

    def tell(field, *words, order, undone=()):
        account = Account.objects.create(client=agency.a, network="vk", handle=f"{Account.objects.count()}")
        made = {}
        for n in order:
            made[n] = an_import(str(n))
            at = NOON + timedelta(days=n)
            record(account, posts=[post("1", **{field: words[n]})], source="import", collected_at=at, imported_in=made[n])
        for n in undone:
            retract(made[n])
        return Post.objects.values_list(field, flat=True).get(account=account)

    return tell


@pytest.mark.parametrize("field", ["text", "title"])
@pytest.mark.parametrize(("newer", "stands"), [*((cut, WHOLE) for cut in CUTS), *((other, other) for other in OTHERS)])
def test_words_stand_before_a_later_beginning_of_them_alone(told, field, newer, stands):
    for order in ((0, 1), (1, 0)):
        assert told(field, WHOLE, newer, order=order) == stands
        assert told(field, WHOLE, newer, order=order, undone=[0]) == newer
        assert told(field, WHOLE, newer, order=order, undone=[1]) == WHOLE


def test_of_several_beginnings_the_longest_stands_and_later_whole_words_before_all(told):
    for order in permutations(range(3)):
        assert told("text", CUTS[0], WHOLE, CUTS[2], order=order) == WHOLE
        assert told("text", CUTS[0], WHOLE, CUTS[2], order=order, undone=[1]) == CUTS[0]
        assert told("text", WHOLE, OTHERS[1], CUTS[0], order=order) == WHOLE
        assert told("text", CUTS[0], WHOLE, OTHERS[1], order=order) == OTHERS[1]
