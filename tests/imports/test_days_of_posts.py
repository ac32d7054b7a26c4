"""Of which days an import knows the posts and in which zone it counts days, until it is taken back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics import queries
from smmstrategy.metrics.actions import Statement
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.models import Collection, Import
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import PostRecord
from tests.imports.forms_of_files import archive
from tests.imports.test_actions import POSTS, brought, worked  # noqa: F401

STUDIO = 'Content,Video title,Video publish time,Views\n{},A,"Mar 5, 2026",10\n'
INSIGHTS = "Post ID,Permalink,Type,Posted,{}\n"
VIDEOS = INSIGHTS.format("Lifetime Total Video Views") + (
    "9_1,https://www.facebook.com/acme/posts/1,Video,03/02/2026 10:00:00 AM,7\n"
    "9_4,https://www.facebook.com/acme/posts/4,Video,03/20/2026 10:00:00 AM,8\n"
)
OTHERS = INSIGHTS.format("Lifetime Post Total Reach") + (
    "9_2,https://www.facebook.com/acme/posts/2,Photo,03/15/2026 10:00:00 AM,70\n"
    "9_3,https://www.facebook.com/acme/posts/3,Photo,03/16/2026 10:00:00 AM,80\n"
)
OF_POSTS = Period(date(2026, 3, 5), date(2026, 3, 6))
WINTER = Period(date(2026, 1, 10), date(2026, 3, 20))


@pytest.fixture
def applied(brought, agency):  # noqa: F811
    """applied(name, …) is an import of two posts of 5 and 6 March under that name."""

    def apply(name: str, **options) -> Import:
        import_ = brought(POSTS.format(views=200), name, **options)
        actions.confirm(import_, by=agency.strategist)
        return worked(import_)

    return apply


def known() -> list[Period]:
    with scope("system"):
        return queries.days_of_posts(Account.objects.all()).get(Account.objects.get().pk, [])


@pytest.mark.parametrize(
    ("name", "options", "days"),
    [
        ("export.csv", {}, OF_POSTS),
        ("export_2026-01-10_2026-03-20.csv", {}, WINTER),
        ("export.csv", {"period": "2026-01-10:2026-03-20"}, WINTER),
        ("export_2026-03-06_2026-03-31.csv", {}, OF_POSTS),  # a name that its posts contradict states nothing
        ("export_2026-03-01_2027-03-31.csv", {}, None),
        ("export_2026-03-08.csv", {}, Period(date(2026, 3, 5), date(2026, 3, 8))),  # a file knows no day after its own
    ],
)
def test_the_days_are_stated_or_those_of_the_posts_and_never_in_the_future(applied, name, options, days):
    import_ = applied(name, **options)
    uploaded_on = import_.created_at.astimezone(ZoneInfo(import_.client.time_zone)).date()
    assert known() == [days or Period(date(2026, 3, 1), uploaded_on)]
    assert import_.summary["accounts"][0]["days_of_posts"] == [known()[0].first.isoformat(), known()[0].last.isoformat()]


@pytest.mark.parametrize(
    ("days", "collected_on", "known"),
    [
        ([11, 12, 13], 31, (11, 13)),
        ([4, 6], 31, (1, 6)),  # three silent days before, which say nothing; twenty-five after
        ([5, 7], 31, (5, 7)),
        ([5, 11], 31, (1, 11)),  # four silent days before, five between them
        ([2, 12, 22], 31, (1, 31)),
        ([2, 12, 21], 31, (1, 21)),
        ([29, 31], 31, (29, 31)),
        ([5, 7], 10, (5, 10)),
        ([5, 7], 11, (5, 7)),
        ([11], 31, (11, 11)),
        ([11, 11], 20, (11, 11)),
        ([3], 31, (1, 3)),
        ([29], 31, (29, 31)),
    ],
)
def test_days_without_posts_are_known_to_the_edge_of_a_month_where_the_posts_are_as_far_apart(agency, days, collected_on, known):
    account = Account.objects.create(client=agency.a, network="telegram", handle="acme")
    posts = [PostRecord(key=str(n), metrics={}, published_at=datetime(2026, 3, day, 12, tzinfo=UTC)) for n, day in enumerate(days)]
    found = Statement(account, posts).days_of_posts(ZoneInfo("UTC"), datetime(2026, 3, collected_on, 20, tzinfo=UTC))
    assert (found.first, found.last) == (date(2026, 3, known[0]), date(2026, 3, known[1]))


YEAR = [date(2025, 1, 1) + timedelta(days=n) for n in range(410)]  # to 14 February 2026


@pytest.mark.parametrize(
    ("days", "until"),
    [
        (YEAR, 14),
        (YEAR[:40] + YEAR[65:], 14),  # of a daily account, away once for 25 days: the fourteen to the end are many
        (YEAR[:365] + YEAR[390:], 14),  # nor does it matter that it was just now, where it is one of twenty pauses
        (YEAR[:11], 11),
        ([day for day in YEAR if day.weekday() < 2 and day.day < 26], 10),
        ([*YEAR[3::7], date(2026, 2, 23)], 28),  # five days, of an account that posts weekly
        ([*YEAR[:300:15], date(2026, 2, 14)], 14),  # fourteen would be told as a silence, however seldom it posts
        ([*YEAR[:300:15], date(2026, 2, 15)], 28),
    ],
)
def test_what_is_near_the_end_of_a_month_say_the_posts_around_it_and_never_a_fortnight(agency, days, until):
    posts = [PostRecord(key=f"{day}", metrics={}, published_at=datetime(*day.timetuple()[:3], 12, tzinfo=UTC)) for day in days]
    account = Account(client=agency.a, network="telegram", handle="acme")
    found = Statement(account, posts).days_of_posts(ZoneInfo("UTC"), datetime(2026, 6, 1, tzinfo=UTC))
    assert found.last.day == until


@pytest.mark.parametrize(
    ("days", "since"),
    [(YEAR[3:], 1), (YEAR[4:], 5), (YEAR[4:300] + YEAR[330:], 5), (YEAR[13:200:15], 1), (YEAR[14:200:15], 15)],
)
def test_so_does_what_is_near_its_beginning(agency, days, since):
    posts = [PostRecord(key=f"{day}", metrics={}, published_at=datetime(*day.timetuple()[:3], 12, tzinfo=UTC)) for day in days]
    account = Account(client=agency.a, network="telegram", handle="acme")
    found = Statement(account, posts).days_of_posts(ZoneInfo("UTC"), datetime(2026, 6, 1, tzinfo=UTC))
    assert found.first.day == since


@pytest.mark.parametrize(
    ("first", "last", "has_time", "known"),
    [
        ("2026-03-05T12:00", "2026-03-30T12:00", True, (1, 31)),
        ("2026-03-05T12:00", "2026-03-31T23:30", True, (1, 32)),  # 1 April for the client, the last day of the file in its own zone
        ("2026-02-28T20:00", "2026-03-30T12:00", True, (0, 31)),
        ("2026-02-27T20:00", "2026-03-30T12:00", True, (-1, 31)),  # beyond them in any zone
        ("2026-03-27T12:00", "2026-04-02T13:00", True, (27, 33)),
        ("2026-03-27T09:00", "2026-04-01T09:00", False, (27, 32)),  # a day without a time is the same in every zone
    ],
)
def test_days_stated_hold_posts_of_any_zone_and_those_beyond_widen_them(agency, first, last, has_time, known):
    account = Account.objects.create(client=agency.a, network="x", handle="acme")
    dates = [datetime.fromisoformat(f"{day}+00:00") for day in (first, "2026-03-29T12:00", last)]
    posts = [PostRecord(key=str(n), metrics={}, published_at=day, has_time=has_time) for n, day in enumerate(dates)]
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    found = Statement(account, posts, period=march).days_of_posts(ZoneInfo("Europe/Moscow"), datetime(2026, 6, 1, tzinfo=UTC))
    assert tuple((day - date(2026, 2, 28)).days for day in (found.first, found.last)) == known


def test_taking_the_import_back_forgets_its_days(applied, agency):
    winter, march = applied("export_2026-01-10_2026-03-20.csv"), applied("export.csv")
    assert known() == [WINTER]
    actions.undo(winter, by=agency.strategist)
    assert known() == [OF_POSTS]
    actions.undo(march, by=agency.strategist)
    with scope("system"):
        assert queries.days_of_posts(Account.objects.all()) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Totals.csv", "Date,Views\n2026-03-05,7\n2026-03-06,8\n"),
        ("Table data.csv", "Date,Views,Watch time (hours)\n2026-03-05,7,1.5\n2026-03-06,8,1.5\n"),
        (
            "Studio.zip",
            archive(
                **{
                    "a.csv": STUDIO.format("abcdefghijk"),
                    "b.csv": STUDIO.format("abcdefghijl"),
                    "Totals.csv": "Date,Views\n2026-03-05,7\n",
                }
            ),
        ),
        ("Facebook.csv", "Date,Lifetime Total Likes,Daily New Likes\n2026-03-05,7,1\n2026-03-06,8,1\n"),
    ],
)
def test_days_of_youtube_and_facebook_are_those_of_the_pacific(brought, agency, name, text):  # noqa: F811
    account = "facebook:acme" if name == "Facebook.csv" else "youtube:acme"
    actions.confirm(import_ := brought(text, name, account=account), by=agency.strategist)
    warnings = worked(import_).summary["warnings"]
    with scope("system"):
        assert Collection.objects.get().time_zone == "America/Los_Angeles"
    assert any("counts days in Pacific time" in warning["text"] for warning in warnings)


@pytest.mark.parametrize(
    ("content", "days"),
    [
        (VIDEOS, None),
        (archive(**{"videos.csv": VIDEOS, "posts.csv": OTHERS}), ["2026-03-15", "2026-03-16"]),
        (
            archive(**{"a.csv": VIDEOS, "b.csv": VIDEOS.replace("Total Video Views", "Post Total Reach")}),
            ["2026-03-01", "2026-03-31"],
        ),
    ],
    ids=["alone", "beside other posts", "among all posts"],
)
def test_a_list_of_videos_where_there_are_other_posts_tells_of_no_silent_days(brought, content, days):  # noqa: F811
    import_ = brought(content, "facebook.csv" if days is None else "facebook.zip")
    assert import_.summary["accounts"][0]["days_of_posts"] == days
    assert [one["text"][:29] for one in import_.summary["warnings"]].count("The file lists videos alone, ") == 1


TWEETS = (
    "Tweet id,Tweet permalink,Tweet text,time,impressions,likes\n"
    "9,https://twitter.com/acme/status/9,A,2018-04-27 18:52 +0000,6,3\n"
    "8,https://twitter.com/acme/status/8,B,2018-04-02 15:00 +0000,5,2\n"
)
APRIL = "20180401_20180501_en.csv"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        (f"tweet_activity_metrics_acme_{APRIL}", ["2018-04-01", "2018-04-30"]),
        (f"tweets {APRIL}", ["2018-04-01", "2018-05-01"]),
        ("tweets.csv", None),
    ],
)
def test_the_analytics_of_twitter_names_the_first_day_that_a_file_lacks(understood, name, days):
    assert understood(TWEETS, name)["days_said"] == days


def test_of_april_nothing_is_known_of_the_first_of_may_and_its_days_are_those_of_utc(brought, agency):  # noqa: F811
    import_ = brought(TWEETS, f"tweet_activity_metrics_acme_{APRIL}")
    actions.confirm(import_, by=agency.strategist)
    worked(import_)
    with scope("system"):
        assert Collection.objects.get().time_zone == "UTC"
    assert known() == [Period(date(2018, 4, 1), date(2018, 4, 30))]


NOTED = "Период: 01.03.2026 - 31.03.2026\n\n"
FOLLOWERS = "\nДата;Подписчики\n05.03.2026;10\n06.03.2026;11\n"


@pytest.mark.parametrize(
    ("content", "days"),
    [
        (NOTED + POSTS.format(views=200) + FOLLOWERS, ["2026-03-01", "2026-03-31"]),
        (NOTED + FOLLOWERS + "\n" + POSTS.format(views=200), ["2026-03-01", "2026-03-31"]),
        (NOTED + POSTS.format(views=200) + "\nПериод: 01.02.2026 - 31.03.2026\n" + FOLLOWERS, None),
    ],
)
def test_a_line_above_the_tables_says_of_which_days_the_posts_are(understood, content, days):
    assert understood(content, "export_2026-01-01_2026-06-30.csv", account="telegram:brand")["days_said"] == days
