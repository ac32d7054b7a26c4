"""The account of each row: the one it names, the one its name has elsewhere in the file, else that of its table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.columns.accounts import MAY_BE_OTHERS, OF_OTHERS, Heading
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, page
from smmstrategy.metrics.imports.reading.messages import first_of, say
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.imports.reading.records.owners import by_person, competitors, named, same_page
from smmstrategy.metrics.imports.reading.records.owners.said import Said, are_of_others, are_of_pages
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner
from smmstrategy.metrics.imports.reading.records.owners.tables import (
    linked,
    meant_by_title,
    named_for,
    network_of_names,
    of_table,
    title_of,
    warn_of_title,
)

UNDER_A_NAME = say("The row names no account and may be of the one above it. Write the account in each row.")


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
    own = named.by_rows(said, draft, context)
    others = competitors.named_by(said, own, draft, context)
    if _asks_network(said, own, draft, context):
        return _whose(said, [None] * len(own), own, context)
    owner_of, there = by_person.owners(said, own, others, draft, context, are_sure=True), set(filter(None, own))
    if len(there) > 1 and said.heading not in OF_OTHERS:
        return _whose(said, [by_row and owner for by_row, owner in zip(own, owner_of, strict=True)], own, context)
    _warn_of_title(said, own, draft, context)
    only = there.pop() if there and not _is_left_open(said, own) and not others else None
    rest = {
        network: only if only and network in ("", only[0]) else of_table(said.kind, said.table, words, draft, context, network)
        for network in _of_nobodys(owner_of, said.networks, refused)
    }
    owners = [owner or rest.get(network) for owner, network in zip(owner_of, said.networks, strict=True)]
    return _whose(said, owners, own, context)


def of_posts(said: Said, rows: Sequence[str], draft: Draft, context: Context) -> Whose:
    """The account of each post, `rows` being their names in the draft.

    Rows that name nobody belong to the only account the others name, unless it is a competitor's, if their links lead to its
    network, else to the table's.
    """
    own = same_page.one_page(named.by_rows(said, draft, context), said.accounts, said.kind, context)
    others = competitors.named_by(said, own, draft, context)
    if _asks_network(said, own, draft, context):
        return _whose(said, [None] * len(own), own, context)
    account, there = _warn_of_title(said, own, draft, context), set(filter(None, own))
    are_sure = any(said.networks) or bool(account and account[0] in linked(said.leads))
    owner_of = by_person.owners(said, own, others, draft, context, are_sure=are_sure)
    if not (others or said.heading in MAY_BE_OTHERS) and _are_under_names(said, own):
        return _whose(said, _without_nobodys(own, owner_of, rows, draft), own, context)
    rest: dict[str, Owner | None] = {}
    if _is_left_open(said, owner_of):
        draft.ask_network()
        rest[""] = None
    for network in [one for one in _of_nobodys(owner_of, said.networks) if one not in rest]:
        maybe = [] if others else [owner for owner in there if network in ("", owner[0])]
        of_rest = {network} if network else linked(link for owner, link in zip(owner_of, said.leads, strict=True) if not owner)
        if len(maybe) == 1 and of_rest <= {maybe[0][0]}:
            rest[network] = maybe[0]
        else:
            of_rest = of_rest or linked(said.leads)
            only = of_rest.pop() if len(of_rest) == 1 else ""
            rest[network] = of_table(said.kind, said.table, [], draft, context, only)
    if None in rest.values() and there and draft.question.get("asks") == "account":
        pairs = zip(rows, owner_of, said.networks, strict=True)
        nobodys = [row for row, owner, network in pairs if not (owner or rest[network])]
        draft.question = {"rows": first_of(nobodys), "row_count": len(nobodys)} | draft.question
    owners = [owner or rest[network] for owner, network in zip(owner_of, said.networks, strict=True)]
    return _whose(said, owners, own, context)


def _are_under_names(said: Said, own: Sequence[Owner | None]) -> bool:
    """The first row names an account, and each of several stands once, above rows that name none: as cells that were merged do."""
    named_there = [owner for owner in own if owner]
    is_told_once = len(named_there) == len(set(named_there)) > 1
    blank = [not (text or link) for text, link in zip(said.accounts, said.leads, strict=True)]
    return is_told_once and bool(own[0]) and blank.count(True) > 1


def _without_nobodys(
    own: Sequence[Owner | None], owner_of: Sequence[Owner | None], rows: Sequence[str], draft: Draft
) -> list[Owner | None]:
    """The rows that name none are refused: they may be of the account above them."""
    nobodys = [row for row, owner in zip(rows, own, strict=True) if not owner]
    draft.rejected |= dict.fromkeys(nobodys, UNDER_A_NAME)
    draft.lost |= dict.fromkeys(nobodys)
    return [by_row and owner for by_row, owner in zip(own, owner_of, strict=True)]


def _is_left_open(said: Said, owner_of: Sequence[Owner | None]) -> bool:
    """Some row names an account of which the network is not known."""
    return any(text and not owner for text, owner in zip(said.accounts, owner_of, strict=True))


def _warn_of_title(said: Said, own: Sequence[Owner | None], draft: Draft, context: Context) -> Owner | None:
    """The account that a person or its title names for the table, told apart from those its title mentions where rows name none."""
    account = named_for(said.kind, said.table, context)
    is_said = bool(meant_by_title(said.kind, said.table, context)) or (not context.account and bool(titled.address(said.table)))
    if account and account != context.account and not (is_said or all(own)):
        draft.assume(
            "The table «{title}» was taken for {account}, which is called so. If it is about another account, import it in a file "
            "of its own and name that (--account NETWORK:HANDLE).",
            title=title_of(account, said.kind, said.table, context),
            account=":".join(account),
        )
    elif account and account[1] != ANY and not (is_said or all(own)):
        warn_of_title(account, said.kind, said.table, draft, context)
    return account


def _whose(said: Said, owners: Sequence[Owner | None], own: Sequence[Owner | None], context: Context) -> Whose:
    by_anybody = frozenset(page(*owner) for owner in [*own, *context.options.accounts_named.items()] if owner)
    are_names = said.heading is not Heading.WRITERS or are_of_pages(said, context)
    return Whose(owners, [said.name(index, owner) if are_names else "" for index, owner in enumerate(owners)], by_anybody)


def _of_nobodys(owner_of: Sequence[Owner | None], networks: Sequence[str], refused: Collection[int] = ()) -> list[str]:
    """The networks of the rows that have no account, each once; empty for those that name none."""
    pairs = enumerate(zip(owner_of, networks, strict=True))
    return list(dict.fromkeys(network for index, (owner, network) in pairs if owner is None and index not in refused))


def _asks_network(said: Said, own: Sequence[Owner | None], draft: Draft, context: Context) -> bool:
    """Whether the network of competitors must be asked for, which nothing says; where all rows name one it alone."""
    is_known = bool(network_of_names(said, context))
    is_open = any(owner is None and not (is_known or named.network_of_row(said, index)) for index, owner in enumerate(own))
    if not (is_open and all(said.accounts) and are_of_others(said, context)):
        return False
    draft.ask_network()
    return True
