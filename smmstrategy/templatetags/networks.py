"""What a network is called on a page."""

from django import template

from smmstrategy.clients.models import Network

register = template.Library()


@register.filter
def network(code: str) -> str:
    """«ok» → «Odnoklassniki»; the code itself for a network that is no longer known."""
    return str(dict(Network.choices).get(code, code))
