"""The page «Numbers» of a brand of which only such days are known as it has neither a card nor a chart for."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from smmstrategy.metrics.actions import record
from smmstrategy.metrics.records import AccountRecord
from tests.web.conftest import track


@pytest.mark.django_db
def test_days_of_numbers_that_are_not_drawn_are_never_denied(agency, signed_in):
    account, days = track(agency.brand_b, "vk", "other"), [date(2026, 6, day) for day in range(1, 31)]
    values = [AccountRecord("account_views", day, day, Decimal(5)) for day in days]
    record(account, values=values, source="import", collected_at=datetime(2026, 7, 2, tzinfo=UTC))
    page = signed_in(agency.owner).get("/brands/brand-b/numbers/?period=custom&first=2026-06-01&last=2026-06-30").content.decode()
    assert ("Nothing in this period" in page, "What is known of other numbers stands below" in page) == (False, True)
