"""Times of day as people write them: 10.00, «10-00», 9, «10 ч 30 мин», «18:00-20:00»."""

import re
from datetime import timedelta

from smmstrategy.metrics.imports.reading.cells.dates import TIME, ZONE

AS_IN_DATES = re.compile(TIME + ZONE, re.I)
PARTED = re.compile(r"([01]?\d|2[0-3])[.,-]([0-5]\d)", re.A)
HOUR = re.compile(
    r"(?:в )?([01]?\d|2[0-3])(?:\s*(?:ч|час(?:а|ов)?|h)\.?(?:\s*([0-5]?\d)(?:\s*(?:м|мин(?:ут[аы]?)?|m|min)\.?)?)?)?", re.I | re.A
)
PART_OF_A_DAY = re.compile(r"0[.,]\d{3,}", re.A)
_TIME = r"(?:[01]?\d|2[0-4])[:.][0-5]\d"
SLOT = re.compile(
    rf"(?P<before>.*?(?<![\d.:])(?:с )?)(?P<first>{_TIME})\s*(?:[-–—]|до|по)\s*(?P<last>{_TIME})(?P<rest>(?![\d:.]).*)", re.I | re.A
)


def plain(text: str) -> str:
    """The time as dates have it behind them, «10:00»; empty where the text says none for certain."""
    if (m := AS_IN_DATES.fullmatch(f" {text}")) and m[1]:
        return text if int(m[1]) < 24 and int(m[2]) < 60 else ""
    if PART_OF_A_DAY.fullmatch(text):
        return str(timedelta(seconds=round(float(text.replace(",", ".")) * 86_400)))
    if m := PARTED.fullmatch(text):
        return "" if _may_be_hours(text, m) else f"{m[1]}:{m[2]}"
    m = HOUR.fullmatch(text)
    return f"{m[1]}:{int(m[2] or 0):02}" if m else ""


def without_end(text: str) -> str:
    """«18:00-20:00» as 18:00: the beginning of a stretch of time; a zone is behind a time and not later than it."""
    m = SLOT.fullmatch(text)
    if not m or _minutes(m["last"]) <= _minutes(m["first"]):
        return text
    return f"{m['before'].removesuffix('с ')}{m['first'].replace('.', ':')}{m['rest']}"


def _may_be_hours(text: str, m: re.Match[str]) -> bool:
    """«12-14» may be the hours from 12 to 14."""
    return "-" in text and int(m[1]) < int(m[2]) <= 24


def _minutes(clock: str) -> int:
    hours, minutes = re.split("[:.]", clock)
    return int(hours) * 60 + int(minutes)
