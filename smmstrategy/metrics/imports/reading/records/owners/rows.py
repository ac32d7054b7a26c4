"""The account of each row: the one it names, the one its name has elsewhere in the file, else that of its table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.columns.accounts import OF_NAMES, Heading
from smmstrategy.metrics.imports.reading.draft import Context, Draft, page
from smmstrategy.metrics.imports.reading.messages import first_of, say
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.imports.reading.records import column_words, same_page
from smmstrategy.metrics.imports.reading.records.owners import competitors
from smmstrategy.metrics.imports.reading.records.owners.said import Said, are_of_others
from smmstrategy.metrics.imports.reading.records.owners.tables import (
    account_named,
    codes,
    linked,
    network_of_names,
    of_table,
    warn_of_title,
)
from smmstrategy.metrics.imports.reading.records.same_page import Owner


@dataclass(frozen=True)
class Whose:
    """The account of each row, what the row calls it, and which accounts a person or some row has named, by their keys."""

    owners: Sequence[Owner | None]
    names: Sequence[str]
    named: frozenset[Owner]


def of_values(said: Said, words: Sequence[str], refused: Collection[int], draft: Draft, context: Context) -> Whose:
    """The account of each row of values; beside several a row that names none has none, unless these are competitors.

    Beside a name of which the network is not known, none is the only one. Of the rows `refused` nothing is asked.
    """
    own = _named(said, draft, context)
    others = competitors.named_by(said, own, draft, context)
    if _asks_network(said, own, draft, context):
        return _whose(said, [None] * len(own), own, context)
    owner_of, named = _beside_told(said, own, others, draft, context, are_sure=True), set(filter(None, own))
    if len(named) > 1 and said.heading is not Heading.COMPETITORS:
        return _whose(said, [by_row and owner for by_row, owner in zip(own, owner_of, strict=True)], own, context)
    account = account_named(said.kind, said.table, context)
    if account and not all(own):
        warn_of_title(account, said.kind, said.table, draft, context)
    is_left_open = any(text and not owner for text, owner in zip(said.accounts, own, strict=True))
    only = named.pop() if named and not is_left_open and not others else None
    rest = {
        network: only if only and network in ("", only[0]) else of_table(said.kind, said.table, words, draft, context, network)
        for network in _of_nobodys(owner_of, said.networks, refused)
    }
    owners = [owner or rest.get(network) for owner, network in zip(owner_of, said.networks, strict=True)]
    return _whose(said, owners, own, context)


def of_posts(said: Said, rows: Sequence[str], draft: Draft, context: Context) -> Whose:
    """The account of each post, `rows` being what they are called.

    Rows that name nobody belong to the only account the others name, unless it is a competitor's, if their links lead to its
    network, else to the table's.
    """
    own = same_page.one_page(_named(said, draft, context), said.accounts, said.kind, context)
    others = competitors.named_by(said, own, draft, context)
    if _asks_network(said, own, draft, context):
        return _whose(said, [None] * len(own), own, context)
    named, account = set(filter(None, own)), account_named(said.kind, said.table, context)
    if account and not all(own):
        warn_of_title(account, said.kind, said.table, draft, context)
    are_sure = any(said.networks) or bool(account and account[0] in linked(said.leads))
    owner_of = _beside_told(said, own, others, draft, context, are_sure=are_sure)
    rest: dict[str, Owner | None] = {}
    for network in _of_nobodys(owner_of, said.networks):
        there = {owner for owner in named - others if network in ("", owner[0])}
        of_rest = {network} if network else linked(link for owner, link in zip(owner_of, said.leads, strict=True) if not owner)
        if len(there) == 1 and not others and of_rest <= {there_network for there_network, _handle in there}:
            rest[network] = next(iter(there))
        else:
            of_rest = of_rest or linked(said.leads)
            only = of_rest.pop() if len(of_rest) == 1 else ""
            rest[network] = of_table(said.kind, said.table, [], draft, context, only)
    if None in rest.values() and named:
        pairs = zip(rows, owner_of, said.networks, strict=True)
        nobodys = [row for row, owner, network in pairs if not (owner or rest[network])]
        draft.question = {"rows": first_of(nobodys), "row_count": len(nobodys)} | draft.question
    owners = [owner or rest[network] for owner, network in zip(owner_of, said.networks, strict=True)]
    return _whose(said, owners, own, context)


def _whose(said: Said, owners: Sequence[Owner | None], own: Sequence[Owner | None], context: Context) -> Whose:
    named = frozenset(page(*owner) for owner in [*own, *context.options.accounts_named.items()] if owner)
    return Whose(owners, [said.name(index, owner) for index, owner in enumerate(owners)], named)


def _of_nobodys(owner_of: Sequence[Owner | None], networks: Sequence[str], refused: Collection[int] = ()) -> list[str]:
    """The networks of the rows that have no account, each once; empty for those that name none."""
    pairs = enumerate(zip(owner_of, networks, strict=True))
    return list(dict.fromkeys(network for index, (owner, network) in pairs if owner is None and index not in refused))


def _named(said: Said, draft: Draft, context: Context) -> list[Owner | None]:
    """The account each row names; a name without an address is that of the rows with both, where these are one account's."""
    of_names = network_of_names(said, context)
    networks = [_network(said, index) or of_names for index in range(len(said.accounts))]
    own = [_page(said, index, networks[index], context) for index in range(len(networks))]
    addressed = [_is_addressed(said, index) for index in range(len(networks))]
    for owner, word, is_addressed in zip(own, said.words, addressed, strict=True):
        if owner and word and is_addressed:
            draft.tied.setdefault(names.compared(word), {}).setdefault(page(*owner), owner)
    for index, word in enumerate(said.words):
        if said.accounts[index] and word and not addressed[index]:
            told = context.options.handle_meant(networks[index], names.compared(word))
            told = told or context.options.handle_named(networks[index])
            own[index] = draft.tied_to(names.compared(word), networks[index], told) or own[index]
            draft.by_name_alone |= {page(*owner) for owner in [own[index]] if owner}
    return same_page.spelt_once(own)


