"""Reading posts looks at those of the accounts asked for, by key, however many others the store holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics import queries
from smmstrategy.metrics.actions import Statement, record_all
from smmstrategy.metrics.periods import Period
from tests.metrics.conftest import post

POSTS, OTHERS = 200, 40
FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
OF_POSTS = ("metrics_post", "metrics_postrevision")


@pytest.fixture
def one_of_many(agency, an_import) -> Account:
    """An account of which files give titles alone, beside forty with texts; a second file corrects every title."""
    one, *others = (Account.objects.create(client=agency.a, network="vk", handle=str(n)) for n in range(OTHERS + 1))
    for n in range(2):
        titled = [post(str(k), FIRST + timedelta(days=k), title=str(n)) for k in range(POSTS)]
        with_texts = [replace(each, text="Привет") for each in titled]
        statements = [Statement(one, titled), *(Statement(other, with_texts) for other in others)]
        record_all(statements, source="import", collected_at=FIRST + timedelta(days=POSTS + n), imported_in=an_import(str(n)))
    return one


def steps(plan: dict) -> Iterator[dict]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from steps(inner)


def rows_read(step: dict) -> int:
    return round(step["Actual Loops"] * (step["Actual Rows"] + step.get("Rows Removed by Filter", 0)))


@pytest.mark.parametrize("is_analysed", [True, False])
def test_posts_of_other_accounts_are_not_read(one_of_many, is_analysed):
    """Once for the days asked for and once for texts of other days; of each post it is read what it is and what it was before."""
    start, end = Period.months(date(2026, 7, 1), 7).instants(ZoneInfo("Europe/Moscow"))
    with connection.cursor() as cursor:
        if is_analysed:
            cursor.execute(f"ANALYZE {', '.join(OF_POSTS)}")
        cursor.execute("SET LOCAL enable_seqscan = off")  # as dear as in a big store: thousands of rows are quickly read whole
        with scope(f"client:{one_of_many.client_id}"):
            asked = {"accounts": [one_of_many.pk], "start": start, "end": end}
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {queries.POSTS}", asked)
            plan = cursor.fetchone()[0][0]["Plan"]
    reading = [step for step in steps(plan) if step.get("Relation Name") in OF_POSTS]
    assert {step["Node Type"] for step in reading} <= {"Index Scan", "Bitmap Heap Scan"}
    assert [rows_read(step) for step in reading] == [POSTS] * 4
