"""A post with a number or a link in one file and without any in another: one row where moment and words tell, else said."""

import json
import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Post, PostObservation
from smmstrategy.metrics.records import PostRecord
from tests.imports.test_actions import apply, brought, counts, taken  # noqa: F401
from tests.imports.test_one_post_twice import histories_that_differ
from tests.metrics.conftest import NOON

TEXTS = [
    "Скидки на всё до пятницы: приходите, покажем, расскажем 🔥",
    "Мы открылись!",
    "Скидки на всё: приходите всей семьёй в гости",
]
ROWS = list(enumerate(TEXTS, 14))
LINKED = "Дата публикации;Ссылка;Текст;Лайки\n" + "".join(
    f"2026-05-{n} 12:30;https://vk.com/wall-7_{n};{text};{n}\n" for n, text in ROWS
)
PLAIN = "Дата публикации;Текст;Лайки\n" + "".join(f"{n}.05.2026 12:30;{text};{n}\n" for n, text in ROWS)
BY_DAY = PLAIN.replace(" 12:30", "")
AT_MIDNIGHT = PLAIN.replace(" 12:30", " 0:00")
SHORT = "Дата;Заголовок;Лайки\n" + "".join(f"{n}.05.2026 12:30;«{text[:30]}…»;{n}\n" for n, text in ROWS)
SPELT = "Дата публикации;Текст;Лайки;Репосты\n" + "".join(
    f"{n}.05.2026 09:30 UTC;{text.replace(' 🔥', ' ?').replace(' ', '  ')};{n};1\n" for n, text in ROWS
)
NUMBERED = "ID поста;Дата публикации;Текст;Лайки\n" + "".join(
    f"1221580783314600{n};{n}.05.2026 12:30;{text};{n}\n" for n, text in ROWS
)
RUINED = "\n".join(line if n == 0 else "1.22158E+17" + line[18:] for n, line in enumerate(NUMBERED.splitlines()))
MESSAGES = [
    {"id": n, "type": "message", "date_unixtime": str(int(datetime(2026, 5, n, 9, 30, 59, tzinfo=UTC).timestamp())), "text": text}
    for n, text in ROWS
]
DESKTOP = json.dumps({"name": "Acme", "type": "public_channel", "id": 1234567, "messages": MESSAGES})
PAIRS = {
    "links": ("vk:acme", LINKED, PLAIN),
    "links, days alone": ("vk:acme", LINKED, BY_DAY),
    "links, days as midnights": ("vk:acme", LINKED, AT_MIDNIGHT),
    "links, texts cut": ("vk:acme", LINKED, SHORT),
    "links, another zone and fewer signs": ("vk:acme", LINKED, SPELT),
    "neither has any": ("vk:acme", SPELT, BY_DAY),
    "ids saved by Excel": ("facebook:acme", NUMBERED, RUINED),
    "numbers of messages": ("telegram:acme", DESKTOP, PLAIN),
}


def name_of(content: str, name: str) -> str:
    return name + (".json" if content == DESKTOP else ".csv")


def known() -> list[tuple]:
    """What is stored, whatever its posts are called."""
    figures = PostObservation.objects.order_by("post__published_at", "metric").values_list("metric", "value")
    return [*figures, *Post.objects.order_by("published_at").values_list("permalink", "published_at", "has_time", "title", "text")]


def warnings(shown) -> list[str]:
    with translation.override("en"):
        return queries.preview(shown)["warnings"]


