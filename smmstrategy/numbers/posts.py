"""The best posts of a period by what the reader ranks them."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.models import PostFormat
from smmstrategy.numbers.windows import Window
from smmstrategy.reports.document import Day, Figure, Shown
from smmstrategy.reports.formats import write

COLUMNS = ("interactions", "views", "er_view", "likes", "comments", "shares")
LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class BestPost:
    account: str
    network: str
    published_on: str
    words: str
    url: str
    format: str
    is_gone: bool
    figures: list[tuple[str, str]]  # column, written value


def best(window: Window, ranking: str, language: str, count: int = 10) -> list[BestPost]:
    """The posts with the highest value of `ranking`; those of which it is not known do not compete."""
    posts = window.posts
    if "views" in posts:
        posts = posts.assign(er_view=FORMULAS["er_view"].over(posts))
    if ranking not in posts:
        return []
    top = posts.dropna(subset=[ranking]).sort_values([ranking, "published_at"], ascending=False).head(count)
    names = {account.pk: account for account in window.accounts}
    return [_post(row, names[row["account_id"]], language) for row in top.to_dict("records")]


def _post(row: dict, account, language: str) -> BestPost:
    return BestPost(
        account=str(account),
        network=account.get_network_display(),
        published_on=write(Day(row["day"].date()), language),
        words=" ".join((row["title"] or row["text"]).split())[:240],
        url=row["permalink"] if row["permalink"].startswith(LINKS) else "",
        format=str(PostFormat(row["format"]).label) if row["format"] else "",
        is_gone=not pd.isna(row["gone_at"]),
        figures=[(column, _figure(row.get(column), column, language)) for column in COLUMNS],
    )


def _figure(value: float | None, column: str, language: str) -> str:
    exact = None if value is None or pd.isna(value) else Decimal(repr(float(value)))
    is_share = column == "er_view"
    return write(Figure("", exact, Shown.PERCENT if is_share else Shown.INTEGER, 2 if is_share else 0), language)
