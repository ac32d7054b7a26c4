"""The account a person names, in a form or a command: its handle in the one spelling, or why it is none."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from smmstrategy.clients import handles
from smmstrategy.clients.models import Client, Network
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.records.owners import column_words


def handle(network: str, called: str, client: Client | None) -> str:
    """Raises ValidationError when no account of that network is called so.

    One that the client has already may be called in words: a file had no handle of it.
    """
    if (of_address := pages.network_of(called)) not in ("", network):
        text = _("This address is in another network than the one chosen: %(network)s.")
        raise ValidationError(text % {"network": Network(of_address).label})
    spelt = pages.handle_in(network, called)
    if handles.is_possible(network, spelt) or (client and _has(client, network, spelt)):
        return spelt
    is_site = network == Network.WEBSITE
    raise ValidationError(
        _("Write the site's address, such as site.com.") if is_site else _("Write the name that stands in the page's address.")
    )


def name(network: str, text: str) -> str:
    """By which rows are said to name an account, as names are compared; of an address or an @handle what stands in it."""
    return names.compared(pages.handle_in(network, text) if column_words.is_plain(network, text.strip()) else text)


def is_among(network: str, called: str, said: Iterable[str]) -> bool:
    """One of these, «network:handle», is that account, in whatever spelling of its page or of a name in words."""
    spelt = _spelt(network, called)
    return any(spelt & _spelt(*one.split(":", 1)) for one in said)


def is_told(subject: Mapping[str, Any], said: Iterable[str]) -> bool:
    """One of these is that account of a file, by whatever the file calls it."""
    return any(is_among(subject["network"], called, said) for called in (subject["handle"], *subject["other_names"]))


def _spelt(network: str, called: str) -> set[tuple[str, str]]:
    return {(network, handles.key(network, called)), (network, names.compared(called))}


def _has(client: Client, network: str, handle: str) -> bool:
    return client.accounts.filter(network=network, key=handles.key(network, handle)).exists()
