"""The account that each row names itself: by an address, a handle or a name, and by the names that stand beside addresses."""

from collections.abc import Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.columns.accounts import OF_NAMES, Heading
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, page
from smmstrategy.metrics.imports.reading.kinds.kind import Rows
from smmstrategy.metrics.imports.reading.records.owners import column_words, competitors, one_page, same_page
from smmstrategy.metrics.imports.reading.records.owners.said import Said
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner
from smmstrategy.metrics.imports.reading.records.owners.tables import network_of_names


def by_rows(said: Said, draft: Draft, context: Context) -> list[Owner | None]:
    """The account each row names; a name without an address is that of the rows with both, where these are one account's."""
    of_names, of_known = network_of_names(said, context), _network_of_known(said, context)
    networks = [network_of_row(said, index) or of_names or of_known.get(account, "") for index, account in enumerate(said.accounts)]
    own = [_page(said, index, networks[index], context) for index in range(len(networks))]
    addressed = [_is_addressed(said, index) for index in range(len(networks))]
    words = [word if account else "" for word, account in zip(said.words, said.accounts, strict=True)]
    if said.kind.rows is not Rows.POST:
        draft.set_apart(own)
    return by_names(own, networks, words, addressed, draft, context)


def by_names(
    own: Sequence[Owner | None],
    networks: Sequence[str],
    words: Sequence[str],
    addressed: Sequence[bool],
    draft: Draft,
    context: Context,
) -> list[Owner | None]:
    """The account of each row: of the page it says, or of those that other rows say beside its name, as far as that is certain."""
    for owner, word, is_addressed in zip(own, words, addressed, strict=True):
        if owner and word and is_addressed:
            draft.tie(names.compared(word), word, owner)
    known = {owner: one_page.known_as(owner, draft, context) for owner in dict.fromkeys(own) if owner}
    for owner, account in known.items():
        if account != owner:
            draft.take(owner, account)
    rows = [*zip([owner and known[owner] for owner in own], networks, words, addressed, strict=True)]
    settled = {row: _of_name(*row[:3], draft, context) if row[2] and not row[3] else row[0] for row in dict.fromkeys(rows)}
    return same_page.spelt_once(settled[row] for row in rows)


def _of_name(owner: Owner | None, network: str, word: str, draft: Draft, context: Context) -> Owner | None:
    """The account of a name alone: the one it has beside an address, or its own, which if new is spelt as the file does first."""
    told = context.options.handle_meant(network, names.compared(word)) or context.options.handle_named(network)
    tied = draft.tied_to(names.compared(word), network, told)
    if owner and not (tied or column_words.is_plain(network, word) or one_page.is_there(owner, context)):
        owner = owner[0], draft.spelt.setdefault(names.compared(owner[1]), owner[1])[: handles.LONGEST]
    draft.by_name_alone |= {page(*one) for one in [tied or owner] if one}
    return tied or owner


def network_of_row(said: Said, index: int) -> str:
    """The network that a row says it is of, or all rows of the table are."""
    link = said.leads[index]
    return said.kind.network or (link.network if link else "") or pages.network_of(said.accounts[index]) or said.networks[index]


def _network_of_known(said: Said, context: Context) -> dict[str, str]:
    """By what rows call them, the network of the accounts known in the one to which all addresses in the column lead."""
    leads_to = {*map(pages.network_of, said.accounts)} - {""}
    network = leads_to.pop() if len(leads_to) == 1 else ""
    called_there = {
        one: called(network, one, said.heading, context) or pages.handle_in(network, one)
        for one in {*said.accounts} - {""}
        if network
    }
    return {one: network for one, handle in called_there.items() if one_page.is_there((network, handle), context)}


def _is_addressed(said: Said, index: int) -> bool:
    """The row says its account by more than a name: an address or a handle beside it, or the address of a post."""
    link, account = said.leads[index], said.accounts[index]
    return bool((link and link.handle) or (account and account != said.words[index]))


def _page(said: Said, index: int, network: str, context: Context) -> Owner | None:
    """The page that stands behind what a row says; the brand's name is that of the page a person has named, or that is known."""
    account, link = said.accounts[index], said.leads[index]
    in_address = link.handle if link else ""
    is_name = account == said.words[index] and is_of_name(said, network, account, context)
    known = meant(network, account, said.heading, context, is_alone=not in_address)
    handle = same_page.better_handle(network, known or account, in_address)
    if in_address and (is_name or not handles.number(network, in_address)):
        handle = in_address
    return (network, handle) if network and handle else None


def meant(network: str, name: str, heading: Heading, context: Context, *, is_alone: bool) -> str:
    """The account which a person says a name means that stands alone, else the one of that name."""
    told = context.options.handle_meant(network, names.compared(name)) if is_alone else ""
    return told or called(network, name, heading, context)


def called(network: str, name: str, heading: Heading, context: Context) -> str:
    """The account of that name: of the brand's the one a person has named, else the one that is known.

    Where there is none yet, what may be a handle and stands under no heading of names says more than the brand's own address.
    """
    is_brand = bool(context.brand) and names.compared(name) == context.brand
    known = context.known.names.get(network, {}).get(names.compared(name), "")
    is_new = is_brand and known == context.default_handle and not one_page.is_there((network, known), context)
    is_said = is_new and heading not in OF_NAMES and handles.key(network, name) != handles.key(network, known)
    return (is_brand and handle_of_brand(network, context)) or ("" if is_said and column_words.is_handle(name) else known)


def is_of_name(said: Said, network: str, account: str, context: Context) -> bool:
    """An address beside it says more: it is a name, and neither the handle of the account that it names nor told to be one's."""
    if column_words.is_plain(network, account):
        return False
    if known := called(network, account, said.heading, context):
        is_told = known == handle_of_brand(network, context)
        return not is_told and page(network, known) != page(network, account)
    return said.heading in OF_NAMES


def handle_of_brand(network: str, context: Context) -> str:
    """That of the account a person has named there, unless it is kept as a competitor's."""
    handle = context.options.handle_named(network)
    return "" if competitors.is_competitor((network, handle), context) else handle
