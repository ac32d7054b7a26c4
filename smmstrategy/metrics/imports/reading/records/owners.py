"""Whose account a row speaks of: what a person said, what the row says, what its link says, what is known of the brand."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import networks, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import first_of, say
from smmstrategy.metrics.imports.reading.records import same_page
from smmstrategy.metrics.imports.reading.records.same_page import Owner
from smmstrategy.metrics.imports.reading.tables.layout import Table

AT = re.compile(r"@\w[\w.-]*")


def of_table(kind: Kind, table: Table, called: Sequence[str], draft: Draft, context: Context, network: str = "") -> Owner | None:
    """The account a whole table is about, when its rows name none. Asks when nobody can know.

    What its title mentions, and what its rows are `called`, is never more than what the question proposes.
    """
    if account_named := _account_named(kind, table, context, network):
        return account_named
    network = network or kind.network or titled.network(table) or networks.spoken_in(context.file_name)
    if context.account and not context.named_in(network):
        _warn_of_another_network(kind, table, draft, context)
    if handle := context.named_in(network):
        _warn_of_title((network, handle), kind, table, draft, context)
        return network, handle
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
    return _known_account(network, [page for page in proposed if page[0] == network], draft, context)


def propose(draft: Draft) -> None:
    """Where nothing says of which network and account a table is, those that others of the file name are proposed first."""
    asked, named = draft.question, _names((one.network, one.handle) for one in draft.subjects.values())
    if named and asked.get("asks") == "account" and "networks" not in asked:
        text = say(
            "The file does not say whose account it is about. It may be: {handles}. Name it (--account NETWORK:HANDLE).",
            handles=first_of(named),
        )
        draft.question = asked | {"choices": list(dict.fromkeys([*named, *asked["choices"]])), "message": text}


def of_values(
    kind: Kind,
    table: Table,
    networks: Sequence[str],
    accounts: Sequence[str],
    called: Sequence[str],
    draft: Draft,
    context: Context,
) -> list[Owner | None]:
    """The account of each row of values, of the network and the name it says; beside several a row that names none has none.

    Beside a name of which the network is not known, none is the only one.
    A handle in words is in the network of its row, else of the table: that of its kind, of the account a person has named, of its
    title or its file.
    """
    account_named, network = _account_named(kind, table, context), network_of(kind, table, context)
    pairs = zip(networks, accounts, strict=True)
    own = same_page.spelt_once(_of_page(row_network or network, account, context) for row_network, account in pairs)
    named_by_rows = set(filter(None, own))
    owner_of = _beside_named(account_named, own, networks, draft, context, are_sure=True) if account_named else own
    if len(named_by_rows) > 1:
        return [by_row and owner for by_row, owner in zip(own, owner_of, strict=True)]
    if account_named and not all(own):
        _warn_of_title(account_named, kind, table, draft, context)
    is_left_open = any(account and not owner for account, owner in zip(accounts, own, strict=True))
    only = named_by_rows.pop() if named_by_rows and not is_left_open else None
    rest = {
        row_network: only if only and row_network in ("", only[0]) else of_table(kind, table, called, draft, context, row_network)
        for row_network in _of_nobodys(owner_of, networks)
    }
    return [owner or rest[row_network] for owner, row_network in zip(owner_of, networks, strict=True)]


def _of_nobodys(owner_of: Sequence[Owner | None], networks: Sequence[str]) -> list[str]:
    """The networks of the rows that have no account, each once; empty for those that name none."""
    return list(dict.fromkeys(network for owner, network in zip(owner_of, networks, strict=True) if owner is None))


def warn_of_other_networks(own: Iterable[Owner], draft: Draft, context: Context) -> None:
    """Say which accounts of a list are in another network than the one a person has named."""
    if others := [owner for owner in own if context.account and all(owner) and owner[0] != context.account[0]]:
        draft.warn(
            "Rows are of another network than the one you named ({accounts}): they were taken for the accounts they name.",
            accounts=first_of(_names(others)),
        )


def _warn_of_another_network(kind: Kind, table: Table, draft: Draft, context: Context) -> None:
    if _account_named(kind, table, context):
        draft.warn("Rows of another network than that of the account you named were not taken for it.")
    else:
        draft.warn(
            "A table under the title «{title}» was not taken for the account you named, which is in another network.",
            title=table.title,
        )


def warn_of_nothing(draft: Draft, context: Context) -> None:
    """Say that nothing was taken for the account a person has named, where all that was taken is of others named beside it."""
    there = {network for network, _key in draft.subjects}
    if context.account and there and context.network not in there and all(map(context.named_in, there)) and not draft.question:
        draft.warn(
            "The file holds nothing of the network of the account you named ({account}): nothing was taken for it.",
            account=":".join(context.account),
        )


def network_of(kind: Kind, table: Table, context: Context) -> str:
    """The network of the handles and words in a table's rows, as far as one is known."""
    account = _account_named(kind, table, context)
    return kind.network or (account[0] if account else titled.network(table) or networks.spoken_in(context.file_name))


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


