"""What a job row promises: done once by the newest holder, tried again after a fault, never forgotten."""

import errno
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now

from smmstrategy.clients.models import Brand, Client, Membership, User
from smmstrategy.jobs import actions
from smmstrategy.jobs.actions import CannotSucceed, LeaseLost, claim, enqueue, run
from smmstrategy.jobs.models import Job


@pytest.fixture
def client_of_agency(transactional_db):
    return Client.objects.create(name="Север", slug="sever")


@pytest.fixture
def kind():
    """Register handlers under the name «tests» and forget them afterwards."""

    def register(function):
        actions.handlers["tests"] = function

    yield register
    actions.handlers.pop("tests", None)


@pytest.fixture
def job(client_of_agency):
    return enqueue("tests", key="one", client=client_of_agency, payload={"name": "Бренд"}, by=None)


def make_brand(held):
    with held.finishing({"made": held.job.payload["name"]}):
        Brand.objects.create(client=held.job.client, name=held.job.payload["name"], slug="brand")


def expire_lease(job):
    Job.objects.filter(pk=job.pk).update(lease_until=Now() - timedelta(seconds=1))


def test_the_same_key_is_the_same_work(job, client_of_agency):
    assert enqueue("tests", key="one", client=client_of_agency, payload={"name": "другое"}, by=None) == job


def test_a_job_is_done_once_however_many_hints_arrive(kind, job):
    kind(make_brand)
    assert [run(job.pk), run(job.pk), run(job.pk)] == [True, False, False]
    job.refresh_from_db()
    assert (job.status, job.result, job.attempts) == ("done", {"made": "Бренд"}, 1)
    assert Brand.objects.count() == 1


def test_a_held_job_is_not_taken_until_its_lease_runs_out(job):
    assert claim(job.pk) is not None
    assert claim(job.pk) is None
    expire_lease(job)
    assert claim(job.pk).job.token == 2


def test_a_zombie_writes_nothing(job):
    zombie = claim(job.pk)
    expire_lease(job)
    heir = claim(job.pk)
    with pytest.raises(LeaseLost):
        make_brand(zombie)
    assert Brand.objects.count() == 0
    make_brand(heir)
    assert Brand.objects.count() == 1


def test_a_zombie_s_progress_is_refused(job):
    zombie = claim(job.pk)
    expire_lease(job)
    claim(job.pk).progress(1, 4, "рисуем")
    with pytest.raises(LeaseLost):
        zombie.progress(3, 4)
    job.refresh_from_db()
    assert (job.steps_done, job.share_done, job.step) == (1, 0.25, "рисуем")


@pytest.mark.parametrize("fault", [CannotSucceed("nothing to draw"), RuntimeError("broken")])
def test_a_zombie_that_fails_says_nothing_of_it(kind, job, fault):
    def lose_the_lease_and_fail(held):
        expire_lease(job)
        claim(job.pk).progress(1, 4, "рисуем")
        raise fault

    kind(lose_the_lease_and_fail)
    assert run(job.pk) is True
    job.refresh_from_db()
    assert (job.status, job.step, job.error, job.token) == ("running", "рисуем", "", 2)


def test_the_heartbeat_outlives_a_database_that_is_away_for_a_moment(kind, job, monkeypatch):
    monkeypatch.setattr(actions, "HEARTBEAT_SECONDS", 0.05)

    def lease():
        return Job.objects.get(pk=job.pk).lease_until

    def wait_for_a_beat():
        before, until = lease(), time.monotonic() + 5
        while lease() == before and time.monotonic() < until:
            time.sleep(0.02)
        return lease() > before

    beats = []

    def work(held):
        beats.append(wait_for_a_beat())
        with connection.cursor() as cursor:
            others = "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = current_database()"
            cursor.execute(f"{others} AND pid <> pg_backend_pid()")
        beats.append(wait_for_a_beat())
        make_brand(held)

    kind(work)
    run(job.pk)
    assert beats == [True, True]


def test_a_fault_is_tried_again_later_and_given_up_after_five_attempts(kind, job):
    def break_down(held):
        with held.finishing({}):
            Brand.objects.create(client=held.job.client, name="полуготов", slug="half")
            raise OSError("диск полон")

    kind(break_down)
    statuses = []
    for _attempt in range(actions.MAX_ATTEMPTS):
        Job.objects.update(run_after=Now())
        with pytest.raises(OSError):
            run(job.pk)
        job.refresh_from_db()
        statuses.append(job.status)
    assert statuses == ["queued", "queued", "queued", "queued", "failed"]
    assert job.error == actions.UNEXPECTED  # what the fault said is for the log
    assert Brand.objects.count() == 0
    assert run(job.pk) is False


