"""Charts: the same written numbers for the picture and for the table beside it; a gap stays a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext

from audits.evidence import Number, Segment
from audits.measures import days
from audits.measures.glance import Glance
from audits.measures.series import NOTHING
from audits.measures.traffic import VISITED
from audits.report import measure_names
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.cards import value_of
from smmstrategy.numbers.measures import FOLLOWERS, GROWTH, REACH, WHERE_GIVEN, called, known, measures, written
from smmstrategy.numbers.steps import MONTHLY, in_words, label, steps
from smmstrategy.reports.document import Day
from smmstrategy.reports.formats import write

LINES = (FOLLOWERS, REACH)  # and the engagement rate
BARS = ("posts", "interactions", "views", GROWTH, *VISITED, *(code for code in WHERE_GIVEN if code != REACH))
COLORS = 8


@dataclass(frozen=True, slots=True)
class Series:
    """`labels` and `texts` are what the reader sees of each value, in the chart and in the table; `days` are its first and last."""

    name: str
    values: list[float | None]
    texts: list[str]
    labels: list[str]
    days: list[tuple[str, str]]
    is_compared: bool = False
    color: int = 1  # which of those of the tokens

    @property
    def is_known(self) -> bool:
        return any(value is not None for value in self.values)

    @property
    def has_course(self) -> bool:
        return sum(value is not None for value in self.values) > 1


@dataclass(frozen=True, slots=True)
class Chart:
    key: str
    title: str
    form: str
    is_share: bool
    step_name: str
    series: list[Series]  # of the period and of the compared one, or of each account in the period
    note: str = ""  # of whom it is, where that is not all accounts
    is_apart: bool = False  # a series for each account

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Of the table's columns, and which of them hold numbers."""
        return [(name, is_number) for name, is_number, _cells in self._columns()]

    @property
    def rows(self) -> list[list[tuple[str, bool]]]:
        _names, are_numbers, columns = zip(*self._columns(), strict=True)
        return [list(zip(row, are_numbers, strict=True)) for row in zip_longest(*columns, fillvalue="")]

    def _columns(self) -> Iterator[tuple[str, bool, list[str]]]:
        """The steps and the values of each series; the steps of accounts, which are the same, once."""
        for place, series in enumerate(self.series):
            if not place or not self.is_apart:
                yield self.step_name, False, series.labels
            yield series.name, True, series.texts

    @property
    def data(self) -> dict[str, Any]:
        return asdict(self)


def charts(glance: Glance, stepwise: dict[str, Sequence[Segment]], language: str) -> list[Chart]:
    """A chart for every measure that is drawn and of which two values are known, of the windows in `stepwise`, «now» first."""
    shown = {*LINES, *BARS} - ({GROWTH} if known(FOLLOWERS, glance).words else set())  # a line of the count shows its growth
    wanted = [measure for measure in measures(glance) if measure in shown or measure_names.measure(measure).is_rate]
    drawn = [_drawn(measure, glance, stepwise, language) for measure in wanted]
    return [chart for chart in drawn if any(one.has_course for one in chart.series if not one.is_compared)]


def _drawn(measure: str, glance: Glance, stepwise: dict[str, Sequence[Segment]], language: str) -> Chart:
    """Earlier windows only where they are of the same accounts."""
    subject = glance.subject
    periods = {name: subject.windows[name].period for name in stepwise if name == "now" or subject.alike(measure, name)}
    if measure == FOLLOWERS:
        return _level(glance, periods, stepwise, language)
    if measure == REACH and (of_days := _reach(glance, list(stepwise), language)):
        return of_days
    values = {name: [value_of(step, measure, subject) for step in stepwise[name]] for name in periods}
    has_gaps = any(value is None and measure in step.numbers for value, step in zip(values["now"], stepwise["now"], strict=True))
    note = gettext("Gaps are where not all accounts are known.") if has_gaps else ""
    return replace(_by_step(measure, periods, values, language), note=note)


