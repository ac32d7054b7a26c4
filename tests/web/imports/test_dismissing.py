"""A file of which nothing was written is put away, whatever it waits for, and is taken up again by whatever is done with it."""

import pytest

from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Import
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import DAYS, POSTS

pytestmark = pytest.mark.django_db


def test_what_is_ready_and_what_is_asked_about_is_dismissed_and_taken_up_again(agency, strategist):
    bring(strategist, POSTS, DAYS)
    ready, asks = Import.objects.order_by("pk")
    for one in (ready, asks):
        page = words(strategist.get(f"/imports/{one.pk}/"))
        assert ("It waits for nobody" in page, page.count(" Dismiss ")) == (False, 1)
        assert strategist.post(f"/imports/{one.pk}/dismiss/").url == "/"
    home = strategist.get("/").content.decode()
    assert ("export1.csv" in home, "export2.csv" in home) == (False, False)
    assert [(e.actor, e.object_id) for e in Entry.objects.filter(verb="put_away")] == [
        (agency.strategist, ready.pk),
        (agency.strategist, asks.pk),
    ]
    page = words(strategist.get(f"/imports/{ready.pk}/"))
    assert ("Dismissed. It waits for nobody, and its file is removed in a day." in page, " Dismiss " in page) == (True, False)
    strategist.post(f"/imports/{ready.pk}/apply/")
    strategist.post(f"/imports/{asks.pk}/", {"date_order": "dmy", "network": "vk", "handle": "acme"})
    work()
    assert [(i.status, i.dismissed_at) for i in Import.objects.order_by("pk")] == [("applied", None), ("previewed", None)]


def test_what_is_being_written_and_what_is_written_cannot_be_dismissed(strategist):
    address = bring(strategist, POSTS).url
    strategist.post(f"{address}apply/")
    for _ in range(2):
        strategist.post(f"{address}dismiss/")
        assert " Dismiss " not in words(strategist.get(address))
        work()
    assert (Import.objects.get().status, Entry.objects.filter(verb="put_away").count()) == ("applied", 0)
