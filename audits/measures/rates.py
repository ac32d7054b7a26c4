"""Rates of single posts: interactions over followers, reach or views, and the like, by formula code."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from audits.evidence import Number
from audits.measures.calendar import Calendar
from audits.measures.numbers import exact, ratio, share
from audits.measures.posts import Posts
from audits.measures.rhythm import on_known_days
from audits.measures.series import NOTHING, Days, TimeSeries
from smmstrategy.metrics.catalogue import METRICS, Level, Totals
from smmstrategy.metrics.formula import PostRate
from smmstrategy.metrics.formulas import FORMULAS, INTERACTION_PARTS

ENGAGEMENT = ("er_view", "er_reach", "er_post")  # in the order of preference when they cover equally many posts
RATES: dict[str, PostRate] = {
    code: FORMULAS[code]
    for code in (
        *ENGAGEMENT,
        "view_rate",
        "tg_er",
        "reach_rate",
        "organic_share",
        "direct_share",
        "frequency",
        "lr",
        "tr",
        "share_rate",
        "save_rate",
        "virality",
        "ctr",
        "link_ctr",
        "vtr",
    )
}
TOTALS = ("interactions", *(code for code, m in METRICS.items() if Level.POST in m.levels and m.totals is Totals.SUM))
KNOWN_ENOUGH = 0.8
REAL_SHARE = 0.2  # of what the parts of a post come to together, each by its mean

Parts = dict[int, tuple[str, ...]]
Given = tuple[int, dict[str, np.ndarray]]  # of how many posts, and the known values of each part


def interaction_parts(frame: pd.DataFrame) -> Parts:
    """What counts as an interaction in each account: the parts that make up much of it, and small ones known of nearly all posts.

    A post of which one of them is not known has no interactions, so that posts stay comparable.
    """
    return {account_id: tuple(counting(parts)) for account_id, parts in _measured(frame)}


def left_out(frame: pd.DataFrame, parts: Parts) -> Parts:
    """The parts known of some posts of an account that do not count there."""
    given = {account_id: tuple(code for code in known if len(known[code])) for account_id, (_posts, known) in _measured(frame)}
    left = {account_id: tuple(code for code in codes if code not in parts[account_id]) for account_id, codes in given.items()}
    return {account_id: codes for account_id, codes in left.items() if codes}


def _measured(frame: pd.DataFrame) -> Iterator[tuple[int, Given]]:
    """Of each account how many posts there are of which any part is known, and what is known of each part."""
    codes = [code for code in INTERACTION_PARTS if code in frame]
    values, accounts = frame[codes].to_numpy(float), frame["account_id"].to_numpy()
    for account_id in np.unique(accounts).tolist():
        mine = values[accounts == account_id]
        known = ~np.isnan(mine)
        parts = {code: mine[known[:, place], place] for place, code in enumerate(codes)}
        yield account_id, (int(known.any(axis=1).sum()), parts)


def counting(given: Given) -> Iterator[str]:
    """The parts that make up much of what is given, and those known of nearly all of it."""
    posts, known = given
    means = {code: values.mean() for code, values in known.items() if len(values)}
    much = REAL_SHARE * sum(means.values())
    yield from (code for code in means if len(known[code]) / posts >= KNOWN_ENOUGH or 0 < much <= means[code])


def with_rates(frame: pd.DataFrame, days: Days, parts: Parts) -> pd.DataFrame:
    """The frame with `interactions`, `followers` at the time of each post, and every rate its columns allow."""
    frame = frame.assign(interactions=_interactions(frame, parts), followers=_followers(frame, days))
    allowed = {code: _rated(frame, rate) for code, rate in RATES.items() if set(rate.inputs) <= set(frame)}
    return frame.assign(**allowed)


def _rated(frame: pd.DataFrame, rate: PostRate) -> pd.Series:
    rated = rate.over(frame)
    return rated.where(frame["network"].isin(rate.networks)) if rate.networks else rated


def er_day(prefix: str, posts: Posts, days: Days, calendar: Calendar) -> dict[str, Number]:
    """Interactions a day, of each account those of its known days, on the followers these have on average in those days.

    A post of which interactions are not known adds nothing, so that it lowers the coverage as an unknown day does. An account
    known to be silent has none, and its followers count.
    """
    posts = on_known_days(posts, calendar)
    known = len(posts.known("interactions"))
    each = {a: posts.of_accounts((a,)) for a in calendar.days_by_account}
    counted = {a: mine.known("interactions") for a, mine in each.items() if len(mine.known("interactions")) or not len(mine)}
    audience = [_mean_level(days.get((a, "followers"), NOTHING), calendar.days(a)) for a in counted]
    if not known or not audience or None in audience:
        return {}
    a_day = exact(sum(values.sum() / calendar.days_by_account[a] for a, values in counted.items()))
    audience = exact(sum(audience))
    return {
        "er_day": Number(
            f"{prefix}.er_day",
            ratio(a_day, audience),
            FORMULAS["er_day"].id,
            FORMULAS["er_day"].text,
            (("interactions a day", str(a_day)), ("followers on average", str(audience))),
            n=known,
            coverage=exact(share(known, len(posts)) * calendar.coverage),
            source=posts.sources,
            accounts=tuple(counted),
        )
    }


def _mean_level(one: TimeSeries, days: list[date]) -> float | None:
    known = [float(value) for day in days if (value := one.at(day)) is not None]
    return float(np.mean(known)) if known else None


def _interactions(frame: pd.DataFrame, parts: Parts) -> np.ndarray:
    """NaN unless every part that counts in the account is known of the post."""
    result, accounts = np.full(len(frame), np.nan), frame["account_id"].to_numpy()
    for account_id, counted in parts.items():
        if counted:
            mine = accounts == account_id
            result[mine] = sum(frame[code].to_numpy(float)[mine] for code in counted)
    return result


def _followers(frame: pd.DataFrame, days: Days) -> np.ndarray:
    """The last followers known on the day of the post, NaN when that is more than a month ago."""
    known = {account_id: days.get((account_id, "followers"), NOTHING) for account_id in frame["account_id"].unique()}
    levels = (known[account_id].at(day) for account_id, day in zip(frame["account_id"], frame["day"], strict=True))
    return np.asarray([np.nan if level is None else float(level) for level in levels], float)
