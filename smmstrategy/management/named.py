"""The accounts that options of a command name."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Network
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.reading.cells import names, pages


def accounts(said: list[str], brand: Brand | None) -> dict[str, Any]:
    """The account a person has named, or the accounts, each in a network of its own."""
    handles = dict(_named("--account", name, brand) for name in said)
    if len(handles) < len(said):
        raise CommandError(_("--account names two accounts of one network; a file can be about one of them."))
    return {"accounts_by_network": handles} if len(said) > 1 else {"account": ":".join(*handles.items())} if said else {}


def meant(said: list[str], brand: Brand | None) -> dict[str, str]:
    """By names in their networks, as compared, the handle of the account that each means."""
    handles: dict[str, str] = {}
    for one in said:
        name, handle = _meant(one, brand)
        if name in handles:
            sentence = _("--name says of «{name}» twice which account it means: leave one.")
            raise CommandError(sentence.format(name=name.partition(":")[2]))
        handles[name] = handle
    return handles


def _meant(said: str, brand: Brand | None) -> tuple[str, str]:
    name, _equals, account = said.rpartition("=")
    network, handle = _named("--name", account, brand)
    return f"{network}:{naming.name(network, name)}", handle


def _named(option: str, name: str, brand: Brand | None) -> tuple[str, str]:
    """The network and the handle of an account that an option names."""
    network, handle = _parts(option, name)
    try:
        with scope("system"):
            return network, naming.handle(network, handle, brand.client if brand else None)
    except ValidationError as error:
        raise CommandError(f"{option} {name.rstrip(':')}: {error.message}") from error


def in_file(option: str, name: str) -> str:
    """«network:handle» of an account of the file, or what it is called there in words, as compared."""
    network, called = _parts(option, name)
    try:
        return f"{network}:{naming.handle(network, called, None)}"
    except ValidationError as error:
        if pages.network_of(called) or not names.compared(called):
            raise CommandError(f"{option} {name.rstrip(':')}: {error.message}") from error
        return f"{network}:{names.compared(called)}"


def _parts(option: str, name: str) -> tuple[str, str]:
    network, _colon, called = name.partition(":")
    if network not in Network.values:
        sentence = _("{option} is {shape}, with one of the networks {networks}.")
        shape = _("NAME=NETWORK:HANDLE") if option == "--name" else _("NETWORK:HANDLE")
        raise CommandError(sentence.format(option=option, shape=shape, networks=", ".join(Network.values)))
    return network, called
