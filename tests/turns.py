"""Watches that entries come last: rows that a transaction locks, changes or deletes after its first entry, without holding them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection

ENTRY = 'INSERT INTO "ledger_entry"'
INSERT = re.compile(r'INSERT INTO "(\w+)"')
CHANGE = re.compile(r'UPDATE "(?P<table>\w+)" SET (?P<told>.*?) (?P<where>WHERE .*)', re.DOTALL)
DELETE = re.compile(r'DELETE FROM "(?P<table>\w+)" (?P<where>WHERE .*)', re.DOTALL)
LOCK = re.compile(r'SELECT (?P<told>.*?) FROM "(?P<table>\w+)"(?P<where>.*?) FOR (?:NO KEY )?UPDATE', re.DOTALL)
# Whoever holds one of these rows writes nothing in the ledger afterwards: the end of a job, a session at its own.
APART = {"jobs_job", "django_session"}


@dataclass
class Turns:
    """What one connection has done in its open action: the rows it made or holds, and whether it has written an entry."""

    action: Any = None
    has_entry: bool = False
    held: set[tuple[str, int]] = field(default_factory=set)
    newest: dict[str, int] = field(default_factory=dict)  # by table the last id there was before it made rows of its own
    late: list[str] = field(default_factory=list)  # what came after an entry, of all actions

    def __call__(self, execute, sql, params, many, context):
        if (action := _action()) != self.action:
            self.action, self.has_entry, self.held, self.newest = action, False, set(), {}
        if action is not None and isinstance(sql, str):
            self._see(sql, params or ())
        return execute(sql, params, many, context)

    def _see(self, sql: str, params: tuple) -> None:
        if made := INSERT.match(sql):
            self.has_entry |= sql.startswith(ENTRY)
            table = made[1]
            if table not in self.newest:
                self.newest[table] = _rows(f'SELECT coalesce(max(id), 0) FROM "{table}"', ())[0] if _has_id(table) else 0
        for kind in (CHANGE, DELETE, LOCK):
            if (found := kind.match(sql)) and found["table"] not in APART and _has_id(found["table"]):
                self._take(sql, found, params)

    def _take(self, sql: str, found: re.Match, params: tuple) -> None:
        table, told = found["table"], found.groupdict().get("told") or ""
        ids = _rows(f'SELECT "{table}"."id" FROM "{table}" {found["where"]}', tuple(params)[told.count("%s") :])
        own = {pk for pk in ids if pk > self.newest.get(table, pk)}
        rows = {(table, pk) for pk in ids} - {(table, pk) for pk in own} - self.held
        if rows and self.has_entry:
            self.late.append(sql)
        self.held |= rows


@contextmanager
def watched() -> Iterator[list[str]]:
    """The statements that came too late, each of an action or request of its own."""
    turns = Turns()
    with connection.execute_wrapper(turns):
        yield turns.late


def _action() -> Any:
    """Which outermost block of a transaction is open, whatever the test itself has opened around it."""
    of_test = sum(block._from_testcase for block in connection.atomic_blocks)
    if len(connection.atomic_blocks) <= of_test:
        return None
    return connection.savepoint_ids[of_test - 1] if of_test else _rows("SELECT pg_current_xact_id()::text::bigint", ())[0]


@cache
def _has_id(table: str) -> bool:
    return bool(_rows("SELECT 1 FROM pg_attribute WHERE attrelid = %s::regclass AND attname = 'id'", (table,)))


def _rows(sql: str, params: tuple) -> list[int]:
    """Past the wrapper, so that it is neither watched nor counted."""
    with connection.connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [row[0] for row in cursor.fetchall()]
