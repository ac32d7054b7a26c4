"""The first page, the language switch, and the declared policy of every address."""

import re

import pytest
from django.contrib.messages import get_messages
from django.core.checks import run_checks
from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import path

from audits.models import Audit
from smmstrategy import urls
from smmstrategy.clients import checks
from smmstrategy.clients.models import Membership
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.models import Import
from tests.conftest import Role, person

STEP = "sealing the numbers"


def file(brand, name, status):
    return Import.objects.create(
        client=brand.client, brand=brand, file_name=name, file_path=name, sha256="0" * 64, size=1, status=status
    )


@pytest.fixture
def waiting(agency):
    """Something for client A and the same for client B."""
    for brand, letter in ((agency.brand_a, "a"), (agency.brand_b, "b")):
        file(brand, f"asks-{letter}.csv", Import.Status.ASKING)
        file(brand, f"done-{letter}.csv", Import.Status.APPLIED)
        job = Job.objects.create(client=brand.client, kind="audits.render", key=letter, steps_done=2, steps_total=5, step=STEP)
        Audit.objects.create(
            client=brand.client, brand=brand, first_day="2026-01-01", last_day="2026-06-30", status="rendering", job=job
        )


@pytest.mark.django_db
def test_home_shows_what_waits_for_this_person_and_nothing_else(agency, waiting, signed_in):
    page = signed_in(agency.strategist).get("/").content.decode()
    assert "asks-a.csv" in page
    assert not [word for word in ("done-a.csv", "asks-b.csv", "Client B") if word in page]
    assert '<progress value="2" max="5"' in page


@pytest.mark.django_db
def test_home_says_what_the_worker_does_in_the_reader_s_language(agency, waiting, signed_in):
    agency.strategist.language = "ru"
    agency.strategist.save()
    page = signed_in(agency.strategist).get("/").content.decode().replace("\xa0", " ")
    assert 'aria-label="фиксируем показатели"' in page


@pytest.mark.django_db
def test_home_names_a_file_that_the_worker_has_given_up(agency, signed_in):
    given_up = file(agency.brand_a, "broken-a.csv", Import.Status.READING)
    given_up.job = Job.objects.create(client=agency.a, kind="metrics.import", key="x", status="failed", error=jobs.UNEXPECTED)
    given_up.save()
    page = signed_in(agency.strategist).get("/").content.decode()
    assert "broken-a.csv" in page
    assert "Something went wrong on our side; nothing half-done was kept." in page
    assert "all clear" not in page


@pytest.mark.django_db
def test_a_client_s_person_sees_what_was_delivered_to_them_and_no_door_to_the_rest(agency, signed_in):
    months = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    for brand in (agency.brand_a, agency.brand_b):
        Audit.objects.create(client=brand.client, brand=brand, status="delivered", delivered_at="2026-07-03T09:00Z", **months)
    Audit.objects.create(client=agency.a, brand=agency.brand_a, first_day="2025-01-01", last_day="2025-06-30", status="ready")
    answer = signed_in(agency.client_user).get("/")
    assert [(audit.brand, audit.status) for audit in answer.context["delivered"]] == [(agency.brand_a, "delivered")]
    links = re.findall(r'href="(/clients/[^"]+)"', answer.content.decode())
    assert links == ["/clients/client-a/audits/", "/clients/client-a/reports/"]
    assert not [door for door in ('"/clients/"', "/people/", "Brand B") if door in answer.content.decode()]


@pytest.mark.django_db
def test_the_day_and_hour_something_was_delivered_are_that_of_the_clients_zone(agency, signed_in):
    months = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    delivered = {"status": "delivered", "delivered_at": "2026-07-03T22:30Z"}  # in Moscow half past one on the fourth
    Audit.objects.create(client=agency.a, brand=agency.brand_a, **months, **delivered)
    answer = signed_in(agency.client_user).get("/").content.decode()
    assert re.findall(r"delivered on ([^<]+)<", answer) == ["4 July 2026, 01:30"]


@pytest.mark.django_db
def test_who_serves_one_client_and_belongs_to_another_finds_what_was_delivered_to_them(agency, signed_in):
    months = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    for brand in (agency.brand_a, agency.brand_b):
        Audit.objects.create(client=brand.client, brand=brand, status="delivered", delivered_at="2026-07-03T09:00Z", **months)
    both = person("both", Membership(client=agency.a, role=Role.MANAGER), Membership(client=agency.b, role=Role.CLIENT))
    browser = signed_in(both)
    answer = browser.get("/")
    assert [audit.brand for audit in answer.context["delivered"]] == [agency.brand_b]
    assert [client.slug for client in answer.context["served"]] == ["client-a"]
    assert 'href="/clients/client-b/"' in answer.content.decode()
    led = browser.get("/clients/client-b/", follow=True)
    assert led.redirect_chain == [("/clients/client-b/audits/", 302)]
    assert [audit.brand for audit in led.context["page"]] == [agency.brand_b]
    links = re.findall(r'href="(/clients/client-b/[^"]+)"', led.content.decode())
    assert links == ["/clients/client-b/audits/", "/clients/client-b/reports/"]
    assert "delivered" not in signed_in(agency.manager).get("/").context


@pytest.mark.django_db
def test_the_address_of_their_client_leads_a_client_s_person_to_its_audits(agency, signed_in):
    browser = signed_in(agency.client_user)
    assert browser.get("/clients/client-a/").url == "/clients/client-a/audits/"
    assert browser.get("/clients/client-b/").status_code == 404


