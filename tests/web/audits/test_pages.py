"""An audit on its pages: begun, filled in field by field, made, delivered, read by the client; and who may."""

import re
from urllib.parse import quote

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from audits import actions
from audits.models import Audit, CriterionScore
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Observation, Post
from smmstrategy.reports.models import Download, ReportFile
from tests.web.audits.conftest import made
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def test_started_watched_and_finished(agency, channel, strategist):
    answer = strategist.post("/brands/brand-a/audits/new/", {"until": "2026-06", "months": "6", "language": "ru"})
    audit = Audit.objects.get()
    assert answer.url == f"/audits/{audit.pk}/"
    assert "Waiting for a free worker." in words(strategist.get(answer.url))
    Job.objects.update(status=Job.Status.RUNNING, steps_done=3, steps_total=5, step="drawing the deck")
    page = strategist.get(answer.url).content.decode()
    assert '<progress value="3" max="5"' in page
    assert "Drawing the deck" in page
    Job.objects.update(status=Job.Status.QUEUED)
    made(audit)
    page = words(strategist.get(answer.url))
    assert "What works" in page
    assert [f"SHA-256 {file.sha256[:12]}…" in page for file in ReportFile.objects.all()] == [True, True]


def test_starting_twice_starts_one(agency, channel, strategist):
    for _ in range(2):
        strategist.post("/brands/brand-a/audits/new/", {"until": "2026-06", "months": "6", "language": "ru"})
    assert (Audit.objects.count(), Job.objects.count()) == (1, 1)


def test_a_brand_without_numbers_is_sent_to_its_files(agency, strategist):
    page = words(strategist.get("/brands/brand-a/audits/new/"))
    assert "There is nothing to audit yet" in page
    page = words(strategist.post("/brands/brand-a/audits/new/", {"until": "2026-06", "months": "6", "language": "ru"}))
    assert "There is no post and no value of the brand's own accounts." in page.replace("&#x27;", "'")


def test_a_brand_whose_posts_have_no_dates_is_told_so(agency, channel, strategist):
    Observation.objects.all().delete()
    Post.objects.update(published_at=None)
    page = words(strategist.get("/brands/brand-a/audits/new/"))
    assert "There is nothing to audit yet No post of Brand A has a date, so no month can be audited." in page


def test_opportunities_are_added_changed_sorted_and_taken_off(draft, strategist):
    address = f"/audits/{draft.pk}/opportunities/"
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    strategist.post(address, plan)
    strategist.post(address, plan | {"title": "Закрепить пост", "impact": "4", "effort": "1", "horizon_days": "14"})
    page = words(strategist.get(address))
    assert page.index("Закрепить пост quick win") < page.index("Ответить всем")
    row = draft.opportunities.get(title="Ответить всем")
    strategist.post(f"{address}{row.pk}/", plan | {"title": "Ответить за час"})
    strategist.post(f"{address}{draft.opportunities.get(effort=1).pk}/drop/")
    assert list(draft.opportunities.values_list("pk", "title")) == [(row.pk, "Ответить за час")]
    for wrong in ({"impact": "7"}, {"title": "\u200b"}):
        assert list(strategist.post(address, plan | wrong).context["form"].errors) == list(wrong)
    assert draft.opportunities.count() == 1


def test_what_the_findings_recommend_can_be_taken_once(draft, strategist):
    page = strategist.get(f"/audits/{draft.pk}/opportunities/recommended/").content.decode()
    offers = [dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)) for form in page.split("<form")[1:]]
    assert offers
    assert len(page.partition("<details")[0].split("<form")[1:]) == min(len(offers), 6)
    strategist.post(f"/audits/{draft.pk}/opportunities/", offers[0])
    assert draft.opportunities.get().finding == offers[0]["finding"]
    assert offers[0]["title"] not in strategist.get(f"/audits/{draft.pk}/opportunities/recommended/").content.decode()


@pytest.mark.parametrize("wrong", [{"metric": "abc 7"}, {"finding": "abc 7"}])
def test_an_opportunity_moves_a_known_metric_and_answers_a_known_finding(draft, strategist, wrong):
    """Any other word would stand in the documents, where one with digits cannot be drawn."""
    address = f"/audits/{draft.pk}/opportunities/"
    plan = {"title": "Вечер", "impact": "4", "effort": "1", "horizon_days": "30", "finding": "best_time", "metric": "er_view"}
    strategist.post(address, plan | wrong)
    assert draft.opportunities.count() == 0
    strategist.post(address, plan)
    assert list(draft.opportunities.values_list("finding", "metric")) == [("best_time", "er_view")]


