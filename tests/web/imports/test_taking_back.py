"""What a page says of an import that was taken back, and of what stays because other imports say it too."""

import pytest

from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Import, Post
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import POSTS

pytestmark = pytest.mark.django_db


def test_taking_back_needs_a_post_and_leaves_nothing(agency, strategist):
    bring(strategist, POSTS)
    import_ = Import.objects.get()
    strategist.post(f"/imports/{import_.pk}/apply/")
    work()
    assert strategist.get(f"/imports/{import_.pk}/undo/").status_code == 302
    page = strategist.post(f"/imports/{import_.pk}/undo/", follow=True)
    assert ": the numbers are as they were before. Import the file again to write them anew." in words(page)
    assert ("posts known: " in words(page), "taken to know every post" in words(page)) == (False, False)
    assert Post.objects.count() == 0
    assert Entry.objects.get(verb="undone").actor == agency.strategist


def test_taking_back_says_which_numbers_stay_and_because_of_which_file(strategist):
    bring(strategist, POSTS, worked=False)
    bring(strategist, POSTS)
    first, second = Import.objects.order_by("pk")
    for import_ in (first, second, second):  # its preview is shown anew before it is applied
        strategist.post(f"/imports/{import_.pk}/apply/")
        work()
    page = words(strategist.post(f"/imports/{first.pk}/undo/", follow=True))
    assert "what only this import said is gone" in page
    assert "4 values of it that were in force stay, because other imports say them too: export1.csv" in page
    assert f'href="/imports/{second.pk}/"' in strategist.get(f"/imports/{first.pk}/").content.decode()
    assert "the numbers are as they were before. Import" in words(strategist.post(f"/imports/{second.pk}/undo/", follow=True))


def test_what_was_taken_back_is_not_said_to_be_imported_already(strategist):
    pages = []
    for _time in (1, 2):
        bring(strategist, POSTS)
        last = Import.objects.latest("pk").pk
        strategist.post(f"/imports/{last}/apply/")
        work()
        pages.append(words(strategist.get(f"/imports/{last}/")))
    pages.append(words(strategist.post(f"/imports/{last}/undo/", follow=True)))
    assert ["This very file has been imported before" in page for page in pages] == [False, True, False]


ELSEWHERE = "This very file is in VK: one already (import {}): what it says counts twice."


def test_a_file_that_another_account_has_already_says_so_and_leads_to_that_import(strategist):
    for account in ("vk:one", "vk:two"):
        address = bring(strategist, "Date,Followers\n2026-01-05,7\n").url
        strategist.post(address, {"network": "vk", "handle": account.partition(":")[2]})
        work()
        page = strategist.get(address)
        strategist.post(f"{address}apply/")
        work()
    first, second = Import.objects.order_by("pk")
    said, link = ELSEWHERE.format(first.pk), f'<a class="long" href="/imports/{first.pk}/">{first.file_name}</a>'
    assert (said in words(page), link in page.content.decode()) == (True, True)
    strategist.post(f"/imports/{first.pk}/undo/")
    assert said not in words(strategist.post(f"/imports/{second.pk}/undo/", follow=True))
