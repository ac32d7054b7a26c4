"""The page asks whether Excel has swapped day and month in dates, and takes the answer."""

import pytest

from smmstrategy.metrics.models import Import
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
WEEKLY = (
    "Date;Text;Permalink;Likes\n"
    "10.03.2026 8:31;a;https://www.facebook.com/iva/posts/1;5\n"
    "10/14/2026 9:31;b;https://www.facebook.com/iva/posts/2;5\n"
)


def test_whether_excel_has_swapped_dates_is_asked_with_both_readings(strategist):
    address = bring(strategist, WEEKLY).url
    page = strategist.get(address)
    assert "Excel may have swapped day and month in them. Has it?" in words(page)
    assert [label for _value, label in page.context["form"].fields["date_order"].choices] == [
        "swapped by Excel in some of the dates: turned back (10.03.2026 8:31 — 3 October 2026)",
        "right as they stand (10.03.2026 8:31 — 10 March 2026)",
    ]
    strategist.post(address, {"date_order": "swapped"})
    work()
    assert Import.objects.get().options["date_order"] == "swapped"
    assert Import.objects.get().question == {}
