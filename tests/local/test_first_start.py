"""The first start: the demo is decided once, its audit is followed, and the welcome says what a person needs."""

from datetime import date

import pytest
from django.utils import translation

from audits.models import Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client, User
from smmstrategy.demo import actions as demo_actions
from smmstrategy.jobs.models import Job
from smmstrategy.local import first_start
from smmstrategy.local.processes import Family
from smmstrategy.local.state import State
from smmstrategy.reports.models import ReportFile, Snapshot


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch):
    monkeypatch.setenv("LANG", "C")
    with translation.override("en"):
        yield


@pytest.fixture
def demo(db):
    return Client.objects.create(name="Demo", slug="demo", is_demo=True)


def render(client, **fields):
    return Job.objects.create(client=client, kind="audits.render", key=str(fields), **fields)


def test_a_demo_left_out_once_is_not_brought_in_later(db, tmp_path, monkeypatch):
    monkeypatch.setenv("DEMO", "0")
    first_start.load_demo(State(tmp_path))
    monkeypatch.setenv("DEMO", "1")
    assert first_start.load_demo(State(tmp_path)) is False
    assert (tmp_path / "demo-decided").read_text() == "left out"


def test_a_demo_that_was_broken_off_has_no_sign_ins_and_is_not_left_out_for_good(db, tmp_path, settings, monkeypatch, capsys):
    settings.STATE_DIR = tmp_path
    with scope("system"):
        demo_actions.let_people_in(demo_actions.make_agency())  # and here somebody has ended the start
    monkeypatch.setenv("DEMO", "0")
    assert first_start.load_demo(State(tmp_path)) is False
    first_start.welcome(State(tmp_path), "http://127.0.0.1:8000/")
    said = capsys.readouterr().out
    assert ("Sign in with" in said, "Nobody can sign in yet; make the owner" in said) == (False, True)
    assert not (tmp_path / "demo-decided").exists()


def test_the_people_of_a_whole_demo_can_sign_in(db, tmp_path, settings, capsys):
    settings.STATE_DIR = tmp_path
    with scope("system"):
        demo_actions.let_people_in(demo_actions.make_agency())
    kept = demo_actions.sign_ins()
    assert (tmp_path / "demo-sign-ins.txt").stat().st_mode & 0o777 == 0o600
    first_start.welcome(State(tmp_path), "http://127.0.0.1:8000/")
    assert "Sign in with:\n  " + kept.splitlines()[0] in capsys.readouterr().out
    role, email, password = kept.splitlines()[0].split()
    assert (role, User.objects.get(email=email).check_password(password)) == ("owner", True)


def test_progress_is_the_worker_s_own_count(demo):
    assert first_start.progress(render(demo)) == "demo audit: waiting"
    assert first_start.progress(render(demo, steps_done=3, steps_total=8, step="slides")) == "demo audit: 38% slides"


def test_progress_is_said_in_the_language_of_the_terminal(demo, monkeypatch):
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    with translation.override("ru"):
        said = first_start.progress(render(demo, steps_done=1, steps_total=5, step="sealing the numbers"))
    assert said == "демонстрационный аудит: 20% фиксируем показатели"


def test_a_failed_audit_is_said_and_does_not_hold_the_start(demo, tmp_path, capsys):
    render(demo, status="failed", error="no data")
    first_start.wait_for_audits(Family(tmp_path / "none"))
    assert capsys.readouterr().out == "  The demo audit failed: no data\n"


def test_the_welcome_names_address_sign_ins_and_data(db, tmp_path, capsys):
    (tmp_path / "demo-sign-ins.txt").write_text("owner  anna@demo.example  secret\n")
    first_start.welcome(State(tmp_path), "http://127.0.0.1:8000/")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "SMM Strategy is ready: http://127.0.0.1:8000/   (Ctrl-C ends it)",
        "Sign in with:",
        "  owner  anna@demo.example  secret",
        f"Data and logs: {tmp_path}",
    ]


def audited(client, name, *, last_day, **words):
    """An audit of the demo that is done, with its deck and workbook."""
    where = {"client": client, "brand": client.brands.get_or_create(name="Demo", slug="demo", client=client)[0]}
    snapshot = Snapshot.objects.create(**where, kind="audit", content=b"", sha256=name)
    audit = Audit.objects.create(**where, snapshot=snapshot, first_day=date(2026, 1, 1), last_day=last_day, **words)
    for form in ReportFile.Form.values:
        file = {"form": form, "language": audit.language, "name": f"{name}.{form}", "path": f"{name}.{form}", "size": 1}
        ReportFile.objects.create(**where, snapshot=snapshot, **file)


def test_the_welcome_names_the_documents_of_the_newest_audit_in_each_language(demo, tmp_path, settings, capsys):
    settings.MEDIA_ROOT = tmp_path
    audited(demo, "newest", last_day=date(2026, 6, 30), language="ru", status="ready")
    audited(demo, "english", last_day=date(2026, 5, 31), language="en", status="delivered")
    audited(demo, "earlier", last_day=date(2026, 3, 31), language="ru", status="delivered")
    audited(demo, "under way", last_day=date(2026, 7, 31), language="ru", status="rendering")
    first_start.welcome(State(tmp_path), "http://127.0.0.1:8000/")
    said = capsys.readouterr().out.partition("Deck and workbook of the demo's newest audit in each language:\n")[2].splitlines()
    assert said[:-1] == [
        f"  en  english.pptx  {tmp_path}/english.pptx",
        f"  en  english.xlsx  {tmp_path}/english.xlsx",
        f"  ru  newest.pptx  {tmp_path}/newest.pptx",
        f"  ru  newest.xlsx  {tmp_path}/newest.xlsx",
    ]


def test_without_anybody_the_welcome_says_how_to_make_the_owner(db, tmp_path, capsys):
    first_start.welcome(State(tmp_path), "http://127.0.0.1:8000/")
    here = "make the owner: .venv/bin/python manage.py add_owner E-MAIL\n"
    elsewhere = f"make the owner: SMM_STATE={tmp_path} .venv/bin/python manage.py add_owner E-MAIL\n"
    assert elsewhere in capsys.readouterr().out
    first_start.welcome(State.unnamed(), "http://127.0.0.1:8000/")
    assert here in capsys.readouterr().out


@pytest.mark.parametrize(
    ("port", "demo", "command"),
    [("8000", "1", "make run"), ("8099", "1", "PORT=8099 make run"), ("8099", "0", "DEMO=0 PORT=8099 make run")],
)
def test_a_command_to_start_again_names_what_it_needs(tmp_path, monkeypatch, port, demo, command):
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv("DEMO", demo)
    assert State.unnamed().start() == command
    where = State(tmp_path / "a folder")
    monkeypatch.setenv("SMM_STATE", str(where.folder))
    assert State.of_this_machine().start() == f"SMM_STATE='{tmp_path}/a folder' {command}"
