"""Data is called enough only where nearly all that an audit looks for is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.changes import uncompared
from audits.measures.series import Days
from audits.measures.sufficiency import of_account, wanted
from smmstrategy.metrics.periods import Period
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import BEFORE, NOW, records
from tests.audits.test_same_accounts import SINCE_FEBRUARY, TELEGRAM, VK, daily, level, measured

ALL = Period(date(2024, 12, 1), NOW.last)
AUTUMN = Period(date(2025, 7, 1), date(2025, 12, 31))


def about_data(*, followers: Period) -> list[tuple[str, str, Decimal]]:
    """Of an account with four hundred posts and all their views, likes, comments and shares: what is said, and the coverage."""
    base = records(5, own=1, competitors=0, posts=400)
    days: Days = {key: one.within(followers) for key, one in base.rows.days.items()}
    found = assemble(replace(base, rows=replace(base.rows, days=days)))
    return [(f.code, f.severity, round(f.numbers["coverage"].value, 2)) for f in findings(found) if "coverage" in f.numbers]


@pytest.mark.parametrize(
    ("followers", "said"),
    [
        (ALL, [("data_enough", "neutral", Decimal("1.00"))]),
        (AUTUMN, [("data_in_part", "warning", Decimal("0.83"))]),  # followers none of six: posts, views, likes, comments, shares
    ],
)
def test_enough_posts_with_measures_missing_are_no_enough_data(followers: Period, said: list) -> None:
    assert about_data(followers=followers) == said


@pytest.mark.parametrize(
    ("language", "of_two", "of_three"),
    [
        ("ru", "неполных показателей — {}", "по 1 из 3 аккаунтов их нет"),
        (
            "en",
            "{} measures are incomplete",
            "and lacks 1 of 3 accounts",
        ),
    ],
)
def test_what_data_lacks_is_counted_as_its_table_and_the_list_of_gaps_have_it(language: str, of_two: str, of_three: str) -> None:
    """Posts of VK since February and of all of Telegram; where there is a third account, nothing of it."""
    frames = [daily(1, SINCE_FEBRUARY, views=9.0), daily(2, NOW, views=9.0)]
    for accounts, title in (((VK, TELEGRAM), of_two), ((VK, TELEGRAM, replace(VK, id=3, network="ok")), of_three)):
        evidence = assemble(measured(frames, accounts=accounts))
        incomplete = sum(row.is_incomplete for row in wanted(evidence.coverage))
        found = pages(evidence, language)
        assert title.format(incomplete) in text(found["data"].title, language)
        assert f" {incomplete}" in f" {text(found['gaps'].title, language)}"


@pytest.mark.parametrize(
    ("language", "full", "in_part"),
    [
        (
            "ru",
            "Нужные показатели известны полностью; без значения за период — ещё 14 показателей",
            "Неполных показателей — 4, без значения за период — ещё 14: выводы по ним сделаны с оговоркой или не сделаны",
        ),
        (
            "en",
            "The wanted measures are known in full; 14 others have no value for the period",
            "4 measures are incomplete, 14 others have no value: said with caution or not at all",
        ),
    ],
)
def test_measures_without_a_value_for_the_period_are_none_of_those_the_share_lacks(language: str, full: str, in_part: str) -> None:
    """All posts, views and followers are known, or those since February; of VK eight more measures could be, of Telegram six.

    One of them is reach, which both accounts give by day alone.
    """
    for known, share, incomplete, title in ((NOW, 1, 0, full), (SINCE_FEBRUARY, Decimal("0.83"), 4, in_part)):
        given = {"followers": 1000, "account_reach": 70}
        days = [row for account in (1, 2) for code, value in given.items() for row in level(account, code, known, value)]
        evidence = assemble(measured([daily(account, known, views=9.0) for account in (1, 2)], days))
        assert (round(evidence.totals["coverage"].value, 2), evidence.totals["incomplete"].value) == (share, incomplete)
        assert text(pages(evidence, language)["gaps"].title, language) == title


@pytest.mark.parametrize(("months", "enough"), [(1, 10), (3, 10), (4, 13), (6, 20), (12, 20)])
def test_few_are_posts_by_the_length_of_the_period(months: int, enough: int) -> None:
    levels = [of_account("vk", months, months, posts, 0, ())[0] for posts in (enough - 1, enough)]
    assert levels == ["little", "enough"]


def test_nothing_is_called_unmoved_in_posts_too_few_to_judge_by() -> None:
    """Fifteen posts of the period beside some thirty of either window before: tests see nothing, and so few would hide much."""
    base = records(5, own=1, competitors=0, posts=90)
    posts = base.rows.posts
    kept = posts.drop(posts.index[posts["day"] >= NOW.first][15:])
    found = assemble(replace(base, rows=replace(base.rows, posts=kept)))
    assert (found.accounts[0].reasons[0], found.own.is_steady("er_view.median")) == ("few_posts", True)
    assert {finding.code for finding in findings(found)} & {"er_steady", "views_steady"} == set()
    assert text(pages(found)["engagement"].title).startswith("The median post has ER by views of ")


def listed_videos(*roles: str) -> Evidence:
    """Of an account of each role a video a day, in both windows, as a list of videos has them, which knows no days."""
    accounts = tuple(replace(VK, id=n, role=role, network="facebook") for n, role in enumerate(roles, 1))
    found = measured([daily(a.id, period, video_views=50.0) for a in accounts for period in (BEFORE, NOW)], accounts=accounts)
    return assemble(replace(found, rows=replace(found.rows, watched={a.id: () for a in accounts})))


def test_months_whose_posts_are_known_have_data_though_their_days_without_posts_are_not_known() -> None:
    evidence = listed_videos("own")
    (account,) = evidence.accounts
    assert (account.posts, account.months_with_data, account.months_expected) == (181, 6, 6)
    assert (account.sufficiency, account.reasons) == ("enough", ())
    assert "few_months" not in {finding.code for finding in findings(evidence)}


def test_of_posts_without_days_it_is_said_that_the_days_are_not_known() -> None:
    evidence = listed_videos("own")
    pace = evidence.own.now.numbers["posts_per_week"]
    (posts,) = (row for row in evidence.coverage if row.metric == "posts")
    assert (pace.value, pace.reason) == (None, Missing.NO_DAYS)
    assert (posts.known, posts.expected, posts.reason) == (0, 181, Missing.NO_DAYS)
    assert {uncompared(evidence.own, code, "before") for code in ("posts", "posts_per_week", "video_views")} == {"no_days"}
    assert text(pages(evidence)["volume"].subtitle) == "By month; no pace: days without posts are not known"


def test_a_network_of_which_posts_are_known_is_shared_though_no_days_are() -> None:
    assert [one.networks for one in listed_videos("own", "competitor").comparisons] == [("facebook",)]


@pytest.mark.parametrize(
    ("until", "posts_until", "given", "months"),
    [
        (date(2026, 6, 1), date(2026, 5, 20), "", 5),  # of June one silent day is known
        (date(2026, 6, 14), date(2026, 5, 20), "", 5),
        (date(2026, 6, 15), date(2026, 5, 20), "", 6),  # half of June, silent
        (date(2026, 6, 1), date(2026, 6, 1), "", 6),
        (date(2026, 6, 1), date(2026, 5, 20), "account_views", 5),
        (date(2026, 6, 1), date(2026, 5, 20), "followers", 6),
    ],
)
def test_a_month_has_data_by_a_post_a_count_of_followers_or_half_of_its_days(
    until: date, posts_until: date, given: str, months: int
) -> None:
    days = [(1, given, date(2026, 6, 3), Decimal(5))] if given else []
    found = measured([daily(1, Period(NOW.first, posts_until), views=9.0)], days, accounts=(VK,))
    watched = {1: (Period(NOW.first, until),)}
    (account,) = assemble(replace(found, rows=replace(found.rows, watched=watched))).accounts
    assert (account.months_with_data, account.months_expected) == (months, 6)
