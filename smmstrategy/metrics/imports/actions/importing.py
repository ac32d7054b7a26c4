"""An import from step to step: kept, read, shown, answered, confirmed or dismissed."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_noop

from smmstrategy import files
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client, User
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics import actions as metrics
from smmstrategy.metrics.imports import outcomes, queries, roles, sandbox
from smmstrategy.metrics.imports.actions import statements, whose
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.imports.reading.messages import Refused
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import JOB, Import

Status = Import.Status
ANSWERABLE = (Status.ASKING, Status.PREVIEWED, Status.REFUSED)
FOLDER = "imports"


class NotNow(Exception):
    """The import is in another state than the one this can be done in; the text is a message to translate."""


MOVED_ON = gettext_noop("The import has moved on meanwhile. This is how it stands now.")


@contextmanager
def rehearsal(was_one: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Imports inside happen in the database, and nothing of them stays there; their files are to be forgotten one by one.

    `was_one` is asked at the end: what was none stays.
    """
    with transaction.atomic():
        yield
        transaction.set_rollback(was_one())


def forget_file(import_: Import) -> None:
    files.path_of(import_.file_path).unlink()


def start(brand: Brand, file: File, *, by: User | None, options: dict[str, Any] | None = None) -> Import:
    """Take an uploaded file in and have a worker look at it; nothing is parsed here."""
    with transaction.atomic():
        import_ = keep(brand, file, by=by, options=options)
        _enqueue(import_, "look", by)
    return import_


def keep(brand: Brand, file: File, *, by: User | None, options: dict[str, Any] | None = None) -> Import:
    """Store a file under a random name, with its hash, as an import that nobody has looked at.

    Whoever goes on without a worker does so in the same transaction: what is read by nobody any more must not stay.
    """
    path = f"{FOLDER}/{secrets.token_hex(16)}"
    digest, size = files.write(path, file.chunks())
    name = (file.name or "").replace("\\", "/").rsplit("/", 1)[-1][:255]
    return Import.objects.create(
        client=brand.client,
        brand=brand,
        file_name=name,
        file_path=path,
        sha256=digest,
        size=size,
        options=Options(**(options or {})).as_json(),
        created_by=by,
    )


def answer(import_: Import, *, answers: dict[str, Any], by: User | None) -> None:
    """Take answers and look again: fields of `Options`, or as `columns` what those hold of the table asked about."""
    with transaction.atomic():
        _enqueue(_write_down(locked(import_, *ANSWERABLE), answers), "look", by)


def tell(import_: Import, *, answers: dict[str, Any]) -> Import:
    """Write answers down, to look again without a worker."""
    with transaction.atomic():
        return _write_down(locked(import_, *ANSWERABLE), answers)


def _write_down(import_: Import, answers: dict[str, Any]) -> Import:
    options = replace(Options(**import_.options), change_columns="")
    import_.options = _told(options, import_.question, **answers).as_json()
    import_.question, import_.status, import_.dismissed_at = {}, Status.READING, None
    import_.save(update_fields=["options", "question", "status", "dismissed_at"])
    return import_


def _told(before: Options, question: dict[str, Any], columns: dict[str, Any] | None = None, **answers: Any) -> Options:
    """What holds with the answers now given; of `columns` nothing where the table's question was answered meanwhile."""
    told = replace(before, **answers)
    return told if columns is None or not question.get("signature") else told.explained(question, columns)


def confirm(import_: Import, *, by: User) -> None:
    """Have a worker apply what the preview shows."""
    with transaction.atomic():
        _enqueue(locked(import_, Status.PREVIEWED), "apply", by)


def again(import_: Import, *, by: User) -> None:
    """Have a worker try once more what was given up."""
    with transaction.atomic():
        import_ = locked(import_, Status.READING, Status.PREVIEWED)
        if not import_.has_failed:
            raise NotNow(MOVED_ON)
        _enqueue(import_, import_.job.payload["step"] if import_.job else "look", by)


def take_up(import_: Import, *, by: User) -> None:
    """Have a worker read anew what was dismissed, or read by an earlier version of the program."""
    with transaction.atomic():
        import_ = locked(import_, *ANSWERABLE, Status.READING)
        if import_.is_worked_on:
            raise NotNow(MOVED_ON)
        _enqueue(_write_down(import_, {}), "look", by)


