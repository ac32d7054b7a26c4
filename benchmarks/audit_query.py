"""Everything an audit reads of one brand (own account and five competitors, six months), from a small and a large store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from benchmarks import Row, Spent, both, in_turns
from benchmarks.database import cpu
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics import queries
from smmstrategy.metrics.periods import Period

PERIOD, ZONE, START = Period.months(date(2026, 6, 1)), ZoneInfo("Europe/Moscow"), datetime(2026, 1, 1, 12, tzinfo=UTC)
POST_CODES = ["views", "reach", "likes", "comments", "shares", "saves"]
DAY_CODES = ["followers", "followers_gained", "followers_lost", "account_reach", "account_views", "visits"]
ORIGIN = "client_id, revision, source, collected_at"
SMALL, ROUNDS = 15, 5


def run() -> Iterator[Row]:
    ours: dict[int, Spent] = {}
    clients = [fill(n) for n in range(SMALL)]
    for size in (1, 10):
        clients += [fill(n) for n in range(len(clients), size * SMALL)]
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE metrics_post, metrics_postobservation, metrics_observation")
        brand = clients[SMALL // 2]
        taken = in_turns({"audit": lambda brand=brand: evidence(brand), "scan": lambda brand=brand: rows(brand)}, ROUNDS, cpu)
        ours[size] = taken["audit"]
        yield from both(f"all an audit reads, {size}×", taken["audit"], taken["scan"], "rows alone", "≤ 2")
    yield from both("all an audit reads, 10× against 1×", ours[10], ours[1], "1×", "≤ 1.3")


def evidence(client: Client) -> None:
    with scope(f"client:{client.pk}"):
        accounts = list(Account.objects.filter(client=client))
        queries.posts(accounts, PERIOD, ZONE)
        queries.daily(accounts, DAY_CODES, PERIOD)
        queries.stretches(accounts, DAY_CODES, PERIOD)
        queries.slices(accounts, DAY_CODES, PERIOD)
        queries.days_of_posts(accounts)
        queries.days_with_rejected_rows(accounts)
        queries.undated_posts(accounts)
        queries.wider_stretches(accounts, PERIOD)


def rows(client: Client) -> None:
    """The reference: the same rows fetched along the keys, and nothing made of them."""
    with scope(f"client:{client.pk}"), connection.cursor() as cursor:
        accounts = list(Account.objects.filter(client=client).values_list("pk", flat=True))
        cursor.execute("SELECT * FROM metrics_observation WHERE account_id = ANY(%s)", [accounts])
        cursor.fetchall()
        cursor.execute(
            """SELECT p.*, o.metric, o.value FROM metrics_post p CROSS JOIN LATERAL (
              SELECT metric, value FROM metrics_postobservation WHERE post_id = p.id OFFSET 0) o WHERE p.account_id = ANY(%s)""",
            [accounts],
        )
        cursor.fetchall()


def fill(number: int) -> Client:
    """A client with six accounts, 500 posts and 181 days of numbers each."""
    client = Client.objects.create(name=f"audited {number}", slug=f"audited-{number}")
    accounts = [Account.objects.create(client=client, network="vk", handle=str(n)).pk for n in range(6)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"""WITH made AS (INSERT INTO metrics_post (account_id, {ORIGIN}, key, permalink, published_at, has_time, format, title,
              text) SELECT account, %s, 1, 'api', %s, n, '',
              %s + n * interval '8 hours', true, 'image', '', repeat('слово ', 40)
              FROM unnest(%s) account, generate_series(1, 500) n RETURNING id)
            INSERT INTO metrics_postobservation (post_id, {ORIGIN}, metric, value, precision)
            SELECT id, %s, 1, 'api', %s, code, id %% 997, 'exact' FROM made, unnest(%s) code""",
            [client.pk, START, START, accounts, client.pk, START, POST_CODES],
        )
        cursor.execute(
            f"""INSERT INTO metrics_observation (account_id, {ORIGIN}, metric, starts_on, ends_on, slice, value, precision)
            SELECT account, %s, 1, 'api', %s, code, %s::date + n, %s::date + n, '', n, 'exact'
            FROM unnest(%s) account, unnest(%s) code, generate_series(0, 180) n""",
            [client.pk, START, PERIOD.first, PERIOD.first, accounts, DAY_CODES],
        )
    return client
