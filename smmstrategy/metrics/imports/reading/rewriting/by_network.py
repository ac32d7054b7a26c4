"""A table with columns of several networks, «VK подписчики» beside «ТГ подписчики»: as one of each."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.cells.networks import called
from smmstrategy.metrics.imports.reading.columns import accounts, figures, held, networks
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.fields import addressed
from smmstrategy.metrics.imports.reading.kinds.network_columns import (
    NetworkColumn,
    columns,
    fields_of,
    is_bare,
    is_of_site,
    network_column,
    network_columns,
)
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

SAYS_NONE = say("The row has no figure of any network.")
COLUMN = "Соцсеть"  # of the network, in tables that have none
LINK, ACCOUNT = "Ссылка", "Аккаунт"  # of pages and of accounts, where only their network names the column
ORIGIN = re.compile(r".*\W(?:из|с|со|от|через|from|via)", re.IGNORECASE)  # «Переходы из ВК» are of a site


class OfNetworks(NamedTuple):
    """What a header says of networks."""

    columns: dict[int, NetworkColumn]  # by position those that name a network whose figures are there
    networks: list[str]  # of which there are figures
    known: set[str]  # of these the ones of which it has figures that somebody knows
    bare: list[int]  # the columns of figures that name no network


def tables(table: Table, context: Context) -> list[Table]:
    """The table as it is, or one of each network its figures name, with a column that says which.

    Figures that name none are of all together beside those of several networks. Beside those of one alone the table stays whole:
    they may be of another account, unless a person or the sheet names this network.
    """
    found = _of_networks(table, context)
    if not found.networks or _says_networks(table) or (context.network == SITE and not _are_of_site(found.columns.values())):
        return [table]
    if len(found.networks) > 1 or not found.bare:
        return _parts(table, found)
    is_named = found.networks[0] == (called(table.name) or context.network)
    return [_of_account(table, found.columns, found.bare)] if is_named else [table]


def _of_networks(table: Table, context: Context) -> OfNetworks:
    bare = [n for n, name in enumerate(table.header) if not network_column(name) and is_bare(name)]
    known = {column.network for column in columns(table.header).values() if column.metrics}
    unknown = _unknown_figures(table, known) if context.network != SITE and (len(known) > 1 or not bare) else []
    there = columns(table.header, unknown)
    networks_of_figures = dict.fromkeys(column.network for n, column in there.items() if column.metrics or n in unknown)
    return OfNetworks(there, list(networks_of_figures), known, bare)


def _parts(table: Table, found: OfNetworks) -> list[Table]:
    """A table of each network; beside figures that somebody knows those of which all are unknown are aside."""
    first = found.networks[0]
    parts = {name: _of(name, table, found.columns, found.bare, is_first=name == first) for name in found.networks}
    aside = set(parts) - found.known if found.known else set()
    return [replace(part, is_aside=True) if name in aside else part for name, part in parts.items()]


def _unknown_figures(table: Table, known: set[str]) -> list[int]:
    """The columns of figures that nobody knows, beside those of other networks: such a table can be explained in parts alone."""
    unread = {position: column for position, column in network_columns(table.header).items() if not column.fields}
    unknown = {n: column for n, column in unread.items() if _may_be_figure(column) and figures.are_held(table, n)}
    is_sure = bool(known) or any(column.is_sure for column in unknown.values())
    return list(unknown) if is_sure and len(known | {column.network for column in unknown.values()}) > 1 else []


def _may_be_figure(column: NetworkColumn) -> bool:
    """Of an account, not of a site or a page by where its visitors came from, which a host says."""
    return not is_of_site(column.rest) and not ORIGIN.fullmatch(column.rest) and "." not in column.word


def warn(table: Table, parts: Sequence[Table], draft: Draft) -> None:
    """Say that its rows count several times, and which of its columns none of its parts has."""
    if len(parts) > 1:
        draft.warn(
            "A table has columns of several networks: a row counts once for each network that it has figures of (rows of the "
            "table: {rows}, counted: {count}).",
            rows=_size([table]),
            count=_size(parts),
        )
    draft.warn_of(
        _unused(table, parts),
        "A column was not used, because it may be of several networks together: {columns}.",
        "Columns were not used, because they may be of several networks together: {columns}.",
    )


def _size(parts: Sequence[Table]) -> int:
    """How many rows they have, those that are skipped too."""
    return sum(len(part.rows) + len(part.skipped) for part in parts)


def _unused(table: Table, parts: Sequence[Table]) -> list[str]:
    """The columns that none of the parts of a table has, since they may be of all its networks together."""
    names = [name for name, known in zip(table.names, table.header, strict=True) if is_bare(known)]
    return [name for name in names if all(name not in part.names for part in parts)]


def _are_of_site(of_networks: Iterable[NetworkColumn]) -> bool:
    """Figures of a site by where its visitors came from."""
    return all(is_of_site(column.rest) for column in of_networks if column.metrics)


def _says_networks(table: Table) -> bool:
    return networks.column(table, addressed(table.header)) is not None


def _of_account(table: Table, of_networks: Mapping[int, NetworkColumn], bare: Collection[int]) -> Table:
    """The table of one network: what names none is of its account, too, unless a column that names it says the same."""
    own = frozenset().union(*(column.metrics for column in of_networks.values()))
    kept = [n for n in range(len(table.header)) if n not in bare or not fields_of(table.header[n]) & own]
    header = [_called(table, n, of_networks[n]) if n in of_networks else table.header[n] for n in kept]
    rows = [(number, [cell_at(cells, position) for position in kept]) for number, cells in table.rows]
    return replace(table, header=header, rows=rows, in_file=[table.names[position] for position in kept])


def _of(network: str, table: Table, of_networks: Mapping[int, NetworkColumn], bare: Collection[int], *, is_first: bool) -> Table:
    own = {position: column for position, column in of_networks.items() if column.network == network}
    common = {n for n, name in enumerate(table.header) if any(fields_of(name) & column.fields for column in own.values())}
    others = {*of_networks, *bare, *common, *networks.called_surely(table.header)} - own.keys()
    kept = [position for position in range(len(table.header)) if position not in others]
    first, column = max(own.items(), key=lambda item: bool(item[1].metrics))
    rows = [
        (number, [*(cell_at(cells, position) for position in kept), column.word])
        for number, cells in table.rows
        if _says_any(cells, own)
    ]
    empty = [(number, SAYS_NONE) for number, cells in table.rows if not _says_any(cells, of_networks)]
    return replace(
        table,
        header=[*(_called(table, n, own[n]) if n in own else table.header[n] for n in kept), COLUMN],
        in_file=[table.names[position] for position in kept],
        rows=rows,
        skipped=table.skipped + empty if is_first else [],
        begins_at=marks.letters(table.first_column + first),
        part=column.word + ("*" if f"{column.word}*" in table.names[first] else ""),
    )


def _called(table: Table, position: int, column: NetworkColumn) -> str:
    """What it is called without its network; one that is called by its network alone may be one of links or of accounts."""
    if column.rest != column.word:
        return column.rest
    is_of_accounts = accounts.are_handles(table, position, column.network)
    return LINK if accounts.are_pages(table, position) else ACCOUNT if is_of_accounts else column.rest


def _says_any(cells: Sequence[str], positions: Iterable[int]) -> bool:
    return any(held.at(cells, position) for position in positions)
