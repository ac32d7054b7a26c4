"""`manage.py demo`: from nothing to an audit delivered, one to review, and people who can sign in; twice changes nothing."""

import stat
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from audits import queries
from audits.models import Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client, Membership, User
from smmstrategy.demo import actions, cast, judgement
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Import, PostObservationRevision

SECTIONS = ("months", "weeks", "formats", "lengths", "hours", "weekdays", "slots", "sources", "best", "worst")


def demo(*arguments: str) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_files_only_writes_files_and_nothing_else(db, tmp_path):
    said = demo("--files-only", str(tmp_path), "--until", "2026-03")
    assert sorted(said.split("\n")[:-1]) == sorted(str(path) for path in tmp_path.rglob("*") if path.is_file())
    assert not Client.objects.exists()


@pytest.mark.parametrize("until", ["2026", "2999-01", "0001-03", "0002-03"])
def test_a_month_that_is_none_or_is_not_over_is_refused(db, until):
    with pytest.raises(CommandError):
        demo("--until", until)


def test_the_judgement_scores_every_criterion_and_dimension():
    from audits.criteria import criteria
    from audits.maturity import maturity_model

    assert {row[0] for row in judgement.scores(True)} == {criterion.id for criterion in criteria().each()}
    assert {row[0] for row in judgement.levels(True)} == {dimension.id for dimension in maturity_model().dimensions}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_demo_comes_in_like_anyone_s_files_and_gives_every_section_something_to_say(settings, tmp_path):
    settings.MEDIA_ROOT, settings.STATE_DIR = tmp_path / "files", tmp_path
    demo("--until", "2026-10")
    with scope("system"):
        _everything_went_through_the_import()
        _one_audit_is_delivered_and_one_waits()
        _every_section_is_filled()
    _people_can_sign_in(tmp_path / actions.SIGN_INS)
    before = _counts()
    assert demo("--until", "2026-10") == (tmp_path / actions.SIGN_INS).read_text()
    assert _counts() == before


def _everything_went_through_the_import():
    assert set(Import.objects.values_list("status", flat=True)) == {Import.Status.APPLIED}
    assert Import.objects.filter(options__date_order="mdy").count() == 1
    assert PostObservationRevision.objects.filter(metric="views").count() >= 3, "late growth keeps what was before"
    assert Client.objects.get().is_demo


def _people_can_sign_in(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for line, person in zip(path.read_text().splitlines(), cast.PEOPLE, strict=True):
        role, email, password = line.split()
        user = User.objects.get(email=email)
        assert (role, email) == (person.role, person.email)
        assert user.check_password(password)
        membership = Membership.objects.get(user=user, ended_at=None)
        assert (membership.client is None) == (person.role == Membership.Role.OWNER)


def _one_audit_is_delivered_and_one_waits():
    states = dict(Audit.objects.order_by("first_day").values_list("first_day__month", "status"))
    assert states == {11: Audit.Status.DELIVERED, 5: Audit.Status.RENDERING}
    assert Job.objects.get(pk=Audit.objects.get(first_day__month=5).job_id).status == Job.Status.QUEUED


def _every_section_is_filled():
    audit = Audit.objects.select_related("brand__client").get(first_day__month=5)
    found = queries.evidence(audit.brand, audit.period)
    assert [name for name in SECTIONS if not getattr(found.own.now, name)] == []
    assert {account.sufficiency for account in found.accounts if account.role == "own"} == {"enough"}
    (compared,) = found.comparisons
    assert (len(found.own_accounts), len(found.competitors), len(compared.standings) > 5) == (5, 3, True)
    assert {"before", "year_earlier"} == {change.against for change in found.own.changes}
    assert found.own.decompositions
    assert compared.er == "er_view"
    assert found.own.now.numbers["gone"].value == 1, "deleted before the last export"
    visits = [source.numbers["visits"].value for source in found.own.now.sources if "visits" in source.numbers]
    assert sum(visits) == found.own.now.numbers["visits"].value


def _counts() -> list[int]:
    with scope("system"):
        return [model.objects.count() for model in (Client, User, Membership, Import, Audit, Job, PostObservationRevision)]
