"""One person at a time writes in a client's ledger, and nobody keeps the others waiting while work goes on."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import actions as imports

POSTS = "Ссылка;Дата;Просмотры\nhttps://t.me/brand/1;01.06.2026;5\n".encode()
WAITING = "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'metrics_post'::regclass AND NOT granted)"


def is_waited_for(cursor) -> bool:
    cursor.execute(WAITING)
    return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", [imports.show, imports.write])
def test_the_ledger_is_free_while_an_import_compares_and_writes_numbers(agency, tmp_path, settings, step):
    settings.MEDIA_ROOT = tmp_path
    import_ = imports.keep(agency.brand_a, ContentFile(POSTS, name="posts.csv"), by=agency.strategist)
    found = imports.read(import_)
    if step is imports.write:
        import_ = imports.show(import_, found)

    def go_on():
        try:
            with scope("system"):
                imports.show(import_, found) if step is imports.show else imports.write(import_, found, by=None)
        finally:
            connection.close()

    with ThreadPoolExecutor() as workers:
        with scope("system"), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE metrics_post")
            import_at_work = workers.submit(go_on)
            while not (import_at_work.done() or is_waited_for(cursor)):
                time.sleep(0.01)
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
            record(Verb.CHANGED, agency.brand_a, by=agency.strategist, client=agency.a)
        import_at_work.result()
    came = ["created", "tracked", "applied"] if step is imports.write else []
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True)) == ["changed", *came]
