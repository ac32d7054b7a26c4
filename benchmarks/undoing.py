"""Undoing three imports of the same 20,000 posts, each with a tenth corrected, against importing them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

from django.db import connection

from benchmarks import Measure, Row, both, in_turns
from benchmarks.database import cpu
from benchmarks.ingestion import START, batch, fill
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.metrics.actions import record, retract
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.records import PostRecord

FILES, ROUNDS, METRICS = 3, 3, ("views", "likes", "comments")
STORED = 3_000_000  # values of others, of which the planner knows everything; of the imports it knows nothing
CLEAR = "SELECT pg_clear_attribute_stats('public', tablename, attname, false) FROM pg_stats WHERE tablename LIKE 'metrics_%'"


def run() -> Iterator[Row]:
    client = Client.objects.create(name="undoing", slug="undoing")
    brand = Brand.objects.create(client=client, name="undoing")
    with connection.cursor() as cursor:
        cursor.execute(CLEAR)
    yield from rows(brand, "no statistics")
    fill(STORED)
    yield from rows(brand, "statistics of others’ numbers")


def rows(brand: Brand, known: str) -> Iterator[Row]:
    spent = in_turns(measures(brand, known), ROUNDS, cpu)
    yield from both(f"undo three, {known}", spent["undo"], spent["import"], "import three", "≤ 1.5")


def measures(brand: Brand, name: str) -> dict[str, Measure]:
    client, numbers, made = brand.client, count(), []

    def bring() -> None:
        account = Account.objects.create(client=client, network="vk", handle=f"{name} {next(numbers)}")
        with scope(f"client:{client.pk}"):
            for n, posts in enumerate(files):
                made.append(Import.objects.create(client=client, brand=brand, file_name=name, file_path=name, sha256="", size=0))
                collected = {"source": "import", "collected_at": START + timedelta(days=n), "imported_in": made[-1]}
                record(account, posts=posts, **collected)

    def undo() -> None:
        with scope(f"client:{client.pk}"):
            while made:
                retract(made.pop(0))

    files = [corrected(n) for n in range(FILES)]
    return {"import": bring, "undo": undo}


def corrected(times: int) -> list[PostRecord]:
    """The batch with three metrics each, after so many corrections, each of another tenth of the posts."""
    return [
        replace(post, metrics={code: post.metrics[code] + (n % 10 < times) for code in METRICS}) for n, post in enumerate(batch())
    ]
