"""Words of a post that a file cuts: the whole ones stand, in whatever order files come and are undone."""

from datetime import timedelta
from itertools import permutations

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Statement, record_all, retract
from smmstrategy.metrics.models import Post
from tests.metrics.conftest import NOON, post

WHOLE = "Скидки на всё до пятницы: приходите, покажем, расскажем 🔥"
CUTS = ["Скидки на всё до пятницы: приходите…", "«скидки на всё до пятницы: прих...»", "Скидки на всё до пятницы"]
OTHERS = ["Скидки на всё", "Скидки на всё до воскресенья: приходите", "🔥", WHOLE.replace("🔥", "?")]


@pytest.fixture
def told(agency, an_import):
    """told(field, each) is what is stored of posts of accounts of which files say these, each collected a day after the one before.

    `order` is the one in which they come; `undone` are taken back then."""

    def tell(field, each, *, order, undone=()):
        before = Account.objects.count()
        accounts = [Account.objects.create(client=agency.a, network="vk", handle=f"{before + n}") for n in range(len(each))]
        made = {}
        for n in order:
            said = [post("1", **{field: words[n]}) for words in each]
            statements = [Statement(account, [one]) for account, one in zip(accounts, said, strict=True)]
            made[n] = an_import(str(n))
            record_all(statements, source="import", collected_at=NOON + timedelta(days=n), imported_in=made[n])
        for n in undone:
            retract(made[n])
        return list(Post.objects.filter(account__in=accounts).order_by("account_id").values_list(field, flat=True))

    return tell


@pytest.mark.parametrize("field", ["text", "title"])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_words_stand_before_a_later_beginning_of_them_alone(told, field, order):
    newer = [*CUTS, *OTHERS]
    each = [(WHOLE, words) for words in newer]
    assert told(field, each, order=order) == [*[WHOLE] * len(CUTS), *OTHERS]
    assert told(field, each, order=order, undone=[0]) == newer
    assert told(field, each, order=order, undone=[1]) == [WHOLE] * len(newer)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_several_beginnings_the_longest_stands_and_later_whole_words_before_all(told, order):
    each = [(CUTS[0], WHOLE, CUTS[2]), (WHOLE, OTHERS[1], CUTS[0]), (CUTS[0], WHOLE, OTHERS[1])]
    assert told("text", each, order=order) == [WHOLE, WHOLE, OTHERS[1]]
    assert told("text", each[:1], order=order, undone=[1]) == [CUTS[0]]