@pytest.mark.django_db
def test_the_language_of_an_audit_is_said_where_its_brand_has_audits_in_both(agency, signed_in):
    russian = {"client": agency.a, "brand": agency.brand_a, "first_day": "2026-01-01", "last_day": "2026-06-30"}
    delivered = {"status": "delivered", "delivered_at": "2026-07-03T09:00Z"}
    Audit.objects.create(**russian, **delivered)
    english = Audit.objects.create(**russian, language="en", status="ready")

    def said(who, address):
        page = " ".join(signed_in(who).get(address).content.decode().split())
        return [f"January – June 2026 · {language}" in page for language in ("Russian", "English")]

    assert said(agency.strategist, "/") == [False, True]
    assert said(agency.strategist, "/clients/client-a/") == [True, True]
    assert said(agency.client_user, "/") == [False, False], "the other one was not delivered"
    Audit.objects.filter(pk=english.pk).update(**delivered)
    assert said(agency.client_user, "/") == [True, True]


@pytest.mark.django_db
def test_home_takes_the_same_queries_however_much_waits(agency, waiting, signed_in, django_assert_num_queries):
    browser = signed_in(agency.owner)
    with django_assert_num_queries(15):
        browser.get("/")
    for number in range(5):
        file(agency.brand_a, f"more-{number}.csv", Import.Status.PREVIEWED)
    with django_assert_num_queries(15):
        browser.get("/")


@pytest.mark.django_db
def test_a_stranger_to_the_product_is_asked_to_sign_in():
    assert Browser().get("/").url == "/account/login/?next=/"


@pytest.mark.django_db
def test_nobody_signs_up_by_themselves():
    page = Browser().post("/account/signup/", {"email": "x@example.com", "password1": "a quiet harbour"})
    assert (page.status_code, page.templates[0].name) == (200, "account/signup_closed.html")


@pytest.mark.django_db
def test_the_language_is_kept_with_the_person_and_for_the_sign_in_page(agency, signed_in):
    browser = signed_in(agency.strategist)
    answer = browser.post("/language/", {"language": "ru", "next": "/clients/"})
    agency.strategist.refresh_from_db()
    assert (answer.url, agency.strategist.language) == ("/clients/", "ru")
    assert '<html lang="ru"' in browser.get("/clients/").content.decode()
    browser.logout()
    assert '<html lang="ru"' in browser.get("/account/login/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_language_switch_leads_nowhere_else(agency, signed_in, target):
    assert signed_in(agency.strategist).post("/language/", {"language": "en", "next": target}).url == "/"


def test_every_address_declares_who_may_use_it():
    assert [route for route, pattern in checks.addresses() if checks.policy_of(pattern) is None] == []
    assert len(list(checks.addresses())) > 30


def test_an_address_without_a_policy_stops_the_build(monkeypatch):
    bare = path("planted/", lambda request: HttpResponse(), name="planted")
    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, bare])
    from django.urls import clear_url_caches

    clear_url_caches()
    assert [error.msg for error in run_checks() if error.id == "clients.E001"] == ["the address “planted/” declares no policy"]
    monkeypatch.undo()
    clear_url_caches()


@pytest.mark.django_db
def test_the_policy_of_content_allows_nothing_inline(agency, signed_in):
    policy = signed_in(agency.strategist).get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/audits/4/revise/", "/audits/4/"),
        ("/imports/5/apply/", "/imports/5/"),
        ("/people/3/end/", "/people/"),
        ("/audits/4/criteria/visual.recognition/", "/audits/4/criteria/"),
        ("/language/", "/"),
    ],
)
def test_an_address_that_only_takes_forms_leads_back_to_its_page(agency, signed_in, address, target):
    answer = signed_in(agency.owner).get(address)
    assert (answer.status_code, answer.url) == (302, target)
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [
        "Nothing was done: this step begins on a page. If you typed something before signing in, type it again."
    ]


@pytest.mark.django_db
def test_another_method_gets_a_page_of_the_house(agency, signed_in):
    answer = signed_in(agency.owner).post("/clients/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert "<h1>This page cannot be used this way</h1>" in answer.content.decode()


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_is_dismissed_and_stays_an_import(agency, signed_in):
    refused, done = (file(agency.brand_a, name, status) for name, status in (("empty.csv", "refused"), ("done.csv", "applied")))
    browser = signed_in(agency.strategist)
    for one in (refused, done):
        browser.post(f"/imports/{one.pk}/dismiss/")
    assert "empty.csv" not in browser.get("/").content.decode()
    assert "empty.csv" in browser.get("/clients/client-a/imports/").content.decode()
    assert [(e.actor, e.object_id) for e in Entry.objects.filter(verb=Verb.DISMISSED)] == [(agency.strategist, refused.pk)]


@pytest.mark.django_db
def test_of_many_files_those_that_need_an_answer_come_first_and_it_is_said_how_many_of_each_wait(agency, signed_in):
    for n in range(3):
        file(agency.brand_a, f"asks{n}.csv", "asking")
    for n in range(25):
        file(agency.brand_a, f"ready{n}.csv", "previewed")
    file(agency.brand_b, "of-the-other.csv", "asking")
    page = signed_in(agency.strategist).get("/").content.decode()
    assert re.findall(r">(\w+)\.csv</a>", page) == ["asks2", "asks1", "asks0", *(f"ready{n}" for n in range(24, 7, -1))]
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "The first 20 of 28 are shown. needs an answer: 3, ready to be written: 25 Client A needs an answer: 3, ready to" in said
    assert 'href="/clients/client-a/imports/?state=ready"' in page


@pytest.mark.django_db
def test_of_many_audits_it_is_said_how_many_there_are(agency, signed_in):
    months = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    for _ in range(21):
        Audit.objects.create(client=agency.a, brand=agency.brand_a, status="ready", **months)
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", signed_in(agency.strategist).get("/").content.decode()))
    assert "The first 20 of 21 are shown. ready: 21 Client A ready: 21" in page
