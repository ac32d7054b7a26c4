"""A date as files write it: days, times, zones, months and ranges of days, read in a given order of day and month."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from smmstrategy.metrics.imports.reading.cells import months, weekdays, windows
from smmstrategy.metrics.imports.reading.messages import Message

TIME = r"(?:[ T,]+(?:в |at |[-–] )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?"
ZONES = {"MSK": 3, "МСК": 3, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3}
ZONE = rf"\s*\(?(Z|(?:UTC|GMT)?[+-]\d{{2}}:?\d{{2}}|(?:UTC|GMT|(?<=:\d\d)|(?<=:\d\d ))[+-]\d{{1,2}}|UTC|GMT|{'|'.join(ZONES)})?\)?"
ZONE_IN_HEADER = re.compile(rf"(?<![^\W_])(?:(?:UTC|GMT)(?:\s*[+−-]\s*[01]?\d(?::?[0-5]\d)?)?|{'|'.join(ZONES)})(?![^\W_])", re.I)
OFFSET = re.compile(r"([+-])(\d{2}|\d)(?::?(\d{2}))?")
ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})" + TIME + ZONE, re.I | re.A)
EITHER = re.compile(r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?:\s?г(?:\.|ода)?)?" + TIME + ZONE, re.I)
DAY_NAME = re.compile(
    r"(?:[^\W\d]+\.?,\s+)?(\d{1,2})[ -]([^\W\d]+)\.?,?[ -](\d{4}|(?<=-)\d{2})(?:\s*г(?:\.|ода)?)?" + TIME + ZONE, re.I
)
NAME_DAY = re.compile(r"(?:[^\W\d]+\.?,\s+)?([^\W\d]+)\.? (\d{1,2}),? (\d{4})" + TIME + ZONE, re.I)
MONTH_NUMBER = re.compile(r"(0?[1-9]|1[0-2])[./](20\d{2})|(20\d{2})(0[1-9]|1[0-2])", re.A)
# No day stands behind the name of a month in Russian: «сен-26» has a year there.
MONTH = re.compile(
    r"(?:(\d{4})-(\d{1,2})|([^\W\d]+)(?:(?:\.?,? |[.-])(\d{4})(?:\s*г\.?)?|\.(\d{2})|(?<=[а-я])(?:\.?[ -]|\.? ?['’])(\d{2})))", re.I
)
RANGE = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|(?<=[./]\d{4})-(?=\d{1,2}[./])")
DAY, NAME, YEAR, TO = r"\d{1,2}", r"[^\W\d]+\.?", r"(?:\d{4}|\d{2})(?:\s*г\.?)?", r"\.?\s*[-–—]\s*"
# Stretches whose first day leaves to the last what both share: «01.06–07.06.2026», «1-7 июня 2026», «June 1-7, 2026».
STRETCHES = [
    re.compile(f"({before})({day}){TO}({day})({rest})")
    for before, day, rest in (
        ("", DAY, rf"[./]{DAY}[./]{YEAR}| {NAME} {YEAR}"),
        ("", rf"{DAY}[./]{DAY}", rf"[./]{YEAR}"),
        ("", f"{DAY} {NAME}", f" {YEAR}"),
        (f"{NAME} ", DAY, f",? {YEAR}"),
        ("", f"{NAME} {DAY}", f",? {YEAR}"),
    )
]
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})" + TIME + ZONE, re.I | re.A)
EPOCH = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?", re.A)
SERIAL = re.compile(r"(\d{5})(?:(?: 0)?[.,](\d+))?" + TIME + ZONE, re.I | re.A)  # the part of a day may stand apart
ABSENT = frozenset({"", "-", "–", "—", "n/a", "null", "none", "nan", "lifetime"})
FROM_1900_TO_1904 = 1462  # days
SWAPPED = "swapped"  # beside the orders: Excel has swapped day and month in some dates of the column
EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a calendar, not a moment


class NotADate(ValueError):
    """The text is there but says no date."""


class NotInOrder(NotADate):
    """It says none with that first which a person has said comes first: the day ("dmy") or the month ("mdy")."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, the time of day if the source says it, the zone if it says that; or a whole month, or the days until `last`."""

    day: date
    clock: time | None = None
    zone: timezone | None = None
    is_month: bool = False
    last: date | None = None

    @property
    def is_day(self) -> bool:
        return not self.is_month and self.last in (None, self.day)

    @property
    def until(self) -> date:
        """The last of its days."""
        return windows.of_month(self.day.year, self.day.month)[1] if self.is_month else self.last or self.day

    def instant(self, zone: tzinfo, client_zone: tzinfo) -> datetime:
        """UTC of a time in `zone`, unless it names its own. A day without a time stands at the client's noon: it stays that day."""
        if self.clock is None:
            return datetime.combine(self.day, time(12), client_zone).astimezone(UTC)
        return datetime.combine(self.day, self.clock, self.zone or zone).astimezone(UTC)

    def turned(self) -> "Moment":
        """Of the day that day and month make the other way around."""
        return replace(self, day=date(self.day.year, self.day.day, self.day.month))

    def written(self) -> str:
        """«2026-05-08», «2026-05-08T12:30», «2026-05» for a month, «2026-05-04/2026-05-10» for the days until `last`."""
        if self.is_month:
            return f"{self.day:%Y-%m}"
        if self.last:
            return f"{self.day}/{self.last}"
        return f"{self.day}T{self.clock:%H:%M}" if self.clock else f"{self.day}"


