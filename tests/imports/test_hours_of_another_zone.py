"""A file whose hours are of another zone than those of the posts stored already: asked about, and never doubled unsaid."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Import, Post
from tests.imports.test_actions import apply, brought, counts, taken, worked  # noqa: F401

MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = [9, 10, 0, 15, 18, 21]  # the third is on the day before in UTC
TIMES = [datetime(2026, 5, n, hour, 30, tzinfo=MOSCOW) for n, hour in enumerate(HOURS, 14)]
POSTS = [(at, f"Пост номер {at.day}: как мы живём и чем заняты") for at in TIMES]
SAID = (
    "6 posts of acme are stored already at times that all differ by {}: one of the two files seems to count hours in another zone, "
    "and they would stand at wrong hours or count twice. Say in which zone the times of this file are (--time-zone ZONE): in the "
    "client's own if they are right. Or undo the other import and import its file again with its zone."
)

APART = (
    "{} posts of acme are stored already at times that all differ by {}. Check which of the two files is right: undo the import of "
    "the other, and if that counts hours in another zone, import its file again with its zone (--time-zone ZONE)."
)


def table(later: timedelta, posts: list[tuple[datetime, str]] = POSTS, link: str = "") -> str:
    rows = [f"{at + later:%d.%m.%Y %H:%M};{text};{link and link.format(n)};5\n" for n, (at, text) in enumerate(posts, 1)]
    return "Дата публикации;Текст;Ссылка;Просмотры\n" + "".join(rows)


def desktop(posts: list[tuple[datetime, str]] = POSTS) -> str:
    told = [(str(int(at.timestamp())), text) for at, text in posts]
    messages = [{"id": n, "type": "message", "date_unixtime": at, "text": text} for n, (at, text) in enumerate(told, 1)]
    return json.dumps({"name": "Acme", "type": "public_channel", "id": 1234567, "messages": messages})


def said(shown: Import) -> tuple[str, list[str]]:
    """The question, and the warning of the same."""
    with translation.override("en"):
        preview = queries.preview(shown)
    return preview["question"].get("sentence", ""), [text for text in preview["warnings"] if "another zone" in text]


@pytest.fixture
def stored(taken) -> Import:  # noqa: F811
    return taken(desktop(), "result.json", account="telegram:acme")


def test_the_zone_is_asked_and_the_posts_are_one_once_it_is_told(brought, agency, signed_in, stored):  # noqa: F811
    shown = brought(table(timedelta(hours=-3)), account="telegram:acme")
    assert (shown.status, said(shown)) == (Import.Status.ASKING, (SAID.format("−3:00"), []))
    as_shown = {"network": "telegram", "handle": "acme"}
    signed_in(agency.strategist).post(f"/imports/{shown.pk}/", as_shown | {"time_zone": "UTC"})
    done = apply(worked(shown), agency)
    assert (said(done), counts(done)[1], Post.objects.count()) == (("", []), 0, 6)


def test_whoever_says_that_the_hours_are_right_has_them_and_it_is_said_as_long_as_they_stand(taken, agency, stored):  # noqa: F811
    done = taken(table(timedelta(hours=5, minutes=30)), account="telegram:acme", time_zone="Europe/Moscow")
    assert (said(done), Post.objects.count()) == (("", [APART.format(5, "+5:30")]), 6)
    actions.undo(done, by=agency.strategist)
    done.refresh_from_db()
    assert said(done) == ("", [])


def test_posts_known_by_their_numbers_take_no_time_of_another_zone_unasked(brought, taken, stored):  # noqa: F811
    linked = table(timedelta(hours=-3), link="https://t.me/acme/{}")
    shown = brought(linked)
    assert (shown.status, said(shown)) == (Import.Status.ASKING, (SAID.format("−3:00"), []))
    done = taken(linked, time_zone="UTC")
    told = [*Post.objects.order_by("published_at").values_list("published_at", flat=True)]
    assert (said(done), told) == (("", []), TIMES)
    assert said(taken(linked, time_zone="Europe/Moscow")) == ("", [APART.format(6, "−3:00")])


def test_posts_known_by_their_numbers_at_the_same_hours_are_asked_about_no_zone(brought, stored):  # noqa: F811
    assert said(brought(table(timedelta(seconds=30), link="https://t.me/acme/{}"))) == ("", [])


def test_the_file_that_came_first_may_be_the_one_of_another_zone(brought, taken):  # noqa: F811
    taken(table(timedelta(hours=-3)), account="telegram:acme")
    assert said(brought(desktop(), "result.json", account="telegram:acme")) == (SAID.format("+3:00"), [])


@pytest.mark.parametrize(("minutes", "lag", "count"), [(-30, "−0:30", 5), (45, "+0:45", 6)])
def test_half_an_hour_is_no_zone_and_is_said(brought, agency, stored, minutes, lag, count):  # noqa: F811
    assert said(brought(table(timedelta(minutes=minutes)), account="telegram:acme")) == ("", [APART.format(count, lag)])


SHORT = [(at, f"Пост {at.day}") for at, _text in POSTS]
AT_ONE_HOUR = [(at.replace(hour=10), text) for at, text in POSTS]
AT_NIGHT = [(at.replace(hour=0), text) for at, text in POSTS]


@pytest.mark.parametrize("posts", [POSTS[:4], AT_ONE_HOUR, AT_NIGHT], ids=["few", "at one hour each", "all on the day before"])
def test_few_posts_and_those_of_one_hour_show_a_zone_too(brought, taken, posts):  # noqa: F811
    taken(desktop(posts), "result.json", account="telegram:acme")
    question, _warnings = said(brought(table(timedelta(hours=-3), posts), account="telegram:acme"))
    assert question == SAID.format("−3:00").replace("6 posts", f"{len(posts)} posts")


@pytest.mark.parametrize(
    ("posts", "later", "count", "unsure"),
    [
        (POSTS[2:3], timedelta(hours=-3), 1, 1),
        (POSTS[:2], timedelta(hours=-3), 0, 0),
        (POSTS, timedelta(minutes=-10), 0, 0),
        (POSTS, timedelta(hours=28), 6, 0),
        (SHORT, timedelta(hours=-3), 6, 5),
    ],
    ids=["one on another day", "two of their days", "no lag of zones", "further apart than zones", "short words"],
)
def test_no_zone_is_asked_of_fewer_or_other_hours_or_short_words(brought, taken, posts, later, count, unsure):  # noqa: F811
    taken(desktop(posts), "result.json", account="telegram:acme")
    shown = brought(table(later, posts), account="telegram:acme")
    with translation.override("en"):
        told = [int(text.split()[0]) for text in queries.preview(shown)["warnings"] if "may be told elsewhere" in text]
    assert (said(shown), counts(shown)[1], sum(told)) == (("", []), count, unsure)


def test_words_said_every_day_tell_no_zone(brought, taken):  # noqa: F811
    daily = [(datetime(2026, 5, n, 9, n, tzinfo=MOSCOW), "Доброе утро! Сегодня мы открыты с девяти") for n in range(1, 11)]
    taken(desktop(daily), "result.json", account="telegram:acme")
    assert said(brought(table(timedelta(hours=6), daily), account="telegram:acme")) == ("", [])
