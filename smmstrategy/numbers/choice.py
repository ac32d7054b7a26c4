"""What the reader chose, as it stands in the address: the same address always shows the same view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from smmstrategy.metrics.periods import Period

PRESETS = {"half": 6, "quarter": 3, "month": 1}
AGAINST = {"before": "before", "year": "year_earlier", "nothing": ""}  # what a reader chooses → the audit's word for the window
RANKINGS = ("interactions", "views", "er", "comments", "shares")
LONGEST = 1100  # days


@dataclass(frozen=True, slots=True)
class Choice:
    """`preset` is empty for days the reader set; `account` None means all own accounts together."""

    period: Period
    preset: str = "half"
    against: str = "before"
    account: int | None = None
    ranking: str = "interactions"

    @property
    def windows(self) -> dict[str, Period]:
        """By the audit's words: the period, as long a one right before it, and the same a year earlier; whole months stay whole."""
        if Period.months(self.period.last, self.period.month_count) == self.period:
            return {"now": self.period, "before": self.period.before(), "year_earlier": self.period.year_earlier()}
        shift, year_earlier = timedelta(days=self.period.days), Period(_year_ago(self.period.first), _year_ago(self.period.last))
        return {
            "now": self.period,
            "before": Period(self.period.first - shift, self.period.last - shift),
            "year_earlier": year_earlier,
        }

    @property
    def window(self) -> str:
        """The one beside the period, "" when none is wanted."""
        return AGAINST[self.against]

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


def choice(asked: Mapping[str, str], until: date) -> Choice:
    """What an address asks for; whatever it leaves out or gets wrong is the last six months up to `until`."""
    preset = asked.get("period", "half")
    period = _own_period(asked) if preset == "custom" else None
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
    )


def _own_period(asked: Mapping[str, str]) -> Period | None:
    try:
        period = Period(date.fromisoformat(asked.get("first", "")), date.fromisoformat(asked.get("last", "")))
    except ValueError:
        return None
    return period if 1 <= period.days <= LONGEST and period.first.year > 1990 else None


def _year_ago(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
