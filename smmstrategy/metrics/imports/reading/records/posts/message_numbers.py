"""Telegram numbers the messages of a channel: months over which the numbers run on were silent, and are not left out of a file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.draft import PUBLISHED_AT, ROW, Draft, Subject, page
from smmstrategy.metrics.silent_months import first_day, number_of

DELETED = 2  # messages at the most that may lack between two months: of more some may be left out of the file


def note(row: str, number: str, draft: Draft) -> None:
    """Keep which message a row is about, if that has a number."""
    if number.isascii() and number.isdigit():
        draft.numbers[row] = int(number)


def settle(draft: Draft, time_zone: str) -> None:
    """Of each channel the months without a post that were silent; to be asked while albums have all their parts."""
    zone = ZoneInfo(time_zone)
    for subject in draft.subjects.values():
        if subject.network == "telegram":
            services = draft.services.get(page(subject.network, subject.handle), [])
            silent = _silent(subject, services, draft.numbers, zone)
            subject.silent_by_numbers = [first_day(month).isoformat() for month in silent]


def _silent(subject: Subject, services: Iterable[tuple[str, str]], told: Mapping[str, int], zone: ZoneInfo) -> list[int]:
    posts = [(post[ROW], post[PUBLISHED_AT]) for post in subject.posts if post[PUBLISHED_AT]]
    with_posts, numbers = {_month(moment, zone) for _row, moment in posts}, defaultdict(list)
    for row, moment in [*posts, *services]:
        if row in told:
            numbers[_month(moment, zone)].append(told[row])
    run_on = {
        month
        for before, after in pairwise(sorted(numbers))
        if 0 < min(numbers[after]) - max(numbers[before]) <= DELETED + 1
        for month in range(before + 1, after)
    }
    without = (run_on | numbers.keys()) - with_posts
    return sorted(month for month in without if min(with_posts) < month < max(with_posts)) if with_posts else []


def _month(moment: str, zone: ZoneInfo) -> int:
    return number_of(datetime.fromisoformat(moment).astimezone(zone))
