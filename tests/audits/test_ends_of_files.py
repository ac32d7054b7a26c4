"""Days after the last post of a file that nobody has named are no silence of the brand, however long it was once away."""

from datetime import UTC, date, datetime, timedelta

import pytest

from audits import findings, queries
from smmstrategy.clients.models import Brand, Client
from smmstrategy.metrics.actions import Statement, record_all
from smmstrategy.metrics.models import Source
from smmstrategy.metrics.periods import Period
from tests.audits.test_evidence import post, tracked

pytestmark = pytest.mark.django_db(transaction=True)
BEGINS, HOLIDAY, LAST = date(2025, 6, 1), Period(date(2025, 7, 3), date(2025, 7, 26)), date(2026, 11, 10)
DAILY = [day for day in Period(BEGINS, LAST).each_day() if not HOLIDAY.first <= day <= HOLIDAY.last]
WEEKLY = [LAST - timedelta(weeks=n) for n in range(70) if n != 60]
HALF_YEAR = Period.months(date(2026, 11, 1), 6)
SILENT, OF_ITS_POSTS = {"silence", "rhythm_uneven", "volume_change", "views_change"}, 163


@pytest.fixture
def brand(transactional_db) -> Brand:
    client = Client.objects.create(name="Cut", slug="cut")
    return Brand.objects.create(client=client, name="Cut", slug="cut")


@pytest.mark.parametrize("days", [DAILY, WEEKLY])
def test_days_after_a_file_are_no_pause_and_its_last_month_is_not_full(brand: Brand, days: list[date]) -> None:
    brought(brand, days)
    evidence = queries.evidence(brand, HALF_YEAR)
    assert SILENT & {finding.code for finding in findings.findings(evidence)} == set()
    [account] = evidence.accounts
    [row] = [row for row in evidence.coverage if row.metric == "posts"]
    assert (account.silences, row.known, account.silent_days) == ((), OF_ITS_POSTS, 0)
    assert queries.default_until(brand, datetime(2026, 12, 1, tzinfo=UTC)) == date(2026, 10, 31)


def test_what_a_file_says_to_be_its_days_is_a_pause(brand: Brand) -> None:
    brought(brand, DAILY, Period(BEGINS, HALF_YEAR.last))
    evidence = queries.evidence(brand, HALF_YEAR)
    assert evidence.accounts[0].silences == (Period(LAST + timedelta(days=1), HALF_YEAR.last),)
    assert "silence" in {finding.code for finding in findings.findings(evidence)}


def brought(brand: Brand, days: list[date], period: Period | None = None) -> None:
    posts = [post(f"{day}", datetime(day.year, day.month, day.day, 9, tzinfo=UTC), views=900 + day.day % 5) for day in days]
    statement = Statement(tracked(brand, "vk"), posts, period=period)
    record_all([statement], source=Source.IMPORT, collected_at=datetime(2026, 12, 1, tzinfo=UTC))
