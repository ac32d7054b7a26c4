"""The months that `--until` says at the command line, in all commands that have it."""

from datetime import date

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from smmstrategy.metrics.periods import Period


def months_until(until: str, count: int) -> Period:
    """As many, the last of them the one that is said."""
    try:
        return Period.months(date.fromisoformat(f"{until}-01"), count)
    except ValueError as error:
        raise CommandError(_("--until takes a month like 2026-06, not «%(until)s».") % {"until": until}) from error