def dismiss(import_: Import, *, by: User) -> None:
    """Take a file of which nothing was written, and nothing is being done, off the first page; the import stays."""
    with transaction.atomic():
        import_ = locked(import_, *ANSWERABLE, Status.READING)
        if import_.dismissed_at or import_.is_worked_on:
            raise NotNow(MOVED_ON)
        record_dismissed(dismissed([import_]), by=by, client=import_.client)


def dismissed(imports: Iterable[Import]) -> list[Import]:
    gone = list(imports)
    Import.objects.filter(pk__in=[one.pk for one in gone]).update(dismissed_at=datetime.now(UTC))
    return gone


def record_dismissed(imports: Iterable[Import], *, by: User | None, client: Client) -> None:
    ledger.record_each(Verb.DISMISSED, imports, by=by, client=client, words=lambda one: {"file_name": one.file_name})


def _enqueue(import_: Import, step: str, by: User | None) -> None:
    """Looking is new work every time; applying is the same work until it is over, having failed or shown a new preview."""
    payload = {"import": import_.pk, "step": step}
    ended = Job.objects.filter(kind=JOB, client=import_.client, payload=payload, finished_at__isnull=False).count()
    attempt = secrets.token_hex(4) if step == "look" else ended + 1
    key = f"{JOB}:{import_.pk}:{step}:{attempt}"
    import_.job = jobs.enqueue(JOB, key=key, client=import_.client, payload=payload, by=by)
    import_.dismissed_at = None
    import_.save(update_fields=["job", "dismissed_at"])


def read(import_: Import) -> Reading:
    """What is in the file, read in the child process. Opens its own scope for what it must know, none while reading."""
    with scope(f"client:{import_.client_id}"):
        context = queries.context(import_)
    try:
        return Reading(plan=sandbox.read(files.path_of(import_.file_path), context))
    except Refused as refused:
        return Reading(refused=refused)
    except FileNotFoundError:
        return Reading(refused=Refused("The stored file is gone. Upload it again."))


def show(import_: Import, reading: Reading) -> Import:
    """Write down what applying would do: new, changed, unchanged, rejected. Changes no number."""
    with transaction.atomic():
        import_ = locked_as_it_is(import_)
        if import_.status == Status.READING:
            ask(import_, reading)
            outcomes.describe(import_, reading, _rehearsed(import_, reading) if reading.is_complete else None)
            import_.save()
    return import_


def ask(import_: Import, reading: Reading) -> None:
    """Whose a file is that does not say it; of an open question, whether another comes next."""
    if reading.is_complete and import_.created_by_id is None:
        whose.ask(import_, reading)
    if not (reading.is_complete or reading.refused):
        reading.plan["question"]["role_next"] = roles.is_asked_next(reading, import_.brand, Options(**import_.options))


def show_anew(import_: Import, reading: Reading) -> Import:
    """Put a preview that is true now in the place of the one that no longer is."""
    reading.warn("Something has changed since this was shown: look at it again before you write it.")
    with transaction.atomic():
        import_ = locked(import_, Status.PREVIEWED)
        import_.status = Status.READING
        import_.save(update_fields=["status"])
        return show(import_, reading)


def _rehearsed(import_: Import, reading: Reading) -> outcomes.Counts | None:
    """Everything compared as if the accounts were there; none is left behind."""
    with rehearsal():
        return foretell(import_, reading, statements.of_file(import_, reading))


def foretell(import_: Import, reading: Reading, stated: statements.Stated) -> outcomes.Counts | None:
    """What writing it would do now; None where what is stored asks something."""
    if not reading.is_complete:
        return None
    results = metrics.compare_all(stated.statements, collected_at=stated.collected_at, imported_in=import_)
    return statements.counts(import_, reading, stated, results)


def locked_as_it_is(import_: Import) -> Import:
    return Import.objects.select_for_update(of=("self",), no_key=True).select_related("client", "brand").get(pk=import_.pk)


def locked(import_: Import, *states: str) -> Import:
    locked = Import.objects.select_for_update(of=("self",), no_key=True).select_related("client", "brand", "job").get(pk=import_.pk)
    if locked.status not in states:
        raise NotNow(MOVED_ON)
    return locked
