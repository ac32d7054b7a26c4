"""A full disk is said on the page that met it; nothing is kept by halves, and the same is taken once there is room."""

import errno

import pytest
from django.core.files.base import ContentFile

from smmstrategy import files
from smmstrategy.jobs.actions import DISK_FULL
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Import

DAYS = "Дата;Подписчики\n01.06.2026;100\n".encode()


@pytest.fixture
def staff(agency, signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    browser = signed_in(agency.strategist)
    browser.raise_request_exception = False
    return browser


def bring(browser, brand):
    told = {"brand": brand.slug, "role": "own", "files": ContentFile(DAYS, name="days.csv")}
    return browser.post(f"/clients/{brand.client.slug}/imports/", told)


def no_room(*_file):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.django_db
def test_an_upload_says_that_the_disk_is_full_and_is_taken_once_it_is_not(agency, staff, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(files, "put", no_room)
        answer = bring(staff, agency.brand_a)
    page = answer.content.decode()
    assert answer.status_code == 507
    assert "На диске не осталось места" in page
    assert "Tell whoever runs the system, or the owner of the agency, that the disk needs room" in page
    assert (Import.objects.count(), Job.objects.count()) == (0, 0)
    assert (bring(staff, agency.brand_a).status_code, Import.objects.count()) == (302, 1)


@pytest.mark.django_db
def test_any_other_fault_has_the_page_it_had(agency, staff, monkeypatch):
    monkeypatch.setattr(files, "put", lambda *_file: 1 // 0)
    answer = bring(staff, agency.brand_a)
    assert (answer.status_code, "Что-то сломалось у нас" in answer.content.decode()) == (500, True)


@pytest.mark.django_db
def test_an_import_that_met_a_full_disk_says_so_while_it_waits(agency, staff):
    bring(staff, agency.brand_a)
    Job.objects.update(attempts=1, error=DISK_FULL)
    page = staff.get(f"/imports/{Import.objects.get().pk}/").content.decode()
    assert "The disk is full; nothing half-done was kept." in page
    assert "It will be tried again in a moment." in page
