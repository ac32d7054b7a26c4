"""Whoever waits for a row does not hold the ledger meanwhile, and whoever holds the ledger waits for no row: nobody deadlocks."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from functools import partial

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from audits import actions as audits
from audits.models import Audit, Opportunity
from smmstrategy.agency import actions as agency_actions
from smmstrategy.agency import queries
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Membership, Tracking
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.models import ColumnMapping, Import
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.models import ReportFile, Snapshot

pytestmark = pytest.mark.django_db(transaction=True)
POSTS = "Ссылка;Дата;Просмотры\nhttps://t.me/brand/1;01.06.2026;5\n".encode()
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"


def begun(workers, act, where="system"):
    """The act, begun beside the open transaction, as far as it comes: it is over, or waits for somebody."""

    def go():
        try:
            with scope(where) if where else nullcontext():
                return act()
        finally:
            connection.close()

    at_work = workers.submit(go)
    with connection.cursor() as cursor:
        while not at_work.done():
            cursor.execute(WAITS)
            if cursor.fetchone()[0]:
                break
            time.sleep(0.01)
        cursor.execute("SET LOCAL lock_timeout = '300ms'")
    return at_work


@pytest.fixture
def bring(agency, tmp_path, settings):
    """A file brought and read, as it is previewed, with what was found in it."""
    settings.MEDIA_ROOT = tmp_path

    def brought(status=None):
        import_ = imports.keep(agency.brand_a, ContentFile(POSTS, name="posts.csv"), by=agency.strategist)
        found = imports.read(import_)
        if status:
            Import.objects.filter(pk=import_.pk).update(status=status)
            return import_, found
        return imports.show(import_, found), found

    return brought


@pytest.fixture
def tracking(agency):
    account = Account.objects.create(client=agency.a, network="vk", handle="brand")
    return Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")


@pytest.fixture
def audit(agency):
    days = {"first_day": JUNE.first, "last_day": JUNE.last, "language": "en"}
    return Audit.objects.create(client=agency.a, brand=agency.brand_a, **days)


@pytest.fixture
def sealed(agency, audit):
    """An audit that is ready, with two documents."""
    of_brand = {"client": agency.a, "brand": agency.brand_a}
    audit.snapshot = Snapshot.objects.create(**of_brand, kind="audit", content=b"", sha256="")
    audit.status = Audit.Status.READY
    audit.save()
    for form in ("pptx", "xlsx"):
        drawn = {"snapshot": audit.snapshot, "form": form, "language": "en", "drawn_with": "1", "path": form, "manifest_path": form}
        ReportFile.objects.create(**of_brand, **drawn, name=form, sha256="", size=0)
    return audit


def stop_tracking(agency, get):
    tracking = get("tracking")
    return tracking, partial(agency_actions.stop_tracking, tracking, by=agency.strategist)


def change_tracking(agency, get):
    tracking = get("tracking")
    return tracking, partial(agency_actions.change_tracking, tracking, by=agency.strategist, name="Another", role="competitor")


def track_again(agency, get):
    account = get("tracking").account
    Tracking.objects.all().delete()
    words = {"network": "vk", "handle": "brand", "name": "", "url": "", "role": "own", "group": ""}
    return account, partial(agency_actions.track, agency.brand_a, by=agency.strategist, **words)


def end_membership(agency, _get):
    membership = Membership.objects.get(user=agency.strategist)
    return membership, partial(agency_actions.end_membership, membership, by=agency.owner)


def write_what_settles_a_question(agency, get):
    earlier, _found = get("bring")(Import.Status.ASKING)
    import_, found = get("bring")()
    return earlier, partial(imports.write, import_, found, by=agency.strategist)


def undo(agency, get):
    import_, found = get("bring")()
    imports.write(import_, found, by=agency.strategist)
    return Tracking.objects.get(), partial(imports.undo, import_, by=agency.strategist)


def remember_columns(agency, get):
    import_, _found = get("bring")()
    import_.summary["tables"] = [{"signature": name, "of_header": name, "accounts": []} for name in "ab"]
    last = ColumnMapping.objects.create(client=agency.a, signature="b", mapping={})
    said = {"fields": {"Дата": "published_at"}}
    return last, partial(imports.remember_columns, import_, answers={"a": said, "b": said}, by=agency.strategist)


def drop_opportunity(agency, get):
    opportunity = Opportunity.objects.create(client=agency.a, audit=get("audit"), title="Answer", impact=5, effort=2)
    return opportunity, partial(audits.drop_opportunity, opportunity=opportunity, by=agency.strategist)


def seal(agency, get):
    get("monkeypatch").setattr(audits, "Facts", lambda **_known: get("audit"))
    get("monkeypatch").setattr(Audit, "to_facts", lambda _audit: {}, raising=False)
    return get("audit"), partial(audits.seal, audit=get("audit"), known={}, by=agency.strategist)


def deliver(agency, get):
    return get("sealed").snapshot.files.get(form="xlsx"), partial(audits.deliver, audit=get("sealed"), by=agency.manager)


def withdraw(agency, get):
    audits.deliver(audit=get("sealed"), by=agency.manager)
    file = get("sealed").snapshot.files.get(form="xlsx")
    return file, partial(audits.withdraw, audit=get("sealed"), by=agency.manager, reason="wrong month")


ACTS = (
    stop_tracking,
    change_tracking,
    track_again,
    end_membership,
    write_what_settles_a_question,
    undo,
    remember_columns,
    drop_opportunity,
    seal,
    deliver,
    withdraw,
)


@pytest.mark.parametrize("prepared", ACTS)
def test_what_waits_for_a_row_leaves_the_ledger_to_who_holds_it(agency, request, prepared):
    row, act = prepared(agency, request.getfixturevalue)
    before = Entry.objects.filter(client=agency.a).count()
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            type(row).objects.select_for_update().get(pk=row.pk)
            at_work = begun(workers, act)
            said = record(Verb.CHANGED, row, by=agency.manager, client=agency.a)
        at_work.result()
    newer = Entry.objects.filter(client=agency.a, number__gt=before).order_by("number")
    assert said.verb in newer.values_list("verb", flat=True)
    assert newer.count() > 1


def start(agency, get):
    get("monkeypatch").setattr(audits, "_require_auditable", lambda *_what: None)
    return partial(audits.start, brand=agency.brand_a, period=JUNE, language="en", by=agency.strategist)


def make_baseline(agency, get):
    return partial(audits.make_baseline, audit=get("sealed"), by=agency.manager)


@pytest.mark.parametrize("prepared", [start, make_baseline, lambda agency, get: seal(agency, get)[1]])
def test_who_holds_the_ledger_may_name_the_brand_of_which_an_audit_is_begun(agency, request, prepared):
    act = prepared(agency, request.getfixturevalue)
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            Import.objects.create(client=agency.a, brand=agency.brand_a, file_name="a", file_path="a", sha256="", size=0)
            record(Verb.CHANGED, agency.brand_a, by=agency.manager, client=agency.a)
            at_work = begun(workers, act)
            connection.check_constraints()  # as its commit does, but for the time it waits
        at_work.result()
    assert Entry.objects.filter(client=agency.a).order_by("number").first().object_kind == "clients.brand"
    assert Entry.objects.filter(client=agency.a).count() > 1


def test_who_waits_for_an_import_leaves_its_client_to_who_holds_it(agency, bring):
    """A file that a command reads again may be written on its page at the same moment."""
    import_, found = bring()
    import_.summary["tables"] = [{"signature": "a", "of_header": "a", "accounts": []}]
    said = {"a": {"fields": {"Дата": "published_at"}}}
    keep_columns = partial(imports.keep_columns, import_, answers=said, by=agency.strategist)
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            Import.objects.select_for_update().get(pk=import_.pk)
            at_work = begun(workers, keep_columns)
            written = imports.write(import_, found, by=agency.manager)
        kept = at_work.result()
    assert (written.status, [one.row.signature for one in kept]) == (Import.Status.APPLIED, ["a"])


def test_of_two_owners_who_let_each_other_go_the_second_waits_and_stays(agency, signed_in):
    anna, vera = Membership.objects.get(user=agency.owner), Membership.objects.create(user=agency.manager, role="owner")
    let_go = partial(signed_in(agency.owner).post, f"/people/{vera.pk}/role/", {"role": "manager", "was-role": "owner"})
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            owners = queries.owners_held()
            at_work = begun(workers, let_go, where="")
            agency_actions.change_role(queries.locked(anna), role="manager", by=agency.manager)
        answer = at_work.result()
    assert (answer.status_code, owners) == (404, [anna, vera])  # who is no owner any more has no such page
    assert list(Membership.objects.filter(role="owner")) == [vera]
