"""Where the links of a table's posts lead, and which of them are each of one post."""

from collections import defaultdict
from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.cells.dates import Moment
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.imports.reading.tables.marks import HYPERLINK

TOO_MANY = 3
SAMPLE = 20
NAMES = {"permalink": POST["permalink"]}


def of_rows(columns: Columns) -> list[str]:
    """The address in each row: what its cell shows if that is a post's, else where it leads."""
    return [_address(cell) for cell in columns.text("permalink")]


def _address(cell: str) -> str:
    return links.lower_scheme(str(cell) if links.post(cell) else HYPERLINK.sub(r"\1", address_of(cell)))


def networks_of_posts(table: Table) -> set[str]:
    """The networks to whose posts the links of a table lead, those under the name of links before any others."""
    named = headers.columns(table.header, NAMES).get("permalink")
    positions = sorted(range(len(table.header)), key=lambda position: position != named)
    return next(filter(None, (_networks(table, position) for position in positions)), set())


def _networks(table: Table, position: int) -> set[str]:
    """Nothing for a column where most of the first rows have no link to a post: others may stand in it now and then."""
    cells = [cell_at(cells, position) for _number, cells in table.rows]
    if sum(links.post(_address(cell)) is not None for cell in cells[:SAMPLE]) * 2 <= len(cells[:SAMPLE]):
        return set()
    return {link.network for cell in cells if (link := links.post(_address(cell)))}


def of_one_post(addresses: Sequence[str], columns: Columns, moments: Sequence[Moment | None]) -> list[str]:
    """The addresses that lead to one post each, empty for the others: words, pages, and what rows of different posts share."""
    days, words = defaultdict(set), defaultdict(set)
    for address, moment, *said in zip(addresses, moments, columns.text("text"), columns.text("title"), strict=True):
        days[address].add(moment and moment.day)
        words[address].add(tuple(said))
    return [_kept(address, len(days[address]), len(words[address])) for address in addresses]


def _kept(address: str, days: int, words: int) -> str:
    """A network's own number of a post stands unless its rows say too many different things for corrections of one."""
    if links.post(address):
        return address if min(days, words) < TOO_MANY else ""
    return address if pages.is_of_one_thing(address) and days == words == 1 else ""
