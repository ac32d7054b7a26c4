"""The pages of the ledger: for owners and managers; filtered, paged, in words."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from audits import actions as audits
from audits.criteria import criteria
from audits.models import Audit
from smmstrategy.agency import actions
from smmstrategy.agency.entries import lines
from smmstrategy.clients.models import Client
from smmstrategy.ledger import kinds
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.queries import entries
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.periods import Period
from tests.house.code import PRODUCT, modules
from tests.ledger.test_roads import imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(agency, channel):
    actions.change_brand(agency.brand_a, by=agency.manager, name="Brand Alpha", website="https://alpha.example/")
    actions.create_brand(agency.a, by=agency.strategist, name="Second")
    actions.create_brand(agency.b, by=agency.stranger, name="Foreign")
    actions.change_role(agency.strategist.memberships.get(), role="manager", by=agency.owner)
    audits.draft(brand=agency.brand_a, period=Period(date(2026, 1, 1), date(2026, 6, 30)), language="ru", by=None)
    return agency


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("owner", [200, 200]),
        ("manager", [200, 404]),
        ("strategist", [404, 404]),
        ("client_user", [404, 404]),
        ("stranger", [404, 404]),
        ("removed", [404, 404]),
    ],
)
def test_the_ledger_is_for_owners_and_the_client_s_managers(agency, signed_in, who, statuses):
    browser = signed_in(getattr(agency, who))
    assert [browser.get(address).status_code for address in ("/clients/client-a/ledger/", "/ledger/")] == statuses


def test_a_client_s_ledger_says_who_did_what_with_what(told, signed_in):
    page = words(signed_in(told.manager).get("/clients/client-a/ledger/"))
    assert "Foreign" not in page
    shown = [(line.entry.verb, str(line.entry.actor), str(line.kind), line.name) for line in lines(entries().filter(client=told.a))]
    assert shown == [
        ("drafted", "None", "audit", "Brand Alpha, January – June 2026"),
        ("changed", "Owner", "access", "Strategist"),
        ("created", "Strategist", "brand", "Second"),
        ("changed", "Manager", "brand", "Brand Alpha"),
    ]
    change = lines(entries().filter(verb="changed", actor=told.manager))[0]
    assert [(str(word), before, after) for word, before, after in change.changes] == [
        ("name", "Brand A", "Brand Alpha"),
        ("website", "", "https://alpha.example/"),
    ]
    assert "name: Brand A → Brand Alpha" in page


def test_the_owner_s_ledger_holds_every_client(told, signed_in):
    page = words(signed_in(told.owner).get("/ledger/"))
    assert [word in page for word in ("Foreign", "Second", "Client A", "Client B")] == [True] * 4


@pytest.mark.parametrize(
    ("asked", "verbs"),
    [
        ("verb=created", ["created"]),
        ("who=command", ["drafted"]),
        ("verb=tinkered", ["drafted", "changed", "created", "changed"]),
        ("first=2020-01-01&last=2020-12-31", []),
        ("first=2020-01-01", ["drafted", "changed", "created", "changed"]),
        ("last=x", ["drafted", "changed", "created", "changed"]),
    ],
)
def test_entries_are_filtered_and_what_is_not_understood_asks_for_nothing(told, signed_in, asked, verbs):
    answer = signed_in(told.manager).get(f"/clients/client-a/ledger/?{asked}")
    assert (answer.status_code, [line.entry.verb for line in answer.context["lines"]]) == (200, verbs)


def test_by_person_and_by_a_period_that_ends_before_it_begins(told, signed_in):
    browser = signed_in(told.manager)
    answer = browser.get(f"/clients/client-a/ledger/?who={told.strategist.pk}")
    assert [line.name for line in answer.context["lines"]] == ["Second"]
    assert "The period ends before it begins." in words(browser.get("/clients/client-a/ledger/?first=2026-02-01&last=2026-01-01"))


def test_fifty_to_a_page_and_the_filter_stays(told, signed_in):
    for number in range(60):
        actions.change_brand(told.brand_b, by=told.owner, name=f"B{number}")
    answer = signed_in(told.owner).get("/clients/client-b/ledger/?verb=changed")
    assert (len(answer.context["lines"]), answer.context["page"].paginator.num_pages) == (50, 2)
    assert "?verb=changed&amp;page=2" in words(answer)
    assert len(signed_in(told.owner).get("/clients/client-b/ledger/?verb=changed&page=2").context["lines"]) == 10


def test_a_page_reads_the_rows_once_for_each_kind(told, django_assert_num_queries):
    found = list(entries().filter(client=told.a))
    with django_assert_num_queries(3):
        lines(found)


def test_what_is_gone_keeps_its_name(told):
    tracking = actions.track(told.brand_a, network="vk", handle="x", name="", url="", role="own", group="", by=told.owner)
    actions.stop_tracking(tracking, by=told.owner)
    assert lines(entries().filter(verb="untracked"))[0].name == "x"


def test_what_an_undone_import_made_keeps_its_name_in_older_entries_too(agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imports.undo(imported(agency.brand_a, agency.strategist), by=agency.manager)
    with override("en"):
        shown = [(line.entry.verb, str(line.kind), line.name) for line in lines(entries().filter(client=agency.a))]
    assert sorted(shown) == [
        ("applied", "import", "vk.csv"),
        ("created", "account", "new_one"),
        ("deleted", "account", "new_one"),
        ("tracked", "tracking of an account", "new_one"),
        ("undone", "import", "vk.csv"),
        ("untracked", "tracking of an account", "new_one"),
    ]


def test_every_verb_is_used():
    texts = [module.text for module in modules(*PRODUCT)]
    assert [verb.name for verb in Verb if not any(f"Verb.{verb.name}" in text for text in texts)] == []


def test_the_agency_s_ledger_keeps_the_hours_of_most_of_its_clients_and_says_so(told, signed_in):
    Client.objects.create(name="C", slug="c", time_zone="Asia/Yekaterinburg")
    page = signed_in(told.owner).get("/ledger/")
    assert "Times are given in the zone Europe/Moscow." in words(page)
    at = page.context["lines"][0].entry.at.astimezone(ZoneInfo("Europe/Moscow"))
    assert f"{at.day} {at:%B %Y, %H:%M}" in words(page)


def test_what_another_version_wrote_and_this_one_does_not_know_is_left_out(told, signed_in):
    audit = Audit.objects.get()
    facts = {"opportunities": ["answer everybody"], "brand": 7, "unheard": {"of": 1}, "language": "en"}
    record(Verb.CHANGED, audit, by=told.strategist, client=told.a, after=facts)
    page = words(signed_in(told.manager).get("/clients/client-a/ledger/"))
    assert [one in page for one in ("language of the documents: English", "answer everybody", "unheard")] == [True, False, False]


def test_a_page_of_scored_audits_asks_twenty_queries_and_once_what_their_facts_are_called(told, signed_in, monkeypatch):
    audit, asked, kind = Audit.objects.get(), [], kinds.of("audits.audit")
    monkeypatch.setitem(kinds._kinds, "audits.audit", replace(kind, facts=lambda: asked.append(kind) or kind.facts()))
    scores = {one.id: [3, True, "Look", ""] for one in criteria().each()}
    for _each in range(50):
        record(Verb.SCORED, audit, by=told.strategist, client=told.a, after=scores)
    browser = signed_in(told.manager)
    with CaptureQueriesContext(connection) as queries:
        shown = browser.get("/clients/client-a/ledger/").context["lines"]
    assert [(line.entry.verb, len(line.changes)) for line in shown] == [("scored", len(scores))] * 50
    assert (len(queries), len(asked)) == (14, 1)
