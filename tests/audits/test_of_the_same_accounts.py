"""Hunted over invented brands: two numbers are divided, added or said together where they are of the same accounts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Evidence, Number
from audits.findings import findings
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import calendar_months
from audits.measures.series import series
from audits.measures.traffic import Stretch
from audits.report.pages import audience
from audits.report.telling import Telling
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart, ChartKind
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import NOW, records

BRANDS = range(12)
NETWORKS = ("vk", "telegram", "website", "website")
DAILY = {  # what a file may have of an account: so many at the start, so many a day, and whether it is a level
    "vk": (("followers", 1000, True), ("followers_gained", 5, False), ("followers_lost", 2, False), ("followers_net", 3, False)),
    "website": (("visits", 100, False), ("goal_visits", 4, False), ("pageviews", 300, False), ("revenue", 50, False)),
}
TOGETHER = {  # roles of which the sentence of a finding says one as a part, a rate or a step of another
    "followers_growth": ("start", "end", "growth", "rate"),
    "followers_peak": ("month_growth", "growth"),
    "churn": ("gained", "lost", "rate"),
    "traffic": ("visits", "cr"),
    "traffic_source": ("visits", "all", "cr"),
    "volume": ("posts", "per_week"),
}
SHARE = FORMULAS["share"].id


@cache
def brand(seed: int) -> Evidence:
    """Accounts of each of which, month by month, a file has some metrics and lacks others."""
    rng = np.random.default_rng(seed)
    made = records(seed, own=len(NETWORKS), competitors=1, posts=80)
    accounts = tuple(replace(account, network=network) for account, network in zip(made.accounts, (*NETWORKS, "vk"), strict=True))
    posts = pd.concat([_posts(rng, made.rows.posts, account) for account in accounts if account.is_social], ignore_index=True)
    days = series(row for account in accounts for row in _values(rng, account))
    slices = tuple(one for account in accounts if not account.is_social for one in _brought(rng, account))
    watched = {account.id: made.rows.watched[account.id] for account in accounts if account.is_social}
    rows = replace(made.rows, posts=posts, days=days, slices=slices, watched=watched)
    return assemble(replace(made, accounts=accounts, rows=rows))


def _posts(rng: np.random.Generator, posts: pd.DataFrame, account: TrackedAccount) -> pd.DataFrame:
    """Of an account that has them in its file, or has not."""
    unknown = [code for code in ("views", "likes", "shares") if rng.random() < 0.25]
    return posts[posts["account_id"] == account.id].assign(**dict.fromkeys(unknown, np.nan))


def _values(rng: np.random.Generator, account: TrackedAccount) -> Iterator[tuple[int, str, date, Decimal]]:
    """What is known of a metric in all months, in most, in a few or in none; followers come evenly, in one month, or do not."""
    first, busy, a_day = date(2025, 7, 1), int(rng.integers(1, 7)), rng.choice([0, 1, 3])
    for code, start, is_level in DAILY["website" if account.network == "website" else "vk"]:
        often, level = rng.choice([0.0, 0.6, 1.0, 1.0]), start
        for _key, month in calendar_months(Period(first, NOW.last)):
            is_known = rng.random() < often
            for day in month.each_day():
                level += is_level * a_day * (20 if day.month == busy else 1)
                if is_known:
                    yield account.id, code, day, Decimal(int(level))


def _brought(rng: np.random.Generator, account: TrackedAccount) -> Iterator[Stretch]:
    """Day by day what VK brought, and of some accounts how much of it reached a goal."""
    for code, a_day in (("visits", 20), ("goal_visits", 2)):
        if code == "visits" or rng.random() < 0.6:
            yield from (Stretch(account.id, code, day, day, {"utm_source": "vk"}, Decimal(a_day)) for day in NOW.each_day())


def apart(*numbers: Number) -> bool:
    return len({frozenset(number.accounts) for number in numbers}) > 1


def is_a_part(number: Number, of: Number) -> bool:
    """What some posts have is a part of what all have, also where of an account no post is among them; of growth none is."""
    return number.metric == SHARE and not number.id.startswith("finding.") and set(number.accounts) <= set(of.accounts)


@pytest.mark.parametrize("seed", BRANDS)
def test_what_a_number_is_worked_out_of_is_of_the_same_accounts(seed: int) -> None:
    evidence = brand(seed)
    every = evidence.numbers() | {n.id: n for finding in findings(evidence) for n in finding.numbers.values()}
    worked_out = [
        (number, [every[name] for name, _value in number.inputs if name in every])
        for number in every.values()
        if number.value is not None and number.accounts
    ]
    found = [(n, of) for n, of in worked_out if len(of) > 1 and not is_a_part(n, of[-1])]
    assert found
    assert [(n.id, [(one.id, one.accounts) for one in of]) for n, of in found if apart(n, *of)] == []


@pytest.mark.parametrize("seed", BRANDS)
def test_what_a_finding_says_together_is_of_the_same_accounts(seed: int) -> None:
    told = [one for one in findings(brand(seed)) if one.code in TOGETHER]
    assert told
    said = [(one, [one.numbers[role] for role in TOGETHER[one.code] if role in one.numbers]) for one in told]
    assert [(one.code, one.subject, [(n.id, n.accounts) for n in numbers]) for one, numbers in said if apart(*numbers)] == []


def test_what_is_drawn_as_a_step_is_of_the_accounts_of_start_and_end() -> None:
    drawn = [steps for seed in BRANDS for steps in waterfalls(brand(seed))]
    assert drawn
    assert [[(n.id, n.accounts) for n in steps] for steps in drawn if apart(*steps)] == []


def waterfalls(evidence: Evidence) -> Iterator[list[Number]]:
    """The numbers of each, but what is left over."""
    every = evidence.numbers()
    for page in audience.pages(Telling(facts(evidence), "en")):
        for chart in (block for block in page.blocks if isinstance(block, Chart) and block.kind is ChartKind.WATERFALL):
            ids = [figure.id.removesuffix(".left") for figure in chart.series[0].values]
            yield [every[one] for one in ids if not one.endswith(".unexplained")]


def test_among_these_brands_each_of_those_findings_is_met() -> None:
    met = {finding.code for seed in BRANDS for finding in findings(brand(seed))}
    assert set(TOGETHER) <= met
