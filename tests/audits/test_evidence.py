"""Evidence worked out by hand from a few posts, read through the real store."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits import queries
from audits.evidence import Evidence, Missing
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client, Tracking
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import Source
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord, PostRecord
from tests.audits.conftest import COLLECTED, followers, invented_posts

pytestmark = pytest.mark.django_db(transaction=True)
HALF_YEAR = Period.months(date(2026, 6, 1), 6)
# brand, accounts, posts, days, stretches, slices, undated posts, days known and in doubt, wider ones, rejected rows
QUERIES = 10


@pytest.fixture
def small(transactional_db) -> Brand:
    """Two networks. VK gives reach, Telegram does not; one post is on the last evening of the period in Yekaterinburg."""
    client = Client.objects.create(name="Small", slug="small", time_zone="Asia/Yekaterinburg")
    brand = Brand.objects.create(client=client, name="Small", slug="small")
    vk, telegram = (tracked(brand, network) for network in ("vk", "telegram"))
    posts = [
        post("a", datetime(2026, 1, 5, 7, tzinfo=UTC), format="image", views=100, likes=8, comments=2, shares=0, reach=80),
        post("b", datetime(2026, 2, 5, 7, tzinfo=UTC), format="image", views=200, likes=10, comments=0, shares=0, reach=150),
        post(
            "c", datetime(2026, 6, 30, 18, 30, tzinfo=UTC), format="video", views=1000, likes=30, comments=10, shares=10, reach=900
        ),
        post("too late", datetime(2026, 6, 30, 19, 0, tzinfo=UTC), format="video", views=1, likes=1, comments=0, shares=0, reach=1),
        post("before", datetime(2025, 7, 1, 7, tzinfo=UTC), format="image", views=100, likes=5, comments=0, shares=0, reach=50),
    ]
    levels = [
        AccountRecord("followers", day, day, Decimal(value))
        for day, value in ((date(2025, 12, 31), 1000), (date(2026, 6, 30), 1100))
    ]
    reach = AccountRecord("account_reach", date(2026, 5, 1), date(2026, 5, 31), Decimal(5000))
    record(vk, posts=posts, values=[*levels, reach], source=Source.IMPORT, collected_at=COLLECTED)
    record(telegram, posts=[post("t", datetime(2026, 3, 1, 7, tzinfo=UTC), views=50)], source=Source.MANUAL, collected_at=COLLECTED)
    return brand


def tracked(brand: Brand, network: str, role: str = "own") -> Account:
    account = Account.objects.create(client=brand.client, network=network, handle=f"{brand.slug}-{network}-{role}")
    Tracking.objects.create(client=brand.client, brand=brand, account=account, role=role)
    return account


def post(key: str, published_at: datetime, format: str = "", **metrics: int) -> PostRecord:
    return PostRecord(key, {code: Decimal(value) for code, value in metrics.items()}, published_at=published_at, format=format)


def read(brand: Brand, period: Period = HALF_YEAR) -> Evidence:
    with scope(f"client:{brand.client_id}"):
        return queries.evidence(Brand.objects.get(pk=brand.pk), period)


def values(numbers: dict) -> dict[str, Decimal | None]:
    return {code: number.value for code, number in numbers.items()}


def test_totals_medians_and_rates_of_an_account(small: Brand) -> None:
    vk = values(read(small).own_accounts[1].now.numbers)
    assert (vk["posts"], vk["views"], vk["interactions"]) == (3, 1300, 70)
    assert (vk["interactions.median"], vk["interactions.mean"]) == (10, Decimal("23.333333333333"))
    assert vk["er_view.median"] == Decimal("0.05")  # of 10÷100, 10÷200, 50÷1000
    assert vk["er_view.total"] == round(Decimal(70) / 1300, 12)
    assert vk["er_reach.median"] == round(Decimal(10) / 150, 12)
    assert vk["posts_per_week"] == round(Decimal(3) * 7 / 181, 12)


def test_reach_is_never_added_up(small: Brand) -> None:
    evidence = read(small)
    vk = evidence.own_accounts[1].now
    assert (vk.numbers["reach.median"].value, "reach" in vk.numbers) == (150, False)
    assert {month.key: month.numbers["account_reach"].value for month in vk.months if "account_reach" in month.numbers} == {
        "2026-05": 5000
    }
    assert "account_reach" not in vk.numbers  # six months' reach is not known from one
    for subject in evidence.subjects:
        for window in subject.windows.values():
            assert not {"reach", "er_reach.total"} & window.numbers.keys()


def test_what_is_not_known_is_absent_and_lowers_the_coverage(small: Brand) -> None:
    evidence = read(small)
    telegram = evidence.own_accounts[0].now.numbers
    assert "interactions" not in telegram and telegram["views"].value == 50
    days_known = round(Decimal(181 + 1) / 362, 12)  # all of VK's, of Telegram's that of its only post
    assert evidence.own.now.numbers["posts"].coverage == days_known
    assert evidence.own.now.numbers["interactions"].coverage == round(Decimal("0.75") * days_known, 12)
    likes = next(
        row for row in evidence.coverage if row.metric == "likes" and row.account_id == evidence.own_accounts[0].account_ids[0]
    )
    assert (likes.share.value, likes.reason) == (0, Missing.NOT_GIVEN)
    assert telegram["followers_end"].value is None


def test_posts_of_a_day_are_listed_by_their_hours_in_whatever_order_they_came(small: Brand) -> None:
    at = {"first": datetime(2026, 5, 4, 15, 5, tzinfo=UTC), "second": datetime(2026, 5, 4, 10, 5, tzinfo=UTC)}
    for key, moment in at.items():
        record(Account.objects.get(network="vk"), posts=[post(key, moment, views=1)], source=Source.IMPORT, collected_at=COLLECTED)
    listed = [row for row in read(small).posts if row.day == date(2026, 5, 4)]
    assert [row.published_at for row in listed] == [at["second"], at["first"]]
    assert listed[0].id > listed[1].id


def test_followers_at_both_ends(small: Brand) -> None:
    vk = values(read(small).own_accounts[1].now.numbers)
    assert (vk["followers_start"], vk["followers_end"], vk["growth_abs"], vk["growth_rate"]) == (1000, 1100, 100, Decimal("0.1"))


def test_months_given_as_such_count_like_their_days(transactional_db) -> None:
    """The month before the earliest window gives that window its start."""
    client = Client.objects.create(name="Monthly", slug="monthly")
    brand = Brand.objects.create(client=client, name="Monthly", slug="monthly")
    firsts = [
        date(2024, 12, 1),
        *(date(2025, month, 1) for month in range(1, 13)),
        *(date(2026, month, 1) for month in range(1, 7)),
    ]
    months = [Period.months(first, 1) for first in firsts]
    levels = [AccountRecord("followers", m.first, m.last, Decimal(1000 + 10 * n)) for n, m in enumerate(months)]
    visits = [AccountRecord("visits", m.first, m.last, Decimal(100)) for m in months]
    record(tracked(brand, "vk"), values=levels, source=Source.IMPORT, collected_at=COLLECTED)
    record(tracked(brand, "website"), values=visits, source=Source.IMPORT, collected_at=COLLECTED)
    own = read(brand).own
    growth = {name: window.numbers["growth_abs"].value for name, window in own.windows.items()}
    assert growth == {"now": 60, "before": 60, "year_earlier": 60}
    assert (own.now.numbers["followers_end"].value, own.now.numbers["visits"].value) == (1180, 600)
    assert (own.now.numbers["visits"].coverage, own.change("visits").absolute.value) == (1, 0)


def test_only_accounts_with_data_in_both_windows_are_compared(small: Brand) -> None:
    """Telegram has nothing in the months before: views are compared in VK alone, 1300 against 100."""
    evidence = read(small)
    change = evidence.own.change("views")
    assert (change.now.value, change.then.value, change.absolute.value, change.relative.value) == (1300, 100, 1200, 12)
    assert change.accounts == evidence.own_accounts[1].account_ids
    assert (evidence.own.now.numbers["views"].value, evidence.year_earlier) == (1350, None)


def test_mix_and_rate_explain_a_change_exactly(transactional_db) -> None:
    """Ten images of 5 in 100 before, now six of 10 in 100 and four videos of 50 in 1000."""
    client = Client.objects.create(name="Small", slug="small", time_zone="Asia/Yekaterinburg")
    brand = Brand.objects.create(client=client, name="Small", slug="small")
    moments = [
        datetime(year, month, 5, 7, tzinfo=UTC) + timedelta(18 * n) for year, month in ((2025, 7), (2026, 1)) for n in range(10)
    ]
    given = [("image", 100, 5)] * 10 + [("image", 100, 10)] * 6 + [("video", 1000, 50)] * 4
    posts = [post(f"{at}", at, kind, views=views, likes=likes) for at, (kind, views, likes) in zip(moments, given, strict=True)]
    record(tracked(brand, "vk"), posts=posts, source=Source.IMPORT, collected_at=COLLECTED)
    made_of = next(d for d in read(brand).own.decompositions if d.by == "format")
    assert made_of.start.value == Decimal("0.05")
    effects = sum((effect.mix.value + effect.rate.value for effect in made_of.effects), Decimal(0))
    assert made_of.end.value - made_of.start.value == made_of.mix.value + made_of.rate.value == effects


def test_evidence_survives_json(brand: Brand) -> None:
    evidence = read(brand)
    assert Evidence.from_facts(json.loads(json.dumps(evidence.to_facts()))) == evidence


def test_every_number_says_where_it_stands_once(brand: Brand) -> None:
    evidence = read(brand)
    shown: dict[str, tuple] = {}
    for number in walked(evidence):
        assert shown.setdefault(number["id"], (number["value"], number["metric"])) == (number["value"], number["metric"])
    assert len(shown) == len(evidence.numbers())


def walked(evidence: Evidence) -> Iterator[dict]:
    def walk(node: object) -> Iterator[dict]:
        if isinstance(node, dict):
            if {"id", "value", "metric"} <= node.keys():
                yield node
            for child in node.values():
                yield from walk(child)
        elif isinstance(node, list | tuple):
            for child in node:
                yield from walk(child)

    return walk(evidence.to_facts())


def test_traffic_is_broken_down_by_tags(brand: Brand) -> None:
    own = read(brand).own.now
    assert own.numbers["visits"].coverage == 1
    assert [part.key for part in own.sources] == ["social_network=vk", "social_network=telegram"]
    assert [part.key for part in own.tags] == ["utm_medium=social&utm_source=vk", "utm_medium=social&utm_source=telegram"]
    assert own.sources[0].numbers["visits"].value - own.sources[1].numbers["visits"].value == 18 * 181


def test_ten_times_the_neighbours_rows_change_neither_the_evidence_nor_the_number_of_queries(brand: Brand) -> None:
    with CaptureQueriesContext(connection) as before:
        alone = read(brand)
    neighbour = Client.objects.create(name="Next door", slug="next-door")
    other = Brand.objects.create(client=neighbour, name="Next door", slug="next-door")
    for seed in range(3):
        account = Account.objects.create(client=neighbour, network="vk", handle=f"n{seed}")
        Tracking.objects.create(client=neighbour, brand=other, account=account, role="own")
        record(
            account,
            posts=tuple(invented_posts(seed, 1200)),
            values=tuple(followers(seed)),
            source=Source.IMPORT,
            collected_at=COLLECTED,
        )
    with CaptureQueriesContext(connection) as after:
        beside = read(brand)
    assert beside == alone
    assert [len(reads(captured)) for captured in (before, after)] == [QUERIES, QUERIES]


def reads(captured: CaptureQueriesContext) -> list[str]:
    """The queries, without those that open and close the scope."""
    statements = [query["sql"].strip() for query in captured]
    return [sql for sql in statements if sql.startswith("SELECT") and "_setting(" not in sql and "set_config" not in sql]


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (datetime(2026, 7, 15, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 18, 59, tzinfo=UTC), date(2026, 5, 31)),  # still June in Yekaterinburg
        (datetime(2026, 6, 30, 19, 1, tzinfo=UTC), date(2026, 6, 30)),  # already July there
        (datetime(2027, 3, 1, tzinfo=UTC), date(2026, 6, 30)),  # nothing newer
    ],
)
def test_an_audit_ends_with_the_last_full_month_that_has_data(brand: Brand, today: datetime, until: date) -> None:
    assert queries.default_until(brand, today) == until
