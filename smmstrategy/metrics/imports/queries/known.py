"""What reading an import must know beside its file."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from smmstrategy.clients import handles, zones
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports.queries import names as names_of_accounts
from smmstrategy.metrics.imports.queries.accounts import main_walls
from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import ColumnMapping, Import


def context(import_: Import) -> dict[str, Any]:
    """What the child needs to know beside the bytes; today is the day it is where the client is."""
    tracked = list(Tracking.objects.filter(brand=import_.brand_id).select_related("account").order_by("account__handle"))
    own = _of_role(tracked, Tracking.Role.OWN)
    options = Options(**import_.options)
    is_own = bool(options.own) or (options.role or Tracking.Role.OWN) == Tracking.Role.OWN
    accounts = {tracking.account_id: tracking.account for tracking in tracked}
    of_client = list(Account.objects.filter(client=import_.client_id).order_by("pk"))
    known = names_of_accounts.of_brand(import_, accounts, [one for one in of_client if one.pk not in accounts], own)
    brand = names.compared(import_.brand.name)
    for network in (one for one in own if brand not in known.names[one]):
        known.bearers[network].setdefault(brand, own[network])  # which of several is meant is asked
    known.own, known.competitors = own if is_own else {}, _of_role(tracked, Tracking.Role.COMPETITOR)
    known.there, known.stands_on = _keys(of_client)
    mappings = ColumnMapping.objects.filter(client=import_.client_id)
    return {
        "file_name": import_.file_name,
        "today": zones.today(import_.client.time_zone).isoformat(),
        "time_zone": import_.client.time_zone,
        "currency": import_.client.currency,
        "default_handle": import_.brand.slug,
        "may_ask": import_.created_by_id is not None,
        "of_others": not is_own,
        "known": vars(known),
        "brand": brand,
        "walls": _walls(options, known.stands_on),
        "options": replace(options, role="", own=(), accounts_by_name=_compared(options)).as_json(),
        "mappings": {mapping.signature: mapping.mapping for mapping in mappings},
    }


def _of_role(tracked: Sequence[Tracking], role: str) -> dict[str, list[str]]:
    """By network the handles of the accounts that the brand looks at as that."""
    of_role: dict[str, list[str]] = {}
    for tracking in tracked:
        if tracking.role == role:
            of_role.setdefault(tracking.account.network, []).append(tracking.account.handle)
    return of_role


def _compared(options: Options) -> dict[str, str]:
    """What names mean as a person has said it, by the spelling in which names are compared now."""
    return {f"{network}:{names.compared(name)}": handle for network, name, handle in options.names_told}


def _keys(accounts: Sequence[Account]) -> tuple[dict[str, list[str]], dict[str, dict[str, str]]]:
    """By network the keys of all accounts of the client, whichever brand looks at them; and of each of these keys the wall on which
    most of the account's stored posts stand, if there is one."""
    there, stands_on, walls = {}, {}, main_walls({account.pk: account.network for account in accounts})
    for account in accounts:
        there.setdefault(account.network, []).append(account.key)
        if account.pk in walls:
            (_network, page), _has_all = walls[account.pk]
            stands_on.setdefault(account.network, {})[account.key] = page
    return there, stands_on


def _walls(options: Options, stands_on: dict[str, dict[str, str]]) -> list[str]:
    """What a page that a person has named is called by its wall."""
    network, handle = options.account_named or ("", "")
    wall = stands_on.get(network, {}).get(handles.key(network, handle))
    return [wall] if wall else []
