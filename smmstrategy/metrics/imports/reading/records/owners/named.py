"""The account that each row names itself: by an address, a handle or a name, and by the names that stand beside addresses."""

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.columns.accounts import OF_NAMES
from smmstrategy.metrics.imports.reading.draft import Context, Draft, page
from smmstrategy.metrics.imports.reading.records import column_words, same_page
from smmstrategy.metrics.imports.reading.records.owners import competitors
from smmstrategy.metrics.imports.reading.records.owners.said import Said
from smmstrategy.metrics.imports.reading.records.owners.tables import network_of_names
from smmstrategy.metrics.imports.reading.records.same_page import Owner


def by_rows(said: Said, draft: Draft, context: Context) -> list[Owner | None]:
    """The account each row names; a name without an address is that of the rows with both, where these are one account's."""
    of_names = network_of_names(said, context)
    networks = [network_of_row(said, index) or of_names for index in range(len(said.accounts))]
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


def network_of_row(said: Said, index: int) -> str:
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
    in_address = link.handle if link else ""
    known = handle_known(network, account, context, is_alone=not in_address)
    handle = same_page.better_handle(network, known or account, in_address)
    is_name = (
        said.heading in OF_NAMES and not known and account == said.words[index] and not column_words.is_plain(network, account)
    )
    if in_address and (is_name or not handles.number(network, in_address)):
        handle = in_address
    return (network, handle) if network and handle else None


def handle_known(network: str, word: str, context: Context, *, is_alone: bool) -> str:
    """Behind what a row calls its account: as a person says of a name that stands alone, of the brand or all, else as is known."""
    name = names.compared(word)
    meant = context.options.handle_meant(network, name) if is_alone else ""
    of_brand = _handle_of_brand(network, context) if context.brand and name == context.brand else ""
    return meant or of_brand or context.names.get(network, {}).get(name, "")


def _handle_of_brand(network: str, context: Context) -> str:
    """That of the account a person has named there, unless it is kept as a competitor's."""
    handle = context.options.handle_named(network)
    return "" if competitors.is_competitor((network, handle), context) else handle
