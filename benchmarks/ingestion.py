"""Recording 20,000 posts with ten metrics each, against COPY of the same rows into tables with the same keys."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import StringIO
from itertools import count

from django.db import connection, transaction

from benchmarks import Measure, Row, Spent, in_turns, speed
from benchmarks.database import cpu
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import PostObservation
from smmstrategy.metrics.records import PostRecord

CODES = ["views", "impressions", "reach", "likes", "comments", "shares", "saves", "clicks", "link_clicks", "engaged_users"]
POSTS, ROUNDS, BULK_ROWS = 20_000, 3, 10_000
ROWS = POSTS * len(CODES)
STORED_MILLIONS = (1, 10)
START = datetime(2026, 1, 1, tzinfo=UTC)
ORIGIN = "client_id, revision, source, collected_at"


def run() -> Iterator[Row]:
    before: dict[str, Spent] = {}
    for millions in STORED_MILLIONS:
        fill(millions * 1_000_000)
        spent = in_turns(measures(f"store-{millions}"), ROUNDS, cpu)
        yield from rows(spent, f"{millions} M values stored")
        for name in ("new", "unchanged", "changed") if before else ():
            yield from speed(f"{name}, 10 M against 1 M stored", spent[name], before[name], "1 M", "0.75–1.25")
        before = spent


def rows(spent: dict[str, Spent], where: str) -> Iterator[Row]:
    for name, goal in (("new", "≥ 0.6"), ("unchanged", "≥ 0.8"), ("changed", "≥ 0.3")):
        yield from speed(f"{name}, {where}", spent[name], spent["copy"], "COPY", goal)
    yield from speed(f"new, {where}", spent["new"], spent["bulk_create"], "bulk_create", "≥ 8", BULK_ROWS / ROWS)


def measures(name: str) -> dict[str, Measure]:
    client = Client.objects.create(name=name, slug=name)
    posts = batch()
    corrected = [replace(post, metrics={code: value + 1 for code, value in post.metrics.items()}) for post in posts]
    accounts = iter([Account.objects.create(client=client, network="vk", handle=str(n)) for n in range(ROUNDS)])
    copies, numbers, now = iter([rendered(client, n * POSTS) for n in range(ROUNDS)]), count(), []
    reference_tables()

    def store(given: list[PostRecord], days: int) -> None:
        with scope(f"client:{client.pk}"):
            record(now[-1], posts=given, source="api", collected_at=START + timedelta(days=days))

    def store_new() -> None:
        now.append(next(accounts))
        store(posts, 0)

    return {
        "copy": lambda: copy(*next(copies)),
        "new": store_new,
        "unchanged": lambda: store(posts, 1),
        "changed": lambda: store(corrected, 2),
        "bulk_create": lambda: create(client, now[-1], f"metric {next(numbers)}"),
    }


def batch() -> list[PostRecord]:
    """Posts as a file gives them: a caption each, numbers of the usual size."""
    return [
        PostRecord(
            key=f"-1_{n}",
            metrics={code: Decimal(n * 37 % 9973 + place) for place, code in enumerate(CODES)},
            permalink=f"https://vk.com/wall-1_{n}",
            published_at=START + timedelta(minutes=n),
            text="Сегодня рассказываем, как мы это делаем, и отвечаем на вопросы. " * 3,
        )
        for n in range(POSTS)
    ]


def reference_tables() -> None:
    """Tables with the same keys and nothing else: no row-level security, no check of references."""
    with connection.cursor() as cursor:
        for name in ("post", "postobservation"):
            cursor.execute(f"DROP TABLE IF EXISTS copied_{name}; CREATE TABLE copied_{name} (LIKE metrics_{name} INCLUDING ALL)")


def rendered(client: Client, first: int) -> tuple[str, str]:
    """The batch as COPY takes it, made before the clock starts."""
    posts, values, origin = [], [], f"{client.pk}\t1\tapi\t{START}"
    for n, post in enumerate(batch(), first):
        posts.append(f"{n}\t{origin}\t{post.key}\t{post.permalink}\t{post.published_at}\tt\t\t\t{post.text}\t{first}\n")
        values += [f"{n}\t{origin}\t{code}\t{value}\texact\n" for code, value in post.metrics.items()]
    return "".join(posts), "".join(values)


def copy(posts: str, values: str) -> None:
    columns = f"id, {ORIGIN}, key, permalink, published_at, has_time, format, title, text, account_id"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.copy_expert(f"COPY copied_post ({columns}) FROM STDIN", StringIO(posts))
        cursor.copy_expert(
            f"COPY copied_postobservation (post_id, {ORIGIN}, metric, value, precision) FROM STDIN", StringIO(values)
        )


def create(client: Client, account: Account, code: str) -> None:
    origin = {"client": client, "source": "api", "collected_at": START, "last_revision": 1, "metric": code, "value": 1}
    with scope(f"client:{client.pk}"):
        ids = account.posts.values_list("pk", flat=True)[:BULK_ROWS]
        PostObservation.objects.bulk_create(
            [PostObservation(post_id=pk, **origin) for pk in ids],
            update_conflicts=True, update_fields=["value"], unique_fields=["post_id", "metric"], batch_size=1000,
        )  # fmt: skip


def fill(wanted: int) -> None:
    """Other people's numbers, until so many values are stored."""
    client, _made = Client.objects.get_or_create(name="others", slug="others")
    account, _made = Account.objects.get_or_create(client=client, network="vk", handle="others")
    stored = PostObservation.objects.count()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            f"""WITH made AS (INSERT INTO metrics_post (account_id, {ORIGIN}, key, permalink, published_at, has_time, format, title,
              text) SELECT %s, %s, 1, 'api', %s, %s || ':' || n, '', %s + n * interval '1 minute', true, '', '', ''
              FROM generate_series(1, %s) n RETURNING id)
            INSERT INTO metrics_postobservation (post_id, {ORIGIN}, metric, value, precision)
            SELECT id, %s, 1, 'api', %s, code, id %% 9973, 'exact' FROM made, unnest(%s) code""",
            [account.pk, client.pk, START, wanted, START, (wanted - stored) // len(CODES), client.pk, START, CODES],
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE metrics_post, metrics_postobservation")
