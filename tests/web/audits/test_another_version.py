"""An audit that another version of the program sealed: it is said to be one, its files stay, and nothing breaks on it."""

import io
from contextlib import contextmanager
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.translation import override

from audits import actions, rendering
from audits.evidence import METHODOLOGY
from audits.models import Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.reports import actions as reports
from smmstrategy.reports.models import ReportFile, Snapshot
from tests.web.conftest import HALF_YEAR
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
SAID = {
    "en": "Another version of the program sealed this audit, and this one does not read it; its documents stay as they are.",
    "ru": "Этот аудит зафиксировала другая версия программы, и эта его не читает; его документы остались прежними.",
}
FACTS = {"sealed": "by another version", "versions": {"methodology": "99"}}


@pytest.fixture
def another(agency, ready):
    """With facts, and words of them in short, that this program does not know."""
    snapshot = reports.seal(brand=agency.brand_a, kind="audit", facts=FACTS, by=None)
    ReportFile.objects.update(snapshot=snapshot)
    Audit.objects.update(snapshot=snapshot, methodology="99", summary={"en": ["Reach has doubled"]})
    return Audit.objects.get()


@contextmanager
def saying(language):
    with override(language), pytest.raises(CommandError) as refused:
        yield refused


def test_a_manager_is_told_so_takes_the_files_hands_them_over_and_begins_anew(another, manager):
    page = words(manager.get(f"/audits/{another.pk}/"))
    assert [one in page for one in (SAID["en"], "What works", "page by page")] == [True, False, False]
    assert SAID["en"] in words(manager.get("/clients/client-a/"))
    for file in ReportFile.objects.all():
        assert b"".join(manager.get(f"/files/{file.pk}/").streaming_content)[:2] == b"PK"
    addresses = ("/", "/clients/client-a/audits/", "/clients/client-a/ledger/", f"/audits/{another.pk}/opportunities/")
    assert [manager.get(address).status_code for address in addresses] == [200] * 4
    for act, status in (("deliver", "delivered"), ("withdraw", "ready")):
        manager.post(f"/audits/{another.pk}/{act}/", {"reason": "by contract"})
        assert Audit.objects.get().status == status
    manager.post(f"/audits/{another.pk}/revise/", {"reason": "drawn by the program of now"})
    assert list(Audit.objects.order_by("pk").values_list("status", flat=True)) == ["ready", "draft"]


def test_the_client_is_told_so_and_takes_the_files(agency, another, manager, signed_in):
    manager.post(f"/audits/{another.pk}/deliver/")
    reader = signed_in(agency.client_user)
    for language, sentence in SAID.items():
        agency.client_user.language = language
        agency.client_user.save()
        page = words(reader.get(f"/audits/{another.pk}/"))
        assert (sentence in page, page.count(".pptx"), page.count(".xlsx")) == (True, 2, 2)
    for file in ReportFile.objects.all():
        assert b"".join(reader.get(f"/files/{file.pk}/").streaming_content)[:2] == b"PK"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_to_verify_it_says_so_once_the_files_are_found_to_be_as_they_were(another, settings, tmp_path, language):
    with saying(language) as refused:
        call_command("audit_verify", another.pk, stdout=io.StringIO())
    assert (str(refused.value), refused.value.returncode) == (SAID[language], 2)
    (tmp_path / ReportFile.objects.get(form="pptx").path).write_bytes(b"PK")
    with saying("en") as refused:
        call_command("audit_verify", another.pk, stdout=io.StringIO())
    assert (str(refused.value), refused.value.returncode) == ("The stored files are not what the snapshot gives.", 1)


def test_what_was_sealed_before_an_upgrade_and_not_drawn_is_said_and_another_audit_is_made(agency, draft, manager):
    audit = actions.submit(audit=draft, by=agency.strategist)
    rendering._sealed(jobs.claim(audit.job_id))
    Audit.objects.update(methodology="13")
    with scope("system"):
        Job.objects.filter(pk=audit.job_id).update(lease_until="2026-07-01T00:00Z")
    jobs.run(audit.job_id)
    assert SAID["en"] in words(manager.get(f"/audits/{audit.pk}/"))
    with scope("system"):
        another = actions.start(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.manager)
    assert jobs.run(another.job_id)
    assert list(Audit.objects.order_by("pk").values_list("status", "methodology")) == [("rendering", "13"), ("ready", METHODOLOGY)]


def test_audits_sealed_before_know_by_which_methodology(agency, ready):
    one = {"client": agency.a, "brand": agency.brand_a, "first_day": HALF_YEAR.first, "last_day": HALF_YEAR.last}
    bare = reports.seal(brand=agency.brand_a, kind="audit", facts={}, by=None)
    damaged = Snapshot.objects.create(client=agency.a, brand=agency.brand_a, kind="audit", content=b"no zlib", sha256="")
    for snapshot in (bare, damaged, None):
        Audit.objects.create(snapshot=snapshot, **one)
    Audit.objects.update(methodology="")
    with scope("system"), connection.schema_editor() as editor:
        import_module("audits.migrations.0004_methodology").fill(apps, editor)
    assert list(Audit.objects.order_by("pk").values_list("methodology", flat=True)) == [METHODOLOGY, "", "", ""]
