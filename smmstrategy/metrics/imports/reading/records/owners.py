"""Whose account a row speaks of: what a person said, what the row says, what its link says, what is known of the brand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import first_of, say
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.networks import NAMES

Owner = tuple[str, str]
AT = re.compile(r"@\w[\w.-]*")


def of_table(kind: Kind, table: Table, called: Sequence[str], draft: Draft, context: Context, network: str = "") -> Owner | None:
    """The account a whole table is about, when its rows name none. Asks when nobody can know.

    What its title mentions, and what its rows are `called`, is never more than what the question proposes.
    """
    if told := _told(kind, table, context):
        return told
    network = network or kind.network or network_in(table.title) or network_in(context.file_name)
    if context.account and not context.named_in(network):
        draft.warn(
            "A table under the title «{title}» was not taken for the account you named, which is in another network.",
            title=table.title,
        )
    if named := context.named_in(network):
        _warn_of_title((network, named), kind, table, draft, context)
        return network, named
    words = [*_mentioned(kind, table), *called]
    proposed = [page for word in words if (page := _of_page(network, word, context))]
    if not network:
        draft.ask(
            "account",
            "--account",
            say("The file does not say which network and account it is about. Name them (--account NETWORK:HANDLE)."),
            choices=_names([*proposed, *_all_known(context)]),
        )
        return None
    return _known(network, [page for page in proposed if page[0] == network], draft, context)


def of_values(
    kind: Kind, table: Table, accounts: Sequence[str], called: Sequence[str], draft: Draft, context: Context
) -> list[Owner | None]:
    """The account of each row of values, `accounts` being those the rows name; beside several a row that names none has none.

    A handle in words is in the network of the table: that of its kind, of the account a person has named, of its title or its file.
    """
    told, network = _told(kind, table, context), network_of(kind, table, context)
    own = _spelt_once(_of_page(network, account, context) for account in accounts)
    said = set(filter(None, own))
    found = _beside_named(told, own, set(), draft, context) if told else own
    if len(said) > 1:
        return [owner and one for owner, one in zip(own, found, strict=True)]
    if told and not all(own):
        _warn_of_title(told, kind, table, draft, context)
    rest = None if all(found) else said.pop() if said else of_table(kind, table, called, draft, context)
    return [owner or rest for owner in found]


def network_of(kind: Kind, table: Table, context: Context) -> str:
    """The network of the handles and words in a table's rows, as far as one is known."""
    told = _told(kind, table, context)
    return kind.network or (told[0] if told else network_in(table.title) or network_in(context.file_name))


def _of_page(network: str, account: str, context: Context) -> Owner | None:
    """The page that an address, a handle, a number or the name of one of the brand's accounts stands for."""
    network = pages.network_of(account) or network
    known = context.names.get(network, {}).get(account.casefold())
    handle = known or pages.handle_in(network, account)[: handles.LONGEST]
    return (network, handle) if network and handle else None


def _mentioned(kind: Kind, table: Table) -> list[str]:
    """The pages that the lines above a table or the name of its sheet mention, whatever they say of them."""
    words = [word.strip("«»\"'(),.;:") for line in [table.name, *table.notes] for word in line.split()]
    return [word for word in words if _is_page(word, kind.network)]


def _warn_of_title(told: Owner, kind: Kind, table: Table, draft: Draft, context: Context) -> None:
    """Say which pages a title mentions that a person has not named, where rows were taken for the one `told`."""
    mentioned = dict.fromkeys(_spelt_once(_of_page(told[0], word, context) for word in _mentioned(kind, table)))
    named = [told[1], *context.walls]
    if others := [page for page in mentioned if page and not _is_same(page, told[0], named) and not _is_named(page, context)]:
        draft.warn(
            "The title above the rows names another account than the one you named ({accounts}): whose the rows are was not taken "
            "from it.",
            accounts=first_of(_names(others)),
        )


