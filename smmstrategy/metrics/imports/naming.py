"""The account a person names, in a form or a command: its handle in the one spelling, or why it is none."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from smmstrategy.clients import handles
from smmstrategy.clients.models import Network
from smmstrategy.metrics.imports import pages


def handle(network: str, told: str) -> str:
    """Raises ValidationError when no account of that network is called so."""
    if (of_address := pages.network_of(told)) not in ("", network):
        text = _("This address is in another network than the one chosen: %(network)s.")
        raise ValidationError(text % {"network": Network(of_address).label})
    found = pages.handle_in(network, told)
    if not handles.is_possible(network, found):
        raise ValidationError(_("Write the name that stands in the page's address."))
    return found
