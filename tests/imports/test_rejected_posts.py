"""How many posts a file may have lost with the rows that were not taken, and of which days that leaves a doubt."""

import json
from datetime import date

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics import queries
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.models import Collection
from smmstrategy.metrics.periods import Period
from tests.imports.test_actions import POSTS, taken  # noqa: F401

HEAD = "Дата;Ссылка;Текст;Просмотры\n"
GOOD = "05.03.2026;https://t.me/brand/1;A;100\n06.03.2026;https://t.me/brand/2;B;200\n"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def lost(plan):
    return {subject["handle"]: subject["rejected"] for subject in plan["subjects"]}


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("", 0),
        ("завтра;https://t.me/brand/3;C;1\n", 1),
        ("07.03.2026;https://t.me/brand/3;C;many\n", 1),
        ("07.03.2026;https://t.me/brand/3;C;1;2;3\n", 1),  # a delimiter in the text has moved its figures
        ("07.03.2026;https://t.me/bra", 1),
        ("Итого;;;300\n", 0),
        ("05.03.2026;https://t.me/brand/1;A;100\n", 0),
        ("05.03.2026;https://t.me/brand/1;A;90\n", 0),
        ("07.03.2026;;;\n", 0),
        ("Весна;;;\n", 0),
    ],
)
def test_rows_that_held_a_post_are_lost_and_totals_repeats_and_empty_ones_are_not(understood, rows, count):
    assert lost(understood(HEAD + GOOD + rows)) == {"brand": count}


def test_a_lost_row_counts_for_the_account_it_names_and_for_each_where_it_names_none(understood):
    two = GOOD + "05.03.2026;https://t.me/other/1;A;100\n"
    named, nobody_s = "завтра;https://t.me/other/3;C;1\n", "завтра;;C;1\n"
    said = [lost(understood(HEAD + two + rows, account="")) for rows in (named, nobody_s, named + nobody_s)]
    assert said == [{"brand": 0, "other": 1}, {"brand": 1, "other": 1}, {"brand": 1, "other": 2}]


def test_of_messages_only_posts_of_channels_are_lost(understood):
    posts = [
        {"id": 1, "type": "message", "date": "2026-03-05T12:00:00"},
        {"id": 2, "type": "message"},
        {"id": 3, "type": "service"},
    ]
    assert lost(understood(json.dumps({"name": "A", "type": "public_channel", "id": 7, "messages": posts}), "result.json")) == {
        "7": 1
    }


def doubted():
    with scope("system"):
        account = Account.objects.get()
        return queries.days_with_rejected_rows([account]).get(account.pk, [])


def test_days_of_a_file_with_lost_rows_are_in_doubt_until_a_whole_file_knows_them(taken, agency):  # noqa: F811
    taken(POSTS.format(views=200), period="2026-02-01:2026-03-31")
    with scope("system"):
        assert Collection.objects.get().rejected == 1
    assert doubted() == [(Period(date(2026, 2, 1), MARCH.last), 1)]
    whole = taken(POSTS.format(views=200).replace("завтра", "07.03.2026 9:00"), "again.csv")
    assert doubted() == [(Period(date(2026, 2, 1), date(2026, 3, 4)), 1), (Period(date(2026, 3, 8), MARCH.last), 1)]
    actions.undo(whole, by=agency.strategist)
    assert doubted() == [(Period(date(2026, 2, 1), MARCH.last), 1)]
