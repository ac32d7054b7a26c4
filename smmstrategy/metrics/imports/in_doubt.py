"""Whole months without a post in a file that only a person may know to have been silent."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Statement
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.outcomes import Subject
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.queries import posts_by_month
from smmstrategy.metrics.silent_months import first_day, in_doubt, number_of


def months(by_account: Sequence[Statement], made: Container[Account], zone: ZoneInfo, collected_at: datetime) -> list[list[date]]:
    """Of each statement the first days of these months, beside what is stored of its account, if that was not `made` just now."""
    keys = [(one.account.pk, post.key) for one in by_account if one.account not in made for post in one.posts]
    stored = posts_by_month({account for account, _key in keys}, zone, keys) if keys else {}
    found = []
    for statement in by_account:
        known = statement.days_of_posts(zone, collected_at)
        open_ones = in_doubt(_by_month(statement, stored.get(statement.account.pk, {}), zone)) if known else []
        found.append([first_day(month) for month in open_ones if number_of(known.first) <= month <= number_of(known.last)])
    return found


def _by_month(statement: Statement, stored: dict[int, int], zone: ZoneInfo) -> dict[int, int]:
    """How many posts each month has, in the file and stored; 0 of one that is known to be silent."""
    posts = dict.fromkeys(map(number_of, statement.silent), 0) | stored
    for post in statement.posts:
        if post.published_at:
            month = number_of(post.published_at.astimezone(zone))
            posts[month] = posts.get(month, 0) + 1
    return posts


def as_silent(
    by_account: Sequence[Statement], subjects: Sequence[Subject], found: Sequence[Sequence[date]], options: Options
) -> list[Statement]:
    """The statements with these months of each among those known to be silent, where a person has said so."""
    return [
        replace(one, silent=(*one.silent, *silent)) if is_said(one.account, subject, options) else one
        for one, subject, silent in zip(by_account, subjects, found, strict=True)
    ]


def is_said(account: Account, subject: Subject, options: Options) -> bool:
    """A person has said that nothing was posted in these months of the account, however it is called here or in the file."""
    is_named = naming.is_among(account.network, account.handle, options.silent_of) or naming.is_told(subject, options.silent_of)
    return options.silent or is_named
