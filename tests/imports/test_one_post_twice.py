"""One post in files that know it otherwise, by a number of their own or by its link alone: one row, in whatever order they come."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Statement, record_all, retract
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.imports.actions.statements import under_stored_keys
from smmstrategy.metrics.models import Import, Post, PostObservation
from smmstrategy.metrics.records import PostRecord
from tests.imports.test_actions import apply, brought, counts, taken  # noqa: F401
from tests.metrics.conftest import NOON
from tests.metrics.test_undoing_any import Step, steps

META = "Post ID,Account username,Publish time,Permalink,Likes,Reach\n"
SUITE = META + "".join(
    f"1826060{n:010},brand,05/{n + 13}/2026 12:00,https://www.instagram.com/{page}/C{n}xyz/,{n},100\n"
    for n, page in ((1, "p"), (2, "reel"), (3, "p"))
)
RUINED = SUITE.replace("1826060000000000", "1.82606E+1")
PLAIN = "Дата публикации;Ссылка;Лайки;Комментарии\n" + "".join(
    f"2026-05-{n + 13} 12:00;instagram.com/brand/p/C{n}xyz/?igsh=1;{n};7\n" for n in range(1, 4)
)
FACEBOOK = "Post ID,Page ID,Page name,Publish time,Permalink,Views,Reactions\n" + "".join(
    f"12215807833146{n},61550000000001,Acme,05/{n + 13}/2026 12:00,https://www.facebook.com/{{}},10,{n}\n" for n in range(1, 4)
)


def facebook(address: str = "brand/posts/pfbid0{}abc", *, ruined: bool = False) -> str:
    head, *rows = FACEBOOK.splitlines()
    rows = [row.format(address.format(n)) for n, row in enumerate(rows, 1)]
    return "\n".join([head, *(row.replace(row.partition(",")[0], "1.22158E+14") if ruined else row for row in rows)])


PAIRS = {
    "instagram saved by Excel": (SUITE, RUINED),
    "instagram by links": (SUITE, PLAIN),
    "instagram numbered by hand": (SUITE.replace("1826060000000000", ""), PLAIN),
    "facebook saved by Excel": (facebook(), facebook(ruined=True)),
    "facebook by another address": (
        facebook(),
        facebook("permalink.php?story_fbid=pfbid0{}abc&id=61550000000001", ruined=True),
    ),
}


def known() -> list[tuple]:
    """What is stored, whatever its posts are called."""
    figures = PostObservation.objects.order_by("post__published_at", "metric").values_list("post__permalink", "metric", "value")
    posts = Post.objects.order_by("published_at").values_list("permalink", "published_at", "text", "collected_at")
    return [*figures, *posts]


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_post_known_by_its_number_in_one_file_and_its_link_in_another_is_one(brought, taken, agency, pair, order):  # noqa: F811
    first, second = (pair[place] for place in order)
    options = {"account": "instagram:brand" if "instagram.com" in pair[0] else "facebook:brand"}
    taken(first, **options)
    shown = brought(second, "again.csv", **options)
    assert (counts(shown)[1], queries.preview(shown)["absent"]["count"]) == (0, 0)
    shown = apply(shown, agency)
    assert (counts(shown)[1], Post.objects.count()) == (0, 3)
    third = brought(first, "third.csv", **options)
    assert (counts(third)[1], queries.preview(third)["absent"]["count"]) == (0, 0)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("undone", [0, 1])
def test_undoing_either_file_leaves_what_the_other_says(taken, agency, pair, undone):  # noqa: F811
    """Whether it came last or first."""

    def made(place):
        account = "instagram:brand" if "instagram.com" in pair[0] else "facebook:brand"
        return taken(pair[place], f"{place}.csv", account=account)

    def undo_and_bring_again(last, other):
        actions.undo(last, by=agency.strategist)
        assert [line[:3] for line in known()] == left
        again = made(undone)
        assert (counts(again)[1], Post.objects.count()) == (0, 3)
        for import_ in (again, other):
            actions.undo(import_, by=agency.strategist)
        assert known() == []

    other = made(1 - undone)
    left = [line[:3] for line in known()]
    undo_and_bring_again(made(undone), other)
    first = made(undone)
    undo_and_bring_again(first, made(1 - undone))


def test_two_rows_of_one_file_under_a_number_and_a_link_are_one_post(taken):  # noqa: F811
    mixed = SUITE + RUINED.splitlines()[1].replace(",1,100", ",1,")
    shown = taken(mixed, account="instagram:brand")
    assert (Post.objects.count(), counts(shown)) == (3, (4, 4, 0, 0, []))


def test_posts_with_numbers_of_their_own_and_one_link_stay_two(taken):  # noqa: F811
    twins = SUITE.replace("C2xyz", "C1xyz").replace("/reel/", "/p/")
    for _time in range(2):
        taken(twins, account="instagram:brand")
        assert Post.objects.count() == 3
    taken(twins.replace("18260600000000002", "18260600000000009"), "new.csv", account="instagram:brand")
    assert Post.objects.count() == 4


def test_a_link_of_no_post_makes_no_two_posts_one(taken):  # noqa: F811
    sale = "ID поста;Дата публикации;Ссылка;Лайки\n{};2026-05-{};https://brand.ru/sale;5\n"
    for n in (14, 15):
        taken(sale.format(n, n), f"{n}.csv", account="instagram:brand", kind="posts")
    assert Post.objects.count() == 2


def test_deleted_posts_are_marked_whichever_way_the_file_knows_the_others(taken):  # noqa: F811
    options = {"account": "instagram:brand"}
    taken(SUITE, **options)
    rows = RUINED.splitlines()
    shown = taken("\n".join([rows[0], rows[1], rows[3]]), "lacking.csv", gone=True, **options)
    assert queries.preview(shown)["gone"] == 1
    assert Post.objects.get(permalink__contains="C2xyz").gone_at is not None


def followed(handle: str, told: list[list[list[PostRecord]]], made: list[Step], agency) -> list[list[tuple]]:
    """What is stored, whatever posts are called, of accounts each of which these files speak of, some of them undone."""
    accounts = [Account.objects.create(client=agency.a, network="instagram", handle=f"{handle}-{n}") for n in range(len(told))]
    imports = []
    for step in made:
        imports.append(Import.objects.create(client=agency.a, brand=agency.brand_a, file_name="", file_path="", sha256="", size=0))
        posts = {account: files[step.file] for account, files in zip(accounts, told, strict=True)}
        statements = [Statement(account, said) for account, said in posts.items()]
        statements = under_stored_keys(statements, queries.known_otherwise(posts))
        record_all(statements, source="import", collected_at=NOON + timedelta(days=step.file), imported_in=imports[-1])
        for place in step.undone:
            retract(imports[place])
    return [stored(account) for account in accounts]


def stored(account: Account) -> list[tuple]:
    posts = (
        Post.objects.filter(account=account)
        .order_by("permalink", "text")
        .values_list("permalink", "text", "published_at", "collected_at")
    )
    figures = PostObservation.objects.filter(post__account=account).order_by("post__permalink", "post__text", "metric")
    return [*posts, *figures.values_list("post__permalink", "metric", "value", "collected_at")]


def said_by_file(chance: random.Random) -> list[PostRecord]:
    """Some of three posts, all under numbers or all by their links alone."""
    has_numbers, there = chance.random() < 0.5, chance.sample(range(3), chance.randint(1, 3))
    return [
        PostRecord(
            key=f"1826060000000000{n}" if has_numbers else f"C{n}xyz",
            metrics={code: Decimal(chance.randint(1, 3)) for code in chance.sample(["likes", "reach"], chance.randint(1, 2))},
            permalink=f"https://www.instagram.com/p/C{n}xyz/",
            published_at=NOON,
            text=chance.choice(["", "a", "b"]),
        )
        for n in there
    ]


def histories_that_differ(said_by_file, agency):
    """The seeds of histories of imports and undoings after which more is stored, or less, than after those not undone alone."""
    differing = []
    with scope(f"client:{agency.a.pk}"):
        for seed in range(6):
            chance = random.Random(seed)
            files = [[said_by_file(chance) for _file in range(4)] for _account in range(8)]
            made = steps(chance, files[0])
            undone = {place for step in made for place in step.undone}
            rest = [Step(step.file) for place, step in enumerate(made) if place not in undone]
            if followed(f"done{seed}", files, made, agency) != followed(f"rest{seed}", files, rest, agency):
                differing.append(seed)
    return differing


def test_what_is_stored_is_what_the_files_that_were_not_undone_say_however_they_know_their_posts(agency):
    assert histories_that_differ(said_by_file, agency) == []
