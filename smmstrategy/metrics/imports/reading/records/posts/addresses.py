"""Where the links of a table's posts lead, and which of them are each of one post."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.cells.dates import Moment
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.kinds.posts import GENERIC
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.grids import address_of, cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.tables.marks import HYPERLINK

Linking = tuple[str, Link | None]  # an address, and the post it leads to
TOO_MANY = 3
SAMPLE = 20
NEARLY_ALL = Fraction(3, 4)
HEADERS = {"permalink": POST["permalink"]}
OF_SEVERAL = say("The row has links to several posts, and its figures may be of all of them together.")


def of_rows(columns: Columns) -> list[str]:
    """The address in each row: what its cell shows if that is a post's, else where it leads."""
    return [_address(cell) for cell in columns.text("permalink")]


def _address(cell: str) -> str:
    return links.lower_scheme(str(cell) if links.post(cell) else HYPERLINK.sub(r"\1", address_of(cell)))


def networks_of_posts(table: Table) -> set[str]:
    """The network to whose posts nearly all of a table's links lead, or all of theirs where none has that many."""
    return _most(_links(table))


def skip_strays(table: Table, network: str) -> None:
    """In a table of one network skip the rows whose links lead to another, where there are links to its own."""
    linkings = _links(table) if network else []
    if not any(link and link.network == network for _address, link in linkings):
        return
    pairs = zip(table.rows, linkings, strict=True)
    strays = {number: address for (number, _cells), (address, link) in pairs if link and link.network != network}
    table.skipped += [(number, _leads_elsewhere(address)) for number, address in strays.items()]
    table.rows = [row for row in table.rows if row[0] not in strays]


def skip_several(table: Table, columns: Mapping[str, int]) -> None:
    """Skip the rows with links to several posts in one cell."""
    position = columns.get("permalink")
    rows = table.rows if position is not None else []
    several = {n for n, cells in rows if len({link.spelling for link in links.posts(cell_at(cells, position))}) > 1}
    table.skipped += [(number, OF_SEVERAL) for number, _cells in table.rows if number in several]
    table.rows = [row for row in table.rows if row[0] not in several]


def of_several(table: Table) -> list[int]:
    """The rows skipped that may be about any of the posts they have links to."""
    return [number for number, reason in table.skipped if reason == OF_SEVERAL]


def warn_of_several(table: Table, likely: Kind | None, kind: Kind | None, draft: Draft) -> None:
    """Say that a table is not of the `likely` kind its columns make it, because its links lead to several networks."""
    if likely is None or kind is None or likely is kind:
        return
    counts = _counts(_links(table))
    if likely.network in counts and len(counts) > 1:
        draft.warn(
            "The links of the table lead to several networks ({networks}): it was read as «{kind}». "
            "If it is of one network, name its kind: «{likely}» (--kind {code}).",
            networks=first_of([f"{network}: {count}" for network, count in counts.most_common()]),
            kind=kind.name,
            likely=likely.name,
            code=likely.code,
        )


def _counts(linkings: list[Linking]) -> Counter[str]:
    return Counter(link.network for _address, link in linkings if link)


def _most(linkings: list[Linking]) -> set[str]:
    counts = _counts(linkings)
    return {network for network, count in counts.items() if count >= counts.total() * NEARLY_ALL} or {*counts}


def _leads_elsewhere(address: str) -> Message:
    return say(
        "The link leads to another network than the table is of: «{value}». "
        "If the table is of several networks, name its kind: «{kind}» (--kind posts).",
        value=address,
        kind=GENERIC[0].name,
    )


def _links(table: Table) -> list[Linking]:
    """What each row has in the column of links, the one of that name before any others; nothing where there is no such column."""
    position_named = headers.columns(table.header, HEADERS).get("permalink")
    positions = sorted(range(len(table.header)), key=lambda position: position != position_named)
    return next(filter(None, (_links_in(table, position) for position in positions)), [])


def _links_in(table: Table, position: int) -> list[Linking]:
    """Nothing for a column where most of the first rows have no link to a post: others may stand in it now and then."""
    first = [_link_in(cells, position) for _number, cells in table.rows[:SAMPLE]]
    if sum(link is not None for _address, link in first) * 2 <= len(first):
        return []
    return [_link_in(cells, position) for _number, cells in table.rows]


def _link_in(cells: Sequence[str], position: int) -> Linking:
    address = _address(cell_at(cells, position))
    return address, links.post(address)


def of_one_post(addresses: Sequence[str], columns: Columns, moments: Sequence[Moment | None]) -> list[str]:
    """The addresses that lead to one post each, empty for the others: words, pages, and what rows of different posts share."""
    days, words = defaultdict(set), defaultdict(set)
    for address, moment, *words_of_row in zip(addresses, moments, columns.text("text"), columns.text("title"), strict=True):
        days[address].add(moment and moment.day)
        words[address].add(tuple(words_of_row))
    return [_kept(address, len(days[address]), len(words[address])) for address in addresses]


def _kept(address: str, days: int, words: int) -> str:
    """A network's own number of a post stands unless its rows say too many different things for corrections of one."""
    if links.post(address):
        return address if min(days, words) < TOO_MANY else ""
    return address if pages.is_of_one_thing(address) and days == words == 1 else ""
