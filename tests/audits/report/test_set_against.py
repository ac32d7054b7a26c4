"""A group of posts is said to be set against all of them only where it is: not where of some no text or hour is known."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from audits.measures.assembly import TrackedAccount, assemble
from audits.report.pages import timing
from audits.report.telling import Telling
from audits.report.titles import strongest
from audits.report.wording.findings import said
from smmstrategy.reports.document import Cards
from tests.audits.report.test_one_story import facts, text
from tests.audits.test_same_accounts import NOW, TELEGRAM, VK, daily, measured


def worded(account_id: int, *, half: bool = False) -> pd.DataFrame:
    """A post a day on 100 views: each other one has 300 characters, at 9, and 10 likes, else 9 characters, at 18, and 5 likes.

    Where `half` is set, neither text nor hour is known of the first 91 posts, which got 20 likes.
    """
    day = np.arange(NOW.days)
    unknown, long = half & (day < 91), day % 2 == 0
    return daily(account_id, NOW, views=100.0, likes=np.where(unknown, 20.0, np.where(long, 10.0, 5.0))).assign(
        text_length=np.where(unknown, np.nan, np.where(long, 300.0, 9.0)), hour=np.where(unknown, np.nan, np.where(long, 9.0, 18.0))
    )


@cache
def told(half: bool, beside: str) -> Telling:
    """VK has such posts; beside it there may be Telegram, of which neither text nor hour is known."""
    plain = daily(2, NOW, views=100.0, likes=1.0).assign(text_length=np.nan, hour=np.nan)
    frames = [worded(1, half=half), *([plain] if beside else [])]
    accounts: tuple[TrackedAccount, ...] = (VK, TELEGRAM) if beside else (VK,)
    return Telling(facts(assemble(measured(frames, (), accounts))), "en")


@pytest.mark.parametrize(
    ("half", "beside", "whole", "among"),
    [
        (False, "", "10.00%", "overall"),
        (True, "", "7.50%", "among posts whose {what} is known"),
        (False, "telegram", "10.00%", "in the same accounts"),
        (True, "telegram", "7.50%", "among posts whose {what} is known in the same accounts"),
    ],
)
def test_a_title_says_which_posts_a_group_is_set_against(half: bool, beside: str, whole: str, among: str) -> None:
    """The median of 91 posts at 10 % and 90 at 5 % is 10 %, that of 45 and 45 is 7.5 %."""
    telling = told(half, beside)
    for code, what in (("text_length_worst", "text"), ("worst_time", "hour")):
        title = text(said(telling, strongest(telling, code), "title"))
        assert f" 5.00% against {whole} {among.format(what=what)}, n = " in title


def test_the_better_hours_are_found_among_posts_whose_hour_is_known_and_the_card_says_so() -> None:
    """All posts have 20 % in the median, more than the 10 % of those at 9."""
    telling = told(half=True, beside="")
    title = text(said(telling, strongest(telling, "best_time"), "title"))
    assert "ER by views 10.00% against 7.50%" in title
    (page,) = timing.pages(telling)
    cards = next(block for block in page.blocks if isinstance(block, Cards)).cards
    assert [(text(card.label), text((card.figure,))) for card in cards][1] == ("Among posts whose hour is known", "7.50%")
