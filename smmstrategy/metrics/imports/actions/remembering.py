"""What a person has said of the columns of a file, kept for later files with an entry in the ledger."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smmstrategy.clients.models import User
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports.actions import tracking
from smmstrategy.metrics.imports.reading.answers import remembered
from smmstrategy.metrics.models import ColumnMapping, Import

Answers = Mapping[str, Mapping[str, Any]]  # by the signature of a table


@dataclass(frozen=True, slots=True)
class Remembered:
    """What columns mean from now on, and what was kept of them before, if anything; still to be recorded."""

    row: ColumnMapping
    before: dict[str, Any] | None


def remember_columns(import_: Import, *, answers: Answers, by: User | None) -> None:
    """Keep what was said of columns, and record it."""
    record_columns(import_, kept=keep_columns(import_, answers=answers, by=by), by=by)


def keep_columns(import_: Import, *, answers: Answers, by: User | None) -> list[Remembered]:
    """What was said of the columns of its tables, by signature, for later files of the accounts each was taken for.

    Only what was not yet remembered so: a look at an old import takes no place of what was said since. Whoever has more to do
    has `record_columns` do the last of it.
    """
    given: dict[str, list[tuple[Mapping[str, Any], list[str]]]] = defaultdict(list)
    for table in import_.summary.get("tables", []):
        answer = answers.get(table["signature"]) or answers.get(table["of_header"], {})
        given[table["of_header"]].append((answer, table.get("accounts", [])))
    said = {signature: tables for signature, tables in given.items() if any(answer for answer, _accounts in tables)}
    if not (said or import_.remembered):
        return []
    before = Import.objects.select_for_update(no_key=True).values_list("remembered", flat=True).get(pk=import_.pk)
    tracking.take_turns(import_)  # of two imports with the same tables the second waits for the first
    after = {signature: _digest(of_tables) for signature, of_tables in said.items()}
    kept = [_kept(import_, signature, said[signature], by) for signature in after if after[signature] != before.get(signature)]
    if after != before:
        import_.remembered = after
        import_.save(update_fields=["remembered"])
    return [one for one in kept if one.before != {"mapping": one.row.mapping}]


def record_columns(import_: Import, *, kept: Sequence[Remembered], by: User | None) -> None:
    """From here on nobody else writes in the client's ledger."""
    for one in kept:
        after = {"mapping": one.row.mapping, "file": import_.file_name}
        verb = Verb.CHANGED if one.before else Verb.CREATED
        ledger.record(verb, one.row, by=by, client=import_.client, before=one.before, after=after)


def _kept(import_: Import, signature: str, given: Sequence[tuple[Mapping[str, Any], list[str]]], by: User | None) -> Remembered:
    header = {"client": import_.client, "signature": signature}
    before = ColumnMapping.objects.select_for_update(no_key=True).filter(**header).values("mapping").first()
    mapping = remembered.merged(before["mapping"] if before else {}, given)
    row, _is_new = ColumnMapping.objects.update_or_create(**header, defaults={"mapping": mapping, "created_by": by})
    return Remembered(row, before)


def _digest(given: Sequence[tuple[Mapping[str, Any], list[str]]]) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
