"""Whole months without a post of an account that posts about every week around them: silence, or left out of its files.

They are not known, and told as a gap in the data, never as a silence, unless Telegram's numbers run on over them
(`message_numbers`) or a person says so (`Collection.silent`).
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

OFTEN = 4  # posts a month
NEAR = 3  # months before a silence and after it that tell how often the account posts


def in_doubt(posts: Mapping[int, int]) -> list[int]:
    """Of the numbers of months those in doubt, given how many posts each has of which any is known: 0 where it was silent."""
    with_posts = sorted(month for month, count in posts.items() if count)
    between = [range(before + 1, after) for before, after in pairwise(with_posts) if _is_often(posts, before, after)]
    return [month for months in between for month in months if month not in posts]


def number_of(day: date) -> int:
    """Of the month of a day; the next month has the next number."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _is_often(posts: Mapping[int, int], before: int, after: int) -> bool:
    around = [count for month, count in posts.items() if count and before - NEAR < month < after + NEAR]
    return sum(around) >= OFTEN * len(around)