@dataclass
class Order:
    """How the ambiguous dates of a column are read, and what has to be said or asked about it."""

    order: str = "dmy"
    is_told: bool = False  # by a person: a date that it does not fit is none
    is_swapped: bool = False  # Excel has swapped day and month in the dates it wrote itself
    warning: Message | None = None
    ask: bool = False
    are_all: bool = False  # Excel may have swapped them in all dates, where that is asked
    future: Mapping[str, int] | None = None  # how many dates either order puts into the future, where that is asked
    unfit: Mapping[str, int] | None = None  # how many it does not fit
    ways: tuple[str, ...] = ("dmy", "mdy")  # of which it is asked
    examples: tuple[str, ...] = ()  # dates of the column that can be read both ways, where that has to be asked

    @property
    def asks_for_order(self) -> bool:
        return self.ask and SWAPPED not in self.ways


def parse(text: str, order: Order) -> Moment | None:
    """The moment a text says; None when it says none. Raises NotADate."""
    if text.lower() in ABSENT:
        return None
    text = weekdays.without(text)
    try:
        return _numeric(text, order) or _range(text, order) or _quarter_or_week(text) or _named(text)
    except NotInOrder:
        raise
    except (ValueError, OverflowError) as error:
        raise NotADate(text) from error


def without_midnights(moments: Sequence[Moment | NotADate | None]) -> list[Moment | NotADate | None]:
    """A column whose every time is midnight says days: spreadsheets and programs write a day so."""
    clocks = {moment.clock for moment in moments if isinstance(moment, Moment)}
    if clocks - {None, time()}:
        return [*moments]
    return [replace(moment, clock=None, zone=None) if isinstance(moment, Moment) else moment for moment in moments]


def are_days(texts: Sequence[str]) -> bool:
    """Each says a day, whatever the order of day and month; some may say that there is none."""
    filled = [text for text in texts if text.lower() not in ABSENT]
    return bool(filled) and all(map(_says_day, filled))


def is_single_day(text: str) -> bool:
    """It says a day, and not the first and the last of several."""
    return len(RANGE.split(text)) == 1 and _says_day(text)


def _says_day(text: str) -> bool:
    return any(form.fullmatch(part) for part in ends(text)[:1] for form in (ISO, EITHER, DAY_NAME, NAME_DAY))


def ends(text: str) -> list[str]:
    """The first and the last day of a stretch as dates of their own, or a single one, without days of the week."""
    text = weekdays.without(text)
    m = next(filter(None, (form.fullmatch(text) for form in STRETCHES)), None)
    return [f"{m[1]}{m[2]}{m[4]}", f"{m[1]}{m[3]}{m[4]}"] if m else RANGE.split(text)


def _range(text: str, order: Order) -> Moment | None:
    """A week as «21.09.2026 – 27.09.2026»; one that says the year of its last day alone may begin in the year before."""
    parts = ends(text)
    if len(parts) != 2:
        return None
    first, last = (_numeric(part, order) or _named(part) for part in parts)
    is_over_new_year = parts[0] not in text and first.day.month == 12 and last.day.month == 1
    begins = first.day.replace(year=last.day.year - 1) if is_over_new_year else first.day
    if any(day.clock or day.is_month for day in (first, last)) or begins > last.day:
        raise NotADate(text)
    return Moment(begins, last=last.day)