@pytest.mark.parametrize(("account", "one", "other"), PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_post_with_a_number_or_a_link_in_one_file_and_without_in_another_is_one(
    brought,  # noqa: F811
    taken,  # noqa: F811
    agency,
    account,
    one,
    other,
    is_turned,
):
    first, second = (other, one) if is_turned else (one, other)
    taken(first, name_of(first, "a"), account=account)
    keys = set(Post.objects.values_list("key", flat=True))
    for content, name in ((second, "b"), (first, "c")):
        shown = brought(content, name_of(content, name), account=account)
        assert (counts(shown)[1], queries.preview(shown)["absent"]["count"]) == (0, 0)
        apply(shown, agency)
    assert set(Post.objects.values_list("key", flat=True)) == keys
    assert sorted(PostObservation.objects.filter(metric="likes").values_list("value", flat=True)) == [14, 15, 16]


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("undone", [0, 1])
def test_undoing_either_file_leaves_what_the_other_says(taken, agency, is_turned, undone):  # noqa: F811
    account, *pair = PAIRS["links, days alone"]
    alone = taken(pair[1 - undone], name_of(pair[1 - undone], "left"), account=account)
    left = known()
    actions.undo(alone, by=agency.strategist)
    order = (1, 0) if is_turned else (0, 1)
    made = {n: taken(pair[n], name_of(pair[n], str(n)), account=account) for n in order}
    actions.undo(made[undone], by=agency.strategist)
    assert known() == left
    again = taken(pair[undone], name_of(pair[undone], "again"), account=account)
    assert (counts(again)[1], Post.objects.count()) == (0, 3)
    for import_ in (again, made[1 - undone]):
        actions.undo(import_, by=agency.strategist)
    assert known() == []


SAID = "{} of acme may be "


def twins(text: str, *, linked: bool) -> str:
    link, number = (";Ссылка", ";https://vk.com/wall-7_{}") if linked else ("", "")
    rows = "".join(f"14.05.2026 12:30{number.format(n)};{text};{n}\n" for n in (1, 2))
    return f"Дата публикации{link};Текст;Лайки\n{rows}"


@pytest.mark.parametrize("text", ["Скидки", ""])
@pytest.mark.parametrize("linked", [False, True])
def test_posts_that_cannot_be_told_apart_stay_as_many_as_they_are_and_that_is_said(brought, taken, agency, text, linked):  # noqa: F811
    taken(twins(text, linked=linked), account="vk:acme")
    shown = brought(twins(text, linked=not linked), "other.csv", account="vk:acme")
    (said,) = [line for line in warnings(shown) if line.startswith(SAID.format("2 posts"))]
    assert ("(rows: 2, 3)" in said, counts(shown)[:4]) == (True, (2, 2, 0, 0))
    done = apply(shown, agency)
    assert (Post.objects.count(), said in warnings(done)) == (4, True)
    actions.undo(done, by=agency.strategist)
    done.refresh_from_db()
    assert (Post.objects.count(), said in warnings(done)) == (2, False)


def test_a_post_of_other_words_or_another_moment_is_another(brought, taken):  # noqa: F811
    taken(LINKED, account="vk:acme")
    rows = (
        "14.05.2026 12:30;Другое",  # somebody may have changed the words
        "14.05.2026 12:30;",
        "14.05.2026;",
        "14.05.2026;Другое",
        "14.05.2026;Скидки",  # the beginning of a longer text, and too short to be sure
        "14.05.2026 15:30;Мы открылись!",
        "15.05.2026 12:46;Мы открылись!",
    )
    shown = brought("\n".join(["Дата публикации;Текст;Лайки", *(f"{row};5" for row in rows)]), "other.csv", account="vk:acme")
    (said,) = [line for line in warnings(shown) if "of acme may be" in line]
    assert (said.startswith(SAID.format("5 posts")), "(rows: 2, 3, 4, 6, 8)" in said, counts(shown)[1]) == (True, True, 7)


LONG = [(n, f"Новость номер {n}: как мы живём и чем сейчас заняты") for n in range(14, 20)]
CLOCKS = {
    "kept by hand": ["12:32", "12:28", "12:30", "12:45", "12:15", "12:31"],
    "put off": ["12:30", "15:00", "18:40", "9:00", "12:31", "23:10"],
    "half without a time": ["0:00", "12:30", "0:00", "0:00", "12:30", "12:30"],
}


@pytest.mark.parametrize("clocks", CLOCKS.values(), ids=CLOCKS)
def test_the_only_post_of_its_day_with_these_words_is_the_same_whatever_time_a_plan_gives_it(brought, taken, agency, clocks):  # noqa: F811
    rows = "".join(f"{n}.05.2026 12:30;https://vk.com/wall-7_{n};{text};{n}\n" for n, text in LONG)
    linked = f"Дата публикации;Ссылка;Текст;Лайки\n{rows}"
    rows = "".join(f"{n}.05.2026 {clock};{text};{n}\n" for (n, text), clock in zip(LONG, clocks, strict=True))
    plan = f"Дата публикации;Текст;Охват\n{rows}"
    for first, second in ((linked, plan), (plan, linked)):
        stored = taken(first, account="vk:acme")
        shown = brought(second, "other.csv", account="vk:acme")
        assert (shown.question, counts(shown)[1], [text for text in warnings(shown) if "of acme may be" in text]) == ({}, 0, [])
        actions.undo(stored, by=agency.strategist)


def test_words_said_twice_a_day_tell_nothing_at_another_time_and_words_said_daily_are_posts_of_each_day(brought, taken):  # noqa: F811
    morning, evening = "Доброе утро! Сегодня мы открыты с девяти", "Скидки на всё: приходите всей семьёй в гости"
    at = [("14.05.2026 9:00", morning), ("15.05.2026 9:00", morning), ("14.05.2026 18:00", evening), ("14.05.2026 21:00", evening)]
    rows = "".join(f"{moment};https://vk.com/wall-7_{n};{text};{n}\n" for n, (moment, text) in enumerate(at))
    taken(f"Дата публикации;Ссылка;Текст;Лайки\n{rows}", account="vk:acme")
    at = [("14.05.2026 9:02", morning), ("15.05.2026 9:05", morning), ("16.05.2026 9:00", morning), ("14.05.2026 19:30", evening)]
    rows = "".join(f"{moment};{text};{n}\n" for n, (moment, text) in enumerate(at))
    shown = brought(f"Дата публикации;Текст;Лайки\n{rows}", "plan.csv", account="vk:acme")
    (said,) = [line for line in warnings(shown) if line.startswith(SAID.format("1 post"))]
    assert ("(rows: 5)" in said, counts(shown)[1]) == (True, 2)


@pytest.mark.parametrize("head", ["Дата;Название;Охват", "Дата;Текст;Охват"])
def test_a_plan_of_days_with_words_too_short_to_tell_is_said_to_be_of_posts_known_perhaps(brought, taken, head):  # noqa: F811
    taken(LINKED, account="vk:acme")
    rows = "".join(f"{n}.05.2026;{text[:10]};{n}\n" for n, text in ROWS)
    shown = brought(f"{head}\n{rows}14.05.2026;Совсем другая длинная новость;5\n", "plan.csv", account="vk:acme")
    (said,) = [line for line in warnings(shown) if "of acme may be" in line]
    assert (said.startswith(SAID.format("3 posts" if "Текст" in head else "4 posts")), counts(shown)[1]) == (True, 4)


def test_of_two_posts_of_a_day_with_the_same_words_a_file_of_days_tells_none(taken):  # noqa: F811
    twice = LINKED + "2026-05-15 18:00;https://vk.com/wall-7_99;Мы открылись!;3\n"
    taken(twice, account="vk:acme")
    shown = taken(BY_DAY, "days.csv", account="vk:acme")
    assert (counts(shown)[:4], Post.objects.count()) == ((3, 1, 0, 2), 5)


def test_posts_with_links_of_their_own_stay_two_beside_one_without(taken):  # noqa: F811
    row = "14.05.2026 12:30;https://vk.com/wall-7_{};Скидки;1\n"
    taken("Дата публикации;Текст;Лайки\n14.05.2026 12:30;Скидки;1\n", account="vk:acme")
    for n in (5, 6):
        taken("Дата публикации;Ссылка;Текст;Лайки\n" + row.format(n), f"{n}.csv", account="vk:acme")
    assert list(Post.objects.order_by("pk").values_list("permalink", flat=True)) == [
        "https://vk.com/wall-7_5",
        "https://vk.com/wall-7_6",
    ]


def test_posts_of_another_account_are_others(taken):  # noqa: F811
    taken(LINKED, account="vk:acme")
    taken(PLAIN, "other.csv", account="vk:other")
    assert Post.objects.count() == 6


def test_what_a_file_of_the_same_kind_lacks_is_missed_under_whatever_keys_the_others_are_stored(taken):  # noqa: F811
    taken(PLAIN, account="vk:acme", kind="posts")
    rows = LINKED.splitlines()
    taken("\n".join([*rows[:2], rows[3]]), "gone.csv", account="vk:acme", kind="posts", gone=True)
    assert list(Post.objects.exclude(gone_at=None).values_list("text", flat=True)) == ["Мы открылись!"]
    taken(PLAIN.replace(";15", ";18"), "again.csv", account="vk:acme", kind="posts")
    assert Post.objects.exclude(gone_at=None).count() == 0


def test_a_post_that_may_be_one_of_the_file_is_not_missed(brought, taken):  # noqa: F811
    taken(twins("Скидки", linked=False), account="vk:acme", kind="posts")
    around = [f"{n}.05.2026 9:00;https://vk.com/wall-7_{n};{n};1\n" for n in (13, 16)]
    head, *rows = twins("Скидки", linked=True).splitlines(keepends=True)
    shown = brought("".join([head, around[0], *rows, around[1]]), "b.csv", account="vk:acme", kind="posts", gone=True)
    assert (queries.preview(shown)["absent"]["count"], queries.preview(shown)["gone"]) == (0, 0)


def said_by_file(chance: random.Random) -> list[PostRecord]:
    """Some of three posts, all under numbers, by their links alone, or by neither; then perhaps with days or other moments."""
    known_by, days, there = (
        chance.choice(["number", "link", "words"]),
        chance.random() < 0.5,
        chance.sample(range(3), chance.randint(1, 3)),
    )
    mark, later = chance.choice("ab"), [0, 2, 100][there[0]]
    made = []
    for n in there:
        at, text = NOON + timedelta(hours=n), f"Пост {n} о том, как мы живём и чем заняты"
        at += timedelta(minutes=later) if known_by == "words" else timedelta()
        has_time = known_by != "words" or not days
        keys = {"number": f"1826060000000000{n}", "link": f"C{n}xyz", "words": f"row-{mark}{days or later}{n}-1"}
        made.append(
            PostRecord(
                key=keys[known_by],
                metrics={code: Decimal(chance.randint(1, 3)) for code in chance.sample(["likes", "reach"], chance.randint(1, 2))},
                permalink="" if known_by == "words" else f"https://www.instagram.com/p/C{n}xyz/",
                published_at=at if has_time else NOON,
                has_time=has_time,
                text=text,
            )
        )
    return made


def test_what_is_stored_is_what_the_files_that_were_not_undone_say_however_they_know_their_posts(agency):
    assert histories_that_differ(said_by_file, agency) == []


@pytest.mark.parametrize(("asked", "count"), [("stored", 1), ("linked", 3), ("linkless", 3), ("undated", 1)])
def test_the_database_is_asked_of_unknown_posts_alone(agency, django_assert_num_queries, asked, count):
    account = Account.objects.create(client=agency.a, network="instagram", handle="acme")
    posts = [
        PostRecord(key=f"1{n}", metrics={}, permalink=f"https://www.instagram.com/p/C{n}xyz/", published_at=NOON) for n in range(5)
    ]
    new = {
        "stored": [],
        "linked": [PostRecord(key="C3xyz", metrics={}, permalink="https://www.instagram.com/p/C3xyz/", published_at=NOON)],
        "linkless": [PostRecord(key="row-1-1", metrics={}, published_at=NOON)],
        "undated": [PostRecord(key="row-2-1", metrics={}, text="A")],
    }
    with scope(f"client:{agency.a.pk}"):
        record(account, posts=posts, source="import", collected_at=NOON)
        with django_assert_num_queries(count):
            found = queries.known_otherwise({account: [*posts[:2], *new[asked]]})
    assert found.keys[account.pk] == ({"C3xyz": "13"} if asked == "linked" else {})
