"""What names one page and what names another: spellings of a handle, a name and a number, the several authors of one export."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import page
from smmstrategy.metrics.imports.reading.kinds.kind import Kind

Owner = tuple[str, str]


def spelt_once(own: Iterable[Owner | None]) -> list[Owner | None]:
    """Each account as the first row that names it spells its handle."""
    first: dict[Owner, Owner] = {}
    return [owner and first.setdefault(page(*owner), owner) for owner in own]


def is_among(account: Owner, known: Mapping[str, Sequence[str]]) -> bool:
    """It is one of the handles `known` in its network."""
    return handles.key(*account) in {handles.key(account[0], handle) for handle in known.get(account[0], [])}


def is_another(owner: Owner, network: str, names: Sequence[str]) -> bool:
    """A handle of that network that is none of the `names` of the account named.

    A number or an identifier may be that of a page named otherwise, not of one known by another number, and a name that of one
    known by numbers alone; words may be anybody's.
    """
    if owner[0] != network:
        return False
    numbers = [handles.number(network, name) for name in names]
    if number := handles.number(*owner):
        return any(numbers) and number not in numbers
    return _is_handle(owner[1]) and not all(numbers)


def _is_handle(account: str) -> bool:
    return account.isascii() and " " not in account


def better_handle(network: str, account: str, in_address: str) -> str:
    """What the row calls its account, unless that is a name in words, or a bare number, and the address says the handle."""
    if in_address in (f"id{account}", f"profile{account}"):
        return in_address
    return (not _is_handle(account) and in_address) or pages.handle_in(network, account)[: handles.LONGEST] or in_address


def one_page(own: Sequence[Owner | None], accounts: Sequence[str], kind: Kind, context: Context) -> list[Owner | None]:
    """The posts of one page whose addresses name it now by its name, now by its number, under the name.

    One page's are those of an export of one, and those under a name and a number where a network's addresses have either and
    nothing says that they are two.
    """
    counts = Counter(owner for owner in own if owner)
    names = [owner for owner, _count in counts.most_common() if not handles.number(*owner)] or list(counts)
    if len(names) == 1 and kind.of_one_page:
        return names * len(own)
    may_be_one = len(names) == 1 and len(counts) == 2 and {network for network, _handle in counts} <= links.WHOSE.keys()
    if may_be_one and not _are_several(own, accounts, context):
        return [owner and names[0] for owner in own]
    return list(own)


def _are_several(own: Sequence[Owner | None], accounts: Sequence[str], context: Context) -> bool:
    """Rows call the pages differently, or the brand tracks each as an account of its own."""
    called = {account.casefold() for owner, account in zip(own, accounts, strict=True) if owner and account}
    tracked = {page(network, handle) for network, names in context.known.names.items() for handle in names.values()}
    return len(called) > 1 or {page(*owner) for owner in own if owner} <= tracked
