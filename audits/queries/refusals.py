"""Sentences on why months of a brand cannot be audited."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audits.queries import has_data, newest_day
from smmstrategy.clients.models import Brand
from smmstrategy.clients.zones import today
from smmstrategy.days import month

NOTHING_TO_AUDIT = gettext_noop(
    "There is no post and no value of the brand's own accounts. "
    "First import an export of posts (VK, Telegram, YouTube Studio, Meta …) or of followers."
)


def why_none(brand: Brand) -> str:
    """Why no full month of the brand can be audited."""
    if newest := newest_day(brand, today(brand.client.time_zone) + timedelta(days=1)):
        return not_over(newest)
    if has_data(brand):
        return _("No post of %(brand)s has a date, so no month can be audited. Import an export with dates.") % {"brand": brand}
    return _(NOTHING_TO_AUDIT)


def not_over(day: date) -> str:
    """Why a month that ends then cannot be audited yet."""
    return _("%(month)s is not over yet: an audit covers full months.") % {"month": date_format(day, "F Y")}


def nothing_in(brand: Brand, known: list[date]) -> str:
    parts = {"brand": brand.name, "first": month(known[0]), "last": month(known[-1])}
    if parts["first"] == parts["last"]:
        return _("There is nothing of %(brand)s in these months; there is something of %(first)s.") % parts
    return _("There is nothing of %(brand)s in these months; there is something from %(first)s to %(last)s.") % parts
