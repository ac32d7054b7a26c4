"""Clients, brands and accounts on pages: who may, what is written, and that every change is in the ledger."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from audits.evidence import METHODOLOGY
from audits.models import Audit
from smmstrategy.agency.actions import HasNumbers, change_client
from smmstrategy.agency.forms import ClientForm
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client, Tracking
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Collection, Import
from tests.web.conftest import somebody_waits, track

pytestmark = pytest.mark.django_db


def entries(verb):
    return [(entry.object_kind, entry.actor.email, entry.client_id) for entry in Entry.objects.filter(verb=verb)]


def test_an_owner_adds_a_client_and_is_led_to_its_first_brand(agency, signed_in):
    answer = signed_in(agency.owner).post("/new-client/", {"name": "Чайная «Ёлка»", "time_zone": "Asia/Omsk", "currency": "RUB"})
    created = Client.objects.get(slug="chaynaya-elka")
    assert answer.url == f"/clients/{created.slug}/brands/new/"
    assert (created.name, created.time_zone) == ("Чайная «Ёлка»", "Asia/Omsk")
    assert entries("created") == [("clients.client", "owner@example.com", created.pk)]


def test_the_address_of_a_brand_tells_nothing_of_other_clients_brands(agency, signed_in):
    browser = signed_in(agency.strategist)
    addresses = [browser.post("/clients/client-a/brands/new/", {"name": name}).url for name in ("Brand B", "Brand-B", "Unknown")]
    assert addresses == ["/brands/client-a--brand-b/", "/brands/client-a--brand-b-2/", "/brands/client-a--unknown/"]


def test_a_strategist_adds_an_account_by_the_address_of_its_page(agency, signed_in):
    fields = {"network": "vk", "handle": "https://vk.com/umosta/videos?from=x", "name": "", "role": "own", "group": "", "url": ""}
    answer = signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert answer.url == "/brands/brand-a/"
    tracking = Tracking.objects.get()
    assert (tracking.account.handle, tracking.role, tracking.client) == ("umosta", "own", agency.a)
    assert entries("tracked") == [("clients.tracking", "strategist@example.com", agency.a.pk)]


@pytest.mark.parametrize("handle", ["@umosta", "UMosta"])
def test_the_same_account_for_another_brand_is_not_made_twice(agency, signed_in, handle):
    Brand.objects.create(client=agency.a, name="Second", slug="second")
    account = track(agency.brand_a, "vk", "umosta")
    fields = {"network": "vk", "handle": handle, "name": "", "role": "competitor", "group": "", "url": ""}
    signed_in(agency.strategist).post("/brands/second/accounts/new/", fields)
    assert list(Account.objects.all()) == [account]
    assert account.tracking.count() == 2


@pytest.mark.parametrize("handle", ["club777", "https://vk.com/public777", "-777"])
@pytest.mark.parametrize("role", ["own", "influencer"])
def test_an_account_the_brand_looks_at_already_stays_as_it_is_and_is_named(agency, signed_in, handle, role):
    account = track(agency.brand_a, "vk", "club777", role="competitor")
    tracking = account.tracking.get()
    Tracking.objects.update(group="Соперник")
    fields = {"network": "vk", "handle": handle, "name": "", "role": role, "group": "", "url": ""}
    page = signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert page.context["form"].errors["handle"] == [
        "“club777 in vk” is on the list already (competitor, Соперник). Nothing was changed. "
        f'<a href="/accounts/{tracking.pk}/">Change it there</a>'
    ]
    assert f'<a href="/accounts/{tracking.pk}/">Change it there</a>' in page.content.decode()
    assert list(Tracking.objects.values_list("role", "group")) == [("competitor", "Соперник")]
    assert list(Entry.objects.all()) == []


@pytest.mark.parametrize(
    "handle", ["@", "https://vk.com/feed", "https://example.org/acme", "javascript:alert(1)", "😀", "name name"]
)
def test_an_account_without_a_name_is_refused_in_plain_words(agency, signed_in, handle):
    fields = {"network": "vk", "handle": handle, "name": "", "role": "own", "group": "", "url": ""}
    page = signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert page.context["form"].errors == {"handle": ["Write the name that stands in the page's address."]}
    assert Account.objects.count() == 0


def test_an_account_of_the_client_may_be_called_in_words_for_another_brand(agency, signed_in):
    account = Account.objects.create(client=agency.a, network="vk", handle="Кофейня на углу")
    fields = {"network": "vk", "handle": "кофейня на углу", "name": "", "role": "own", "group": "", "url": ""}
    signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert [tracking.account for tracking in Tracking.objects.all()] == [account]


@pytest.mark.parametrize(
    ("network", "handle", "of"),
    [("vk", "https://youtube.com/@x", "YouTube"), ("vk", "https://t.me/+AbC", "Telegram"), ("website", "vk.com/acme", "VK")],
)
def test_an_address_of_another_network_than_the_chosen_one_is_refused(agency, signed_in, network, handle, of):
    fields = {"network": network, "handle": handle, "name": "", "role": "own", "group": "", "url": ""}
    page = signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert page.context["form"].errors == {"handle": [f"This address is in another network than the one chosen: {of}."]}
    assert Account.objects.count() == 0


@pytest.mark.parametrize(
    ("network", "handle", "kept"),
    [
        ("website", "https://www.Site.RU/path?x=1", "site.ru"),
        ("vk", "-555", "club555"),
        ("ok", "group/5512345", "5512345"),
        ("facebook", "profile.php?id=100064", "100064"),
    ],
)
def test_an_account_is_kept_in_the_one_spelling_of_its_page(agency, signed_in, network, handle, kept):
    fields = {"network": network, "handle": handle, "name": "", "role": "own", "group": "", "url": ""}
    signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    assert list(Account.objects.values_list("handle", flat=True)) == [kept]


def test_taking_an_account_off_the_list_keeps_the_account(agency, signed_in):
    account = track(agency.brand_a, "vk", "umosta")
    signed_in(agency.strategist).post(f"/accounts/{account.tracking.get().pk}/stop/")
    assert (Tracking.objects.count(), Account.objects.count()) == (0, 1)
    assert entries("untracked") == [("clients.tracking", "strategist@example.com", agency.a.pk)]


def test_a_change_says_what_was_before(agency, signed_in):
    signed_in(agency.manager).post("/clients/client-a/change/", {"name": "New", "time_zone": "Europe/Moscow", "currency": "RUB"})
    entry = Entry.objects.get(verb="changed")
    assert (entry.before["name"], entry.after["name"]) == ("Client A", "New")


def bring_numbers(brand):
    account = track(brand, "vk", "umosta")
    counted_in = {"time_zone": "Europe/Moscow", "currency": "RUB"}
    Collection.objects.create(client=brand.client, account=account, source="import", collected_at="2026-06-01T00:00Z", **counted_in)


def test_zone_and_currency_are_fixed_once_days_and_amounts_are_in_them(agency, signed_in):
    bring_numbers(agency.brand_a)
    browser = signed_in(agency.manager)
    browser.post("/clients/client-a/change/", {"name": "New", "time_zone": "Asia/Omsk", "currency": "USD"})
    changed = Client.objects.get(pk=agency.a.pk)
    assert (changed.name, changed.time_zone, changed.currency) == ("New", "Europe/Moscow", "RUB")
    assert "Take the imports back to change it." in browser.get("/clients/client-a/change/").content.decode()


def test_a_zone_by_its_distance_from_greenwich_is_not_offered_and_stays_where_it_is_stored(agency, signed_in):
    browser, address = signed_in(agency.manager), "/clients/client-a/change/"
    sent = {"name": "Client A", "time_zone": "Etc/GMT-3", "currency": "RUB"}
    assert "is not one of the available choices" in browser.post(address, sent).content.decode()
    Client.objects.filter(pk=agency.a.pk).update(time_zone="Etc/GMT-3")
    assert browser.post(address, sent | {"name": "New"}).status_code == 302
    assert list(Client.objects.filter(pk=agency.a.pk).values_list("name", "time_zone")) == [("New", "Etc/GMT-3")]


def test_zone_and_currency_stay_when_numbers_come_in_after_the_form_was_checked(agency, signed_in, monkeypatch):
    def checked_just_before(form):
        is_valid = not form.errors
        bring_numbers(agency.brand_a)
        return is_valid

    monkeypatch.setattr(ClientForm, "is_valid", checked_just_before)
    page = signed_in(agency.manager).post("/clients/client-a/change/", {"name": "New", "time_zone": "Asia/Omsk", "currency": "RUB"})
    assert "Numbers have come in meanwhile: the zone and the currency stay." in page.content.decode()
    form = page.context["form"]
    assert (form["name"].value(), form["time_zone"].value(), form.fields["time_zone"].disabled) == ("New", "Europe/Moscow", True)
    kept = Client.objects.get(pk=agency.a.pk)
    assert (kept.name, kept.time_zone) == ("Client A", "Europe/Moscow")
    assert entries("changed") == []


@pytest.mark.django_db(transaction=True)
def test_a_zone_asked_for_while_an_import_writes_finds_its_numbers(agency):
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            Client.objects.select_for_update(no_key=True).get(pk=agency.a.pk)  # as an import does
            asked = workers.submit(change_zone, agency)
            while not (asked.done() or somebody_waits()):
                pass
            bring_numbers(agency.brand_a)
        with pytest.raises(HasNumbers):
            asked.result()
    assert Client.objects.get(pk=agency.a.pk).time_zone == "Europe/Moscow"


def change_zone(agency):
    try:
        with scope(f"user:{agency.manager.pk}"):
            change_client(agency.a, by=agency.manager, time_zone="Asia/Omsk")
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("who", "status"),
    [("owner", 200), ("manager", 200), ("strategist", 200), ("client_user", 302), ("stranger", 404), ("removed", 404)],
)
def test_who_sees_a_client(agency, signed_in, who, status):
    assert signed_in(getattr(agency, who)).get("/clients/client-a/").status_code == status


@pytest.mark.parametrize("address", ["/brands/brand-a/", "/brands/brand-a/change/", "/brands/brand-a/numbers/"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("owner", 200), ("manager", 200), ("strategist", 200), ("client_user", 404), ("stranger", 404), ("removed", 404)],
)
def test_who_sees_a_brand(agency, signed_in, who, status, address):
    assert signed_in(getattr(agency, who)).get(address).status_code == status


@pytest.mark.parametrize(
    ("who", "status"), [("owner", 200), ("manager", 200), ("strategist", 404), ("client_user", 404), ("stranger", 404)]
)
def test_who_may_change_a_client(agency, signed_in, who, status):
    assert signed_in(getattr(agency, who)).get("/clients/client-a/change/").status_code == status


def test_a_strategist_of_a_who_manages_b_may_look_at_a_but_not_change_it(agency, signed_in):
    agency.strategist.memberships.create(client=agency.b, role="manager")
    assert signed_in(agency.strategist).get("/clients/client-a/").status_code == 200
    assert signed_in(agency.strategist).get("/clients/client-a/change/").status_code == 403


def test_nobody_reaches_an_account_of_another_client(agency, signed_in):
    foreign = track(agency.brand_b, "vk", "b").tracking.get()
    browser = signed_in(agency.strategist)
    answers = [browser.get(f"/accounts/{foreign.pk}/"), browser.post(f"/accounts/{foreign.pk}/stop/")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert Tracking.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize(("address", "queries"), [("/clients/", 11), ("/clients/client-a/", 14), ("/brands/brand-a/", 11)])
@pytest.mark.parametrize("accounts", [1, 6])
def test_a_page_takes_the_same_queries_however_long_its_lists(
    agency, signed_in, django_assert_num_queries, address, queries, accounts
):
    for number in range(accounts):
        track(agency.brand_a, "vk", f"page{number}")
    browser = signed_in(agency.strategist)
    with django_assert_num_queries(queries):
        browser.get(address)


def test_a_client_s_overview_leads_to_its_newest_audits_and_files(agency, signed_in):
    months = {"first_day": "2026-01-01", "last_day": "2026-06-30", "status": "ready", "methodology": METHODOLOGY}
    said = {"en": {"headline": "Reach has doubled"}}
    audits = [Audit.objects.create(client=b.client, brand=b, summary=said, **months) for b in (agency.brand_a, agency.brand_b)]
    file = {"file_name": "june.csv", "file_path": "june", "sha256": "0" * 64, "size": 1, "status": "applied"}
    import_ = Import.objects.create(client=agency.a, brand=agency.brand_a, **file)
    page = signed_in(agency.strategist).get("/clients/client-a/").content.decode()
    assert [f"/audits/{audit.pk}/" in page for audit in audits] == [True, False]
    assert [word in page for word in ("Reach has doubled", f"/imports/{import_.pk}/", "june.csv")] == [True] * 3


def test_a_brand_with_a_thousand_accounts_is_shown_a_hundred_to_a_page(agency, signed_in, django_assert_num_queries):
    for role, number in (("own", 2), ("competitor", 3), ("influencer", 995)):
        made = Account.objects.bulk_create(
            Account(client=agency.a, network="vk", handle=f"{role}{n:03}", key=f"{role}{n:03}") for n in range(number)
        )
        Tracking.objects.bulk_create(
            Tracking(client=agency.a, brand=agency.brand_a, account=account, role=role) for account in made
        )
    browser = signed_in(agency.strategist)
    browser.get("/brands/brand-a/")
    with django_assert_num_queries(11):
        first = browser.get("/brands/brand-a/")
    last = browser.get("/brands/brand-a/?page=10")
    shown = [[(role, number, len(rows)) for role, number, rows in answer.context["groups"]] for answer in (first, last)]
    assert shown == [[("own", 2, 2), ("competitor", 3, 3), ("influencer", 995, 95)], [("influencer", 995, 100)]]
    assert [row.account.handle for row in last.context["groups"][0][2]][-1] == "influencer994"
    assert ('href="?page=2"' in first.content.decode(), 'href="?page=9"' in last.content.decode()) == (True, True)


def test_a_brand_s_card_names_each_network_once_with_how_many_accounts_it_has_there(agency, signed_in):
    for network, handle in (("vk", "one"), ("telegram", "two"), ("vk", "three")):
        track(agency.brand_a, network, handle)
    track(agency.brand_a, "youtube", "theirs", role=Tracking.Role.COMPETITOR)
    page = signed_in(agency.strategist).get("/clients/client-a/").content.decode()
    assert re.findall('<span class="status">([^<]+)</span>', page) == ["Telegram", "VK × 2"]