def test_a_sealed_audit_is_no_longer_filled_in(ready, strategist):
    answer = strategist.post(f"/audits/{ready.pk}/criteria/visual.recognition/", {"score": "3"}, headers=HTMX)
    assert "This audit was sealed meanwhile" in words(answer)
    assert "<fieldset disabled>" in strategist.get(f"/audits/{ready.pk}/criteria/").content.decode()
    strategist.post(f"/audits/{ready.pk}/opportunities/", {"title": "x", "impact": "1", "effort": "1", "horizon_days": "1"})
    assert (CriterionScore.objects.count(), ready.opportunities.count()) == (0, 0)


@pytest.mark.parametrize(
    ("address", "field", "sentence"),
    [
        ("criteria/visual.recognition/", "comment", "A comment takes at most 5,000 characters, and this one has 5,001."),
        ("maturity/strategy/", "justification", "A justification takes at most 5,000 characters, and this one has 5,001."),
    ],
)
def test_a_remark_that_is_too_long_is_refused_in_a_sentence(draft, strategist, address, field, sentence):
    address = f"/audits/{draft.pk}/{address}"
    answer = strategist.post(address, {field: "ы" * 5001}, headers=HTMX)
    assert f"{sentence} Nothing was saved." in words(answer)
    assert (draft.scores.count(), draft.maturity.count()) == (0, 0)
    assert "saved at" in words(strategist.post(address, {field: "ы" * 5000}, headers=HTMX))


def test_a_failed_audit_says_why_and_is_tried_again(agency, draft, strategist):
    audit = actions.submit(audit=draft, by=agency.strategist)
    Job.objects.update(status=Job.Status.FAILED, error="The drawer ran out of paper.")
    assert "The drawer ran out of paper." in words(strategist.get(f"/audits/{audit.pk}/"))
    strategist.post(f"/audits/{audit.pk}/submit/")
    audit.refresh_from_db()
    assert made(audit).status == Audit.Status.READY


def test_handing_over_is_the_managers_and_opens_the_files_to_the_client(agency, draft, signed_in, strategist):
    ready = made(actions.submit(audit=draft, by=agency.strategist))
    deck = ReportFile.objects.get(form="pptx")
    reader = signed_in(agency.client_user)
    assert [reader.get(a).status_code for a in (f"/audits/{ready.pk}/", f"/files/{deck.pk}/")] == [404, 404]
    assert strategist.post(f"/audits/{ready.pk}/deliver/").status_code == 404
    signed_in(agency.manager).post(f"/audits/{ready.pk}/deliver/", {"reason": "по договору"})
    assert Entry.objects.filter(verb="delivered", actor=agency.manager, reason="по договору").count() == 3
    page = words(reader.get(f"/audits/{ready.pk}/"))
    assert "What works" in page
    assert [word in page for word in ("SHA-256", "Snapshot", "Who took", "New version")] == [False] * 4
    assert "Brand A" in words(reader.get("/clients/client-a/audits/"))
    answer = reader.get(f"/files/{deck.pk}/")
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert list(Download.objects.values_list("user__email", "file__form")) == [("client@example.com", "pptx")]
    assert "Client · deck" in words(strategist.get(f"/audits/{ready.pk}/"))


def test_a_withdrawn_audit_is_out_of_the_client_s_sight_until_it_is_delivered_again(agency, ready, signed_in, strategist):
    manager, reader = signed_in(agency.manager), signed_in(agency.client_user)
    addresses = [f"/audits/{ready.pk}/", *(f"/files/{file.pk}/" for file in ReportFile.objects.all())]

    def seen():
        return [reader.get(address).status_code for address in addresses] + [
            "Brand A" in words(reader.get("/clients/client-a/audits/"))
        ]

    manager.post(f"/audits/{ready.pk}/deliver/")
    assert seen() == [200, 200, 200, True]
    assert strategist.post(f"/audits/{ready.pk}/withdraw/", {"reason": "no"}).status_code == 404
    manager.post(f"/audits/{ready.pk}/withdraw/", {"reason": " "})
    assert seen() == [200, 200, 200, True], "not without a reason"
    manager.post(f"/audits/{ready.pk}/withdraw/", {"reason": "перепутан месяц"})
    assert seen() == [404, 404, 404, False]
    assert Entry.objects.filter(verb="withdrawn", actor=agency.manager, reason="перепутан месяц").count() == 3
    for page in (manager, strategist):
        assert "by Manager: перепутан месяц" in words(page.get(f"/audits/{ready.pk}/"))
    manager.post(f"/audits/{ready.pk}/deliver/")
    assert seen() == [200, 200, 200, True]
    assert "перепутан месяц" not in words(manager.get(f"/audits/{ready.pk}/"))


