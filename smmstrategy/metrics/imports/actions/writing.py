"""What a file says is written: as it was shown, or at once where nobody looks at it first."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from smmstrategy.clients.models import User
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics import actions as metrics
from smmstrategy.metrics.imports import outcomes, queries
from smmstrategy.metrics.imports.actions import statements, tracking
from smmstrategy.metrics.imports.actions.importing import (
    NotNow,
    ask,
    dismissed,
    foretell,
    locked,
    locked_as_it_is,
    record_dismissed,
)
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.models import Import, Source

Status = Import.Status
NOT_AS_PREVIEWED = gettext_noop("The file can no longer be read as it was previewed. Upload it again.")


@dataclass(frozen=True, slots=True)
class Written:
    """An import as it was written, still to be recorded: with the accounts it speaks of, and those whose questions it settled."""

    import_: Import
    accounts: tracking.Accounts
    settled: list[Import]


def enter(import_: Import, reading: Reading) -> tuple[Import, Written | None]:
    """`show`, and where nothing is asked write at once: nobody looks at it in between. `record_written` does the last of it."""
    with transaction.atomic():
        import_ = locked(import_, Status.READING)
        ask(import_, reading)
        with transaction.atomic():
            stated = statements.of_file(import_, reading) if reading.is_complete else None
            transaction.set_rollback(not reading.is_complete)
        if stated and reading.is_complete:
            return import_, _write(import_, reading, stated)
        outcomes.describe(import_, reading, None)
        import_.save()
    return import_, None


def write(import_: Import, reading: Reading, *, by: User | None) -> Import:
    """Record everything the file says, or nothing; in the caller's scope. An import written already stays as it is.

    What was asked when the same file was brought before needs no answer any more, unless somebody is at it this moment.
    """
    with transaction.atomic():
        import_ = locked(import_, Status.PREVIEWED, Status.APPLIED)
        if import_.status == Status.APPLIED:
            return import_
        if not reading.is_complete:
            raise NotNow(NOT_AS_PREVIEWED)
        stated = statements.of_file(import_, reading)
        if not reading.is_complete:
            raise NotNow(NOT_AS_PREVIEWED)
        record_written(_write(import_, reading, stated), by=by)
    return import_


def write_as_shown(import_: Import, reading: Reading, *, by: User | None) -> Import | None:
    """`write`, or nothing where that would no longer do what the preview says.

    Another import may have brought some of it meanwhile. In the caller's transaction; until it ends no other import of the client
    is applied or undone.
    """
    shown = locked_as_it_is(import_)
    tracking.take_turns(shown)
    if shown.status != Status.PREVIEWED or reading.refused:
        return write(shown, reading, by=by)  # nothing is promised, or `write` says what is wrong
    if not reading.is_complete:
        return None
    with transaction.atomic():
        stated = statements.of_file(shown, reading)
        foretold = foretell(shown, reading, stated)
        is_as_shown = foretold is not None and foretold.digest == shown.summary.get("digest")
        transaction.set_rollback(not is_as_shown)
    if not is_as_shown:
        return None
    record_written(_write(shown, reading, stated), by=by)
    return shown


def _write(import_: Import, reading: Reading, stated: statements.Stated) -> Written:
    origin = {"source": Source.IMPORT, "collected_at": stated.collected_at, "imported_in": import_}
    results = metrics.record_all(stated.statements, **origin)
    outcomes.describe(import_, reading, statements.counts(import_, reading, stated, results))
    import_.status, import_.applied_at = Status.APPLIED, datetime.now(UTC)
    import_.save()
    settled = dismissed(queries.questions_settled_by(import_).select_for_update(no_key=True, skip_locked=True))
    return Written(import_, stated.accounts, settled)


def record_written(written: Written, *, by: User | None) -> None:
    """From here on nobody else writes in the client's ledger."""
    import_, client = written.import_, written.import_.client
    tracking.record(written.accounts, by=by, client=client)
    ledger.record(Verb.APPLIED, import_, by=by, client=client, after=trace(import_))
    record_dismissed(written.settled, by=by, client=client)


def trace(import_: Import) -> dict[str, Any]:
    counts = {name: import_.summary.get(name) for name in ("rows", "new", "changed", "unchanged", "gone")}
    of_file = {"file": import_.file_name, "sha256": import_.sha256, "kind": import_.kind}
    return {**of_file, "rejected": len(import_.rejected), **counts, **_silent(import_)}


def _silent(import_: Import) -> dict[str, Any]:
    """By account the months of which a person has said that they were silent, if any."""
    accounts = import_.summary.get("accounts", [])
    months = {f"{one['network']}:{one['handle']}": silent for one in accounts if (silent := one.get("silent_as_said"))}
    return {"silent": months} if months else {}
