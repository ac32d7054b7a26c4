"""A day of which nobody knows the posts is not a day without a post: no pace, pause, week or month is made of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from audits.evidence import Missing
from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import Source
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import PostRecord
from tests.audits.test_evidence import HALF_YEAR, post, read, tracked

pytestmark = pytest.mark.django_db(transaction=True)
JULY = datetime(2026, 7, 20, tzinfo=UTC)


@pytest.fixture
def brand(transactional_db) -> Brand:
    client = Client.objects.create(name="Small", slug="small", time_zone="Europe/Moscow")
    return Brand.objects.create(client=client, name="Small", slug="small")


def daily(first: date, last: date, every: int = 1) -> list[PostRecord]:
    days = (first + timedelta(n) for n in range(0, (last - first).days + 1, every))
    return [post(day.isoformat(), datetime(day.year, day.month, day.day, 9, tzinfo=UTC), "image", views=100) for day in days]


def collect(account: Account, posts: Iterable[PostRecord], at: datetime = JULY) -> None:
    record(account, posts=tuple(posts), source=Source.IMPORT, collected_at=at)


def test_the_month_after_the_last_file_is_not_a_month_of_silence(brand: Brand) -> None:
    collect(tracked(brand, "vk"), daily(date(2026, 1, 1), date(2026, 6, 30)))
    evidence = read(brand, Period.months(date(2026, 7, 1), 6))
    own, months = evidence.own.now.numbers, evidence.own.now.months
    assert (own["posts"].value, own["posts_per_week"].value, own["posts_per_week"].inputs) == (
        150,
        7,
        (("posts", "150"), ("days", "150")),
    )
    assert [part.numbers["posts"].value if "posts" in part.numbers else None for part in months] == [28, 31, 30, 31, 30, None]
    assert (own["silence.longest"].value, own["active_days"].value) == (0, 1)
    assert own["posts"].coverage == round(Decimal(150) / 181, 12)
    assert evidence.accounts[0].silences == ()
    assert evidence.accounts[0].months_with_data == 5
    posts = next(row for row in evidence.coverage if row.metric == "posts")
    assert (posts.known, posts.expected, posts.gaps) == (150, 181, (Period(date(2026, 7, 1), date(2026, 7, 31)),))
    assert posts.reason == Missing.NOT_IMPORTED


def test_a_month_between_two_files_is_no_pause(brand: Brand) -> None:
    vk = tracked(brand, "vk")
    collect(vk, daily(date(2026, 1, 1), date(2026, 3, 31), every=2), datetime(2026, 4, 2, tzinfo=UTC))
    collect(vk, daily(date(2026, 5, 1), date(2026, 6, 30), every=2))
    now = read(brand).own.now
    assert (now.numbers["interval.median"].value, now.numbers["silence.longest"].value) == (2, 1)
    assert now.numbers["interval.sigma"].value == 0
    known = [part.key for part in now.weeks if "posts" in part.numbers]
    assert [part.key for part in now.weeks if "posts" not in part.numbers] == [
        "2026-03-30", "2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27",
    ]  # fmt: skip
    assert (known[0], known[-1], len(known)) == ("2026-01-05", "2026-06-22", 20)


def test_a_month_inside_a_file_without_posts_is_not_known_to_be_a_pause(brand: Brand) -> None:
    collect(tracked(brand, "vk"), [*daily(date(2026, 1, 1), date(2026, 3, 31)), *daily(date(2026, 5, 1), date(2026, 6, 30))])
    evidence = read(brand)
    assert evidence.own.now.numbers["silence.longest"].value == 0
    assert [part.key for part in evidence.own.now.months if "posts" not in part.numbers] == ["2026-04"]
    assert evidence.accounts[0].silences == (Period(date(2026, 4, 1), date(2026, 4, 30)),)


def test_of_a_single_post_only_its_month_is_known_which_is_no_pace_of_six(brand: Brand) -> None:
    collect(tracked(brand, "vk"), daily(date(2026, 4, 10), date(2026, 4, 10)))
    own = read(brand).own.now
    pace = own.numbers["posts_per_week"]
    assert (own.numbers["posts"].value, pace.value, pace.reason) == (1, None, Missing.FEW_DAYS)
    assert [part.key for part in own.months if "posts" in part.numbers] == ["2026-04"]


def test_an_account_known_from_the_third_month_on_does_not_dilute_the_pace(brand: Brand) -> None:
    collect(tracked(brand, "vk"), daily(date(2026, 1, 1), date(2026, 6, 30)))
    collect(tracked(brand, "telegram"), daily(date(2026, 3, 1), date(2026, 6, 30), every=2))
    own = read(brand).own.now
    assert own.numbers["posts_per_week"].value == 7 + Decimal("3.5")
    assert own.weeks[0].numbers == {} and own.weeks[-1].numbers["posts"].value in (10, 11)
    assert own.months[0].numbers["posts"].coverage == Decimal("0.5")


def test_the_pace_is_that_of_the_days_known_of_all_accounts_together(brand: Brand) -> None:
    """VK publishes daily, and from March on twice a day; of Telegram March to June are known, a post a day."""
    twice = [replace(one, key=f"{one.key} again") for one in daily(date(2026, 3, 1), date(2026, 6, 30))]
    collect(tracked(brand, "vk"), [*daily(date(2026, 1, 1), date(2026, 6, 30)), *twice])
    collect(tracked(brand, "telegram"), daily(date(2026, 3, 1), date(2026, 6, 30)))
    pace = read(brand).own.now.numbers["posts_per_week"]
    assert (pace.value, pace.formula, pace.inputs) == (21, "posts ÷ days × 7", (("posts", "366"), ("days", "122")))


def test_accounts_known_in_different_months_have_no_pace_in_common(brand: Brand) -> None:
    """Of the 181 days on which any of the three is known, none is known of all: each has its pace, the brand none."""
    collect(tracked(brand, "vk"), daily(date(2026, 1, 1), date(2026, 2, 28), every=2))
    collect(tracked(brand, "telegram"), daily(date(2026, 3, 1), date(2026, 4, 30)))
    collect(tracked(brand, "ok"), daily(date(2026, 3, 1), date(2026, 6, 30)))
    evidence = read(brand)
    pace = evidence.own.now.numbers["posts_per_week"]
    assert (pace.value, pace.reason, pace.inputs) == (None, Missing.NOT_TOGETHER, ())
    paces = {s.networks[0]: s.now.numbers["posts_per_week"].value for s in evidence.own_accounts}
    assert paces == {"vk": round(Decimal(30) * 7 / 59, 12), "telegram": 7, "ok": 7}
    assert {"silence.longest", "active_days"} & evidence.own.now.numbers.keys() == set()


@pytest.mark.parametrize(("last", "pace"), [(date(2026, 3, 31), 14), (date(2026, 2, 28), None)])
def test_of_the_days_known_of_any_account_half_must_be_known_of_all(brand: Brand, last: date, pace: int | None) -> None:
    """VK is known on 151 days: 90 of them are more than half, 59 are less."""
    collect(tracked(brand, "vk"), daily(date(2026, 1, 1), date(2026, 5, 31)))
    collect(tracked(brand, "telegram"), daily(date(2026, 1, 1), last))
    assert read(brand).own.now.numbers["posts_per_week"].value == pace


def test_a_network_nothing_was_imported_of_is_not_known_to_be_silent(brand: Brand) -> None:
    collect(tracked(brand, "vk"), daily(date(2026, 1, 1), date(2026, 6, 30)))
    tracked(brand, "telegram")
    evidence = read(brand)
    telegram = next(s for s in evidence.own_accounts if s.networks == ("telegram",)).now.numbers
    assert (telegram["posts"].value, telegram["posts"].reason) == (None, Missing.NOT_IMPORTED)
    assert (telegram["posts_per_week"].value, evidence.own.now.numbers["posts_per_week"].value) == (None, 7)


def test_half_a_window_is_not_less_than_a_whole_one(brand: Brand) -> None:
    """Three known months of ninety posts against six of a hundred and eighty: the sum does not compare, the pace does."""
    collect(tracked(brand, "vk"), [*daily(date(2025, 7, 1), date(2026, 3, 31))], datetime(2026, 4, 1, tzinfo=UTC))
    changes = {c.measure: c.absolute.value for c in read(brand, HALF_YEAR).own.changes if c.against == "before"}
    assert "posts" not in changes and "views" not in changes
    assert changes["posts_per_week"] == 0
