"""What all tables of a file say together, once each was read: which accounts and posts are one, which days they are of."""

from smmstrategy.metrics.imports.reading.answers import question
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.records import owners, unused
from smmstrategy.metrics.imports.reading.records.owners import names_of_tables, one_name
from smmstrategy.metrics.imports.reading.records.posts import albums, by_day, message_numbers, post_rows, repeats, service_messages
from smmstrategy.metrics.imports.reading.records.values import exact, periods


def settle(draft: Draft, context: Context) -> None:
    """Whose first, then when, then which posts: each step takes the one before for granted."""
    question.name_tables(draft)
    unused.name_tables(draft)
    owners.warn_of_nothing(draft, context)
    owners.propose(draft)
    one_name.unite(draft, context)
    periods.settle(draft, context)
    exact.settle(draft)
    names_of_tables.warn(draft, may_ask=context.may_ask)
    repeats.settle(draft, context.time_zone)
    by_day.unite(draft)
    post_rows.warn_of_undated(draft)
    service_messages.reject(draft)
    message_numbers.settle(draft, context.time_zone)
    albums.fold(draft)
    _note_hidden(draft)


def _note_hidden(draft: Draft) -> None:
    if draft.hidden:
        draft.note(
            "{count} hidden value («-1», «hidden») was not taken: it is not known.",
            "{count} hidden values («-1», «hidden») were not taken: they are not known.",
            count=draft.hidden,
        )
