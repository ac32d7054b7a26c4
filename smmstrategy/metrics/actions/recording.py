"""Storing posts and values of accounts: COPY into temporary tables, compare, write what differs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.utils import timezone

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.fields import contest
from smmstrategy.metrics.actions.merging import (
    COMPARE_POST_VALUES,
    COMPARE_POSTS,
    COMPARE_VALUES,
    POST,
    POST_VALUE,
    SEE_AGAIN,
    VALUE,
    Target,
    insert_new,
    keep_overruled,
    not_kept_yet,
    overruled,
    replace_changed,
    to_remember,
)
from smmstrategy.metrics.actions.missing import COMPARE_GONE, mark_gone
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.actions.replacing import digests, replacements
from smmstrategy.metrics.actions.staging import stage_posts, stage_values
from smmstrategy.metrics.actions.statement import Statement
from smmstrategy.metrics.models import Import, Source
from smmstrategy.metrics.records import AccountRecord, PostRecord


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
    statement = Statement(account, posts, values)
    return record_all([statement], source=source, collected_at=collected_at, imported_in=imported_in)[0]


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
    statement = Statement(account, posts, values)
    return compare_all([statement], source=source, collected_at=collected_at, imported_in=imported_in)[0]


@transaction.atomic
def record_all(
    statements: Sequence[Statement], *, source: str, collected_at: datetime, imported_in: Import | None = None
) -> list[Outcome]:
    """`record` for many accounts of one client, each named once; an outcome for each statement, in their order."""
    if not statements:
        return []
    facts = _facts(statements, source, collected_at, imported_in)
    with connection.cursor() as cursor:
        _take_turns(cursor, facts)
        targets = _compare(cursor, statements, facts)
        outcomes = _outcomes(cursor, targets, statements)
        for target in targets:
            cursor.execute(insert_new(target), facts)
            cursor.execute(replace_changed(target), facts)
            _keep_overruled(cursor, target, facts)
        if POST in targets:
            cursor.execute(SEE_AGAIN, facts)
            cursor.execute(mark_gone("compared_gone"))
        _remember(cursor, targets, facts)
        _clear(cursor)
    return outcomes


@transaction.atomic
def compare_all(
    statements: Sequence[Statement],
    *,
    source: str = Source.IMPORT,
    collected_at: datetime | None = None,
    imported_in: Import | None = None,
) -> list[Outcome]:
    """What `record_all` would answer now; nothing is written."""
    if not statements:
        return []
    with connection.cursor() as cursor:
        targets = _compare(cursor, statements, _facts(statements, source, collected_at or timezone.now(), imported_in))
        outcomes = _outcomes(cursor, targets, statements)
        replaced, digest_of = replacements(cursor, targets), digests(cursor, targets)
        for place, (statement, outcome) in enumerate(zip(statements, outcomes, strict=True)):
            of_account = [one for one in replaced if one.account == statement.account.pk]
            outcomes[place] = replace(outcome, replacements=of_account, digest=digest_of.get(statement.account.pk, ""))
        _clear(cursor)
    return outcomes


def _facts(statements: Sequence[Statement], source: str, collected_at: datetime, imported_in: Import | None) -> dict[str, Any]:
    client = statements[0].account.client
    zone = ZoneInfo(client.time_zone)
    days = [statement.days_of_posts(zone, collected_at) for statement in statements]
    return {
        "accounts": [statement.account.pk for statement in statements],
        "posts_from": [period and period.first for period in days],
        "posts_until": [period and period.last for period in days],
        "rejected": [statement.rejected for statement in statements],
        # As text: PostgreSQL has no arrays of lists that differ in length.
        "silent": [",".join(day.isoformat() for day in statement.silent) for statement in statements],
        "time_zones": [statement.time_zone or client.time_zone for statement in statements],
        "currency": client.currency,
        "client": client.pk,
        "zone": client.time_zone,
        "source": str(Source(source)),
        "guessed": source in (Source.RECONSTRUCTED, Source.ESTIMATED),
        "collected_at": collected_at,
        "imported_in": imported_in and imported_in.pk,
    }


def _take_turns(cursor: Any, facts: dict[str, Any]) -> None:
    """Writers of the same account follow one another; every account has to be there and to be of the one client."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    ours = "id = ANY(%(accounts)s) AND client_id = %(client)s"
    cursor.execute(f"SELECT FROM clients_account WHERE {ours} ORDER BY id FOR NO KEY UPDATE", facts)
    if cursor.rowcount != len(facts["accounts"]):
        raise Account.DoesNotExist(f"accounts {facts['accounts']} of client {facts['client']}")


