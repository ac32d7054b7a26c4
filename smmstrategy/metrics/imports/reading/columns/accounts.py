"""Which column of a table says whose each row is, by addresses or by names."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from smmstrategy.metrics.imports.reading.cells import links, names, pages
from smmstrategy.metrics.imports.reading.columns import figures, headers, held
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.tables.grids import address_of, cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import accounts as vocabulary

ADDRESS, ACCOUNT, NAME, TITLE = "account_url", "account", "account_name", "title"


class Heading(StrEnum):
    """What stands under a heading that may say whose rows are."""

    COMPETITORS = "competitors"  # by their names; none of them is the brand
    BLOGGERS = "bloggers"  # by their names or accounts; none of them is the brand
    BRANDS = "brands"  # by their names: several accounts, one's own among them, or what the rows of one are about
    PAGES = "pages"  # by their names
    ACCOUNTS = "accounts"
    AUTHORS = "authors"  # the accounts of whoever wrote a post, which may be others than the page it stands on
    WRITERS = "writers"  # these, or people who write for one page
    ORIGINS = "origins"  # accounts, or the ways readers came


HEADINGS = {
    Heading.COMPETITORS: vocabulary.COMPETITORS,
    Heading.BLOGGERS: vocabulary.BLOGGERS,
    Heading.BRANDS: vocabulary.BRANDS,
    Heading.PAGES: vocabulary.PAGES,
    Heading.AUTHORS: vocabulary.AUTHORS,
    Heading.WRITERS: vocabulary.WRITERS,
    Heading.ORIGINS: vocabulary.ORIGIN,
}
IF_ACCOUNTS = {Heading.WRITERS: Heading.AUTHORS, Heading.ORIGINS: Heading.ACCOUNTS}
OF_OTHERS = frozenset({Heading.COMPETITORS, Heading.BLOGGERS})  # than the brand
OF_NAMES = OF_OTHERS | {Heading.BRANDS, Heading.PAGES}  # an address says more
MAY_BE_OTHERS = frozenset({Heading.WRITERS, Heading.ORIGINS})  # than accounts, whatever these are called
HANDLE = re.compile(r"[a-z][\w.-]+", re.IGNORECASE | re.ASCII)
ROWS_OF_A_NAME = 3  # on the average, in one network


def named(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields without a column of names that holds figures, and with the one of others beside that of their accounts."""
    position = fields.get(ACCOUNT)
    if position in under(table.header, vocabulary.NAMES) and figures.are_held(table, position):
        return {name: at for name, at in fields.items() if name != ACCOUNT}
    beside = [
        at
        for at in under(table.header, "|".join(HEADINGS[one] for one in Heading if one in OF_OTHERS))
        if at not in fields.values() and not figures.are_held(table, at) and not are_pages(table, at)
    ]
    return {**fields} | ({NAME: beside[0]} if beside and position is not None else {})


