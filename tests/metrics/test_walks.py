"""Writing many records takes one walk over them, also where the database believes that its tables are empty."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Status, record, retract
from tests.metrics.conftest import day, post

MANY = 1500
NEW, CHANGED, OVERRULED, UNCHANGED = Status.NEW, Status.CHANGED, Status.OVERRULED, Status.UNCHANGED
EARLY, LATE = (datetime(2026, 4, d, tzinfo=UTC) for d in (1, 2))
READS = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE TEMP TABLE \w+ ON COMMIT DROP AS)\b")
TABLES = ("metrics_post", "metrics_postobservation", "metrics_observation")


def days(value: int) -> dict:
    return {"values": [day("followers", date(2020, 1, 1) + timedelta(n), value) for n in range(MANY)]}


def posts(value: int) -> dict:
    return {"posts": [post(str(n), likes=value, title=str(value)) for n in range(MANY)]}


def walked(plan: dict) -> int:
    """The rows read by the most read step of a plan."""
    removed = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Join Filter", 0)
    here = plan["Actual Loops"] * (plan["Actual Rows"] + removed)
    return max([round(here), *map(walked, plan.get("Plans", []))])


@pytest.fixture
def walks():
    """For each statement that reads or writes rows, the rows read by its most read step."""
    read = {}

    def explained(execute, sql, params, many, context):
        if READS.match(sql):
            with transaction.atomic():
                execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params, many, context)
                words = " ".join(sql.split())
                read[words] = max(read.get(words, 0), walked(context["cursor"].fetchone()[0][0]["Plan"]))
                transaction.set_rollback(True)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        yield read


@pytest.fixture
def believed_empty(agency):
    """Rows that were not kept fill pages, and are counted as none: by the tables' owner, outside of any scope."""
    with transaction.atomic():
        account = Account.objects.create(client=agency.a, network="vk", handle="was never kept")
        record(account, **posts(0), **days(0), source="import", collected_at=EARLY)
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(TABLES)}")
        cursor.execute("SELECT relname FROM pg_class WHERE relname = ANY(%s) AND reltuples = 0 AND relpages > 0", [list(TABLES)])
        assert {name for (name,) in cursor.fetchall()} == {*TABLES}


@pytest.mark.parametrize("told", [days, posts])
def test_no_statement_walks_the_records_once_for_each_of_them(believed_empty, account, an_import, told, walks):
    files = [an_import(f"{n}.csv") for n in range(3)]
    for value, at, file, status in ((1, EARLY, 0, NEW), (2, LATE, 1, CHANGED), (2, LATE, 1, UNCHANGED), (3, EARLY, 2, OVERRULED)):
        outcome = record(account, **told(value), source="import", collected_at=at, imported_in=files[file])
        assert {*outcome.posts, *outcome.values} == {status}
    for file in files[1:]:
        retract(file)
    assert {sql[:80]: rows for sql, rows in walks.items() if rows > 10 * MANY} == {}


@pytest.mark.parametrize(("told", "table"), [(days, "metrics_observation"), (posts, "metrics_postobservation")])
def test_values_that_are_seen_again_are_read_once(account, told, table):
    record(account, **told(1), source="import", collected_at=EARLY)
    with CaptureQueriesContext(connection) as asked:
        outcome = record(account, **told(1), source="import", collected_at=LATE)
    assert {*outcome.posts, *outcome.values} == {UNCHANGED}
    assert len([query for query in asked if table in query["sql"]]) == 1
