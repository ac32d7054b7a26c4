"""At the command line a job is waited for: a worker takes it or this process does, and a database that is away is waited for."""

import pytest
from django.db import OperationalError

from smmstrategy.jobs import actions, waiting
from smmstrategy.jobs.models import Job

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job(monkeypatch):
    monkeypatch.setattr(waiting, "POLL_SECONDS", 0.01)
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setitem(actions.handlers, "test", lambda claim: finish(claim))
    return Job.objects.create(kind="test", key="one")


def finish(claim):
    claim.progress(1, 2, "half")
    with claim.finishing({"made": "here"}):
        pass


def test_a_job_that_no_worker_takes_is_done_here(job):
    looks = []
    ended = waiting.until_over(job.pk, lambda seen: looks.append(seen.status))
    assert (ended.status, ended.result, ended.attempts) == ("done", {"made": "here"}, 1)
    assert (looks[0], looks[-1]) == ("queued", "done")


def test_a_job_that_cannot_be_done_is_given_back_failed(job, monkeypatch):
    def refuse(claim):
        raise actions.CannotSucceed("no posts")

    monkeypatch.setitem(actions.handlers, "test", refuse)
    ended = waiting.until_over(job.pk, lambda seen: None)
    assert (ended.status, ended.error) == ("failed", "no posts")


def test_a_database_that_is_away_for_a_moment_is_waited_for(job, monkeypatch):
    look, outages = waiting._looked_at, iter([OperationalError("the database system is starting up")] * 3)

    def away_at_first(job_id):
        if outage := next(outages, None):
            raise outage
        return look(job_id)

    monkeypatch.setattr(waiting, "_looked_at", away_at_first)
    assert waiting.until_over(job.pk, lambda seen: None).status == "done"


def test_a_database_that_stays_away_ends_the_wait(job, monkeypatch):
    def away(job_id):
        raise OperationalError("the database system is shutting down")

    monkeypatch.setattr(waiting, "OUTAGE_SECONDS", 0.05)
    monkeypatch.setattr(waiting, "_looked_at", away)
    with pytest.raises(OperationalError, match="shutting down"):
        waiting.until_over(job.pk, lambda seen: None)
