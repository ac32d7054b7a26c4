"""Storing posts and values of accounts: COPY into temporary tables, compare, write what differs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.utils import timezone

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.fields import contest
from smmstrategy.metrics.actions.first_said import out_of_turn, stand_since_first_said
from smmstrategy.metrics.actions.found import Found, look, outcomes
from smmstrategy.metrics.actions.merging import (
    COMPARE_POST_VALUES,
    COMPARE_VALUES,
    INSERT_VALUES_OF_NEW_POSTS,
    POST,
    POST_VALUE,
    SEE_AGAIN,
    VALUE,
    Target,
    compare_posts,
    insert_new,
    keep_overruled,
    not_kept_yet,
    replace_changed,
    to_remember,
)
from smmstrategy.metrics.actions.missing import COMPARE_GONE, OF_THIS_ONE, is_any_missed, mark_gone
from smmstrategy.metrics.actions.outcome import Outcome
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
        targets, found = _compare(cursor, statements, facts)
        for target in targets:
            _write(cursor, target, found, facts)
        if ("post", "new") in found:
            cursor.execute(INSERT_VALUES_OF_NEW_POSTS, facts)
        if ("post", "confirmed") in found:
            cursor.execute(SEE_AGAIN, facts)
        if ("gone", "changed") in found:
            cursor.execute(mark_gone("compared_gone"))
        _remember(cursor, targets, facts)
        for target in targets:
            if found.keys() & {(target.name, "confirmed"), (target.name, "overruled")} and target is not POST:
                _name_first(cursor, target, facts)
        _clear(cursor)
    return outcomes(found, statements)


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
        facts = _facts(statements, source, collected_at or timezone.now(), imported_in)
        targets, found = _compare(cursor, statements, facts)
        replaced, digest_of = replacements(cursor, found), digests(cursor, targets, found)
        _clear(cursor)
    foretold = []
    for statement, outcome in zip(statements, outcomes(found, statements), strict=True):
        of_account = [one for one in replaced if one.account == statement.account.pk]
        foretold.append(replace(outcome, replacements=of_account, digest=digest_of.get(statement.account.pk, "")))
    return foretold


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


def _compare(cursor: Any, statements: Sequence[Statement], facts: dict[str, Any]) -> tuple[list[Target], Found]:
    """What was compared, each with a table of what comes in; what is of new posts is new and needs none."""
    targets, found = [], {}
    if any(statement.posts for statement in statements):
        stage_posts(cursor, statements)
        found |= look(cursor, POST.name, POST.key, compare_posts(contest(cursor, facts)), facts)
        targets.append(POST)
        if len(found.get(("post", "new"), ())) < sum(len(statement.posts) for statement in statements):
            found |= look(cursor, POST_VALUE.name, POST_VALUE.key, COMPARE_POST_VALUES, facts)
            targets.append(POST_VALUE)
        if is_any_missed(cursor, facts, or_is=OF_THIS_ONE):
            found |= look(cursor, "gone", ("account_id", "key"), COMPARE_GONE, facts)
    if any(statement.values for statement in statements):
        stage_values(cursor, statements)
        found |= look(cursor, VALUE.name, VALUE.key, COMPARE_VALUES, facts)
        targets.append(VALUE)
    return targets, found


def _write(cursor: Any, target: Target, found: Found, facts: dict[str, Any]) -> None:
    if (target.name, "new") in found:
        cursor.execute(insert_new(target), facts)
    if (target.name, "changed") in found:
        cursor.execute(replace_changed(target), facts)
    if (target.name, "overruled") in found:
        _keep_overruled(cursor, target, facts)


def _name_first(cursor: Any, target: Target, facts: dict[str, Any]) -> None:
    """Values are of who says them first, and that may change where somebody speaks of them who is not the last to do so."""
    if at_hand.keep(cursor, f"due_{target.name}", target.key, out_of_turn(target), facts):
        stand_since_first_said(cursor, target, facts)


def _keep_overruled(cursor: Any, target: Target, facts: dict[str, Any]) -> None:
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
        " pg_temp.overruled_post, pg_temp.overruled_post_value, pg_temp.overruled_value,"
        " pg_temp.due_post_value, pg_temp.due_value"
    )
