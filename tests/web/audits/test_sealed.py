"""What a sealed audit is read for: its pages and its delivery take no look at the facts themselves."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits import actions
from audits.criteria import criteria
from audits.models import Audit, CriterionScore
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from tests.web.audits.conftest import made
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db


def test_a_new_version_has_a_reason_which_the_ledger_shows(agency, ready, signed_in):
    manager = signed_in(agency.manager)
    refused = manager.post(f"/audits/{ready.pk}/revise/", {"reason": " "}, follow=True)
    assert "Say why a new version is made: the ledger keeps the reason." in words(refused)
    assert Audit.objects.count() == 1
    manager.post(f"/audits/{ready.pk}/revise/", {"reason": "the follower counts were corrected"})
    assert Audit.objects.count() == 2
    assert "the follower counts were corrected" in words(manager.get("/clients/client-a/ledger/"))


@pytest.mark.parametrize("act", ["deliver", "revise"])
def test_a_reason_that_is_too_long_is_said_to_be_and_stays_as_typed(agency, ready, signed_in, act):
    typed = "because " * 70
    page = signed_in(agency.manager).post(f"/audits/{ready.pk}/{act}/", {"reason": typed})
    assert "A reason takes at most 500 characters, and this one has 559. Nothing was done." in words(page)
    assert page.content.decode().count(typed.strip()) == 1
    assert [(audit.pk, audit.status) for audit in Audit.objects.all()] == [(ready.pk, Audit.Status.READY)]


def test_neither_a_page_nor_handing_over_reads_the_sealed_facts(agency, ready, signed_in):
    manager = signed_in(agency.manager)
    with CaptureQueriesContext(connection) as asked:
        assert "SHA-256" in words(manager.get(f"/audits/{ready.pk}/"))
        manager.post(f"/audits/{ready.pk}/deliver/", {"reason": ""})
        manager.post(f"/audits/{ready.pk}/withdraw/", {"reason": "a mistake"})
    ready.refresh_from_db()
    assert (ready.status, ready.delivered_at) == (Audit.Status.READY, None)
    assert Entry.objects.filter(verb=Verb.WITHDRAWN).exists()
    assert [query["sql"] for query in asked if '"reports_snapshot"."content"' in query["sql"]] == []


def test_the_seal_names_only_what_was_filled_in(agency, draft, signed_in):
    strategist = signed_in(agency.strategist)

    def filled():
        page = words(strategist.get(f"/audits/{draft.pk}/"))
        return re.search("Filled in (.*?) Who took the files", page)[1]

    strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "3"})
    made(actions.submit(audit=draft, by=agency.strategist))
    assert filled() == f"criteria 1 / {len(criteria().each())}"
    CriterionScore.objects.all().delete()
    assert filled() == "nothing"
