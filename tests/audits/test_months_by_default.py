"""Which months an audit takes when nobody says, and in which words: those that end with the last one with its last days."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from audits import queries
from audits.management.commands.audit import _period
from smmstrategy.clients.models import Brand, Client
from smmstrategy.metrics import queries as metrics
from smmstrategy.metrics.actions import Statement, record, record_all
from smmstrategy.metrics.models import Source
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord
from tests.audits.conftest import COLLECTED
from tests.audits.test_evidence import post, tracked

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def brand(transactional_db) -> Brand:
    client = Client.objects.create(name="Half", slug="half")
    return Brand.objects.create(client=client, name="Half", slug="half")


def test_a_month_that_data_leaves_half_way_is_not_full(brand: Brand) -> None:
    account = tracked(brand, "vk")
    assert queries.default_until(brand) is None
    days = ((3, 10), (3, 20), (3, 30), (4, 12))  # a silence from then to the end of April would be the longest
    dated = [post(f"{month}-{day}", datetime(2026, month, day, tzinfo=UTC), views=1) for month, day in days]
    record(account, posts=dated, source=Source.IMPORT, collected_at=COLLECTED)
    today = datetime(2026, 9, 1, tzinfo=UTC)
    assert queries.default_until(brand, today) == date(2026, 3, 31)
    listed = [AccountRecord("followers", date(2026, 8, 31), date(2026, 8, 31), Decimal(900))]
    record(account, values=listed, source=Source.IMPORT, collected_at=COLLECTED)
    assert queries.default_until(brand, today) == date(2026, 3, 31)
    later = [post("later", datetime(2026, 7, 8, tzinfo=UTC), views=1)]  # May and June are not known: nothing fuller is near
    record(account, posts=later, source=Source.IMPORT, collected_at=COLLECTED)
    assert queries.default_until(brand, today) == date(2026, 7, 31)


def test_a_month_whose_posts_are_known_to_its_end_is_full_though_the_last_of_them_is_earlier(brand: Brand) -> None:
    days = ((3, 10), (3, 30), (4, 22))
    dated = [post(f"{month}-{day}", datetime(2026, month, day, tzinfo=UTC), views=1) for month, day in days]
    account = tracked(brand, "vk")
    record(account, posts=dated, source=Source.IMPORT, collected_at=COLLECTED)
    assert metrics.days_of_posts([account])[account.pk][-1].last == date(2026, 4, 30)
    assert queries.default_until(brand, datetime(2026, 9, 1, tzinfo=UTC)) == date(2026, 4, 30)


def test_a_month_is_no_fuller_for_an_account_without_a_post_in_it(brand: Brand) -> None:
    """Of the one account the posts are known to the tenth of April, of the other, silent since February, to the end of April."""
    active, dormant = tracked(brand, "vk"), tracked(brand, "telegram")
    days = (*((3, day) for day in range(1, 32)), *((4, day) for day in range(1, 11)))
    daily = [post(f"{month}-{day}", datetime(2026, month, day, tzinfo=UTC), views=1) for month, day in days]
    old = [post("old", datetime(2026, 2, 1, tzinfo=UTC), views=1)]
    statements = [Statement(active, daily), Statement(dormant, old, period=Period(date(2026, 2, 1), date(2026, 4, 30)))]
    record_all(statements, source=Source.IMPORT, collected_at=COLLECTED)
    known = metrics.days_of_posts([active, dormant])
    assert (known[active.pk][-1].last, known[dormant.pk][-1].last) == (date(2026, 4, 10), date(2026, 4, 30))
    assert queries.default_until(brand, datetime(2026, 9, 1, tzinfo=UTC)) == date(2026, 3, 31)


FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 31)
TOLD, OPEN = "the last month with data for its last days", "one of the last months with data; there is none for its last days"


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        ([[date(2026, 2, 5), date(2026, 2, 26)]], (FEBRUARY, TOLD)),
        ([[date(2026, 2, 5), date(2026, 2, 26), date(2026, 3, 11)]], (FEBRUARY, TOLD)),
        ([[date(2025, 9, 30)], [date(2026, 3, day) for day in range(11, 24)]], (MARCH, OPEN)),
        ([[date(2026, 2, 5), date(2026, 2, 6)], [date(2026, 3, 11)]], (FEBRUARY, OPEN)),
    ],
)
def test_a_month_without_its_last_days_is_told_as_one(brand: Brand, files: list[list[date]], taken: tuple[date, str]) -> None:
    account = tracked(brand, "vk")
    for days in files:
        posts = [post(f"{day}", datetime(day.year, day.month, day.day, tzinfo=UTC), views=1) for day in days]
        record(account, posts=posts, source=Source.IMPORT, collected_at=COLLECTED)
    with override("en"):
        period, how = _period(brand, None, 6)
    assert (period.last, how) == taken
