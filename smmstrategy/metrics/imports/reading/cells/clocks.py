"""Times of day as people write them, «10.00», 9, «10 ч 30 мин», 0.4375, «18:00-20:00»: how, is decided over the whole column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from smmstrategy.metrics.imports.reading.cells.dates import TIME, ZONE

AS_IN_DATES = re.compile(TIME + ZONE, re.I)
PARTED = re.compile(r"([01]?\d|2[0-3])[.,-]([0-5]\d)", re.A)
HOUR = re.compile(
    r"(?:в )?([01]?\d|2[0-3])(?:\s*(?:ч|час(?:а|ов)?|h)\.?(?:\s*([0-5]?\d)(?:\s*(?:м|мин(?:ут[аы]?)?|m|min)\.?)?)?)?", re.I | re.A
)
HALF_OF_A_DAY = re.compile(r"(1[0-2]|0?[1-9])\s*([ap]\.?m\.?)", re.I | re.A)
PART_OF_A_DAY = re.compile(r"0[.,]\d{3,}", re.A)
SHORT_PART = re.compile(r"0[.,]\d\d?", re.A)  # of a day, or «0.25» are minutes past midnight
LAST_SECOND = 86_399
NUMBER = re.compile(r"\d+(?:[.,-]\d+)?", re.A)  # a time only in a column of times
_TIME = r"(?:[01]?\d|2[0-4])[:.][0-5]\d"
SLOT = re.compile(
    rf"(?P<before>.*?(?<![\d.:])(?<!\dT)(?:с )?)(?P<first>{_TIME})\s*(?:[-–—]|до|по)\s*(?P<last>{_TIME})(?P<rest>(?![\d:.]).*)",
    re.I | re.A,
)
MIDNIGHT = re.compile(r"[ T,]+(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)?\s*a\.?m\.?)" + ZONE + r"\Z", re.I)
IN_A_DAY = re.compile(r"\d:\d\d|\A\d{5}[.,]\d|\A\d{10}", re.A)

ZONED = re.compile(r"\d\d:\d\d-(?:0\d|1[0-2]):(?:00|15|30|45)", re.A)
SUMMER_TIME = 60  # minutes, by which a zone differs from itself


@dataclass(frozen=True, slots=True)
class Writing:
    """How the times of a column are written, where one by itself may be this or that."""

    are_parts: bool | None = None  # «0.25» is a part of a day, not 25 minutes past midnight; None where nothing tells
    are_stretches: bool = False  # «22:00-02:00» is a stretch of time, not a time in a zone


def writing(texts: Sequence[str]) -> Writing:
    """What the cells that can be read in one way alone say of the others."""
    each = {*texts}
    is_parted = any(PARTED.fullmatch(text) and not SHORT_PART.fullmatch(text) and "-" not in text for text in each)
    is_part = any(PART_OF_A_DAY.fullmatch(text) or (SHORT_PART.fullmatch(text) and not PARTED.fullmatch(text)) for text in each)
    return Writing(is_part if is_part != is_parted else None, _are_stretches(list(filter(None, map(SLOT.fullmatch, each)))))


def _are_stretches(found: Sequence[re.Match[str]]) -> bool:
    """One that can be no time in a zone, ends that no one zone has, or each later than its beginning."""
    ends = [_minutes(m["last"]) for m in found]
    are_zones = all(ZONED.search(m[0]) for m in found) and max(ends, default=0) - min(ends, default=0) <= SUMMER_TIME
    return not are_zones or all(_minutes(m["first"]) < end for m, end in zip(found, ends, strict=True))


def told(text: str, how: Writing) -> str:
    """The time, or the beginning of a stretch, as dates have it behind them; empty where the text says none for certain."""
    return plain(without_end(text, how), how)


def plain(text: str, how: Writing) -> str:
    """The time as dates have it behind them, «10:00»; empty where the text says none for certain."""
    if (m := AS_IN_DATES.fullmatch(f" {text}")) and m[1]:
        return text if int(m[1]) < 24 and int(m[2]) < 60 else ""
    if m := HALF_OF_A_DAY.fullmatch(text):
        return f"{m[1]}:00 {m[2]}"
    if PART_OF_A_DAY.fullmatch(text) or (how.are_parts and SHORT_PART.fullmatch(text)):
        return str(timedelta(seconds=min(round(float(text.replace(",", ".")) * 86_400), LAST_SECOND)))
    if m := PARTED.fullmatch(text):
        is_unsure = how.are_parts is None and SHORT_PART.fullmatch(text)
        return "" if is_unsure or _may_be_hours(text, m) else f"{m[1]}:{m[2]}"
    m = HOUR.fullmatch(text)
    return f"{m[1]}:{int(m[2] or 0):02}" if m else ""


def without_end(text: str, how: Writing) -> str:
    """«18:00-20:00» as 18:00: the beginning of a stretch of time, in a column of such."""
    m = SLOT.fullmatch(text) if how.are_stretches else None
    return f"{m['before'].removesuffix('с ')}{m['first'].replace('.', ':')}{m['rest']}" if m else text


def without_midnight(day: str) -> str:
    """A day beside its clock as it stands without the midnight that spreadsheets and programs give it."""
    m = MIDNIGHT.search(day)
    return day[: m.start()] if m else day


def is_in(day: str) -> bool:
    """The day says its time itself, with a colon, as the part of a day or in seconds."""
    return IN_A_DAY.search(day) is not None


def _may_be_hours(text: str, m: re.Match[str]) -> bool:
    """«12-14» may be the hours from 12 to 14."""
    return "-" in text and int(m[1]) < int(m[2]) <= 24


def _minutes(clock: str) -> int:
    hours, minutes = re.split("[:.]", clock)
    return int(hours) * 60 + int(minutes)