def with_pages(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with the only column of pages behind names, under any heading; brands may have advertised."""
    account = fields.get(ACCOUNT)
    if account is None or ADDRESS in fields or heading(table.header[account]) not in OF_OTHERS | {Heading.PAGES}:
        return {**fields}
    maybe = [] if _pages(table, account) else range(len(table.header))
    there = [at for at in maybe if at not in fields.values() and are_pages(table, at)]
    return {**fields} | ({ADDRESS: there[0]} if len(there) == 1 else {})


def heading(header: str, *, are_accounts: bool = False) -> Heading:
    """What stands under it; `are_accounts` where a person or the kind of the table says that these are accounts."""
    found = next((one for one, headings in HEADINGS.items() if under([header], headings)), Heading.ACCOUNTS)
    return IF_ACCOUNTS.get(found, found) if are_accounts else found


def settled(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with the account where its addresses are, beside its name; those of sites say nothing of whose a row is.

    An address says more than a name. A column of networks may hold addresses too.
    """
    others = {name: position for name, position in fields.items() if name != ADDRESS}
    at_address = [position for name in (ADDRESS, FIELD) if (position := fields.get(name)) is not None and _pages(table, position)]
    if not at_address or (ADDRESS not in fields and ACCOUNT in fields):
        return others
    is_name = fields.get(ACCOUNT) in under(table.header, vocabulary.NAMES)
    return others | {ACCOUNT: at_address[0]} | ({NAME: fields[ACCOUNT]} if is_name else {})


def with_names(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with the column that names the pages of the addresses, or of the posts, in another: under any heading of names."""
    address = _address(fields)
    if NAME in fields or address is None or not _pages(table, address):
        return {**fields}
    are_posts = not {ACCOUNT, ADDRESS} & fields.keys()
    name = next((at for at in _maybe_names(fields, table) if _is_of_names(table, at, address, are_posts=are_posts)), None)
    return {**fields} | ({} if name is None else {ACCOUNT if are_posts else NAME: name})


def shared_names(fields: Mapping[str, int], table: Table) -> dict[str, set[str]]:
    """By the header of a column not taken the names that stand beside several pages, where each page has but one."""
    address, shared = _address(fields), {}
    for position in _maybe_names(fields, table) if NAME not in fields and address is not None else ():
        pairs, spelt = (
            _pairs(table, position, address),
            {names.compared(word): names.cleaned(word) for word in held.texts(table, position)},
        )
        words = Counter((network, word) for (network, _handle), word in pairs)
        if len(words) < len(pairs) == len({page for page, _word in pairs}):
            shared[table.header[position]] = {spelt[word] for (_network, word), count in words.items() if count > 1}
    return shared


def _address(fields: Mapping[str, int]) -> int | None:
    return fields.get(ACCOUNT, fields.get(ADDRESS, fields.get("permalink")))


def _maybe_names(fields: Mapping[str, int], table: Table) -> list[int]:
    there = [at for at in under(table.header, vocabulary.MAY_NAME_PAGES) if at not in fields.values()]
    return [at for at in there if not figures.are_held(table, at) and not _pages(table, at)]


def _is_of_names(table: Table, position: int, address: int, *, are_posts: bool) -> bool:
    """Each of its words stands beside one page of a network, and each page beside one of the words; a single one may be what posts
    are about."""
    pairs = _pairs(table, position, address)
    words = {(network, word) for (network, _handle), word in pairs}
    return len(pairs) > are_posts and len(pairs) == len(words) == len({page for page, _word in pairs})


def _pairs(table: Table, position: int, address: int) -> set[tuple[tuple[str, str], str]]:
    """Which pages stand beside which words, as compared."""
    return {(page, names.compared(word)) for word, page in _beside(table, position, address) if page[1] and word}


def _beside(table: Table, position: int, address: int) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each cell with the page behind the address in its row."""
    for _number, cells in table.rows:
        where = address_of(held.at(cells, address))
        network = pages.network_of(where)
        yield names.cleaned(cell_at(cells, position)), (network, pages.handle_in(network, where) if network else "")


def in_doubt(table: Table, fields: Mapping[str, int]) -> int | None:
    """A column under another name in which the addresses of several accounts stand."""
    if ACCOUNT in fields:
        return None
    return next((n for n in range(len(table.header)) if n not in fields.values() and len(_pages(table, n)) > 1), None)


def titles_in_doubt(table: Table, fields: Mapping[str, int]) -> int | None:
    """A column that may hold titles or the names of pages: those of several come again and again in one network."""
    if ACCOUNT in fields or all_say_whose(table, fields.get("permalink")):
        return None
    taken = {at for name, at in fields.items() if name != TITLE}
    maybe = [position for position in under(table.header, vocabulary.MAY_BE_NAMES) if position not in taken]
    return next((position for position in maybe if _come_again(table, position, fields.get(FIELD))), None)


def _come_again(table: Table, position: int, network: int | None) -> bool:
    pairs = ((cell_at(cells, position), "" if network is None else cell_at(cells, network)) for _number, cells in table.rows)
    counts = Counter(pair for pair in pairs if pair[0])
    is_of_several = len({name for name, _network in counts}) > 1
    return is_of_several and not figures.are_held(table, position) and counts.total() >= len(counts) * ROWS_OF_A_NAME


def under(header: Sequence[str], headings: str) -> list[int]:
    """The columns under one of these headings."""
    known = headers.spread({ACCOUNT: headings})
    return [position for position, name in enumerate(header) if {headers.normalise(name), headers.plain(name)} & known.keys()]


def all_say_whose(table: Table, permalink: int | None) -> bool:
    """Every row has the address of a post that says whose it is."""
    if permalink is None:
        return False
    leads = [links.post(address) for address in held.addresses(table, permalink)]
    return len(leads) == len(table.rows) and all(link and link.handle for link in leads)


def are_pages(table: Table, position: int) -> bool:
    """Whatever stands there is the address of somebody's page, not of a post."""
    addresses = held.addresses(table, position)
    return bool(addresses) and all(map(pages.profile, addresses))


def are_handles(table: Table, position: int, network: str) -> bool:
    """Whatever stands there is a page of the network or may be a handle: an @handle, or of each of several rows one of its own."""
    cells = held.addresses(table, position)
    others = [cell for cell in cells if not ((pages.profile(cell) or [""])[0] == network or cell.startswith("@"))]
    are_own = len(cells) == len(set(cells)) > 1
    return bool(cells) and (not others or (are_own and all(map(HANDLE.fullmatch, others))))


def _pages(table: Table, position: int) -> set[tuple[str, str]]:
    """Whose the addresses in a column are."""
    leads = {(address, pages.network_of(address)) for address in held.addresses(table, position)}
    owners = {(network, pages.handle_in(network, address)) for address, network in leads if network}
    return {owner for owner in owners if owner[1]}
