"""Charts: the same written numbers for the picture and for the table beside it; a gap stays a gap."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext

from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.measures import ER_VIEW, FOLLOWERS, INTERACTIONS, POSTS, VIEWS, VISITS, Measure, measures
from smmstrategy.numbers.steps import in_words, label, steps
from smmstrategy.numbers.windows import Window
from smmstrategy.reports.document import Day, Figure, Shown
from smmstrategy.reports.formats import write

FORM = {FOLLOWERS: "line", ER_VIEW: "line", INTERACTIONS: "bar", VIEWS: "bar", POSTS: "bar", VISITS: "line"}
BY_DAY = (FOLLOWERS,)


@dataclass(frozen=True, slots=True)
class Series:
    """`labels` and `texts` are what the reader sees of each value, in the chart and in the table."""

    name: str
    values: list[float | None]
    texts: list[str]
    labels: list[str]
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


def charts(now: Window, then: Window | None, language: str) -> list[Chart]:
    """A chart for every measure that is drawn and of which two values are known."""
    drawn = [_chart(measure, now, then, language) for measure in measures(now) if measure in FORM]
    return [chart for chart in drawn if sum(value is not None for value in chart.series[0].values) > 1]


def _chart(measure: Measure, now: Window, then: Window | None, language: str) -> Chart:
    by_day = measure in BY_DAY and any(now.days(account, measure.key) for account in now.accounts)
    series = [_series(measure, now, by_day, language, False)]
    if then:
        series.append(_series(measure, then, by_day, language, True))
    series = series[:1] + [compared for compared in series[1:] if compared.is_known]
    step = gettext("Month") if now.period.days > 100 and not by_day else gettext("Days")
    return Chart(measure.key, measure.name(language), FORM[measure], measure.shown is Shown.PERCENT, step, series)


def _series(measure: Measure, window: Window, by_day: bool, language: str, is_compared: bool) -> Series:
    parts = [Period(day, day) for day in window.period.each_day()] if by_day else steps(window.period)
    values = [_at(measure, window, part, by_day) for part in parts]
    shown = Shown.INTEGER if measure.shown is Shown.SHORT else measure.shown
    return Series(
        name=in_words(window.period, language),
        values=[None if value is None else float(value) for value in values],
        texts=[write(Figure("", value, shown, measure.places), language) for value in values],
        labels=[write(Day(p.first, with_year=False), language) if by_day else label(p, language) for p in parts],
        is_compared=is_compared,
    )


def _at(measure: Measure, window: Window, part: Period, by_day: bool) -> Decimal | None:
    """A day of several accounts is known only when each account that has days at all has this one."""
    if not by_day:
        return measure.value(window, part)
    having = [known for account in window.accounts if (known := window.days(account, measure.key))]
    values = [known.get(part.first) for known in having]
    return sum(values, Decimal(0)) if values and None not in values else None
