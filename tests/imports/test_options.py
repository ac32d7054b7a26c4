"""How an import is to be read, as it is kept: what nobody has said is not there, and what nobody knows is not taken."""

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import
from tests.imports.test_actions import POSTS, brought, worked  # noqa: F401

BEFORE = {
    "account": "telegram:brand",
    "accounts": {"vk": "a"},
    "columns": {"signature": {"rows": "post", "fields": {"Дата": "day"}}},
    "fields": {"Дата": "day"},
    "leave_out": ["Сводка"],
    "remembered": {"signature": "hash"},
}
AFTER = {
    "account": "telegram:brand",
    "accounts_by_network": {"vk": "a"},
    "columns_by_signature": {"signature": {"rows": "post", "fields": {"Дата": "day"}}},
    "fields_by_header": {"Дата": "day"},
    "tables_left_out": ["Сводка"],
}


def test_what_was_said_is_kept_as_it_was_said_and_nothing_else():
    told = Options(account="vk:acme", period="2026-01-01:2026-01-31")
    assert told.as_json() == {"account": "vk:acme", "period": "2026-01-01:2026-01-31"}
    assert Options(**told.as_json()) == told
    assert (told.account_named, told.days) == (("vk", "acme"), (date(2026, 1, 1), date(2026, 1, 31)))
    assert (Options().as_json(), Options().account_named, Options().days) == ({}, None, None)


def test_an_answer_that_nothing_reads_is_refused_and_one_taken_back_is_gone(agency, brought):  # noqa: F811
    import_ = brought(POSTS.format(views=1), account="telegram:brand", kind="posts")
    with pytest.raises(TypeError):
        actions.answer(import_, answers={"acount": "telegram:other"}, by=agency.strategist)
    actions.answer(import_, answers={"kind": ""}, by=agency.strategist)
    assert worked(import_).options == {"account": "telegram:brand"}


def test_imports_of_before_keep_what_was_said_under_its_new_names(agency, brought):  # noqa: F811
    old, silent = brought(POSTS.format(views=1)), brought(POSTS.format(views=2))
    Import.objects.filter(pk=old.pk).update(options=BEFORE)
    with scope("system"), connection.cursor() as cursor:
        cursor.execute(import_module("smmstrategy.metrics.migrations.0017_what_people_said_of_a_file").FILL)
        assert [(one.options, one.remembered) for one in Import.objects.filter(pk__in=[old.pk, silent.pk]).order_by("pk")] == [
            (AFTER, {"signature": "hash"}),
            ({}, {}),
        ]
