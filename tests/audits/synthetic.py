"""Records of invented brands, made from a seed: with or without an effect in them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd

from audits.measures.assembly import Records, Rows, TrackedAccount
from audits.measures.days import series
from smmstrategy.metrics.periods import Period

NOW = Period(date(2026, 1, 1), date(2026, 6, 30))
BEFORE = Period(date(2025, 7, 1), date(2025, 12, 31))
YEAR_EARLIER = Period(date(2025, 1, 1), date(2025, 6, 30))
COLLECTED = datetime(2026, 7, 2, tzinfo=UTC)
FORMATS = ("image", "video", "text", "carousel", "link")

Effect = Callable[[pd.DataFrame], pd.Series]


def records(
    seed: int, *, own: int = 3, competitors: int = 3, posts: int = 400, effect: Effect | None = None, growth: float = 0.0
) -> Records:
    """Accounts with heavy-tailed engagement. `effect` multiplies the interactions of each post; `growth` is new followers a day."""
    rng = np.random.default_rng(seed)
    accounts = tuple(
        TrackedAccount(n + 1, ("vk", "telegram", "youtube")[n % 3], f"page-{n + 1}", f"Page {n + 1}", "", role, "")
        for n, role in enumerate(["own"] * own + ["competitor"] * competitors)
    )
    frame = pd.concat([_posts(rng, account.id, posts) for account in accounts], ignore_index=True)
    frame["post_id"] = np.arange(1, len(frame) + 1)
    factor = effect(frame) if effect else 1.0
    for code in ("likes", "comments", "shares"):
        frame[code] = np.round(frame[code] * factor)
    watched = {account.id: (Period(YEAR_EARLIER.first, NOW.last),) for account in accounts}
    days = series(row for account in accounts for row in _followers(rng, account.id, growth))
    return Records(
        "Brand", "Client", "", "Europe/Moscow", "RUB", {"now": NOW, "before": BEFORE, "year_earlier": YEAR_EARLIER}, 6,
        accounts, Rows(frame, watched, days, (), (), {}, {}, (), COLLECTED),
    )  # fmt: skip


def _posts(rng: np.random.Generator, account_id: int, count: int) -> pd.DataFrame:
    """Posts over eighteen months with a daily rhythm in when they come, and none in how they do."""
    minutes = np.sort(rng.integers(0, (NOW.last - YEAR_EARLIER.first).days * 1440, count))
    moments = [datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=int(m)) for m in minutes]
    hour = np.clip(np.round(rng.normal(15, 4, count)), 0, 23)
    views = np.round(rng.lognormal(7, 0.6, count)) + 50
    rate = rng.lognormal(-3.5, 0.7, count)
    length = np.round(rng.lognormal(5, 1, count)).astype(int)
    return pd.DataFrame(
        {
            "account_id": account_id,
            "key": [f"{account_id}-{n}" for n in range(count)],
            "permalink": "",
            "published_at": pd.to_datetime(moments, utc=True),
            "day": [m.date() for m in moments],
            "weekday": [m.weekday() for m in moments],
            "hour": hour,
            "format": rng.choice(FORMATS, count, p=(0.4, 0.25, 0.15, 0.1, 0.1)),
            "title": "",
            "text": "",
            "text_length": length,
            "is_paid": None,
            "gone_at": pd.to_datetime([None] * count, utc=True),
            "source": "import",
            "views": views,
            "likes": views * rate,
            "comments": views * rate * 0.1,
            "shares": views * rate * 0.05,
        }
    )


def _followers(rng: np.random.Generator, account_id: int, growth: float) -> list[tuple[int, str, date, Decimal]]:
    days = (NOW.last - YEAR_EARLIER.first).days + 1
    level = 10000 + np.cumsum(np.round(rng.normal(growth, 15, days)))
    return [(account_id, "followers", YEAR_EARLIER.first + timedelta(days=n), Decimal(int(level[n]))) for n in range(days)]