def _is_named(page: Owner, context: Context) -> bool:
    named = context.named_in(page[0])
    return bool(named) and _is_same(page, page[0], [named])


def _names(owners: Iterable[Owner]) -> list[str]:
    """How accounts are called in sentences and answers, each once."""
    return list(dict.fromkeys(map(":".join, _spelt_once(owners))))


def _all_known(context: Context) -> list[Owner]:
    return sorted((network, handle) for network, known in context.known_accounts.items() for handle in known)


def _is_page(word: str, network: str) -> bool:
    """A handle with its @, or the address of a page, of that network if one is known; a site has neither."""
    if page := pages.profile(word):
        return network in ("", page[0])
    return bool(AT.fullmatch(word)) and network != "website"


def _told(kind: Kind, table: Table, context: Context) -> Owner | None:
    """The account a person has named, unless the table's title speaks of another network."""
    spoken = "" if kind.network else network_in(table.title)
    if context.account and spoken not in ("", context.account[0]):
        return None
    return context.account


def _known(network: str, proposed: list[Owner], draft: Draft, context: Context) -> Owner | None:
    """The brand's only account there, unless somebody can be asked or another is proposed; without any the default one.

    Beside an account named for the whole file one of those shown is chosen: what is only proposed must not be the only one.
    """
    known = [(network, handle) for handle in context.known_accounts.get(network, [])]
    if proposed and context.account:
        known = known or [(network, context.default_handle)]
    choices, asks = _names([*proposed, *known]), context.may_ask and network != "website"
    if choices and (asks or len(choices) > 1 or not known):
        draft.ask_which(choices, apart=bool(context.account))
        return None
    if asks and not context.account:
        text = say("The file does not say whose account it is about. Name it (--account NETWORK:HANDLE).")
        draft.ask("account", "--account", text, choices=[], network=network)
        return None
    handle = known[0][1] if known else "site" if network == "website" else context.default_handle
    draft.assume(
        "The file does not say whose account it is about; taken for {account}. To change that, name it (--account NETWORK:HANDLE).",
        account=f"{network}:{handle}",
    )
    return network, handle


def of_posts(
    kind: Kind,
    table: Table,
    accounts: Sequence[str],
    found: Sequence[Link | None],
    rows: Sequence[str],
    draft: Draft,
    context: Context,
) -> list[Owner | None]:
    """The account of each post, `accounts` being the pages the rows name and `rows` what they are called.

    Rows that name nobody belong to the only account the others name, if their links lead to its network, else to the table's.
    """
    spelt = _spelt_once(_of_post(kind, account, link) for account, link in zip(accounts, found, strict=True))
    own = _one_page(spelt, accounts, kind, context)
    said = set(filter(None, own))
    told = _told(kind, table, context)
    linked = {link.network for link in found if link}
    if told:
        if not all(own):
            _warn_of_title(told, kind, table, draft, context)
        return _beside_named(told, own, linked, draft, context)
    if not said and (several := len(set(filter(None, accounts)))) > 1:
        draft.warn("The file names {count} accounts but not their network; all its rows were taken for one.", count=several)
    if not said or not all(own):
        of_rest = {link.network for owner, link in zip(own, found, strict=True) if link and not owner}
        if len(said) == 1 and of_rest <= {network for network, _handle in said}:
            rest = next(iter(said))
        else:
            networks = of_rest or linked
            rest = of_table(kind, table, [], draft, context, networks.pop() if len(networks) == 1 else "")
        if rest is None and said:
            nobodys = [row for row, owner in zip(rows, own, strict=True) if not owner]
            draft.question = {"rows": first_of(nobodys), "row_count": len(nobodys)} | draft.question
        return [owner or rest for owner in own]
    return own


