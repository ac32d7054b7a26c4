"""What the reader chose, as it stands in the address: the same address always shows the same view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from audits.measures.calendar import windows
from smmstrategy.metrics.periods import Period

PRESETS = {"half": 6, "quarter": 3, "month": 1}
AGAINST = ("before", "year_earlier", "nothing")
RANKINGS = ("interactions", "views", "er", "comments", "shares")
LONGEST = 1100  # days
EARLIEST = 1990


@dataclass(frozen=True, slots=True)
class Choice:
    """`preset` is empty for days the reader set; `account` None means all own accounts together.

    `refused` says what is wrong with days that cannot be shown, and `typed` are those as they stand in the address.
    """

    period: Period
    preset: str = "half"
    against: str = "before"
    account: int | None = None
    ranking: str = "interactions"
    refused: str = ""
    typed: tuple[str, str] = ("", "")

    @property
    def days(self) -> tuple[str, str]:
        """What stands in the fields of a custom period."""
        return self.typed if self.refused else (self.period.first.isoformat(), self.period.last.isoformat())

    @property
    def windows(self) -> dict[str, Period]:
        """By the audit's words, those of an audit of the period."""
        return windows(self.period)

    @property
    def window(self) -> str:
        """The one beside the period, "" when none is wanted; that before where the one wanted is no window of its own."""
        if self.against == "nothing":
            return ""
        return self.against if self.against in self.windows else "before"

    @property
    def offered(self) -> tuple[str, ...]:
        """What the period can be compared with, as `against` has it."""
        return tuple(name for name in AGAINST if name in self.windows or name == "nothing")

    @property
    def compared(self) -> Period | None:
        return self.windows.get(self.window)

    def address(self, **changes: object) -> str:
        """The query string of this choice with something changed; an own period is kept when nothing else is said."""
        other = replace(self, **changes)
        words: dict[str, object] = {"period": other.preset or "custom", "against": other.against, "ranking": other.ranking}
        if not other.preset:
            words |= {"first": other.period.first.isoformat(), "last": other.period.last.isoformat()}
        if other.account:
            words["account"] = other.account
        return "?" + urlencode(words)


def choice(asked: Mapping[str, str], until: date, today: date) -> Choice:
    """What an address asks for; whatever it leaves out or gets wrong is the last six months up to `until`."""
    preset, typed = asked.get("period", "half"), (asked.get("first", ""), asked.get("last", ""))
    period, refused = _own_period(*typed, today) if preset == "custom" else (None, "")
    if period is None:
        preset = preset if preset in PRESETS else "half"
        period = Period.months(until, PRESETS[preset])
    account = asked.get("account", "")
    return Choice(
        period=period,
        preset="" if preset == "custom" else preset,
        against=asked.get("against") if asked.get("against") in AGAINST else "before",
        account=int(account) if account.isascii() and account.isdigit() else None,
        ranking=asked.get("ranking") if asked.get("ranking") in RANKINGS else RANKINGS[0],
        refused=refused,
        typed=typed if refused else ("", ""),
    )


def _own_period(first: str, last: str, today: date) -> tuple[Period | None, str]:
    """The days, or what is wrong with them."""
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None, "unreadable"
    if period.first > period.last:
        return None, "reversed"
    if period.first.year <= EARLIEST:
        return None, "early"
    if period.last > today:
        return None, "coming"
    return (None, "long") if period.days > LONGEST else (period, "")
