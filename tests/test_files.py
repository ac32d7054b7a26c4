"""Files are written whole or not at all, and those that no row names are removed after a day."""

import hashlib
import os
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from smmstrategy.files import path_of, write
from smmstrategy.metrics.imports.actions import dismiss, keep
from smmstrategy.metrics.models import Import
from smmstrategy.tasks import GRACE_SECONDS, sweep_files


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def names(media):
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def test_a_file_that_breaks_off_leaves_nothing(media):
    def chunks():
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        write("imports/a", chunks())
    assert names(media) == []


def test_a_file_is_private_and_comes_with_its_hash_and_size(media):
    assert write("imports/a", [b"one", b"two"]) == (hashlib.sha256(b"onetwo").hexdigest(), 6)
    assert path_of("imports/a").read_bytes() == b"onetwo"
    assert path_of("imports/a").stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_what_a_rolled_back_request_left_is_removed_after_a_day_and_what_a_row_names_stays(agency, media):
    kept = keep(agency.brand_a, ContentFile(b"kept", "kept.csv"), by=agency.strategist)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lost = keep(agency.brand_a, ContentFile(b"lost", "lost.csv"), by=agency.strategist)
        1 / 0  # noqa: B018
    fresh = write("imports/fresh", [b"its row comes soon"]) and "imports/fresh"
    for name in (kept.file_path, lost.file_path):
        os.utime(path_of(name), times=(time.time() - GRACE_SECONDS - 60,) * 2)
    assert names(media) == sorted([kept.file_path, lost.file_path, fresh])
    assert sweep_files() == 1
    assert names(media) == sorted([kept.file_path, fresh])


@pytest.mark.django_db
def test_the_file_of_an_import_that_was_dismissed_is_removed_after_a_day(agency, media):
    stays, goes, just_now = (keep(agency.brand_a, ContentFile(b"x", "x.csv"), by=agency.strategist) for _ in range(3))
    for one in (goes, just_now):
        dismiss(one, by=agency.strategist)
    Import.objects.filter(pk=goes.pk).update(dismissed_at=datetime.now(UTC) - timedelta(days=1, minutes=1))
    for one in (stays, goes, just_now):
        os.utime(path_of(one.file_path), times=(time.time() - GRACE_SECONDS - 60,) * 2)
    assert sweep_files() == 1
    assert names(media) == sorted([stays.file_path, just_now.file_path])