def _quarter_or_week(text: str) -> Moment | None:
    days = windows.quarter(text) or windows.week(text)
    return Moment(days[0], last=days[1]) if days else None


def _numeric(text: str, order: Order) -> Moment | None:
    return next((read(match, order) for shape, read in NUMERIC.items() if (match := shape.fullmatch(text))), None)


def _iso(m: re.Match[str], order: Order) -> Moment:
    year, month, day = int(m[1]), int(m[2]), int(m[3])
    if order.is_swapped and day <= 12:
        month, day = day, month
    return Moment(date(year, month, day), *_clock(m, 4))


def _either(m: re.Match[str], order: Order) -> Moment:
    """Day or month first, or the year where it has two digits as they have."""
    first, second, year = int(m[1]), int(m[3]), _year(m[4])
    if order.order == "ymd" and len(m[4]) == 2:
        return Moment(date(first + 2000, second, int(m[4])), *_clock(m, 5))
    has_dots = m[2] == "." and not order.is_swapped
    day_first = second <= 12 and (first > 12 or has_dots or order.order == "dmy")
    if order.is_told and not has_dots and day_first != (order.order == "dmy"):
        raise NotInOrder(order.order)
    day, month = (first, second) if day_first else (second, first)
    return Moment(date(year, month, day), *_clock(m, 5))


def _compact(m: re.Match[str], _order: Order) -> Moment:
    return Moment(date(int(m[1]), int(m[2]), int(m[3])), *_clock(m, 4))


def _epoch(m: re.Match[str], _order: Order) -> Moment:
    moment = datetime.fromtimestamp(int(m[1]), UTC)
    return Moment(moment.date(), moment.time(), UTC)


def _serial(m: re.Match[str], _order: Order) -> Moment:
    """Days since Excel's first, the part of a day behind the point or as a time beside."""
    moment = EXCEL_EPOCH + timedelta(days=int(m[1]), seconds=round(float(f"0.{m[2] or 0}") * 86400))
    return Moment(moment.date(), moment.time()) if m[2] else Moment(moment.date(), *_clock(m, 3))


NUMERIC = {ISO: _iso, EITHER: _either, COMPACT: _compact, EPOCH: _epoch, SERIAL: _serial}


def _named(text: str) -> Moment:
    if m := DAY_NAME.fullmatch(text):
        return Moment(date(_year(m[3]), _month(m[2]), int(m[1])), *_clock(m, 4))
    if m := NAME_DAY.fullmatch(text):
        return Moment(date(int(m[3]), _month(m[1]), int(m[2])), *_clock(m, 4))
    if m := MONTH.fullmatch(text):
        year, month = (int(m[1]), int(m[2])) if m[1] else (_year(m[4] or m[5] or m[6]), _month(m[3]))
        return Moment(date(year, month, 1), is_month=True)
    if m := MONTH_NUMBER.fullmatch(text):
        return Moment(date(int(m[2] or m[3]), int(m[1] or m[4]), 1), is_month=True)
    raise NotADate(text)


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(name: str) -> int:
    try:
        return months.NUMBERS[name.lower()]
    except KeyError:
        raise NotADate(name) from None


def _clock(m: re.Match[str], at: int) -> tuple[time | None, timezone | None]:
    hour, minute, second, half, zone = m[at], m[at + 1], m[at + 2], m[at + 3], m[at + 4]
    if hour is None:
        return None, None
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            raise NotADate(m[0])
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return time(hours, int(minute), int(second or 0)), _offset(zone)


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if zone.upper() in ZONES:
        return timezone(timedelta(hours=ZONES[zone.upper()]))
    sign, hours, minutes = OFFSET.search(zone).groups()
    return timezone(timedelta(minutes=int(f"{sign}1") * (int(hours) * 60 + int(minutes or 0))))


def zone_in(header: str) -> timezone | None:
    """The zone in which a column's header says its times are."""
    m = ZONE_IN_HEADER.search(header)
    return _offset(re.sub(r"[\s.]", "", m[0]).replace("−", "-")) if m else None


def since_1900(text: str) -> str:
    """A number of days that a workbook counts from 1904, as the others count it."""
    return f"{int(text[:5]) + FROM_1900_TO_1904}{text[5:]}" if SERIAL.fullmatch(text) else text
