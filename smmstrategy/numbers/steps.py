"""A period cut into steps that a chart can show: months, weeks or days, whichever gives a readable number of them."""

from datetime import timedelta

from audits.measures.calendar import Cut
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Day
from smmstrategy.reports.formats import SHORT_MONTHS, write

MONTHLY, DAILY = 100, 21  # days: longer periods are cut into months, shorter ones into days


def steps(period: Period) -> list[Period]:
    """Months from four months on, weeks from Monday from three weeks on, days below; the ends may be cut."""
    if period.days > MONTHLY:
        return [month.within(period) for month in period.each_month()]
    if period.days <= DAILY:
        return [Period(day, day) for day in period.each_day()]
    first, weeks = period.first - timedelta(days=period.first.weekday()), []
    while first <= period.last:
        weeks.append(Period(first, first + timedelta(days=6)).within(period))
        first += timedelta(days=7)
    return weeks


def cut(period: Period) -> Cut:
    """The same steps by their first day."""
    return [(step.first.isoformat(), step) for step in steps(period)]


def label(step: Period, language: str) -> str:
    """«янв 2026» for a month, «5 янв» for a day, «5–11 янв» for a week."""
    last = f"{step.last.day} {SHORT_MONTHS[language][step.last.month - 1]}"
    if step.days > 7:
        return f"{SHORT_MONTHS[language][step.last.month - 1]} {step.last.year}"
    if step.days == 1:
        return last
    same = step.first.month == step.last.month
    return f"{step.first.day}{'' if same else ' ' + SHORT_MONTHS[language][step.first.month - 1]}–{last}"


def in_words(period: Period, language: str) -> str:
    """«1 июля — 31 декабря 2025», of one day «1 июля 2025»."""
    if period.days == 1:
        return write(Day(period.first), language)
    one_year = period.first.year == period.last.year
    dash = "\u00a0— " if language == "ru" else " – "
    return write(Day(period.first, with_year=not one_year), language) + dash + write(Day(period.last), language)