def _level(glance: Glance, periods: dict[str, Period], stepwise: dict[str, Sequence[Segment]], language: str) -> Chart:
    """One line where it is of the same accounts throughout, by day if all of them have days, else a line of each account."""
    steps = (step.numbers[FOLLOWERS] for step in stepwise["now"] if FOLLOWERS in step.numbers)
    found = [glance.subject.now.numbers[FOLLOWERS], *steps]
    known_of = list(dict.fromkeys(number.accounts for number in found if number.accounts)) or [()]
    if len(known_of) > 1:
        return _by_account(glance, stepwise["now"], language)
    daily = {name: _daily(glance, "followers", known_of[0], period) for name, period in periods.items()}
    if daily["now"]:
        title = measure_names.titled("followers", language)
        return replace(_by_day(FOLLOWERS, periods, daily, language), title=title, note=_of_whom(glance))
    values = {name: [_value(step.numbers.get(FOLLOWERS), known_of[0]) for step in stepwise[name]] for name in periods}
    return replace(_by_step(FOLLOWERS, periods, values, language), note=_of_whom(glance))


def _value(number: Number | None, accounts: tuple[int, ...]) -> Decimal | None:
    return number.value if number and number.accounts == accounts else None


def _of_whom(glance: Glance) -> str:
    """Of how many accounts a level is, where these are not all."""
    told = known(FOLLOWERS, glance)
    return "" if told.share in (None, 1) else told.words


def _by_account(glance: Glance, stepwise: Sequence[Segment], language: str) -> Chart:
    period = glance.subject.now.period
    levels = [days.levels(step.numbers[FOLLOWERS]) if FOLLOWERS in step.numbers else {} for step in stepwise]
    series = []
    for account in glance.accounts:
        values = [of_step.get(account.id) for of_step in levels]
        told = replace(_of_steps(FOLLOWERS, period, values, language), name=called(account, language))
        series += [replace(told, color=len(series) % COLORS + 1)] if told.is_known else []
    note = gettext("By account: not all of them are known throughout. The card adds up what is known at the end.")
    return replace(_chart(FOLLOWERS, _step_name(period), series, language), note=note, is_apart=True)


def _reach(glance: Glance, windows: Sequence[str], language: str) -> Chart | None:
    """By day where it is given so, of each account by itself."""
    periods, by_account = {name: glance.subject.windows[name].period for name in windows}, {}
    for account in glance.accounts:
        daily = {name: _daily(glance, REACH, (account.id,), period) for name, period in periods.items()}
        if daily["now"]:
            by_account[called(account, language)] = _by_day(REACH, periods, daily, language)
    if len(by_account) < 2:
        return next((replace(one, note=name if len(glance.accounts) > 1 else "") for name, one in by_account.items()), None)
    series = [replace(one.series[0], name=name, color=n % COLORS + 1) for n, (name, one) in enumerate(by_account.items())]
    return replace(next(iter(by_account.values())), series=series, is_apart=True)


def _by_step(measure: str, periods: dict[str, Period], stepwise: dict[str, list[Decimal | None]], language: str) -> Chart:
    series = [_of_steps(measure, period, stepwise[name], language) for name, period in periods.items()]
    return _chart(measure, _step_name(periods["now"]), _with_compared(series), language)


def _step_name(period: Period) -> str:
    return gettext("Month") if period.days > MONTHLY else gettext("Days")


def _of_steps(measure: str, period: Period, values: list[Decimal | None], language: str) -> Series:
    within = steps(period)
    return _series(measure, period, within, values, [label(one, language) for one in within], language)


def _by_day(measure: str, periods: dict[str, Period], daily: dict[str, dict[date, Decimal]], language: str) -> Chart:
    series = []
    for name, period in periods.items():
        each = [Period(day, day) for day in period.each_day()]
        labels = [write(Day(one.first, with_year=False), language) for one in each]
        series.append(_series(measure, period, each, [daily[name].get(one.first) for one in each], labels, language))
    return _chart(measure, gettext("Days"), _with_compared(series), language)


def _daily(glance: Glance, code: str, accounts: tuple[int, ...], period: Period) -> dict[date, Decimal]:
    """Their values by day, added up; a day is known only when each of them has it."""
    given = [glance.material.days.get((account, code), NOTHING).within(period) for account in accounts]
    by_day = [dict(zip(one.days, one.values, strict=True)) for one in given]
    shared = set.intersection(*map(set, by_day)) if by_day else set()
    return {day: sum((one[day] for one in by_day), Decimal(0)) for day in shared}


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


def _with_compared(series: list[Series]) -> list[Series]:
    """The compared period is drawn when anything of it is known."""
    return series[:1] + [replace(one, is_compared=True) for one in series[1:] if one.is_known]


def _chart(measure: str, step_name: str, series: list[Series], language: str) -> Chart:
    form = "bar" if measure in BARS else "line"
    return Chart(measure, measure_names.named(measure, language), form, measure_names.measure(measure).is_rate, step_name, series)
