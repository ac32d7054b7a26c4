"""An audit of the brand's six months: a draft, and one whose documents a worker has made."""

import pytest

from audits import actions
from audits.models import Audit
from smmstrategy.jobs import actions as jobs
from tests.web.conftest import HALF_YEAR


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(agency, channel) -> Audit:
    return actions.draft(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist)


@pytest.fixture
def ready(agency, draft) -> Audit:
    return made(actions.submit(audit=draft, by=agency.strategist))


def made(audit: Audit) -> Audit:
    """The audit after a worker has made its documents."""
    assert jobs.run(audit.job_id)
    return Audit.objects.select_related("snapshot", "job").get(pk=audit.pk)
