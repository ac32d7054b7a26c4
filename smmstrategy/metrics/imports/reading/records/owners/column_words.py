"""What a column calls the accounts of its rows: whether these are accounts, or the words of something else."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.networks import HOSTS, IN_TITLES

HANDLE = re.compile(r"@?\w[\w.-]*|-\d+", re.ASCII)  # or the number of a wall or chat


def are_accounts(network: str, words: Collection[str], context: Context, *, in_words: bool, of_networks: bool = False) -> bool:
    """All may be accounts, and one of them is: an address, an @handle, a number that is no mere figure, an account somebody knows.

    `in_words` where a person has said that they are accounts, whatever they look like, as whoever says which account one of them
    means has; `of_networks` where another column says the network of each.
    """
    told = {name for one, name, _handle in context.options.names_told if network in ("", one)}
    in_words = in_words or not told.isdisjoint(map(names.compared, words))
    of_somebody = known(network, words, context)
    may_be = [word for word in words if word in of_somebody or _is_account(word, in_words=in_words)]
    return len(may_be) == len(words) and bool(
        of_somebody or in_words or of_networks or any(is_plain(network, word) for word in words)
    )


def known(network: str, words: Collection[str], context: Context) -> list[str]:
    """Those by which somebody knows an account, or the brand."""
    there = _known(network, context)
    return [one for one in words if {handles.key(network, pages.handle_in(network, one)), names.compared(one)} & there]


def may_be_account(text: str) -> bool:
    """Somebody may call an account so; a network is none."""
    return _is_account(text, in_words=True)


def is_handle(text: str) -> bool:
    """An account may be called so in the address of its page."""
    return _is_account(text, in_words=False)


def of_pages(accounts: Sequence[str], leads: Sequence[Link | None]) -> list[str]:
    """The accounts without those that are no page: a network («ВКонтакте», vk.com), or the several authors of one page."""
    pages_linked = list(map(_page, leads))
    several = {page for page, words in _by_page(accounts, leads).items() if len(words) > 1}
    return [
        "" if page in several or _is_network(account) else account for page, account in zip(pages_linked, accounts, strict=True)
    ]


def are_several_of_a_page(words: Sequence[str], leads: Sequence[Link | None]) -> bool:
    """Beside the links of one page stand several of the words."""
    return any(len(beside.keys() - {""}) > 1 for beside in _by_page(words, leads).values())


def are_of_some_rows(words: Sequence[str], leads: Sequence[Link | None]) -> bool:
    """Beside some links of a page stands a word, and none beside others; above those of each of several it is of all."""
    by_page = _by_page(words, leads)
    mixed = [[*beside] for beside in by_page.values() if "" in beside and len(beside) > 1]
    return any(len(by_page) == 1 or not beside[0] for beside in mixed)


def _by_page(words: Sequence[str], leads: Sequence[Link | None]) -> dict[tuple[str, str], dict[str, None]]:
    """What stands beside the links of each page, as compared, each word once and in the order of the rows."""
    beside: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for word, page in zip(words, map(_page, leads), strict=True):
        if page:
            beside[page][names.compared(word)] = None
    return beside


def _page(link: Link | None) -> tuple[str, str] | None:
    return (link.network, link.handle) if link and link.handle else None


def _known(network: str, context: Context) -> set[str]:
    """The handles and names of the accounts that somebody has named, for this file or for the brand."""
    by_person = [*context.walls, *map(context.options.handle_named, context.options.accounts_named)]
    of_brand = [
        name for there in (context.known.own, context.known.names) for names_there in there.values() for name in names_there
    ]
    return {handles.key(network, name) for name in [*by_person, *of_brand, context.brand] if name}


def is_plain(network: str, account: str) -> bool:
    """It is an address, an @handle or a number beyond doubt."""
    networks = [network] if network else {*handles.SPELLINGS, *handles.NUMBERS}
    is_number = not account.isdigit() and any(handles.number(network, account) for network in networks)
    return account.startswith("@") or bool(pages.network_of(account)) or is_number


def is_page(text: str) -> bool:
    """It is the address of a page or an @handle."""
    return bool(pages.profile(text) or (text.startswith("@") and HANDLE.fullmatch(text)))


def _is_account(text: str, *, in_words: bool) -> bool:
    if _is_network(text):
        return False
    return bool(pages.handle_in("", text)) and (in_words or bool(pages.network_of(text) or HANDLE.fullmatch(text)))


def _is_network(account: str) -> bool:
    return account.casefold() in HOSTS or any(re.fullmatch(words, account, re.IGNORECASE) for words in IN_TITLES.values())
