"""Tables called by a month without its year, as the sheets «Сентябрь» and «Октябрь» are: the year is that of the file."""

from datetime import date

from smmstrategy.metrics.imports.reading.cells import titles, windows
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import say

Days = tuple[date, date]


def is_called(title: str) -> bool:
    """It says one month and no year."""
    return windows.month_in(title) is not None


def of_table(title: str, of_file: Days | None, context: Context) -> Days | None:
    """The month in the days that a person says, else `of_file`, else in the year of the file's name; days within it are a person's
    own. None where they have no such month, or two, or one that is not over."""
    month = windows.month_in(title)
    if month is None:
        return None
    years = titles.years_in(context.file_name, context.today)
    first, last = context.period or of_file or (years[0] if len(years) == 1 else (date.max, date.min))
    in_each = [windows.of_month(year, month) for year in range(first.year, last.year + 1)]
    if context.period and any(begin <= first and last <= end for begin, end in in_each):
        return context.period
    found = [days for days in in_each if first <= days[0] and days[1] <= last and days[1] < context.today]
    return found[0] if len(found) == 1 else None


def ask(title: str, draft: Draft, context: Context) -> None:
    """Ask of which year the table is."""
    if context.period:
        message = say(
            "The table «{table}» is called by a month, and the days you named do not hold one such month whole. Say the days of "
            "all tables (--period YYYY-MM-DD:YYYY-MM-DD), or write the year into the name of the sheet.",
            table=title[:100],
        )
    else:
        message = say(
            "The table «{table}» is called by a month without its year. Say which days the file is about (--period "
            "YYYY-MM-DD:YYYY-MM-DD): each table is of its month there. Or write the year into the name of the sheet or the file.",
            table=title[:100],
        )
    draft.ask("period", message)
