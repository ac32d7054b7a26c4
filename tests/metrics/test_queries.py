"""Reading: days in the client's zone, gaps as NaN, one query each, and months that total as the metric says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import permutations
from zoneinfo import ZoneInfo

import pandas
import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics import queries
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.periods import Period
from tests.metrics.conftest import NOON, day, post

MOSCOW = ZoneInfo("Europe/Moscow")
MARCH = Period.months(date(2026, 3, 1), 1)
QUARTER = Period.months(date(2026, 3, 1), 3)
AT = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def numbers(account):
    """Records values and posts of the account, as from an API."""

    def run(*values, posts=(), about=account):
        record(about, posts=posts, values=values, source="api", collected_at=AT)

    return run


def by_key(table: pandas.DataFrame) -> pandas.DataFrame:
    return table.set_index(table["post_id"].map(dict(Post.objects.values_list("pk", "key"))))


def test_posts_belong_to_the_days_of_the_client_s_zone(account, numbers, django_assert_num_queries):
    just_before, first, last, just_after = (
        datetime(2026, 2, 28, 20, 59, tzinfo=UTC),
        datetime(2026, 2, 28, 21, 0, tzinfo=UTC),
        datetime(2026, 3, 31, 20, 59, tzinfo=UTC),
        datetime(2026, 3, 31, 21, 0, tzinfo=UTC),
    )
    numbers(posts=[post("a", just_before), post("b", first), post("c", last), post("d", just_after), post("e", None)])
    with django_assert_num_queries(1):
        table = queries.posts([account], MARCH, MOSCOW)
    assert list(by_key(table).index) == ["b", "c"]
    assert list(table["day"]) == [pandas.Timestamp(2026, 3, 1), pandas.Timestamp(2026, 3, 31)]
    assert list(table["weekday"]) == [6, 1]
    assert list(table["hour"]) == [0.0, 23.0]
    assert queries.undated_posts([account]) == {account.pk: 1}


def test_a_metric_that_is_not_known_is_nan_and_never_zero(account, numbers):
    numbers(posts=[post("a", likes=0, views="12.5", text="Привет"), post("b", likes=3)])
    table = by_key(queries.posts([account.pk], MARCH, MOSCOW))
    assert list(table.loc[["a", "b"], "likes"]) == [0.0, 3.0]
    assert table.loc["a", "views"] == 12.5
    assert pandas.isna(table.loc["b", "views"])
    assert "shares" not in table.columns
    assert (table.loc["a", "text_length"], table.loc["a", "source"]) == (6, "api")
    assert str(table["views"].dtype) == "float64"


def test_a_text_is_known_to_be_empty_only_beside_texts_of_the_same_import(account, competitor, numbers):
    """Of the other account there are titles alone, as in the tables of YouTube Studio."""
    numbers(posts=[post("a", text="Привет"), post("b", title="Без слов")])
    numbers(posts=[post("c", title="Привет")], about=competitor)
    table = by_key(queries.posts([account, competitor], MARCH, MOSCOW))
    assert list(table.loc[["a", "b"], "text_length"]) == [6, 0]
    assert pandas.isna(table.loc["c", "text_length"])


@pytest.mark.parametrize("changed", ["bc", "abc"], ids=["stands", "was changed since"])
def test_whether_a_text_is_empty_does_not_depend_on_the_days_asked(account, an_import, changed):
    """One file gives a text of the quarter before, which stands or was changed since; another file gives none."""
    first = [post("a", datetime(2026, 1, 4, 9, tzinfo=UTC), text="Привет"), post("b")]
    without = [replace(post(key, format="image"), published_at=None if key == "a" else NOON) for key in changed]
    for n, posts in enumerate([first, without]):
        at, made = AT + timedelta(days=n), an_import(str(n))
        record(account, posts=posts, values=(), source="import", collected_at=at, imported_in=made)
    for period in (MARCH, Period.months(MARCH.last, 3)):
        lengths = by_key(queries.posts([account], period, MOSCOW))["text_length"]
        assert (lengths["b"], pandas.isna(lengths["c"])) == (0, True)


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_a_text_is_no_emptier_for_what_a_file_without_texts_says_of_the_post(account, an_import, order):
    """Of three posts a file with texts has the first two, one of them without any, and a later one of formats the last two."""
    files = [[post("a", text="Привет"), post("b", likes=1)], [post(key, format="image") for key in "abc"]]
    for n in order:
        made = an_import(str(n))
        record(account, posts=files[n], values=(), source="import", collected_at=AT + timedelta(days=n), imported_in=made)
    lengths = by_key(queries.posts([account], MARCH, MOSCOW))["text_length"]
    assert (lengths["a"], lengths["b"], pandas.isna(lengths["c"])) == (6, 0, True)


def test_a_post_of_which_only_the_day_is_known_has_no_hour(account, numbers):
    numbers(posts=[post("a", datetime(2026, 3, 4, 21, tzinfo=UTC), has_time=False)])
    table = queries.posts([account], MARCH, MOSCOW)
    assert table["day"][0] == pandas.Timestamp(2026, 3, 5)
    assert pandas.isna(table["hour"][0])


def test_no_posts_give_an_empty_table_with_the_same_columns(account):
    table = queries.posts([account], MARCH, MOSCOW)
    assert len(table) == 0
    assert {"day", "weekday", "hour", "text_length"} <= set(table.columns)


def test_daily_spans_and_slices_do_not_mix(account, numbers, django_assert_num_queries):
    numbers(
        day("visits", date(2026, 3, 1), "10.123456"),
        day("visits", date(2026, 3, 2), 4, slice="utm_campaign=a%26b&utm_source=vk"),
        day("visits", date(2026, 3, 1), 300, ends_on=date(2026, 3, 31)),
        day("visits", date(2026, 3, 30), 70, ends_on=date(2026, 4, 5)),
        day("pageviews", date(2026, 3, 1), 99),
    )
    with django_assert_num_queries(3):
        days = queries.daily([account], ["visits"], MARCH)
        whole = queries.stretches([account], ["visits"], MARCH)
        parts = queries.slices([account], ["visits"], MARCH)
    assert list(zip(days["day"], days["value"], strict=True)) == [(date(2026, 3, 1), Decimal("10.123456"))]
    assert list(zip(whole["ends_on"], whole["value"], strict=True)) == [(date(2026, 3, 31), Decimal(300))]
    assert list(parts["slice"]) == [{"utm_campaign": "a&b", "utm_source": "vk"}]


def test_values_that_reach_beyond_a_period_are_named_by_their_days(account, numbers, django_assert_num_queries):
    numbers(
        day("visits", date(2026, 3, 1), 300, ends_on=date(2026, 3, 31)),
        day("visits", date(2026, 3, 30), 70, ends_on=date(2026, 4, 5)),
        day("visitors", date(2026, 1, 1), 900, ends_on=date(2026, 12, 31), slice="city=Kazan"),
        day("visitors", date(2026, 4, 1), 9),
    )
    with django_assert_num_queries(1):
        found = queries.wider_stretches([account], MARCH)
    year, week = Period(date(2026, 1, 1), date(2026, 12, 31)), Period(date(2026, 3, 30), date(2026, 4, 5))
    assert found == {account.pk: [year, week]}


def test_another_client_s_numbers_are_not_there(account, agency, numbers):
    numbers(day("followers", date(2026, 3, 1), 1), posts=[post("1", likes=1)])
    with scope(f"user:{agency.stranger.pk}"):
        assert len(queries.daily([account.pk], ["followers"], MARCH)) == 0
        assert len(queries.posts([account.pk], MARCH, MOSCOW)) == 0
    with scope(f"user:{agency.strategist.pk}"):
        assert len(queries.posts([account.pk], MARCH, MOSCOW)) == 1