def by_our_disk(_held):
    raise OSError(errno.ENOSPC, "No space left on device")


def by_the_database_s_disk(_held):
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$")


@pytest.mark.parametrize("fill", [by_our_disk, by_the_database_s_disk])
def test_a_job_says_that_the_disk_is_full_and_is_done_once_there_is_room(kind, job, fill):
    kind(fill)
    with pytest.raises((OSError, DatabaseError)):
        run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.error) == ("queued", actions.DISK_FULL)
    kind(make_brand)
    Job.objects.update(run_after=Now())
    run(job.pk)
    assert (Job.objects.get(pk=job.pk).status, Brand.objects.count()) == ("done", 1)


def test_a_job_that_kills_its_workers_is_given_up(kind, job):
    kind(make_brand)
    for _death in range(actions.MAX_ATTEMPTS):
        assert claim(job.pk)
        expire_lease(job)
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, Brand.objects.count()) == ("failed", 0)


def test_what_cannot_succeed_is_not_tried_again(kind, job):
    def refuse(held):
        raise CannotSucceed("нет ни одной публикации")

    kind(refuse)
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.error, job.attempts) == ("failed", "нет ни одной публикации", 1)


def test_a_job_sees_its_own_client_only(kind, job):
    Brand.objects.create(client=Client.objects.create(name="Юг", slug="yug"), name="чужой", slug="foreign")
    seen = []

    def look(held):
        with held.finishing({}):
            seen.extend(Brand.objects.all())

    kind(look)
    run(job.pk)
    assert seen == []


def test_a_rolled_back_request_leaves_no_work(client_of_agency):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue("tests", key="ghost", client=client_of_agency, payload={}, by=None)
        1 / 0  # noqa: B018
    assert Job.objects.count() == 0


def test_a_job_is_accepted_while_the_broker_is_away(client_of_agency, point_celery_at):
    point_celery_at("redis://127.0.0.1:1/0")
    job = enqueue("tests", key="no broker", client=client_of_agency, payload={}, by=None)
    assert Job.objects.get(pk=job.pk).status == "queued"
    assert job.pk in actions.due()


def test_accepting_a_job_costs_one_look_and_one_row(client_of_agency, django_assert_num_queries):
    with django_assert_num_queries(4):  # look, begin, row, commit
        enqueue("tests", key="new", client=client_of_agency, payload={}, by=None)


@pytest.fixture
def asked(client_of_agency):
    """A job that a manager of the client asked for, and the membership that lets her."""
    manager = User.objects.create_user(email="manager@agency.example", password="x")
    member = Membership.objects.create(user=manager, client=client_of_agency, role="manager")
    return enqueue("tests", key="asked", client=client_of_agency, payload={"name": "Бренд"}, by=manager), member


def test_an_owner_of_the_agency_has_the_work_of_every_client_done(kind, client_of_agency):
    owner = User.objects.create_user(email="owner@agency.example", password="x")
    Membership.objects.create(user=owner, client=None, role="owner")
    job = enqueue("tests", key="owner's", client=client_of_agency, payload={"name": "Бренд"}, by=owner)
    kind(make_brand)
    run(job.pk)
    assert (Job.objects.get(pk=job.pk).status, Brand.objects.count()) == ("done", 1)


def test_a_job_is_not_begun_for_somebody_who_may_no_longer_ask(kind, asked):
    job, member = asked
    kind(make_brand)
    Membership.objects.filter(pk=member.pk).update(ended_at=Now())
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.error, job.attempts) == ("failed", actions.NOT_ALLOWED, 1)
    assert Brand.objects.count() == 0


def test_a_job_is_not_finished_for_somebody_who_lost_the_right_meanwhile(kind, asked):
    job, member = asked

    def dismiss_and_make(held):
        User.objects.filter(pk=member.user_id).update(is_active=False)
        make_brand(held)

    kind(dismiss_and_make)
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.error, Brand.objects.count()) == ("failed", actions.NOT_ALLOWED, 0)


def test_a_client_may_not_have_the_agencys_work_done(kind, asked):
    job, member = asked
    kind(make_brand)
    Membership.objects.filter(pk=member.pk).update(role="client")
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, Brand.objects.count()) == ("failed", 0)


def test_what_a_fault_says_stays_in_the_log(kind, job, caplog):
    def leak(held):
        raise OSError("https://admin:hunter2@db.example/other-client")

    kind(leak)
    with pytest.raises(OSError):
        run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.error) == ("queued", actions.UNEXPECTED)
    assert f"job {job.pk} (tests), attempt 1" in caplog.text