def _warn_of_title(taken_for: Owner, kind: Kind, table: Table, draft: Draft, context: Context) -> None:
    """Say which pages a title mentions that a person has not named, beside the one whose rows they were `taken_for`."""
    mentioned = dict.fromkeys(same_page.spelt_once(_of_page(taken_for[0], word, context) for word in _mentioned(kind, table)))
    names = [taken_for[1], *context.walls]
    strange = [page for page in mentioned if page and not _is_named(page, context)]
    if others := [page for page in strange if not same_page.is_same(page, taken_for[0], names)]:
        draft.warn(
            "The title above the rows names another account than the one you named ({accounts}): whose the rows are was not taken "
            "from it.",
            accounts=first_of(_names(others)),
        )


def _is_named(page: Owner, context: Context) -> bool:
    handle = context.named_in(page[0])
    return bool(handle) and same_page.is_same(page, page[0], [handle])


def _names(owners: Iterable[Owner]) -> list[str]:
    """How accounts are called in sentences and answers, each once."""
    return list(dict.fromkeys(map(":".join, same_page.spelt_once(owners))))


def _all_known(context: Context) -> list[Owner]:
    return sorted((network, handle) for network, known in context.known_accounts.items() for handle in known)


def _is_page(word: str, network: str) -> bool:
    """A handle with its @, or the address of a page, of that network if one is known; a site has neither."""
    if page := pages.profile(word):
        return network in ("", page[0])
    return bool(AT.fullmatch(word)) and network != "website"


def _account_named(kind: Kind, table: Table, context: Context, network: str = "") -> Owner | None:
    """The account a person has named, unless the table's title, or the `network` of its rows, is another one."""
    spoken = network or ("" if kind.network else titled.network(table))
    if context.account and spoken not in ("", context.account[0]):
        return None
    return context.account


