"""Codes and days as a page says them."""

from django import template

from smmstrategy import days
from smmstrategy.clients.models import Network, Tracking
from smmstrategy.metrics.imports.queries import State

register = template.Library()
for filter_ in (days.month, days.months, days.day, days.moment):
    register.filter(filter_)


@register.filter
def network(code: str) -> str:
    """The network's name; the code itself for one that is no longer known."""
    return str(Network(code).label) if code in Network.values else code


@register.filter
def role(code: str) -> str:
    """Whose an account is to a brand."""
    return str(Tracking.Role(code).label)


@register.filter
def state(code: str) -> str:
    """How an import stands."""
    return str(State(code).label)
