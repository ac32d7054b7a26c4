"""What is done with an applied import: its months in doubt are counted as silent, or all it wrote is taken back."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from smmstrategy.clients.models import User
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics import actions as metrics
from smmstrategy.metrics.imports import outcomes, queries
from smmstrategy.metrics.imports.actions import silence, tracking
from smmstrategy.metrics.imports.actions.importing import MOVED_ON, NotNow, locked
from smmstrategy.metrics.imports.actions.writing import trace
from smmstrategy.metrics.models import Import


def count_as_silent(import_: Import, *, shown: Collection[str], by: User | None) -> None:
    """Take the word of a person to whom these months in doubt of an applied import were shown that nothing was posted in them.

    Each is said by its account and its first day, «network:handle 2026-07-01»; the word holds until the import is undone.
    """
    with transaction.atomic():
        import_ = locked(import_, Import.Status.APPLIED)
        tracking.take_turns(import_)
        kept = silence.keep(import_, shown)
        if not kept:
            raise NotNow(MOVED_ON)
        outcomes.describe_silent(import_, kept)
        import_.save(update_fields=["summary"])
        ledger.record(Verb.CHANGED, import_, by=by, client=import_.client, after={"silent": kept})


def undo(import_: Import, *, by: User | None) -> Import:
    """Take back what the import wrote and put what was there before in its place.

    Accounts it made go with it when nothing else speaks of them; its brand stays, because a person named it.
    """
    with transaction.atomic():
        import_ = locked(import_, Import.Status.APPLIED)
        tracking.take_turns(import_)
        kept = metrics.retract(import_).kept
        gone = tracking.forget(import_)
        before = trace(import_)
        outcomes.describe_undone(import_, kept=kept.total(), kept_by=_kept_by(kept))
        import_.save(update_fields=["status", "undone_at", "summary"])
        say_so = queries.same_file(import_).filter(summary__warnings__contains=[{"text": outcomes.READ_OTHERWISE}])
        for other in say_so.select_for_update(no_key=True, skip_locked=True):
            outcomes.forget(other, import_.pk)
            other.save(update_fields=["summary"])
        tracking.record_gone(gone, by=by, client=import_.client)
        ledger.record(Verb.UNDONE, import_, by=by, client=import_.client, before=before)
    return import_


def _kept_by(imports: Iterable[int]) -> list[dict[str, Any]]:
    return list(Import.objects.filter(pk__in=imports).order_by("pk").values("pk", "file_name"))
