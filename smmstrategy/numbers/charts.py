"""Charts: the same written numbers for the picture and for the table beside it; a gap stays a gap."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext

from audits.evidence import Segment
from audits.measures.glance import Glance
from audits.measures.series import NOTHING
from audits.report import names
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.cards import value_of
from smmstrategy.numbers.measures import measures, written
from smmstrategy.numbers.steps import MONTHLY, in_words, label, steps
from smmstrategy.reports.document import Day
from smmstrategy.reports.formats import write

LINES, BARS = ("followers_end", "visits", "pageviews"), ("posts", "interactions", "views")  # and the engagement rate, a line
BY_DAY = "followers_end"


@dataclass(frozen=True, slots=True)
class Series:
    """`labels` and `texts` are what the reader sees of each value, in the chart and in the table; `days` are its first and last."""

    name: str
    values: list[float | None]
    texts: list[str]
    labels: list[str]
    days: list[tuple[str, str]]
    is_compared: bool = False

    @property
    def is_known(self) -> bool:
        return any(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class Chart:
    key: str
    title: str
    form: str
    is_share: bool
    step_name: str
    series: list[Series]

    @property
    def rows(self) -> list[list[str]]:
        """The table: label and value of this period, then of the compared one."""
        columns = [column for series in self.series for column in (series.labels, series.texts)]
        return [list(row) for row in zip_longest(*columns, fillvalue="")]

    @property
    def data(self) -> dict[str, Any]:
        return asdict(self)


def charts(glance: Glance, stepwise: dict[str, Sequence[Segment]], language: str) -> list[Chart]:
    """A chart for every measure that is drawn and of which two values are known, of the windows in `stepwise`, «now» first."""
    wanted = [measure for measure in measures(glance) if measure in LINES + BARS or names.measure(measure).is_rate]
    drawn = [_drawn(measure, glance, stepwise, language) for measure in wanted]
    return [chart for chart in drawn if sum(value is not None for value in chart.series[0].values) > 1]


def _drawn(measure: str, glance: Glance, stepwise: dict[str, Sequence[Segment]], language: str) -> Chart:
    """Earlier windows only where they are of the same accounts."""
    subject = glance.subject
    periods = {name: subject.windows[name].period for name in stepwise if name == "now" or subject.alike(measure, name)}
    if measure == BY_DAY and _daily(glance, periods["now"]):
        return _by_day(glance, periods, language)
    values = {name: [value_of(step, measure, subject) for step in stepwise[name]] for name in periods}
    return _by_step(measure, periods, values, language)


def _by_step(measure: str, periods: dict[str, Period], stepwise: dict[str, list[Decimal | None]], language: str) -> Chart:
    series = []
    for name, period in periods.items():
        days, values = steps(period), stepwise[name]
        series.append(_series(measure, period, days, values, [label(one, language) for one in days], language))
    return _chart(measure, gettext("Month") if periods["now"].days > MONTHLY else gettext("Days"), series, language)


def _by_day(glance: Glance, periods: dict[str, Period], language: str) -> Chart:
    series = []
    for period in periods.values():
        daily = _daily(glance, period)
        days = [Period(day, day) for day in period.each_day()]
        labels = [write(Day(one.first, with_year=False), language) for one in days]
        series.append(_series(BY_DAY, period, days, [daily.get(one.first) for one in days], labels, language))
    return replace(_chart(BY_DAY, gettext("Days"), series, language), title=names.titled("followers", language))


def _daily(glance: Glance, period: Period) -> dict[date, Decimal]:
    """Followers of all accounts by day; a day is known only when each account that has days at all has this one."""
    known = [glance.material.days.get((account.id, "followers"), NOTHING).within(period) for account in glance.accounts]
    having = [dict(zip(one.days, one.values, strict=True)) for one in known if one.days]
    shared = set.intersection(*map(set, having)) if having else set()
    return {day: sum((one[day] for one in having), Decimal(0)) for day in shared}


def _series(
    measure: str, period: Period, days: list[Period], values: list[Decimal | None], labels: list[str], language: str
) -> Series:
    return Series(
        name=in_words(period, language),
        values=[None if value is None else float(value) for value in values],
        texts=[written(measure, value, language, exactly=True) for value in values],
        labels=labels,
        days=[(one.first.isoformat(), one.last.isoformat()) for one in days],
    )


def _chart(measure: str, step_name: str, series: list[Series], language: str) -> Chart:
    """The compared period is drawn when anything of it is known."""
    drawn = series[:1] + [replace(one, is_compared=True) for one in series[1:] if one.is_known]
    form = "bar" if measure in BARS else "line"
    return Chart(measure, names.named(measure, language), form, names.measure(measure).is_rate, step_name, drawn)
