"""Rows that say in a column which network they are of: those of which it cannot be told are skipped with the reason."""

from collections.abc import Mapping, Sequence

from smmstrategy.metrics.imports.reading.cells import networks, numbers
from smmstrategy.metrics.imports.reading.columns.networks import FIELD, of_addresses
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.records import totals
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

NAMES_NONE = say("The row names no network.")
NOTHING_ELSE = say("The row holds no figure.")


def skip(table: Table, fields: Mapping[str, int], network: str, network_named: str) -> None:
    """Skip the rows that name a network nobody knows here, another than their table or their link is of, or none.

    `network` is the one of the kind of the table, `network_named` of the account a person has named: a row that names none may be
    of it where no other row is of another.
    """
    if FIELD not in fields:
        return
    texts = {number: cell_at(cells, fields[FIELD]) for number, cells in table.rows}
    may_name_none = bool(network) or set(map(networks.called, texts.values())) - {""} == {network_named}
    refused: dict[int, Message] = {}
    for number, cells in table.rows:
        leads = of_addresses(cells, fields)
        if texts[number].casefold() not in numbers.ABSENT:
            reason = _refusal(texts[number], network, leads, table.header[fields[FIELD]])
        else:
            reason = None if may_name_none or leads else NOTHING_ELSE if _is_alone(cells) else NAMES_NONE
        refused |= {number: reason} if reason else {}
    table.skipped += refused.items()
    table.rows = [row for row in table.rows if row[0] not in refused]


def _is_alone(cells: Sequence[str]) -> bool:
    """A note is all there is."""
    texts = list(filter(None, cells))
    return len(texts) == 1 and not numbers.is_number(texts[0])


def words(table: Table, fields: Mapping[str, int]) -> dict[int, str]:
    """By row what its network is called there."""
    texts = {number: cell_at(cells, fields[FIELD]) for number, cells in table.rows} if FIELD in fields else {}
    return {number: networks.without_marks(text).strip() for number, text in texts.items()}


def of_any(table: Table) -> list[int]:
    """The rows skipped that may be of any of the networks named."""
    return [number for number, reason in table.skipped if reason == NAMES_NONE]


def _refusal(word: str, network: str, leads: set[str], column: str) -> Message | None:
    if reason := totals.reason_of(word) or (totals.TOTAL if totals.begins_as_total(word) else None):
        return reason
    if not (row_network := networks.called(word)):
        return say("«{value}» in the column «{column}» is no network that is known here.", value=word, column=column)
    if network not in ("", row_network):
        return say("The row is of another network than its table: «{value}».", value=word)
    if leads - {row_network}:
        return say("The row names one network, «{value}», and its link leads to another.", value=word)
    return None
