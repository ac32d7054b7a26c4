"""What happens once on a machine: the demo agency comes in, and the worker makes its audit."""

import time

from django.core.management import call_command
from django.utils.translation import gettext

from audits.models import JOB, Audit
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client, User
from smmstrategy.files import path_of
from smmstrategy.jobs.models import Job
from smmstrategy.local import environment
from smmstrategy.local.processes import Family
from smmstrategy.local.progress import say
from smmstrategy.local.state import State
from smmstrategy.local.words import _
from smmstrategy.reports.queries import files_of

POLL_SECONDS = 0.3
OPEN = (Job.Status.QUEUED, Job.Status.RUNNING)


def load_demo(state: State) -> bool:
    """Load the demo agency into a new installation, unless DEMO=0; say whether that was done.

    One that was begun and not finished is not left out: the next start without DEMO=0 completes it.
    """
    mark = state.folder / "demo-decided"
    if mark.exists():
        return False
    is_wanted = environment.demo_is_wanted()
    if is_wanted:
        call_command("demo")
    if is_wanted or not _demo_is_begun():
        mark.write_text("loaded" if is_wanted else "left out")
    return is_wanted


def _demo_is_begun() -> bool:
    with scope("system"):
        return Client.objects.filter(is_demo=True).exists()


def wait_for_audits(family: Family) -> None:
    """Show how far the worker is with the demo's audits, by its own count of steps, until they are done or have failed."""
    shown = ""
    while job := _open_audit():
        family.require_alive()
        if (line := progress(job)) != shown:
            say(f"  {line}")
            shown = line
        time.sleep(POLL_SECONDS)
    for error in _failures():
        say("  " + _("The demo audit failed: {error}").format(error=gettext(error)))


def set_up(state: State) -> None:
    """All that `make setup` adds to running services."""
    load_demo(state)
    say(_("Ready in {folder}; start with: {command}").format(folder=state.folder, command=state.start()))


def _open_audit() -> Job | None:
    with scope("system"):
        return Job.objects.filter(kind=JOB, client__is_demo=True, status__in=OPEN).order_by("pk").first()


def _failures() -> list[str]:
    with scope("system"):
        failed = Job.objects.filter(kind=JOB, client__is_demo=True, status=Job.Status.FAILED)
        return list(failed.values_list("error", flat=True))


def progress(job: Job) -> str:
    """Where a job is by its own count of steps."""
    share = _("waiting") if job.share_done is None else f"{job.share_done:.0%}"
    return _("demo audit: {share} {step}").format(share=share, step=gettext(job.step)).rstrip()


def welcome(state: State, address: str) -> None:
    """Say, all at once, where the pages are, how to sign in, and where the demo's documents lie."""
    lines = ["\n" + _("SMM Strategy is ready: {address}   (Ctrl-C ends it)").format(address=address)]
    sign_ins = state.folder / "demo-sign-ins.txt"
    if sign_ins.exists():
        lines += [_("Sign in with:"), _indented(sign_ins.read_text())]
    elif not _anybody_can_sign_in():
        command = state.typed(".venv/bin/python manage.py add_owner E-MAIL")
        lines += [_("Nobody can sign in yet; make the owner: {command}").format(command=command)]
    if files := _demo_files():
        lines += [_("Deck and workbook of the demo's newest audit in each language:"), _indented("\n".join(files))]
    say("\n".join([*lines, _("Data and logs: {folder}").format(folder=state.folder)]))


def _anybody_can_sign_in() -> bool:
    """Whether anybody has a password: the people of a demo get theirs when it is whole."""
    with scope("system"):
        return any(user.has_usable_password() for user in User.objects.all())


def _demo_files() -> list[str]:
    """Of the demo's newest audit in each language."""
    with scope("system"):
        made = Audit.objects.filter(client__is_demo=True, status__in=(Audit.Status.READY, Audit.Status.DELIVERED))
        newest = made.select_related("snapshot").order_by("language", "-last_day", "-pk").distinct("language")
        files = [file for audit in newest for file in files_of(audit.snapshot, audit.language).values()]
        return [f"{file.language}  {file.name}  {path_of(file.path)}" for file in files]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines())
