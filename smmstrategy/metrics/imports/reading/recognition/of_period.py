"""Figures of accounts in a table without days, a row for each network or one for all: those of the period that its name says."""

from dataclasses import replace

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells.networks import called
from smmstrategy.metrics.imports.reading.columns import figures, headers, held, networks
from smmstrategy.metrics.imports.reading.kinds import days
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.tables.layout import Table

KIND = replace(kinds.BY_CODE["days"], may_be_posts=False)


def kind(table: Table) -> Kind | None:
    """That of any account's days, where all other columns are of numbers; posts have nothing of what accounts alone have."""
    fields = headers.columns(table.header, days.OF_ACCOUNTS)
    of_accounts = fields.keys() & METRICS.keys()
    is_of_accounts = bool(of_accounts) if table.is_turned else bool(days.of_accounts_alone(table)) and len(of_accounts) > 1
    others = fields.keys() - of_accounts - {networks.FIELD}
    unknown = [n for n in range(len(table.header)) if n not in fields.values() and held.texts(table, n)]
    are_numbers = table.is_turned or all(figures.are_held(table, n) or figures.are_percent(table, n) for n in unknown)
    return KIND if is_of_accounts and not others and are_numbers and _has_one_row_each(table, fields.get(networks.FIELD)) else None


def _has_one_row_each(table: Table, position: int | None) -> bool:
    if position is None:
        return len(table.rows) == 1
    words = [called(text) for text in held.texts(table, position)]
    return all(words) and len({*words}) == len(table.rows)
