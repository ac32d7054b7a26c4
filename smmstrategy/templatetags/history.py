"""How a stored value is written on a page."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

from smmstrategy.metrics.imports import labels

register = template.Library()
register.filter("breakdown", labels.breakdown)


@register.filter
def figure(value: Decimal) -> str:
    """The value itself, with its own decimals and no zeros after them."""
    plain = format(value.normalize(), "f")
    return number_format(plain, len(plain.partition(".")[2]), force_grouping=True)
