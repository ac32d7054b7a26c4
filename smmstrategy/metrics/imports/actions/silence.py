"""The word of a person that nothing was posted in months of an import that is applied."""

from collections.abc import Collection

from smmstrategy.metrics.imports import queries
from smmstrategy.metrics.models import Import


def keep(import_: Import, shown: Collection[str]) -> dict[str, list[str]]:
    """Of the months shown keep those that are still in doubt as silent with its numbers; by account the first days of those."""
    kept = {}
    for name, collection, months in queries.in_doubt(import_):
        if said := [month for month in months if f"{name} {month}" in shown]:
            collection.silent = sorted({*collection.silent, *said})
            collection.save(update_fields=["silent"])
            kept[name] = [month.isoformat() for month in said]
    return kept
