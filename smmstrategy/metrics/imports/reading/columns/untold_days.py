"""Columns of days or whole months, called by no name of days, but for which rows of a table are alike."""

from collections.abc import Mapping
from contextlib import suppress

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.columns import held, told_apart
from smmstrategy.metrics.imports.reading.tables.layout import Table


def position(table: Table, columns: Mapping[str, int]) -> int | None:
    """The first of which nothing is taken in a table without days; without it figures of many days would be added up."""
    if {"day", "nth_day"} & columns.keys():
        return None
    alike = [at for field, at in columns.items() if field.partition("*")[0] not in METRICS]
    others = (at for at, name in enumerate(table.names) if name and at not in columns.values())
    return next((at for at in others if _are_of_days(table, at) and told_apart.are_by(table, at, alike)), None)


def _are_of_days(table: Table, at: int) -> bool:
    texts = held.texts(table, at)
    return dates.are_days(texts) or (bool(texts) and all(map(_is_month, texts)))


def _is_month(text: str) -> bool:
    with suppress(dates.NotADate):
        moment = dates.parse(text, dates.Order())
        return moment is not None and moment.is_month
    return False