def _known_account(network: str, proposed: list[Owner], draft: Draft, context: Context) -> Owner | None:
    """The brand's only account there, unless somebody can be asked or another is proposed; without any the default one.

    Beside an account named for the whole file one of those shown is chosen: what is only proposed must not be the only one.
    """
    known = [(network, handle) for handle in context.known_accounts.get(network, [])]
    if proposed and context.account:
        known = known or [(network, context.default_handle)]
    choices, asks = _names([*proposed, *known]), context.of_others or (context.may_ask and network != "website")
    if (choices and (asks or len(choices) > 1 or not known)) or (asks and not context.account):
        draft.ask_whose(network, choices, apart=bool(context.account), of_others=context.of_others)
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
    networks: Sequence[str],
    accounts: Sequence[str],
    leads: Sequence[Link | None],
    rows: Sequence[str],
    draft: Draft,
    context: Context,
) -> list[Owner | None]:
    """The account of each post, `networks` and `accounts` being what the rows name and `rows` what they are called.

    Rows that name nobody belong to the only account the others name, if their links lead to its network, else to the table's.
    """
    spelt = same_page.spelt_once(map(partial(_of_post, kind, context), networks, accounts, leads))
    own = same_page.one_page(spelt, accounts, kind, context)
    named_by_rows = set(filter(None, own))
    account_named, owner_of = _account_named(kind, table, context), own
    if account_named:
        if not all(own):
            _warn_of_title(account_named, kind, table, draft, context)
        are_sure = any(networks) or account_named[0] in _linked(leads)
        owner_of = _beside_named(account_named, own, networks, draft, context, are_sure=are_sure)
    elif not named_by_rows and (several := len(set(filter(None, accounts)))) > 1:
        draft.warn("The file names {count} accounts but not their network; all its rows were taken for one.", count=several)
    rest: dict[str, Owner | None] = {}
    for row_network in _of_nobodys(owner_of, networks):
        there = {owner for owner in named_by_rows if owner[0] == row_network} if row_network else named_by_rows
        of_rest = {row_network} if row_network else _linked(link for owner, link in zip(owner_of, leads, strict=True) if not owner)
        if len(there) == 1 and of_rest <= {network for network, _handle in there}:
            rest[row_network] = next(iter(there))
        else:
            of_rest = of_rest or _linked(leads)
            rest[row_network] = of_table(kind, table, [], draft, context, of_rest.pop() if len(of_rest) == 1 else "")
    if None in rest.values() and named_by_rows:
        nobodys = [
            row for row, owner, row_network in zip(rows, owner_of, networks, strict=True) if not (owner or rest[row_network])
        ]
        draft.question = {"rows": first_of(nobodys), "row_count": len(nobodys)} | draft.question
    return [owner or rest[row_network] for owner, row_network in zip(owner_of, networks, strict=True)]


def _linked(leads: Iterable[Link | None]) -> set[str]:
    return {link.network for link in leads if link}


def keys_named(
    kind: Kind, networks: Sequence[str], accounts: Sequence[str], leads: Sequence[Link | None], context: Context
) -> set[Owner]:
    """The accounts that a person or some row of a table of posts has named, each by its key."""
    by_rows = map(partial(_of_post, kind, context), networks, accounts, leads)
    by_person = [*context.options.get("accounts", {}).items(), *filter(None, [context.account])]
    return {(owner[0], handles.key(*owner)) for owner in [*by_rows, *by_person] if owner}


def _beside_named(
    account: Owner, own: Sequence[Owner | None], networks: Sequence[str], draft: Draft, context: Context, *, are_sure: bool
) -> list[Owner | None]:
    """Each row to the account it names, to the one a person has named where it names none, nor another network.

    The only account of its network may be the one named, under a number or a name in words; links that all lead to another
    network make no account unless it is sure of which network the rows are.
    """
    names = [account[1], *context.walls]
    named_by_rows = dict.fromkeys(filter(None, own))
    there = [owner for owner in named_by_rows if owner[0] == account[0]] or ([] if are_sure else list(named_by_rows))
    maybe = there if len(there) == 1 and not same_page.is_another(there[0], account[0], names) else []
    others = [owner for owner in named_by_rows if owner not in maybe and not same_page.is_same(owner, account[0], names)]
    if others:
        draft.warn(
            "Rows name another account than the one you named ({accounts}): they were taken for the one they name. If both are one "
            "page, name the account of the rows instead, or its figures will stand under two accounts; an import already made is "
            "undone on its page.",
            accounts=first_of(_names(others)),
        )
    pairs = zip(own, networks, strict=True)
    return [owner if owner in others else account if owner or network in ("", account[0]) else None for owner, network in pairs]


def _of_post(kind: Kind, context: Context, row_network: str, account: str, link: Link | None) -> Owner | None:
    network = kind.network or (link.network if link else row_network)
    account = context.names.get(network, {}).get(account.casefold(), account)
    in_address = link.handle if link else ""
    handle = same_page.better_handle(network, account, in_address)
    if in_address and not handles.number(network, in_address):
        handle = in_address
    return (network, handle) if network and handle else None
