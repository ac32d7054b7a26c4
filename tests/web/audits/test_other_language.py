"""A sealed audit is drawn in the other language from the same seal, and an audit begun by a command takes what was filled in."""

import json

import pytest
from django.core.management import call_command

from audits import actions
from audits.models import Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.reports.models import ReportFile
from tests.web.audits.conftest import made
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db


def test_a_sealed_audit_is_drawn_in_the_other_language_from_the_same_seal_and_delivered_apart(
    agency, ready, signed_in, manager, strategist, capsys
):
    manager.post(f"/audits/{ready.pk}/deliver/")
    page = words(strategist.get(f"/audits/{ready.pk}/"))
    assert "Draw them in English too From the same seal, with the same numbers. What people typed stays in the language" in page
    for _ in range(2):
        strategist.post(f"/audits/{ready.pk}/draw/en/")
    assert "The documents are being drawn in another language." in words(strategist.get(f"/audits/{ready.pk}/"))
    job = Job.objects.get(status="queued")
    assert jobs.run(job.pk)
    names = [f"brand-a_audit_2026-01_2026-06_v1{part}" for part in (".pptx", ".xlsx", "_en.pptx", "_en.xlsx")]
    files = ReportFile.objects.order_by("pk")
    assert [(file.language, file.name, file.snapshot_id) for file in files] == [
        (language, name, ready.snapshot_id) for language, name in zip(("ru", "ru", "en", "en"), names, strict=True)
    ]
    reader = signed_in(agency.client_user)
    assert [reader.get(f"/files/{file.pk}/").status_code for file in files] == [200, 200, 404, 404]
    for person, may_deliver in ((manager, True), (strategist, False)):
        page = words(person.get(f"/audits/{ready.pk}/"))
        assert f"not delivered yet: {names[2]}, {names[3]}" in page
        assert ("Draw them in" in page, "Deliver these too" in page) == (False, may_deliver)
    manager.post(f"/audits/{ready.pk}/deliver/")
    assert [reader.get(f"/files/{file.pk}/").status_code for file in files] == [200] * 4
    assert Entry.objects.filter(verb="delivered").count() == 5
    page = words(reader.get(f"/audits/{ready.pk}/"))
    assert ("Deck · English" in page, page.index("Deck · Russian") < page.index("Deck · English")) == (True, True)
    call_command("audit_verify", ready.pk)
    assert [(one["name"], one["same"]) for one in json.loads(capsys.readouterr().out)["files"]] == [(name, True) for name in names]
    manager.post(f"/audits/{ready.pk}/withdraw/", {"reason": "a mistake"})
    assert [reader.get(f"/files/{file.pk}/").status_code for file in files] == [404] * 4


def test_what_is_not_sealed_and_what_is_no_language_are_drawn_in_none(draft, strategist):
    page = words(strategist.post(f"/audits/{draft.pk}/draw/en/", follow=True))
    assert "Only an audit that is ready can be drawn in another language." in page
    assert strategist.post(f"/audits/{draft.pk}/draw/xx/").status_code == 404
    assert Job.objects.count() == 0


def test_the_command_takes_what_was_filled_in_of_these_months(agency, draft, strategist, tmp_path, capsys):
    strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "3"})
    made(actions.submit(audit=draft, by=agency.strategist))
    call_command("audit", "--brand", "brand-a", "--until", "2026-06", "--out", tmp_path, "--lang", "en")
    told = capsys.readouterr()
    with scope("system"):
        second = Audit.objects.get(pk=json.loads(told.out)["audit"])
        assert (second.language, second.scores.get().score) == ("en", 3)
    assert f"Filled in as audit {draft.pk} of these months." in told.err
    assert told.err.strip().splitlines()[-1] == "5/5 done"
