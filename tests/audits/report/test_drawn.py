"""A chart draws whom and what the title of its slide speaks of, and its alternative text says whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pandas as pd
import pytest

from audits.measures.assembly import assemble
from audits.measures.traffic import Stretch
from audits.report.facts import Facts
from audits.report.pages import audience, content, engagement, reach, visibility, volume
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Callout, Chart, Page
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.report.test_one_story import facts, text
from tests.audits.synthetic import BEFORE, NOW
from tests.audits.test_per_day import each_day
from tests.audits.test_same_accounts import VK, daily, measured


def uneven(account_id: int, period: Period, **least: float) -> pd.DataFrame:
    """A post every noon, with at least so many of each and up to nine more."""
    posts = daily(account_id, period, **least)
    more = [at * 7 % 10 for at in range(len(posts))]
    return posts.assign(**{code: posts[code] + more for code in least})


@cache
def advertised() -> Facts:
    """Of a thousand people, posts of VK reach about a hundred by ads before and four hundred now, those of Telegram a hundred."""
    paid = ((1, BEFORE, 100.0), (1, NOW, 400.0), (2, BEFORE, 100.0), (2, NOW, 100.0))
    return facts(
        assemble(measured([uneven(account, days, reach_paid=least).assign(reach=1000.0) for account, days, least in paid]))
    )


@cache
def reached() -> Facts:
    """Of VK nothing but views is known, of Telegram nothing but reach, which has risen."""
    viewed = [uneven(1, days, views=100.0) for days in (BEFORE, NOW)]
    return facts(assemble(measured([*viewed, uneven(2, BEFORE, reach=100.0), uneven(2, NOW, reach=300.0)])))


@cache
def answered() -> Facts:
    """Views and likes of VK have doubled, so that its rate is what it was; those of Telegram are what they were."""
    got = ((1, BEFORE, 1000.0, 20.0), (1, NOW, 2000.0, 40.0), (2, BEFORE, 1000.0, 20.0), (2, NOW, 1000.0, 20.0))
    return facts(
        assemble(measured([uneven(account, days, likes=least).assign(views=views) for account, days, views, least in got]))
    )


PAGES = [
    (full, engagement, "engagement", "er_change", "account-3"),
    (answered, engagement, "engagement", "interactions_change", "account-1"),
    (full, volume, "volume", "silence", "account-2"),
    (full, visibility, "visibility", "views_steady", "account-3"),
    (reached, visibility, "visibility", "reach_change", "account-2"),
    (advertised, reach, "reach_parts", "organic_change", "account-1"),
    (full, content, "formats", "format_best", "account-1"),
]
NAMES = {"account-1": "VK", "account-2": "Telegram", "account-3": "YouTube"}


def page(known: Facts, family, key: str, *found: tuple[str, str]) -> Page:
    """The page where these findings alone were made."""
    chosen = tuple(finding for finding in known.findings if (finding.code, finding.subject) in found)
    return next(one for one in family.pages(Telling(replace(known, findings=chosen), "en")) if one.key == key)


def charts(one: Page) -> tuple[Chart, ...]:
    return tuple(block for block in one.blocks if isinstance(block, Chart))


def drawn(one: Page) -> set[str]:
    """Whose figures stand in the charts; a figure without a value has the name of nobody."""
    known = (figure for figure in figures(charts(one)) if figure.value is not None)
    return {figure.id.split(".")[0] for figure in known} - {"report"}


@pytest.mark.parametrize(("known", "family", "key", "code", "subject"), PAGES)
def test_what_is_found_of_one_account_is_drawn_of_it(known: Callable, family, key: str, code: str, subject: str) -> None:
    one = page(known(), family, key, (code, subject))
    assert write(one.title, "en").startswith(NAMES[subject])
    assert drawn(one) == {subject}
    assert all(chart.alt.endswith(f"; drawn: {NAMES[subject]}") for chart in charts(one))
    assert NAMES[subject] in write(one.subtitle, "en")


@pytest.mark.parametrize(("known", "family", "key", "code", "subject"), PAGES)
def test_all_accounts_are_drawn_where_nothing_is_found_of_one(known: Callable, family, key: str, code: str, subject: str) -> None:
    one = page(known(), family, key)
    assert drawn(one) == {"own"}
    assert all(chart.alt.endswith("; drawn: all accounts") for chart in charts(one))


@pytest.mark.parametrize(
    ("subject", "named", "moved"), [("own", "all accounts", "+7,602 (+13.7%)"), ("account-1", "VK", "+1,958 (+24.4%), VK")]
)
def test_who_joined_and_left_is_drawn_of_whom_the_title_says_it(subject: str, named: str, moved: str) -> None:
    """Beside it stands a line of each account."""
    one = page(full(), audience, "audience", ("churn", subject))
    lines, flow = charts(one)
    assert (lines.alt, flow.alt) == tuple(f"{text(one.title)}; drawn: {whom}" for whom in ("by account", named))
    assert {figure.id.split(".")[0] for figure in figures((flow,))} == {subject}
    assert text(one.subtitle) == f"Followers at the end of each month and how they moved over the period: {moved}"


def drawn_of_each_month(one: Page) -> set[str]:
    known = (figure for figure in figures(charts(one)) if figure.value is not None)
    return {figure.id.partition(".month:")[2].partition(".")[2] for figure in known}


def test_the_reach_that_is_found_to_have_risen_is_drawn_where_others_have_views() -> None:
    one = page(reached(), visibility, "visibility", ("reach_change", "account-2"))
    assert text(one.title) == "Telegram: reach of the median post rose from 104 to 304 on the previous half-year"
    assert text(one.subtitle) == (
        "Reach: the median post by month, Telegram; previous half-year 104; reach counts unique people and is never added up"
    )
    assert drawn_of_each_month(one) == {"reach.median"}


def test_the_interactions_that_are_found_to_have_risen_are_drawn_and_no_rate() -> None:
    one = page(answered(), engagement, "engagement", ("interactions_change", "account-1"))
    assert text(one.title) == "VK: interactions of the median post rose from 24 to 44 on the previous half-year"
    assert text(one.subtitle) == "Interactions: the median post by month, VK; previous half-year 24"
    assert drawn_of_each_month(one) == {"interactions.median"}


def test_beside_a_median_post_that_is_steady_the_sum_is_said_to_be_of_a_day_where_it_is() -> None:
    """A post every noon before; two of them now, until the middle of June."""
    now = uneven(1, Period(NOW.first, date(2026, 6, 14)), views=100.0)
    known = facts(assemble(measured([uneven(1, BEFORE, views=100.0), now, now], accounts=(VK,))))
    one = page(known, visibility, "visibility", ("views_steady", "own"))
    said = next(block for block in one.blocks if isinstance(block, Callout))
    assert text(said.text).startswith("Views per day +100% on the previous half-year, yet the median post")


def test_a_sum_of_fewer_accounts_than_the_median_post_is_not_set_beside_it() -> None:
    """Telegram, with a post every noon since January, was not there before."""
    vk = uneven(1, NOW, views=100.0)
    known = facts(assemble(measured([uneven(1, BEFORE, views=100.0), vk, vk, uneven(2, NOW, views=100.0)])))
    change = known.evidence.own.change("views")
    assert (change.accounts, known.evidence.own.now.numbers["views"].accounts) == ((1,), (1, 2))
    assert change.relative.value > Decimal("0.9")
    one = page(known, visibility, "visibility", ("views_steady", "own"))
    assert text(one.title).startswith("No significant change in the views of a post")
    assert [block for block in one.blocks if isinstance(block, Callout)] == []


def test_impressions_of_the_account_that_a_frequency_is_of_are_drawn_over_how_many_posts_it_has() -> None:
    """Views are known of VK alone; Telegram publishes daily since April, 91 posts, and was shown 1,810 times to 905 people."""
    frames = [daily(1, NOW, views=100.0), daily(2, Period(date(2026, 4, 1), NOW.last))]
    records = measured(frames, each_day(2, 10, NOW, "account_impressions"))
    people = Stretch(2, "account_reach", NOW.first, NOW.last, {}, Decimal(905))
    known = facts(assemble(replace(records, rows=replace(records.rows, stretches=(people,)))))
    one = page(known, visibility, "visibility", ("frequency", "account-2"))
    assert text(one.title) == "Telegram: one person meets the brand 2.00 times on average"
    assert drawn_of_each_month(one) == {"account_impressions"}
    assert " · n = 91 · " in text(one.footer)