def named(kind: Kind, accounts: Sequence[str], found: Sequence[Link | None], context: Context) -> set[Owner]:
    """The accounts that a person or some row of a table of posts has named, each by its key."""
    by_rows = [_of_post(kind, account, link) for account, link in zip(accounts, found, strict=True)]
    by_person = [*context.options.get("accounts", {}).items(), *filter(None, [context.account])]
    return {(owner[0], handles.key(*owner)) for owner in [*by_rows, *by_person] if owner}


def _spelt_once(own: Iterable[Owner | None]) -> list[Owner | None]:
    """Each account as the first row that names it spells its handle."""
    first: dict[Owner, Owner] = {}
    return [owner and first.setdefault((owner[0], handles.key(*owner)), owner) for owner in own]


def _beside_named(told: Owner, own: Sequence[Owner | None], linked: set[str], draft: Draft, context: Context) -> list[Owner | None]:
    """Each row to the account it names, to the one a person has named where it names none.

    The only account of its network may be the one named, under a number or a name in words; links that all lead to another
    network make no account. `linked` are the networks the links lead to.
    """
    names = [told[1], *context.walls]
    said = dict.fromkeys(filter(None, own))
    there = [owner for owner in said if owner[0] == told[0]] or ([] if told[0] in linked else list(said))
    maybe = there if len(there) == 1 and not _is_another(there[0], told[0], names) else []
    others = [owner for owner in said if owner not in maybe and not _is_same(owner, told[0], names)]
    if others:
        draft.warn(
            "Rows name another account than the one you named ({accounts}): they were taken for the one they name.",
            accounts=first_of(_names(others)),
        )
    return [owner if owner in others else told for owner in own]


def _is_same(owner: Owner, network: str, names: Sequence[str]) -> bool:
    return owner[0] == network and handles.key(*owner) in {handles.key(network, name) for name in names}


def _is_another(owner: Owner, network: str, names: Sequence[str]) -> bool:
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


def _of_post(kind: Kind, account: str, link: Link | None) -> Owner | None:
    network = kind.network or (link.network if link else "")
    in_address = link.handle if link else ""
    handle = better_handle(network, account, in_address)
    if in_address and not handles.number(network, in_address):
        handle = in_address
    return (network, handle) if network and handle else None


def better_handle(network: str, account: str, in_address: str) -> str:
    """What the row calls its account, unless that is a name in words, or a bare number, and the address says the handle."""
    if in_address in (f"id{account}", f"profile{account}"):
        return in_address
    return (not _is_handle(account) and in_address) or pages.handle_in(network, account)[: handles.LONGEST] or in_address


def _one_page(own: Sequence[Owner | None], accounts: Sequence[str], kind: Kind, context: Context) -> list[Owner | None]:
    """The posts of one page whose addresses name it now by its name, now by its number, under the name.

    One page's are those of an export of one, and those under a name and a number where a network's addresses have either and
    nothing says that they are two.
    """
    said = Counter(owner for owner in own if owner)
    names = [owner for owner, _count in said.most_common() if not handles.number(*owner)] or list(said)
    if len(names) == 1 and kind.of_one_page:
        return names * len(own)
    may_be_one = len(names) == 1 and len(said) == 2 and {network for network, _handle in said} <= links.WHOSE.keys()
    if may_be_one and not _are_several(own, accounts, context):
        return [owner and names[0] for owner in own]
    return list(own)


def _are_several(own: Sequence[Owner | None], accounts: Sequence[str], context: Context) -> bool:
    """Rows call the pages differently, or the brand tracks each as an account of its own."""
    called = {account.casefold() for owner, account in zip(own, accounts, strict=True) if owner and account}
    tracked = {(network, handles.key(network, handle)) for network, names in context.names.items() for handle in names.values()}
    return len(called) > 1 or {(owner[0], handles.key(*owner)) for owner in own if owner} <= tracked


def network_in(name: str) -> str:
    """The one network the name of a file or the title of a table speaks of, or nothing."""
    found = [network for network, words in NAMES.items() if re.search(words, name, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""
