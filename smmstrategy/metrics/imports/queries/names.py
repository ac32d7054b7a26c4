"""What the accounts of a brand are called: by people, by the files that brought them, and by which pages they are known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from smmstrategy.clients.models import Account, Network
from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.context import Known
from smmstrategy.metrics.models import Import

Name = tuple[str, str]  # a network, and what an account is called there, as names are compared


def of_brand(import_: Import, tracked: Mapping[int, Account], others: Iterable[Account], own: Mapping[str, list[str]]) -> Known:
    """What the brand's accounts are called, and behind names that none of them has those of the client's other brands.

    The accounts `tracked` are given by their numbers, and those that only the client's other brands have as `others`; what files
    of these said of the former counts as well.

    The brand's name is that of its only own account in a network, else of the one called by its address. What files called an
    account is said by the newest of those in force that says it, and counts where people have given the name to no one account.
    """
    known = _of_people(tracked.values())
    for network in Network.values:
        of_brand = own.get(network) or [import_.brand.slug]
        if len(of_brand) == 1:
            known.names[network].setdefault(names.compared(import_.brand.name), of_brand[0])
    handles = {_name(account, account.handle) for account in tracked.values()}
    applied = Import.objects.filter(client=import_.client_id, applied_at__isnull=False).order_by("applied_at", "pk")
    made: set[Account] = set()
    for number, status, said in applied.values_list("pk", "status", "summary__called"):
        there = [(tracked[one["account"]], one) for one in said if one["account"] in tracked]
        made |= {account for account, one in there if one["is_new"] and one["handle"] == account.handle}
        is_in_force = status == Import.Status.APPLIED
        for account, one in there:
            _add_pages(known, account, one["pages"] if is_in_force else {*one["pages"]} & {account.handle})
        if is_in_force:
            _add_said(known, number, there, handles)
    for account in {*tracked.values()} - made:
        _add_pages(known, account, [account.handle])
        known.brought_in[account.network].pop(account.handle, None)
    for network, of_brand in own.items():
        _add(known.called[network], names.compared(import_.brand.name), of_brand if len(of_brand) == 1 else [])
    _add_of_other_brands(known, others)
    return known


def _add_of_other_brands(known: Known, others: Iterable[Account]) -> None:
    of_name: dict[Name, set[str]] = defaultdict(set)
    for account in others:
        if account.name:
            of_name[_name(account, account.name)].add(account.handle)
    for (network, name), there in of_name.items():
        if len(there) == 1 and name not in known.bearers[network]:
            known.names[network].setdefault(name, min(there))


def _of_people(accounts: Iterable[Account]) -> Known:
    of_name: dict[Name, set[str]] = defaultdict(set)
    for account in accounts:
        for text in filter(None, (account.handle, account.name)):
            of_name[_name(account, text)].add(account.handle)
    known = Known()
    for (network, name), of in of_name.items():
        known.called[network][name] = sorted(of)
        if len(of) == 1:
            known.names[network][name] = min(of)
        elif name not in map(names.compared, of):
            known.bearers[network][name] = sorted(of)
    return known


def _add_said(known: Known, number: int, there: Iterable[tuple[Account, Any]], handles: set[Name]) -> None:
    of_name: dict[Name, set[str]] = defaultdict(set)
    for account, one in there:
        _add(known.brought_in[account.network], account.handle, [number])
        for text in one["called"]:
            of_name[_name(account, text)].add(account.handle)
        for text in one["perhaps"]:
            _add(known.perhaps[account.network], names.compared(text), [account.handle])
    for (network, name), of in of_name.items():
        _add(known.called[network], name, sorted(of))
        is_of_people = name in known.names[network] and name not in known.said_in[network]
        if not is_of_people and (network, name) not in handles:
            known.names[network].pop(name, None)
            known.names[network] |= {name: min(of)} if len(of) == 1 else {}
            known.bearers[network][name], known.said_in[network][name] = sorted(of), number


def _add_pages(known: Known, account: Account, pages: Iterable[str]) -> None:
    _add(known.pages[account.network], account.handle, pages)


def _add(there: dict[str, list[Any]], name: str, more: Iterable[Any]) -> None:
    """More of that name, each once."""
    there[name] = list(dict.fromkeys([*there.get(name, []), *more]))


def _name(account: Account, text: str) -> Name:
    return account.network, names.compared(text)