def test_what_was_never_delivered_is_not_withdrawn(agency, ready, signed_in):
    answer = signed_in(agency.manager).post(f"/audits/{ready.pk}/withdraw/", {"reason": "x"}, follow=True)
    assert "Only an audit that was delivered can be withdrawn." in words(answer)
    assert Entry.objects.filter(verb="withdrawn").count() == 0


def test_a_client_who_is_removed_sees_nothing_on_the_next_request(agency, ready, signed_in):
    actions.deliver(audit=ready, by=agency.manager)
    reader = signed_in(agency.client_user)
    deck = ReportFile.objects.get(form="pptx")
    assert reader.get(f"/audits/{ready.pk}/").status_code == 200
    agency.client_user.memberships.update(ended_at=timezone.now())
    assert [reader.get(a).status_code for a in (f"/audits/{ready.pk}/", f"/files/{deck.pk}/")] == [404, 404]


def test_a_new_version_keeps_the_scores_and_the_old_one(agency, draft, strategist):
    strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "3"}, headers=HTMX)
    ready = made(actions.submit(audit=draft, by=agency.strategist))
    answer = strategist.post(f"/audits/{ready.pk}/revise/", {"reason": "новые данные"})
    revision = Audit.objects.get(status=Audit.Status.DRAFT)
    assert (answer.url, revision.scores.get().score) == (f"/audits/{revision.pk}/", 3)
    assert Entry.objects.get(verb="revised").reason == "новые данные"


@pytest.mark.parametrize(
    ("who", "status"),
    [("owner", 200), ("manager", 200), ("strategist", 200), ("client_user", 404), ("stranger", 404), ("removed", 404)],
)
def test_who_works_on_a_draft(agency, draft, signed_in, who, status):
    browser, address = signed_in(getattr(agency, who)), f"/audits/{draft.pk}/"
    pages = ["", "criteria/", "maturity/", "opportunities/", "opportunities/recommended/"]
    assert [browser.get(address + page).status_code for page in pages] == [status] * 5
    if status == 404:
        acts = ["submit/", "deliver/", "revise/", "baseline/", "criteria/visual.recognition/", "maturity/strategy/"]
        assert [browser.post(address + act).status_code for act in acts] == [404] * 6


def test_changes_are_never_made_by_looking(draft, strategist):
    acts = ["submit/", "revise/", "criteria/visual.recognition/", "maturity/strategy/"]
    assert [strategist.get(f"/audits/{draft.pk}/{act}").status_code for act in acts] == [302] * 4
    assert Entry.objects.filter(verb__in=["submitted", "revised", "scored"]).count() == 0


def test_pages_ask_the_database_a_fixed_number_of_times(draft, strategist, django_assert_num_queries):
    counts = {"": 13, "criteria/": 11, "maturity/": 11, "opportunities/": 11}
    for page, expected in counts.items():
        with django_assert_num_queries(expected):
            strategist.get(f"/audits/{draft.pk}/{page}")


def test_a_file_has_its_name_its_type_and_is_not_kept_by_caches(ready, strategist):
    deck = ReportFile.objects.get(form="pptx")
    ReportFile.objects.filter(pk=deck.pk).update(name="Кофейня «У моста».pptx")
    answer = strategist.get(f"/files/{deck.pk}/")
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('Кофейня «У моста».pptx')}"
    assert answer["Content-Type"] == "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("no-store, private", "nosniff")
    answer.close()


def test_asking_what_a_file_is_like_takes_nothing(ready, strategist):
    address = f"/files/{ReportFile.objects.get(form='pptx').pk}/"
    asked = strategist.head(address)
    assert (asked.status_code, Download.objects.count()) == (200, 0)
    taken = strategist.get(address)
    assert (taken.status_code, Download.objects.count()) == (200, 1)
    taken.close()


def test_a_damaged_file_is_not_handed_out(ready, strategist, tmp_path):
    deck = ReportFile.objects.get(form="pptx")
    (tmp_path / deck.path).write_bytes(b"PK something else")
    answer = strategist.get(f"/files/{deck.pk}/")
    assert (answer.status_code, Download.objects.count()) == (410, 0)


def test_beside_the_pages_of_a_deck_stands_no_count_of_those_listed():
    """Cover and summary are not among them."""
    with override("en"):
        page = render_to_string("audits/outline.html", {"told": {"titles": [("Results", "Reach rose")]}})
    assert page.partition("<summary>")[2].partition("</summary>")[0] == "<h2>What the deck says, page by page</h2>"
