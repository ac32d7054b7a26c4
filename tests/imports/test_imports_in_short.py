"""Of other imports than the one at hand nothing is read that is as long as its file."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.models import Import
from tests.imports.test_actions import POSTS, apply, brought, taken  # noqa: F401

LONG = re.compile(r'"metrics_import"\."(rejected|summary)"(?:,| FROM)')
AT_HAND = re.compile(r'WHERE "metrics_import"\."id" = \d+')


@pytest.fixture
def read_of_others():
    """read_of_others(act) is what that reads of other imports that is as long as a file, beside all it asks of them."""

    def read(act):
        with CaptureQueriesContext(connection) as told:
            act()
        asked = [query["sql"] for query in told if 'FROM "metrics_import"' in query["sql"] and not AT_HAND.search(query["sql"])]
        return [found[1] for sql in asked for found in LONG.finditer(sql)], len(asked)

    return read


def test_writing_a_file_that_was_brought_before_reads_the_others_in_short(brought, taken, agency, read_of_others):  # noqa: F811
    asking = brought(POSTS.format(views=200).replace("Views", "Things seen"))
    taken(POSTS.format(views=200))
    again = brought(POSTS.format(views=200))
    Import.objects.filter(pk=asking.pk).update(sha256=again.sha256, status=Import.Status.ASKING)
    long, asked = read_of_others(lambda: apply(again, agency))
    assert (long, asked > 2, Import.objects.get(pk=asking.pk).dismissed_at is not None) == ([], True, True)


def test_undoing_a_file_reads_the_others_in_short(taken, agency, read_of_others):  # noqa: F811
    one = taken(POSTS.format(views=200))
    taken(POSTS.format(views=250), account="telegram:other")
    long, asked = read_of_others(lambda: actions.undo(one, by=agency.strategist))
    assert (long, asked > 1) == ([], True)