def _compare(cursor: Any, statements: Sequence[Statement], facts: dict[str, Any]) -> list[Target]:
    targets = []
    if any(statement.posts for statement in statements):
        stage_posts(cursor, statements)
        contest(cursor, facts)
        at_hand.keep(cursor, "compared_post", POST.key, COMPARE_POSTS, facts)
        at_hand.keep(cursor, "compared_post_value", POST_VALUE.key, COMPARE_POST_VALUES, facts)
        at_hand.keep(cursor, "compared_gone", ("account_id", "key"), COMPARE_GONE, facts)
        targets += [POST, POST_VALUE]
    if any(statement.values for statement in statements):
        stage_values(cursor, statements)
        at_hand.keep(cursor, "compared_value", VALUE.key, COMPARE_VALUES, facts)
        targets.append(VALUE)
    return targets


def _outcomes(cursor: Any, targets: list[Target], statements: Sequence[Statement]) -> list[Outcome]:
    of_posts = [Status.UNCHANGED] * sum(len(statement.posts) for statement in statements)
    of_values = [Status.UNCHANGED] * sum(len(statement.values) for statement in statements)
    if POST in targets:
        _mark(cursor, of_posts, Status.OVERRULED, "SELECT DISTINCT ordinal FROM compared_post_value WHERE status = 'overruled'")
        _mark(
            cursor, of_posts, Status.CHANGED, "SELECT DISTINCT ordinal FROM compared_post_value WHERE status IN ('new', 'changed')"
        )
        _mark(cursor, of_posts, Status.CHANGED, "SELECT ordinal FROM compared_post WHERE status = 'changed'")
        _mark(
            cursor,
            of_posts,
            Status.CHANGED,
            "SELECT ordinal FROM staged_post JOIN compared_gone c USING (account_id, key) "
            "WHERE c.id IS NOT NULL AND c.gone_at IS DISTINCT FROM c.before",
        )
        _mark(cursor, of_posts, Status.NEW, "SELECT ordinal FROM compared_post WHERE status = 'new'")
    if VALUE in targets:
        for status in (Status.OVERRULED, Status.CHANGED, Status.NEW):
            _mark(cursor, of_values, status, f"SELECT ordinal FROM compared_value WHERE status = '{status}'")
    posts, values = iter(of_posts), iter(of_values)
    return [Outcome(list(islice(posts, len(s.posts))), list(islice(values, len(s.values)))) for s in statements]


def _mark(cursor: Any, statuses: list[Status], status: Status, ordinals: str) -> None:
    cursor.execute(f"SELECT coalesce(array_agg(ordinal), '{{}}') FROM ({ordinals}) o")
    for ordinal in cursor.fetchone()[0]:
        statuses[ordinal] = status


def _keep_overruled(cursor: Any, target: Target, facts: dict[str, Any]) -> None:
    cursor.execute(f"{overruled(target)} LIMIT 1")
    if cursor.rowcount:
        at_hand.keep(cursor, f"overruled_{target.name}", target.key, not_kept_yet(target), facts)
        cursor.execute(keep_overruled(target), facts)


def _remember(cursor: Any, targets: list[Target], facts: dict[str, Any]) -> None:
    """Keep, for each account, that this collection took place when it wrote, confirmed or missed anything."""
    if not targets:
        return
    cursor.execute(
        f"""INSERT INTO metrics_collection
          (client_id, account_id, imported_in_id, source, collected_at, time_zone, currency, posts_from, posts_until,
          rejected, silent, missed, confirmed, said)
        SELECT %(client)s, account_id, %(imported_in)s, %(source)s, %(collected_at)s, time_zone, %(currency)s, posts_from,
          posts_until, rejected, string_to_array(silent, ',')::date[],
          coalesce(array_agg(missed) FILTER (WHERE missed IS NOT NULL), '{{}}'),
          coalesce(array_agg(ref) FILTER (WHERE ref IS NOT NULL), '{{}}'),
          coalesce(array_agg(said) FILTER (WHERE ref IS NOT NULL), '{{}}')
        FROM ({" UNION ALL ".join(to_remember(target) for target in targets)}) remembered
        JOIN unnest(%(accounts)s, %(time_zones)s, %(posts_from)s::date[], %(posts_until)s::date[], %(rejected)s, %(silent)s)
          statement (account_id, time_zone, posts_from, posts_until, rejected, silent)
          USING (account_id) GROUP BY account_id, time_zone, posts_from, posts_until, rejected, silent""",
        facts,
    )


def _clear(cursor: Any) -> None:
    cursor.execute(
        "DROP TABLE IF EXISTS pg_temp.staged_post, pg_temp.staged_value,"
        " pg_temp.touched, pg_temp.written, pg_temp.heard, pg_temp.settled,"
        " pg_temp.compared_post, pg_temp.compared_post_value, pg_temp.compared_gone, pg_temp.compared_value,"
        " pg_temp.overruled_post, pg_temp.overruled_post_value, pg_temp.overruled_value"
    )