def _network(said: Said, index: int) -> str:
    """The network that a row says it is of, or all rows of the table are."""
    link = said.leads[index]
    return said.kind.network or (link.network if link else "") or pages.network_of(said.accounts[index]) or said.networks[index]


def _is_addressed(said: Said, index: int) -> bool:
    """The row says its account by more than a name: an address or a handle beside it, or the address of a post."""
    link, account = said.leads[index], said.accounts[index]
    return bool((link and link.handle) or (account and account != said.words[index]))


def _page(said: Said, index: int, network: str, context: Context) -> Owner | None:
    """The page that stands behind what a row says; the brand's name is that of the page a person has named, or that is known."""
    account, link = said.accounts[index], said.leads[index]
    known = context.names.get(network, {}).get(names.compared(account), "")
    if context.brand and names.compared(account) == context.brand:
        known = handle_of_brand(network, context) or known
        account = account if known else ""
    in_address = link.handle if link else ""
    handle = same_page.better_handle(network, known or account, in_address)
    is_name = (
        said.heading in OF_NAMES and not known and account == said.words[index] and not column_words.is_plain(network, account)
    )
    if in_address and (is_name or not handles.number(network, in_address)):
        handle = in_address
    return (network, handle) if network and handle else None


def handle_of_brand(network: str, context: Context) -> str:
    """That of the account a person has named there, if it is the brand's own."""
    return "" if context.of_others else context.options.handle_named(network)


def _asks_network(said: Said, own: Sequence[Owner | None], draft: Draft, context: Context) -> bool:
    """Whether the network of competitors must be asked for, which nothing says; where all rows name one it alone."""
    is_known = bool(network_of_names(said, context))
    is_open = any(owner is None and not (is_known or _network(said, index)) for index, owner in enumerate(own))
    if not (is_open and all(said.accounts) and are_of_others(said, context)):
        return False
    draft.ask(
        "network",
        "--account",
        say("The file does not say which network its accounts are in. Name it (--account NETWORK:ANY)."),
    )
    return True


def _beside_told(
    said: Said, own: Sequence[Owner | None], others: set[Owner], draft: Draft, context: Context, *, are_sure: bool
) -> list[Owner | None]:
    """Each row to the account it names, to the one a person has named where it names none, nor another network.

    The only account of its network may be the one named, under a number or a name in words, unless it is a competitor's and the one
    named is not; links that all lead to another network make no account unless it is sure of which network the rows are.
    """
    account = account_named(said.kind, said.table, context)
    told = [account] if account else [*context.options.accounts_by_network.items()] if not context.account else []
    named = list(dict.fromkeys(filter(None, own)))
    taken: dict[Owner, Owner] = {}
    for one in told:
        spelt = [one[1], *(context.walls if account else [])]
        there = [owner for owner in named if owner[0] == one[0]] or ([] if are_sure or not account else named)
        if len(there) != 1 or one[1] == ANY:
            maybe = []
        elif there[0] in others:
            maybe = there if competitors.may_be(one, there[0], draft, context) else []
        else:
            maybe = [] if same_page.is_another(there[0], one[0], spelt) else there
        taken |= {owner: one for owner in named if owner in maybe or same_page.is_among(owner, {one[0]: spelt})}
    networks_told = {network for network, handle in told if handle != ANY or not others}
    strange = [owner for owner in named if owner not in taken and (networks_told if account else owner[0] in networks_told)]
    if strange:
        draft.warn(
            "Rows name another account than the one you named ({accounts}): they were taken for the one they name. If both are one "
            "page, name the account of the rows instead, or its figures will stand under two accounts; an import already made is "
            "undone on its page.",
            accounts=first_of(codes(strange)),
        )
    of_nobodys = {"": account, account[0]: account} if account else {}
    pairs = zip(own, said.networks, strict=True)
    return [taken.get(owner, owner) if owner else of_nobodys.get(network) for owner, network in pairs]
