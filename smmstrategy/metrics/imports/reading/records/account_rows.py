"""Rows that are accounts: who they are and how many follow them on the day of the list."""

from datetime import date
from typing import Any

from smmstrategy.metrics.imports.reading.cells import links, pages, titles
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records import owners


def add(columns: Columns, kind: Kind, draft: Draft, context: Context, name_row: Any) -> None:
    """Put the accounts of a list into the draft; without a day in the file the list is of the day it is imported."""
    metrics = list(columns.metrics())
    day = _day(draft, context) if metrics else context.today
    named, names = columns.accounts(), columns.text("account_name")
    urls = list(map(links.lower_scheme, columns.text("account_url")))
    network = kind.network or (context.account or ("",))[0]
    for index, (number, _cells) in enumerate(columns.table.rows):
        row, page = name_row(number), pages.profile(urls[index])
        network_of_row = network or pages.network_of(named[index]) or (page[0] if page else "")
        in_address = page[1] if page and page[0] == network_of_row else ""
        owner = network_of_row, owners.better_handle(network_of_row, named[index], in_address)
        if index in columns.wrong:
            draft.rejected[row] = columns.wrong[index]
        elif not owner[1]:
            draft.rejected[row] = say("The row does not say which account it is.")
        elif not owner[0]:
            draft.ask(
                "account",
                "--account",
                say("The file does not say which network its accounts are in. Name it (--account NETWORK:ANY)."),
            )
            return
        else:
            _add(
                draft,
                row,
                owner,
                names[index] or _words(named[index]),
                urls[index],
                [(code, values[index]) for code, values in metrics],
                day,
            )


def _add(draft: Draft, row: str, owner: tuple[str, str], name: str, url: str, measured: list, day: date) -> None:
    subject = draft.subject(*owner)
    subject.name, subject.url = subject.name or name[:200], subject.url or (url if url.startswith("http") else "")[:500]
    subject.rows.append(row)
    subject.values += [[row, code, day.isoformat(), day.isoformat(), value[0], "", value[1]] for code, value in measured if value]


def _words(handle: str) -> str:
    return "" if handle.isascii() else handle


def _day(draft: Draft, context: Context) -> date:
    if context.period:
        return context.period[1]
    if found := titles.days_in(context.file_name):
        return min(max(found), context.today)
    draft.warn(
        (
            "The list has no date; its figures were taken for those of {day}. To change that, say "
            "the day (--period YYYY-MM-DD:YYYY-MM-DD)."
        ),
        day=context.today,
    )
    return context.today
