"""Making an audit keeps imports waiting until its numbers are read; looking at the numbers on a page keeps nobody waiting."""

import pytest

from audits import actions, queries, rendering
from audits.models import Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand
from smmstrategy.metrics.periods import Period
from tests.audits.conftest import LAST
from tests.metrics.test_holding_still import import_meanwhile

pytestmark = pytest.mark.django_db(transaction=True)
HALF_YEAR = Period.months(LAST, 6)


@pytest.fixture
def account(brand: Brand) -> Account:
    return Account.objects.get(handle="roastery")


def test_reading_for_a_page_keeps_no_import_waiting(brand: Brand, account: Account) -> None:
    with scope(f"client:{brand.client_id}"):
        queries.evidence(brand, HALF_YEAR)
        assert import_meanwhile(account) == ["stored"]


def test_reading_for_the_seal_keeps_imports_waiting(brand: Brand, account: Account) -> None:
    audit = actions.draft(brand=brand, period=HALF_YEAR, language="en", by=None)
    with scope(f"client:{brand.client_id}"):
        rendering._known(Audit.objects.get(pk=audit.pk))
        assert import_meanwhile(account) == ["had to wait"]
