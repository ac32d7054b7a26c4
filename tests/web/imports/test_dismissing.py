"""A file of which nothing was written is put away, whatever it waits for; all that its page offers is to take it up."""

import re

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
    for one in (ready, asks):
        page = strategist.get(f"/imports/{one.pk}/")
        assert "Dismissed. It waits for nobody, and its file is removed in a day." in words(page)
        assert re.findall(rf'action="/imports/{one.pk}/(\w*)', page.content.decode()) == ["anew"]
        assert (" Dismiss " in words(page), "<table" in page.content.decode()) == (False, False)
        strategist.post(f"/imports/{one.pk}/anew/")
    work()
    assert [(i.status, i.dismissed_at) for i in Import.objects.order_by("pk")] == [("previewed", None), ("asking", None)]


def test_what_is_being_written_and_what_is_written_cannot_be_dismissed(strategist):
    address = bring(strategist, POSTS).url
    strategist.post(f"{address}apply/")
    for _ in range(2):
        strategist.post(f"{address}dismiss/")
        assert " Dismiss " not in words(strategist.get(address))
        work()
    assert (Import.objects.get().status, Entry.objects.filter(verb="put_away").count()) == ("applied", 0)


def test_a_file_of_which_an_earlier_version_said_what_is_not_said_any_more_is_to_be_read_anew(agency, strategist):
    address = bring(strategist, POSTS).url
    import_ = Import.objects.get()
    import_.rejected = [["2", {"text": "The row is {about}.", "params": {"about": {"text": "no words of ours", "params": {}}}}]]
    import_.save()
    assert "The row is no words of ours" in words(strategist.get(address))
    agency.strategist.language = "ru"
    agency.strategist.save()
    page = words(strategist.get(address))
    assert ("Этот файл прочитан прежней версией программы." in page, "The row is" in page) == (True, False)
    strategist.post(f"{address}anew/")
    work()
    assert "прежней версией" not in words(strategist.get(address))
    assert [(i.status, [row for row, _reason in i.rejected]) for i in Import.objects.all()] == [("previewed", ["4"])]
