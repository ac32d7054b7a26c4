"""Storing posts and values of one account: COPY into temporary tables, judge, write what differs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions.merging import (
    JUDGE_POST_VALUES,
    JUDGE_POSTS,
    JUDGE_VALUES,
    POST,
    POST_VALUE,
    VALUE,
    Stored,
    confirmed,
    insert_new,
    replace_changed,
)
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.actions.staging import stage_posts, stage_values
from smmstrategy.metrics.models import Import, Source
from smmstrategy.metrics.records import AccountRecord, PostRecord


@transaction.atomic
def record(
    account: Account,
    *,
    posts: Sequence[PostRecord] = (),
    values: Sequence[AccountRecord] = (),
    source: str,
    collected_at: datetime,
    imported_in: Import | None = None,
) -> Outcome:
    """Store what a source says about an account, all of it or nothing; the rules stand at the top of this package.

    `collected_at` is when the source was asked or the file was made. Raises ValueError or LookupError for a record that
    cannot be stored (no key, no number, no time zone, a metric the catalogue does not have at this level).
    """
    facts = _facts(account, source, collected_at, imported_in)
    with connection.cursor() as cursor:
        _take_turns(cursor, account)
        tables = _judge(cursor, posts, values, facts)
        outcome = _outcome(cursor, posts, values)
        for stored in tables:
            cursor.execute(insert_new(stored), facts)
            cursor.execute(replace_changed(stored), facts)
        _remember(cursor, tables, facts)
        _clear(cursor)
    return outcome


@transaction.atomic
def compare(
    account: Account,
    *,
    posts: Sequence[PostRecord] = (),
    values: Sequence[AccountRecord] = (),
    source: str = Source.IMPORT,
    collected_at: datetime | None = None,
    imported_in: Import | None = None,
) -> Outcome:
    """What `record` would answer now; nothing is written. Without `collected_at` the records count as collected just now."""
    with connection.cursor() as cursor:
        _judge(cursor, posts, values, _facts(account, source, collected_at or timezone.now(), imported_in))
        outcome = _outcome(cursor, posts, values)
        _clear(cursor)
    return outcome


def _facts(account: Account, source: str, collected_at: datetime, imported_in: Import | None) -> dict[str, Any]:
    return {
        "account": account.pk,
        "client": account.client_id,
        "source": str(Source(source)),
        "guessed": source in (Source.RECONSTRUCTED, Source.ESTIMATED),
        "collected_at": collected_at,
        "imported_in": imported_in and imported_in.pk,
    }


def _take_turns(cursor: Any, account: Account) -> None:
    """Writers of the same account follow one another."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    cursor.execute("SELECT FROM clients_account WHERE id = %s FOR NO KEY UPDATE", [account.pk])
    if cursor.rowcount != 1:
        raise Account.DoesNotExist(f"account {account.pk}")


def _judge(cursor: Any, posts: Sequence[PostRecord], values: Sequence[AccountRecord], facts: dict[str, Any]) -> list[Stored]:
    tables = []
    if posts:
        stage_posts(cursor, posts)
        cursor.execute(JUDGE_POSTS, facts)
        cursor.execute(JUDGE_POST_VALUES, facts)
        tables += [POST, POST_VALUE]
    if values:
        stage_values(cursor, values)
        cursor.execute(JUDGE_VALUES, facts)
        tables.append(VALUE)
    return tables


def _outcome(cursor: Any, posts: Sequence[PostRecord], values: Sequence[AccountRecord]) -> Outcome:
    of_posts, of_values = [Status.UNCHANGED] * len(posts), [Status.UNCHANGED] * len(values)
    if posts:
        _mark(cursor, of_posts, Status.CHANGED, "SELECT DISTINCT ordinal FROM judged_post_value WHERE status IN ('new', 'changed')")
        _mark(cursor, of_posts, Status.CHANGED, "SELECT ordinal FROM judged_post WHERE status = 'changed'")
        _mark(cursor, of_posts, Status.NEW, "SELECT ordinal FROM judged_post WHERE status = 'new'")
    if values:
        _mark(cursor, of_values, Status.CHANGED, "SELECT ordinal FROM judged_value WHERE status = 'changed'")
        _mark(cursor, of_values, Status.NEW, "SELECT ordinal FROM judged_value WHERE status = 'new'")
    return Outcome(of_posts, of_values)


def _mark(cursor: Any, statuses: list[Status], status: Status, ordinals: str) -> None:
    cursor.execute(f"SELECT coalesce(array_agg(ordinal), '{{}}') FROM ({ordinals}) o")
    for ordinal in cursor.fetchone()[0]:
        statuses[ordinal] = status


def _remember(cursor: Any, tables: list[Stored], facts: dict[str, Any]) -> None:
    """Keep that this collection took place when it wrote or confirmed anything."""
    if not tables:
        return
    wrote = " OR ".join(f"EXISTS (SELECT FROM judged_{t.name} WHERE status IN ('new', 'changed', 'confirmed'))" for t in tables)
    cursor.execute(
        f"""INSERT INTO metrics_collection (client_id, account_id, imported_in_id, source, collected_at, confirmed)
        SELECT %(client)s, %(account)s, %(imported_in)s, %(source)s, %(collected_at)s,
          ARRAY({" UNION ALL ".join(confirmed(t) for t in tables)}) WHERE {wrote}""",
        facts,
    )


def _clear(cursor: Any) -> None:
    cursor.execute(
        "DROP TABLE IF EXISTS pg_temp.staged_post, pg_temp.staged_value,"
        " pg_temp.judged_post, pg_temp.judged_post_value, pg_temp.judged_value"
    )
