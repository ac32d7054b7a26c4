"""The job of an audit on real storage: it ends once with both files, survives being killed, and can be checked afterwards."""

import hashlib
import io
import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext, override

from audits import actions, rendering
from audits.management.commands.audit import _copied
from audits.models import Audit
from audits.queries.refusals import NOTHING_TO_AUDIT
from smmstrategy.agency import actions as agency
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client, User
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Observation, Post
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import snapshots
from smmstrategy.reports.document import Quote
from smmstrategy.reports.models import ReportFile, Snapshot

pytestmark = pytest.mark.django_db(transaction=True)
HALF_YEAR = Period.months(date(2026, 6, 1), 6)


def audit_command(**options) -> dict:
    out = io.StringIO()
    call_command("audit", **options, stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue().splitlines()[-1])


def exact(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def by_formula(files: list[dict]) -> dict[str, Decimal | None]:
    """What the manifests say is shown with a formula, but for what the report counts itself."""
    figures = [one for file in files for one in json.loads(Path(file["manifest"]).read_text())["figures"].items()]
    return {id: exact(one["value"]) for id, one in figures if "value" in one and one.get("formula") and one["source"] != "report"}


def verify(audit: int) -> dict:
    out = io.StringIO()
    call_command("audit_verify", audit, stdout=out)
    return json.loads(out.getvalue())


def test_a_place_for_the_files_that_is_none_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out, why in (
        ("", "--out is empty: name the folder for deck and workbook («.» is this one)."),
        (tmp_path / "file", f"{tmp_path / 'file'} cannot be used: it is a file."),
        (tmp_path / "file" / "out", f"{tmp_path / 'file' / 'out'} cannot be used: a part of the path is a file."),
        ("/proc", "/proc cannot be used: nothing can be written there."),
    ):
        with override("en"), pytest.raises(CommandError) as refused:
            call_command("audit", "--brand", "roastery", "--out", out)
        assert str(refused.value) == why


def test_which_audits_can_be_verified_is_said_where_one_is_not_there() -> None:
    with override("en"), pytest.raises(CommandError) as refused:
        call_command("audit_verify", 999)
    assert str(refused.value) == "There is no sealed audit 999. There are: —."


def test_the_command_leaves_both_files_and_says_every_kpi(brand: Brand, files: Path, tmp_path: Path) -> None:
    summary = audit_command(brand="roastery", out=tmp_path / "out", lang="en")
    taken = "the last month with data for its last days"
    assert summary["period"] == {"first_day": "2026-01-01", "last_day": "2026-06-30", "taken": taken}
    assert [file["form"] for file in summary["files"]] == ["pptx", "xlsx"]
    for file in summary["files"]:
        assert hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest() == file["sha256"]
        call_command("report_lint", file["path"], stdout=io.StringIO())
        assert json.loads(Path(file["manifest"]).read_text())["snapshot_sha256"] == summary["snapshot"]["sha256"]
    kpis = {kpi["id"]: kpi for kpi in summary["kpis"]}
    assert kpis["own.now.posts_per_week"]["inputs"] == {"posts": kpis["own.now.posts"]["value"], "days": "181"}
    assert (kpis["own.now.views"]["code"], kpis["own.now.likes"]["coverage"]) == ("views@1", "1")
    assert (kpis["own.beside.soe"]["code"], kpis["own.beside.soe"]["inputs"]["interactions of all"]) == ("soe@1", "2686")
    assert kpis["standing.soe.place"]["value"] == "1"
    shown = by_formula(summary["files"])
    assert {id: exact(kpis[id]["value"]) for id in shown} == shown
    (blocked := tmp_path / "blocked" / Path(summary["files"][0]["path"]).name).mkdir(parents=True)
    with pytest.raises(CommandError) as refused:
        _copied(ReportFile.objects.get(form="pptx"), blocked.parent)
    assert str(refused.value) == f"{blocked} cannot be used: it is a folder."
    assert [file["same"] for file in verify(summary["audit"])["files"]] == [True, True]
    ReportFile.objects.filter(form="xlsx").update(drawn_with="1")
    with pytest.raises(CommandError, match="another version drew them") as refused:
        verify(summary["audit"])
    assert refused.value.returncode == 2
    damaged = Path(files) / ReportFile.objects.get(form="pptx").path
    damaged.write_bytes(damaged.read_bytes() + b" ")
    with pytest.raises(CommandError, match="not what the snapshot gives"):
        verify(summary["audit"])


def test_the_version_counts_the_sealed_audits_of_the_same_months(small_brand: Brand) -> None:
    names = []
    for month, language in ((6, "en"), (5, "en"), (6, "ru"), (5, "ru")):
        with scope("system"):
            audit = actions.start(brand=small_brand, period=Period.months(date(2026, month, 1), 6), language=language, by=None)
        snapshot, _language = rendering._sealed(jobs.claim(audit.job_id))
        names.append(rendering.described(snapshot, language).name)
    assert names == [
        "roastery_audit_2026-01_2026-06_v1",
        "roastery_audit_2025-12_2026-05_v1",
        "roastery_audit_2026-01_2026-06_v2",
        "roastery_audit_2025-12_2026-05_v2",
    ]


@pytest.mark.parametrize(("name", "line"), [("Vera Strategist", [Quote("Vera Strategist")]), ("", [])])
def test_the_workbook_names_who_had_the_audit_made_and_nobody_by_an_e_mail_address(
    small_brand: Brand, name: str, line: list
) -> None:
    strategist = User.objects.create(email="vera@example.com", name=name)
    with scope("system"):
        audit = actions.start(brand=small_brand, period=HALF_YEAR, language="en", by=strategist)
    snapshot, language = rendering._sealed(jobs.claim(audit.job_id))
    strategist.name = "Vera Manager"  # later: what was sealed says what it said
    strategist.save()
    passport = rendering.described(snapshot, language).sheets[0]
    assert [row[1] for row in passport.grids[0].rows if row[0] == "Author"] == line


def test_every_step_of_the_job_is_said_in_the_reader_s_language(small_brand: Brand, files: Path, monkeypatch) -> None:
    said, progress = [], jobs.Claim.progress
    monkeypatch.setattr(jobs.Claim, "progress", lambda claim, *how_far: said.append(how_far[-1]) or progress(claim, *how_far))
    with scope("system"):
        audit = actions.start(brand=small_brand, period=HALF_YEAR, language="en", by=None)
    jobs.run(audit.job_id)
    with translation.override("ru"):
        told = [gettext(step).replace("\xa0", " ") for step in said]
    assert told == [
        "собираем и измеряем показатели",
        "фиксируем показатели",
        "записываем выводы словами",
        "собираем презентацию",
        "собираем книгу Excel",
        "",
    ]


def test_an_audit_freezes_the_day_it_was_sealed_on_where_the_client_is(small_brand: Brand) -> None:
    with scope("system"):
        audit = actions.start(brand=small_brand, period=HALF_YEAR, language="en", by=None)
    with time_machine.travel("2026-12-03T22:00:00Z", tick=True):
        snapshot, _language = rendering._sealed(jobs.claim(audit.job_id))
    assert snapshots.content(snapshot)["law_on"] == "2026-12-04"  # in Moscow


def test_a_killed_attempt_is_finished_later_once_from_the_same_seal(small_brand: Brand, files: Path) -> None:
    with scope("system"):
        audit = actions.start(brand=small_brand, period=HALF_YEAR, language="en", by=None)
    killed = jobs.claim(audit.job_id)
    sealed, _language = rendering._sealed(killed)
    with scope("system"):
        Job.objects.filter(pk=audit.job_id).update(lease_until=Now() - timedelta(seconds=1))
    assert jobs.run(audit.job_id)
    with pytest.raises(jobs.LeaseLost):
        rendering.render(killed)
    audit.refresh_from_db()
    assert (audit.status, audit.snapshot_id, audit.is_baseline) == (Audit.Status.READY, sealed.pk, True)
    assert (Snapshot.objects.count(), ReportFile.objects.count()) == (1, 2)
    job = Job.objects.get(pk=audit.job_id)
    assert (job.status, job.attempts, job.steps_done, job.steps_total) == (Job.Status.DONE, 2, 5, 5)


def test_one_brand_has_one_baseline_and_asking_twice_starts_one_audit(small_brand: Brand, files: Path) -> None:
    with scope("system"):
        first = actions.start(brand=small_brand, period=HALF_YEAR, language="ru", by=None)
        assert actions.start(brand=small_brand, period=HALF_YEAR, language="ru", by=None) == first
    jobs.run(first.job_id)
    with scope("system"):
        second = actions.start(brand=small_brand, period=Period.months(date(2026, 6, 1), 3), language="ru", by=None)
    jobs.run(second.job_id)
    assert list(Audit.objects.filter(is_baseline=True)) == [first]
    second.refresh_from_db()
    actions.make_baseline(audit=second, by=None, reason="a new strategy")
    assert list(Audit.objects.filter(is_baseline=True)) == [second]


def test_of_two_audits_sealed_before_either_is_finished_one_is_the_baseline_and_says_so(small_brand: Brand, files: Path) -> None:
    with scope("system"):
        periods = [HALF_YEAR, Period.months(date(2026, 6, 1), 3)]
        asked = [actions.start(brand=small_brand, period=period, language="ru", by=None) for period in periods]
    claims = [jobs.claim(audit.job_id) for audit in asked]
    said = [snapshots.content(rendering._sealed(claim)[0])["about"]["is_baseline"] for claim in claims]
    for claim in reversed(claims):
        rendering.render(claim)
    assert said == [Audit.objects.get(pk=audit.pk).is_baseline for audit in asked] == [True, False]


@pytest.mark.parametrize(
    ("published_at", "sentence"),
    [
        (None, "No post of {} has a date, so no month can be audited. Import an export with dates."),
        ("2026-08-03T12:00Z", "August 2026 is not over yet: an audit covers full months."),
    ],
)
def test_a_brand_without_a_full_month_is_told_why(
    small_brand: Brand, tmp_path: Path, published_at: str | None, sentence: str
) -> None:
    Observation.objects.all().delete()
    Post.objects.update(published_at=published_at)
    with time_machine.travel("2026-08-15T12:00:00Z", tick=True), pytest.raises(CommandError) as refused:
        audit_command(out=tmp_path, brand="roastery")
    assert str(refused.value) == sentence.format(small_brand.name)


@pytest.mark.parametrize(("language", "end"), [("en", "and 2 more."), ("ru", "и ещё 2.")])
def test_of_many_brands_the_first_are_named_and_the_others_counted(
    small_brand: Brand, tmp_path: Path, language: str, end: str
) -> None:
    """«roastery» and 21 others; of 21 in all none is hidden behind a number."""
    Brand.objects.bulk_create(Brand(client=small_brand.client, name=f"b{n:02}", slug=f"b{n:02}") for n in range(21))
    with translation.override(language), pytest.raises(CommandError) as refused:
        call_command("audit", brand="nobody", out=str(tmp_path))
    assert str(refused.value).endswith(f": {', '.join(f'b{n:02}' for n in range(20))} … {end}")
    Brand.objects.filter(slug="b20").delete()
    with pytest.raises(CommandError, match=r"b18, b19, roastery\.$"):
        call_command("audit", brand="nobody", out=str(tmp_path))


def test_a_brand_is_named_as_it_is_for_an_import(tmp_path: Path) -> None:
    """By its whole address, or by the part of it that is its own with its client; never under another client's name."""
    with scope("system"):
        acme = agency.create_client(by=None, name="Acme", slug="acme")
        address = agency.create_brand(acme, by=None, name="Vesna").slug
        agency.create_client(by=None, name="Other", slug="other")
    refusals = []
    for brand, client in (("vesna", "acme"), (address, None), (address, "other"), ("vesna", None)):
        with override("en"), pytest.raises(CommandError) as refused:
            audit_command(out=tmp_path, brand=brand, client=client)
        refusals.append(str(refused.value))
    assert refusals == [
        NOTHING_TO_AUDIT,
        NOTHING_TO_AUDIT,
        "The brand acme--vesna belongs to another client: acme.",
        "There is no brand «vesna». There are: acme--vesna.",
    ]


def test_where_there_are_no_brands_it_is_said_how_one_comes_in(db, tmp_path: Path) -> None:
    with override("en"), pytest.raises(CommandError) as refused:
        audit_command(out=tmp_path, brand="acme")
    told = "There are no brands yet. Import a file first: .venv/bin/python manage.py import_export FILE --brand acme"
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"brand": "nobody"}, "There is no brand «nobody». There are: empty, roastery."),
        ({"brand": "roastery", "until": "June"}, "--until takes a month like 2026-06, not «June»."),
        ({"brand": "roastery", "until": "0001-03"}, "--until takes a month like 2026-06, not «0001-03»."),
        ({"brand": "roastery", "until": "2026-08"}, "August 2026 is not over yet: an audit covers full months."),
        ({"brand": "empty"}, "There is no post and no value"),
        ({"brand": "roastery", "months": 0}, "--months takes 1 to 24."),
    ],
)
def test_what_cannot_be_audited_is_refused_in_a_sentence(small_brand: Brand, tmp_path: Path, options: dict, sentence: str) -> None:
    client = Client.objects.create(name="Empty", slug="empty")
    Brand.objects.create(client=client, name="Empty", slug="empty")
    with time_machine.travel("2026-08-15T12:00:00Z", tick=True), pytest.raises(CommandError) as refused:
        audit_command(out=tmp_path, **options)
    assert str(refused.value).startswith(sentence)
    assert not Audit.objects.exists()
