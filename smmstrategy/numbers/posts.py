"""The best posts of a period by what the reader ranks them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from audits.measures.assembly import TrackedAccount
from audits.measures.glance import Glance
from audits.measures.numbers import exact
from audits.measures.posts import Posts
from audits.report import measure_names, names
from smmstrategy.numbers.measures import rate, written
from smmstrategy.reports.document import Day
from smmstrategy.reports.formats import write

COLUMNS = ("interactions", "views", "er", "likes", "comments", "shares")
LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class BestPost:
    post_id: int
    account: str
    network: str
    published_on: str
    words: str
    url: str
    format: str
    is_gone: bool
    figures: list[tuple[str, str, str]]  # column, its title, written value


def best(glance: Glance, ranking: str, language: str, count: int = 10) -> list[BestPost]:
    """The posts with the highest value of `ranking`; those of which it is not known do not compete."""
    known = glance.posts.having(column(ranking, glance))
    order = np.lexsort((-known["published_at"].astype("int64"), -known[column(ranking, glance)]))[:count]
    accounts = {account.id: account for account in glance.accounts}
    return [_post(known, row, accounts[int(known["account_id"][row])], glance, language) for row in order]


def column(ranking: str, glance: Glance) -> str:
    """The measure by which «er» ranks is the rate of the accounts in view."""
    return rate(glance) if ranking == "er" else ranking


def _post(posts: Posts, row: int, account: TrackedAccount, glance: Glance, language: str) -> BestPost:
    one = {name: posts[name][row] for name in ("day", "title", "text", "permalink", "format", "gone_at")}
    return BestPost(
        post_id=int(posts["post_id"][row]),
        account=account.name or account.handle,
        network=names.network(account.network, language),
        published_on=write(Day(one["day"]), language),
        words=" ".join((one["title"] or one["text"]).split())[:240],
        url=one["permalink"] if one["permalink"].startswith(LINKS) else "",
        format=names.one_post(one["format"], language),
        is_gone=not pd.isna(one["gone_at"]),
        figures=[(ranking, *_figure(posts, row, column(ranking, glance), language)) for ranking in COLUMNS],
    )


def titles(glance: Glance, language: str) -> list[str]:
    """What the columns are called."""
    return [measure_names.titled(column(ranking, glance), language) for ranking in COLUMNS]


def _figure(posts: Posts, row: int, measure: str, language: str) -> tuple[str, str]:
    return measure_names.titled(measure, language), written(measure, exact(posts[measure][row]), language, exactly=True)
