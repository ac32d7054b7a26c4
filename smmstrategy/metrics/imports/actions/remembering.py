"""What a person has said of the columns of a file, kept for later files with an entry in the ledger."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from smmstrategy.clients.models import User
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports.reading import remembered
from smmstrategy.metrics.models import ColumnMapping, Import


def remember_columns(import_: Import, answers: Mapping[str, Mapping[str, Any]], *, by: User | None) -> None:
    """What was said of the columns of its tables, by signature, for later files of the accounts each was taken for.

    Only what was not yet remembered so: a look at an old import takes no place of what was said since. From here on nobody else
    writes in the ledger.
    """
    before = import_.remembered
    given: dict[str, list[tuple[Mapping[str, Any], list[str]]]] = defaultdict(list)
    for table in import_.summary.get("tables", []):
        answer = answers.get(table["signature"]) or answers.get(table["of_header"], {})
        given[table["of_header"]].append((answer, table.get("accounts", [])))
    for signature, of_tables in given.items():
        if any(answer for answer, _accounts in of_tables) and _digest(of_tables) != before.get(signature):
            _remember(import_, signature, of_tables, by=by)
    after = {signature: _digest(of_tables) for signature, of_tables in given.items() if any(answer for answer, _all in of_tables)}
    if after != before:
        import_.remembered = after
        import_.save(update_fields=["remembered"])


def _remember(import_: Import, signature: str, given: Sequence[tuple[Mapping[str, Any], list[str]]], *, by: User | None) -> None:
    header = {"client": import_.client, "signature": signature}
    before = ColumnMapping.objects.filter(**header).values("mapping").first()
    mapping = remembered.beside(before["mapping"] if before else {}, given)
    row, is_new = ColumnMapping.objects.update_or_create(**header, defaults={"mapping": mapping, "created_by": by})
    if before != {"mapping": mapping}:
        after = {"mapping": mapping, "file": import_.file_name}
        verb = Verb.CREATED if is_new else Verb.CHANGED
        ledger.record(verb, row, by=by, client=import_.client, before=before, after=after)


def _digest(given: Sequence[tuple[Mapping[str, Any], list[str]]]) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
