"""Audits of the same months are told apart wherever they are named: by version, by day and hour, and by what replaced them."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from django.utils.translation import override

from audits import actions
from audits.models import Audit
from smmstrategy.agency.entries import lines
from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.actions import record
from smmstrategy.reports import actions as reports
from tests.web.conftest import HALF_YEAR
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
MONTHS = "January – June 2026"


@pytest.fixture
def sealed(agency, channel):
    """Audits of the same months, sealed one after the other, without documents."""

    def one(language="ru", **more):
        snapshot = reports.seal(brand=agency.brand_a, kind="audit", facts={}, by=None)
        days = {"first_day": HALF_YEAR.first, "last_day": HALF_YEAR.last, "language": language}
        told = {"issue": Audit.objects.count() + 1, "status": "ready", "snapshot": snapshot} | days | more
        return Audit.objects.create(client=agency.a, brand=agency.brand_a, **told)

    return one


def deliver(audit):
    Audit.objects.filter(pk=audit.pk).update(delivered_at=timezone.now(), status="delivered")


def title(answer):
    return " ".join(re.search("<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1].split())


def test_an_audit_knows_which_issue_of_its_months_it_is_as_its_files_do(agency, ready):
    assert (ready.issue, ready.snapshot.files.get(form="pptx").name) == (1, "brand-a_audit_2026-01_2026-06_v1.pptx")


def test_lists_and_titles_of_staff_say_the_version_or_when_an_audit_was_begun(agency, sealed, signed_in):
    first, second = sealed(), sealed()
    draft = actions.draft(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist)
    Audit.objects.filter(pk=draft.pk).update(created_at="2026-07-01T07:05Z")
    strategist = signed_in(agency.strategist)
    for address in ("/", "/clients/client-a/", "/clients/client-a/audits/"):
        page = words(strategist.get(address))
        assert [f"{MONTHS} · version {n}" in page for n in (1, 2)] == [True, True], address
    begun = f"{MONTHS} · begun 1 July 2026, 10:05"
    assert begun in words(strategist.get("/clients/client-a/"))
    assert [title(strategist.get(f"/audits/{one.pk}/")) for one in (first, second, draft)] == [
        f"Brand A: Audit, {MONTHS} · version 1 · SMM Strategy",
        f"Brand A: Audit, {MONTHS} · version 2 · SMM Strategy",
        f"Brand A: Audit, {begun} · SMM Strategy",
    ]


def test_the_ledger_says_of_which_version_an_entry_is(agency, sealed):
    told = [record("rendered", sealed(), by=None, client=agency.a) for _ in range(2)]
    with override("en"):
        assert [line.name for line in lines(told)] == [f"Brand A, {MONTHS} · version {n}" for n in (1, 2)]


def test_the_client_sees_which_version_is_the_newer_and_what_it_replaced(agency, sealed, signed_in):
    first, _kept, third, english = sealed(), sealed(), sealed(), sealed("en")
    browser = signed_in(agency.client_user)
    deliver(first)
    deliver(english)
    page = words(browser.get("/clients/client-a/audits/"))
    assert (f"{MONTHS} · version 1" in page, "replaced" in page) == (True, False), "another language replaces nothing"
    deliver(third)
    page = words(browser.get("/clients/client-a/audits/"))
    assert (f"{MONTHS} · version 1, replaced by version 3" in page, f"{MONTHS} · version 3" in page) == (True, True)
    assert len(re.findall(r"\d+ \w+ \d{4}, \d\d:\d\d", page)) == 3, "when each was delivered"
    assert f"{MONTHS} · Russian · version 1, replaced by version 3" in words(browser.get("/"))
    assert title(browser.get(f"/audits/{first.pk}/")) == (
        f"Brand A: Audit, {MONTHS} · Russian · version 1, replaced by version 3 · SMM Strategy"
    )


def test_audits_sealed_before_are_counted_by_their_seals(agency, sealed):
    first, second, other = sealed(issue=None), sealed(issue=None), sealed(issue=None, first_day="2026-04-01")
    fill = import_module("audits.migrations.0003_issue").FILL
    with scope("system"), connection.cursor() as cursor:
        cursor.execute(fill)
    assert [apps.get_model("audits.audit").objects.get(pk=one.pk).issue for one in (first, second, other)] == [1, 2, 1]
