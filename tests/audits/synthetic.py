"""Records of invented brands, made from a seed: with or without an effect in them, drifting, or shuffled."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from math import sqrt

import numpy as np
import pandas as pd

from audits.measures.assembly import Records, Rows, TrackedAccount
from audits.measures.series import Days, series
from smmstrategy.demo import cast
from smmstrategy.demo.posts import posts as demo_posts
from smmstrategy.demo.scenario import Scenario
from smmstrategy.metrics.periods import Period

NOW = Period(date(2026, 1, 1), date(2026, 6, 30))
BEFORE = Period(date(2025, 7, 1), date(2025, 12, 31))
YEAR_EARLIER = Period(date(2025, 1, 1), date(2025, 6, 30))
COLLECTED = datetime(2026, 7, 2, tzinfo=UTC)
RESPONSE = ["views", "likes", "comments", "shares"]
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
    factor = effect(frame) if effect else 1.0
    for code in ("likes", "comments", "shares"):
        frame[code] = np.round(frame[code] * factor)
    return _of(accounts, frame, series(row for account in accounts for row in _followers(rng, account.id, growth)))


def of_the_demo() -> Records:
    """The own posts of the demo, whose response differs between windows, formats and hours."""
    accounts = tuple(TrackedAccount(n, p.network, p.handle, p.name, "", "own", "") for n, p in enumerate(cast.SOCIAL, 1))
    frames = [
        _frame(
            account_id=account.id,
            at=[post.at for post in made],
            format=[post.format for post in made],
            text_length=[len(post.words.text) for post in made],
            **{code: [float(getattr(post, code)) for post in made] for code in RESPONSE},
        )
        for account, page in zip(accounts, cast.SOCIAL, strict=True)
        for made in [demo_posts(page, Scenario(NOW.last))]
    ]
    return _of(accounts, pd.concat(frames, ignore_index=True), {})


def shuffled(source: Records, seed: int, *, by_week: bool) -> Records:
    """What posts got is dealt out anew among those of their account, post by post or a week's posts together."""
    rng, frame = np.random.default_rng(seed), source.rows.posts.copy()
    for _account, rows in frame.groupby("account_id").groups.items():
        block = _weeks(frame["day"][rows]) if by_week else np.arange(len(rows))
        dealt = np.argsort(rng.permutation(block.max() + 1)[block], kind="stable")
        frame.loc[rows, RESPONSE] = frame.loc[rows, RESPONSE].to_numpy()[dealt]
    return replace(source, rows=replace(source.rows, posts=frame))


def drifting(seed: int, phi: float) -> Effect:
    """The interactions of each account drift around 1 from week to week: their logarithm has σ 0.3 and keeps `phi` of itself."""
    rng = np.random.default_rng(seed)

    def of(frame: pd.DataFrame) -> pd.Series:
        week, factor = _weeks(frame["day"]), pd.Series(1.0, frame.index)
        for account_id in frame["account_id"].unique():
            level, mine = _drift(rng, week.max() + 1, phi), frame["account_id"] == account_id
            factor[mine] = np.exp(0.3 * level[week[mine]])
        return factor

    return of


def drifting_days(seed: int, flows: Iterable[tuple[int, str]], phi: float) -> Days:
    """About a thousand a day of each flow of an account, which drifts as `drifting` does; a day differs by σ 0.2 from its week."""
    rng, period = np.random.default_rng(seed), Period(YEAR_EARLIER.first, NOW.last)
    rows: list[tuple[int, str, date, Decimal]] = []
    for account_id, code in flows:
        level, noise = _drift(rng, period.days // 7 + 1, phi), rng.normal(0, 0.2, period.days)
        values = np.round(1000 * np.exp(0.3 * level[np.arange(period.days) // 7] + noise))
        rows += [(account_id, code, day, Decimal(int(value))) for day, value in zip(period.each_day(), values, strict=True)]
    return series(rows)


def _drift(rng: np.random.Generator, weeks: int, phi: float) -> np.ndarray:
    level = rng.normal(0, 1, weeks)
    for n in range(1, weeks):
        level[n] = phi * level[n - 1] + sqrt(1 - phi**2) * level[n]
    return level


def _weeks(days: pd.Series) -> np.ndarray:
    return np.asarray([(day - YEAR_EARLIER.first).days // 7 for day in days])


def _of(accounts: tuple[TrackedAccount, ...], frame: pd.DataFrame, days: Days) -> Records:
    frame, watched = frame.assign(post_id=np.arange(1, len(frame) + 1)), (Period(YEAR_EARLIER.first, NOW.last),)
    return Records(
        "Brand", "Client", "Europe/Moscow", "RUB", {"now": NOW, "before": BEFORE, "year_earlier": YEAR_EARLIER}, 6,
        accounts, Rows(frame, {account.id: watched for account in accounts}, days, (), (), {}, (), COLLECTED),
    )  # fmt: skip


def _posts(rng: np.random.Generator, account_id: int, count: int) -> pd.DataFrame:
    """Posts over eighteen months with a daily rhythm in when they come, and none in how they do."""
    minutes = np.sort(rng.integers(0, (NOW.last - YEAR_EARLIER.first).days * 1440, count))
    moments = [datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=int(m)) for m in minutes]
    hour = np.clip(np.round(rng.normal(15, 4, count)), 0, 23)
    views = np.round(rng.lognormal(7, 0.6, count)) + 50
    rate = rng.lognormal(-3.5, 0.7, count)
    length = np.round(rng.lognormal(5, 1, count)).astype(int)
    return _frame(
        account_id=account_id,
        at=moments,
        format=rng.choice(FORMATS, count, p=(0.4, 0.25, 0.15, 0.1, 0.1)),
        text_length=length,
        views=views,
        likes=views * rate,
        comments=views * rate * 0.1,
        shares=views * rate * 0.05,
    ).assign(hour=hour)


def _frame(*, account_id: int, at: list[datetime], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "account_id": account_id,
            "permalink": "",
            "published_at": pd.to_datetime(at, utc=True),
            "day": [moment.date() for moment in at],
            "weekday": [moment.weekday() for moment in at],
            "hour": [float(moment.hour) for moment in at],
            "title": "",
            "text": "",
            "is_paid": None,
            "gone_at": pd.Series(pd.NaT, range(len(at)), "datetime64[ns, UTC]"),
            "source": "import",
            **columns,
        }
    )


def _followers(rng: np.random.Generator, account_id: int, growth: float) -> list[tuple[int, str, date, Decimal]]:
    days = (NOW.last - YEAR_EARLIER.first).days + 1
    level = 10000 + np.cumsum(np.round(rng.normal(growth, 15, days)))
    return [(account_id, "followers", YEAR_EARLIER.first + timedelta(days=n), Decimal(int(level[n]))) for n in range(days)]
