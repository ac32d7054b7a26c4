"""Rows beside the account a person has named: which are its own, and which are another's all the same."""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.imports.reading.records.owners import competitors, same_page
from smmstrategy.metrics.imports.reading.records.owners.said import Said
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner
from smmstrategy.metrics.imports.reading.records.owners.tables import codes, named_for
from smmstrategy.metrics.imports.reading.records.owners.warnings import warn_of_other_networks


def owners(
    said: Said, own: Sequence[Owner | None], others: set[Owner], draft: Draft, context: Context, *, are_sure: bool
) -> list[Owner | None]:
    """Each row to the account it names, to the one a person has named where it names none, nor another network.

    Links that all lead to another network make no account unless it is sure of which network the rows are.
    """
    account = named_for(said.kind, said.table, context)
    told = [account] if account else [] if context.account else [*context.options.accounts_named.items()]
    named = list(dict.fromkeys(filter(None, own)))
    taken: dict[Owner, Owner] = {}
    for one in told:
        spelt = [one[1], *(context.walls if account else [])]
        there = [owner for owner in named if owner[0] == one[0]] or ([] if are_sure or not account else named)
        only = there[0] if len(there) == 1 and _may_be(one, there[0], spelt, others, draft, context) else None
        taken |= {owner: one for owner in named if owner == only or same_page.is_among(owner, {one[0]: spelt})}
    networks_told = {network for network, handle in told if handle != ANY}
    _warn_of([owner for owner in named if owner not in taken and (networks_told if account else owner[0] in networks_told)], draft)
    if account and account[1] == ANY and not others:
        warn_of_other_networks(named, draft, context)
    of_nobodys = {"": account, account[0]: account} if account and account[1] != ANY else {}
    pairs = zip(own, said.networks, strict=True)
    return [taken.get(owner, owner) if owner else of_nobodys.get(network) for owner, network in pairs]


def _may_be(told: Owner, only: Owner, spelt: Sequence[str], others: set[Owner], draft: Draft, context: Context) -> bool:
    """The only account there may be the one named, by a number or a name in words; a competitor's is none that is no competitor."""
    if told[1] == ANY:
        return False
    return competitors.may_be(told, only, draft, context) if only in others else not same_page.is_another(only, told[0], spelt)


def _warn_of(strange: Sequence[Owner], draft: Draft) -> None:
    if strange:
        draft.warn(
            "Rows name another account than the one you named ({accounts}): they were taken for the one they name. If both are one "
            "page, name the account of the rows instead, or its figures will stand under two accounts; an import already made is "
            "undone on its page.",
            accounts=first_of(codes(strange)),
        )
