"""An audit of the brand's six months: a draft, and one whose documents a worker has made."""

from datetime import UTC, datetime

import pytest

from audits import actions
from audits.models import Audit
from smmstrategy.jobs import actions as jobs
from smmstrategy.metrics.actions import record
from tests.web.conftest import HALF_YEAR, post, track


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(agency, channel) -> Audit:
    return actions.draft(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist)


@pytest.fixture
def ready(agency) -> Audit:
    """Of an account with two posts a month: its documents are as short as any that have a page of the account."""
    posts = [post(day, views=100, likes=20) for month in HALF_YEAR.each_month() for day in (month.first, month.last)]
    record(track(agency.brand_a, "vk", "brand"), posts=posts, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    draft = actions.draft(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist)
    return made(actions.submit(audit=draft, by=agency.strategist))


def made(audit: Audit) -> Audit:
    """The audit after a worker has made its documents."""
    assert jobs.run(audit.job_id)
    return Audit.objects.select_related("snapshot", "job").get(pk=audit.pk)
