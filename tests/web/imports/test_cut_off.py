"""A file whose reading was cut off is shown as given up: it is tried again or dismissed."""

import pytest

from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Import
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import POSTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def cut_off(agency, strategist):
    """The address of a file that was being read without a worker until the reader was ended."""
    address = bring(strategist, POSTS, worked=False).url
    Job.objects.all().delete()
    return address


def test_a_reading_that_was_cut_off_is_shown_as_given_up_and_can_be_tried_again(strategist, cut_off):
    says = "Whatever was reading the file was ended before it was done; nothing half-done was kept."
    assert all(says in words(strategist.get(address)) for address in (cut_off, "/"))
    assert "failed" in words(strategist.get("/clients/client-a/imports/"))
    strategist.post(f"{cut_off}again/")
    assert says not in words(strategist.get(cut_off))
    work()
    assert Import.objects.get().status == Import.Status.PREVIEWED


def test_a_reading_that_was_cut_off_can_be_dismissed(strategist, cut_off):
    assert f'action="{cut_off}dismiss/"' in strategist.get(cut_off).content.decode()
    strategist.post(f"{cut_off}dismiss/")
    assert cut_off not in strategist.get("/").content.decode()
    assert f"{cut_off}dismiss/" not in strategist.get(cut_off).content.decode()
