"""The demo's numbers behave as real ones do: a rhythm, heavy tails, a jump that is partly lost again, gaps, late growth."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from statistics import mean, median

import pytest

from smmstrategy.demo import audience, cast, traffic
from smmstrategy.demo.posts import as_seen_on, posts


@pytest.fixture(scope="module")
def vk(scenario):
    return posts(cast.VK, scenario)


@pytest.fixture(scope="module")
def followers(scenario):
    return audience.days(cast.VK, scenario)


def rate(some):
    return median((post.likes + post.comments + post.shares) / post.views for post in some)


def test_working_days_have_twice_the_posts_of_weekends(vk):
    weekdays = Counter(post.day.weekday() for post in vk)
    assert mean(weekdays[day] for day in range(5)) > 2 * mean(weekdays[day] for day in (5, 6))


def test_views_have_a_heavy_tail(vk):
    views = [post.views for post in vk]
    assert mean(views) > 1.1 * median(views)
    assert max(views) > 8 * median(views)


def test_no_text_comes_twice(scenario):
    texts = [post.words.text for page in cast.SOCIAL for post in posts(page, scenario)]
    assert len(texts) > 850
    assert len(set(texts)) == len(texts)


def test_nobody_posts_on_the_holidays(scenario):
    silent = scenario.holidays
    assert silent.days == 9
    assert [p for page in cast.SOCIAL for p in posts(page, scenario) if silent.first <= p.day <= silent.last] == []


def test_clips_and_weekday_evenings_really_work_better(vk):
    assert rate(post for post in vk if post.format == "Клип") > 1.4 * rate(post for post in vk if post.format == "Фото")
    evening = [post for post in vk if post.at.hour in range(18, 21) and post.at.weekday() < 5]
    assert rate(evening) > 1.15 * rate(post for post in vk if post not in evening)


def test_the_giveaway_brings_followers_and_some_leave_again(scenario, followers):
    joined = {day.on: day.joined for day in followers}
    left = {day.on: day.left for day in followers}
    assert joined[scenario.giveaway] > 5 * median(joined.values())
    weeks = [left[scenario.giveaway + timedelta(days=n)] for n in range(7, 28)]
    assert mean(weeks) > 1.8 * median(left.values())


def test_followers_are_those_of_yesterday_plus_joined_minus_left(followers):
    pairs = list(pairwise(followers))
    assert len(pairs) > 365
    assert [day.on for before, day in pairs if day.followers != before.followers + day.joined - day.left] == []


def test_statistics_lack_the_lost_days(scenario, plans):
    (name,) = [name for name in plans if name.startswith("vk/VK статистика")]
    told = {value[2] for value in plans[name]["subjects"][0]["values"]}
    assert {day for day in scenario.each_day() if day.isoformat() not in told} == scenario.lost_days


def test_an_early_export_holds_less_of_the_newest_posts_only(scenario, vk):
    day = scenario.giveaway
    early = {post.number: post for post in as_seen_on(vk, day)}
    newer, settled = [post for post in vk if post.day > day], [post for post in vk if day - post.day >= timedelta(days=12)]
    assert min(len(newer), len(settled), len(vk) - len(newer) - len(settled)) > 0
    for post in vk:
        if post.day > day:
            assert post.number not in early
        elif day - post.day >= timedelta(days=12):
            assert early[post.number] == post
        else:
            assert early[post.number].views < post.views


def test_a_post_of_the_early_export_is_deleted_by_the_last(plans):
    early, last = [
        {post[1] for post in plan["subjects"][0]["posts"]} for name, plan in plans.items() if name.startswith("vk/VK посты 2026-05")
    ]
    assert len(early - last) == 1


def test_visits_by_tag_and_without_tags_add_up_to_the_whole(plans):
    site = {name.split(" 2")[0]: plan["totals"] for name, plan in plans.items() if name.startswith("website/")}
    rows = {name: plan["subjects"][0]["values"] for name, plan in plans.items() if name.startswith("website/")}
    whole, *parts = [sum(float(v[4]) for v in values if v[1] == "visits") for values in rows.values()]
    assert whole == sum(parts), site


def test_vk_brings_orders_and_telegram_does_not(scenario):
    found = traffic.visits(scenario)

    def conversion(name):
        rows = [row for row in found if row.source.name == name]
        return sum(row.orders for row in rows) / sum(row.visits for row in rows)

    assert conversion("vk") > 5 * conversion("telegram")
