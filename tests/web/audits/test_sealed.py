"""What a sealed audit is read for: its pages and its handing over take no look at the facts themselves."""

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
