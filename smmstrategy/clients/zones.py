"""Time zones a client may have: days are counted in one of these, today among them."""

from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _


def _named(zone: str) -> tuple[str, str]:
    return zone, zone.replace("_", " ")


def _of_places() -> set[str]:
    """The names by which zones of countries are called now, not those that were kept for what was written before."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text()
    return {line.split("\t")[2] for line in table.splitlines() if not line.startswith("#")} & available_timezones()


ZONES = [_named(zone) for zone in sorted({"UTC", *_of_places()})]


def zones_with(stored: str) -> list[tuple[str, str]]:
    """Those to choose from, and the one that is stored, whatever it is."""
    return sorted({*ZONES, _named(stored)})


def today(zone: str, now: datetime | None = None) -> date:
    return timezone.localdate(now, ZoneInfo(zone))


def validate_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone this machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValidationError(_("There is no time zone called “%(name)s”."), params={"name": name}) from error
