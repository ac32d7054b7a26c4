"""While `make run` runs: pages answer, the worker works, commands join in, what is killed starts again; asked to, it ends well."""

import http.client
import json
import signal
import time

import pytest

from smmstrategy.jobs.actions import UNEXPECTED
from smmstrategy.local.health import page_answers

pytestmark = pytest.mark.slow

BESIDE = """
import json, time
from django.conf import settings
from django.core.mail import send_mail
from django.db import ProgrammingError
from django.utils import timezone
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.jobs.actions import enqueue
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Post
refusal = error = ""
try:
    Job.objects.count()
except ProgrammingError as refused:
    refusal = str(refused)
send_mail("Hi", "a link as good as a password", None, ["vera@example.com"])
with scope("system"):
    job = enqueue("unheard of", key="x", client=None, payload={}, by=None)
    client = Client.objects.create(name="Client A", slug="client-a")
    for handle in ("77", "profile77"):  # an earlier release kept both
        account = Account.objects.create(client=client, network="ok", handle=handle)
        link = "https://ok.ru/profile/77/statuses/1"
        Post.objects.create(
            account=account, client=client, key="1", permalink=link, said=0, collected_at=timezone.now(), source="import"
        )
deadline = time.monotonic() + 20
while not error and time.monotonic() < deadline:
    time.sleep(0.1)
    with scope("system"):
        error = Job.objects.get(pk=job.pk).error
print(json.dumps({"signed in as": settings.DATABASES["default"]["USER"], "refusal": refusal, "job": error}))
"""


def shell(machine, code):
    done = machine.manage("shell", "--no-imports", "-c", code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def told(running):
    """What a command beside the run says of itself, a query outside any scope and its job; it sends a letter, keeps accounts."""
    return json.loads(shell(running, BESIDE))


def test_the_sign_in_page_answers(running):
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=10)
    connection.request("GET", "/account/login/")
    assert connection.getresponse().status == 200


def test_the_worker_takes_up_a_job_that_a_command_beside_it_accepts(told):
    assert told["job"] == UNEXPECTED


def test_a_query_outside_any_scope_is_refused_by_the_database(told):
    assert "permission denied for table jobs_job" in told["refusal"]


def test_passwords_are_for_their_owner_alone(running):
    assert (running.folder / "credentials.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("told")
def test_a_letter_is_a_file_for_its_owner_alone_and_in_no_log(running):
    (letter,) = (running.folder / "mail").iterdir()
    assert (letter.suffix, letter.stat().st_mode & 0o777, letter.parent.stat().st_mode & 0o777) == (".eml", 0o600, 0o700)
    assert "a link as good as a password" in letter.read_text()
    assert [log.name for log in (running.folder / "log").iterdir() if "as good as a password" in log.read_text()] == []


def test_a_second_copy_is_one_sentence(running):
    done = running.manage("up")
    sentence = (
        f"SMM Strategy already runs from this folder (process {running.launcher.pid}): "
        f"open http://127.0.0.1:{running.port}/, or end it with Ctrl-C in its window.\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


def test_a_busy_port_is_one_sentence_that_names_its_holder(running, tmp_path_factory):
    elsewhere = running.folder / "elsewhere"
    done = running.manage("up", SMM_STATE=str(elsewhere), LANG="ru_RU.UTF-8")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"Порт {running.port} занят" in done.stderr
    assert done.stderr.endswith(f" SMM_STATE={elsewhere} DEMO=0 PORT={running.port + 1} make run\n")


def test_owners_of_the_tables_are_only_those_who_tend_them(running, told):
    credentials = json.loads((running.folder / "credentials.json").read_text())
    assert told["signed in as"] == "smm_web"
    assert sorted(credentials["passwords"]) == ["postgres", "redis", "smm_owner", "smm_web"]


def test_what_is_killed_is_started_again_and_the_run_goes_on(running):
    for words, name in (("bin/postgres -D", "PostgreSQL"), ("valkey-server", "Redis"), ("celery worker", "Celery worker")):
        running.start_again(words, name)
    deadline = time.monotonic() + 30
    while not (answers := page_answers(running.port)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert answers


def test_ctrl_c_stops_every_process_and_a_command_given_meanwhile_starts_the_services_when_they_have_stopped(running):
    family = running.family()
    assert {"postgres", "valkey-server"} < {process.name() for process in family}
    running.launcher.send_signal(signal.SIGINT)
    next(line for line in running.launcher.stdout if "Stopping" in line)
    assert shell(running, "from django.db import connection as c; c.ensure_connection(); print('in')") == "in"
    assert running.launcher.wait(60) == 0
    assert [p for p in family if p.is_running()] == []


@pytest.mark.usefixtures("told")
def test_what_an_upgrade_leaves_to_a_person_is_said(running):
    """By `make run` as by any command that starts the services."""
    back = running.manage("migrate", "metrics", "0014")
    assert back.returncode == 0, back.stderr
    (running.folder / "postgres" / "schema").unlink()
    first, second = running.manage("setup"), running.manage("setup")
    assert first.stderr.startswith("ok:77 (client-a): ")
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, "")
    assert first.stderr in (running.folder / "log" / "migrate.log").read_text()
