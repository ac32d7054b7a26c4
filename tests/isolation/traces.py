"""What a request left behind in the database: which tables it wrote, whose rows it changed, what it promised for later."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, transaction

from smmstrategy.clients.isolation import isolated_models
from smmstrategy.clients.models import User

# What pg_stat_xact_user_tables says of tables, without asking for each of their indexes too; it goes on counting what was undone.
WRITES = """SELECT relname, pg_stat_get_xact_tuples_inserted(oid),
  pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"""
SESSIONS = "django_session"
ROWS = "SELECT {owner}, count(*), sum(hashtextextended(t::text, 0)) FROM {table} t WHERE {owner} IS NOT NULL GROUP BY 1"
CLIENT_COLUMNS = {m._meta.db_table: getattr(m, "own_column", "client_id") for m in isolated_models()}
PEOPLE = User._meta.db_table
TRACES = frozenset(m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", False))

Rows = dict[str, dict[int, tuple]]
Counted = dict[str, tuple[int, int]]


@dataclass
class Left:
    """`inserted` and `altered` name tables, `changed` are clients and `people` users by id; `stray` is a reference astray."""

    inserted: set[str] = field(default_factory=set)
    altered: set[str] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    promised: int = 0
    stray: str = ""

    @property
    def wrote(self) -> set[str]:
        return self.inserted | self.altered


class Watch:
    """Sees what each request leaves behind, from when the watch begins, and undoes it all before the next one."""

    def __init__(self) -> None:
        connection.check_constraints()  # of the rows that are there, or they would be checked again after each request that writes
        self.before, self.counted = rows(), _writes()
        self.beginning = transaction.savepoint()

    def observe(self, request: Callable[[], Any]) -> tuple[Any, Left]:
        """The answer to a request, and what the request left behind."""
        left, promised = Left(), len(connection.run_on_commit)
        answer = request()
        left.promised = len(connection.run_on_commit) - promised
        before, self.counted = self.counted, _writes()
        if left.promised or before != self.counted:
            self._compare(left, before)
            left.stray = _stray() if left.wrote else ""
            transaction.savepoint_rollback(self.beginning)
            del connection.run_on_commit[promised:]
        return answer, left

    def _compare(self, left: Left, counted: Counted) -> None:
        for table, (inserted, altered) in self.counted.items():
            if table != SESSIONS:
                left.inserted |= {table} if inserted > counted[table][0] else set()
                left.altered |= {table} if altered > counted[table][1] else set()
        for table, now in rows(left.wrote).items():
            owners = now.keys() | self.before[table].keys()
            changed = left.people if table == PEOPLE else left.changed
            changed |= {owner for owner in owners if now.get(owner) != self.before[table].get(owner)}


def rows(tables: set[str] | None = None) -> Rows:
    """Number and hash of each client's rows, and of each user's, for these tables or all."""
    found: Rows = {}
    owners = CLIENT_COLUMNS | {PEOPLE: "id"}
    with connection.cursor() as cursor:
        for table in owners.keys() & tables if tables is not None else owners:
            cursor.execute(ROWS.format(table=table, owner=owners[table]))
            found[table] = {owner: (count, digest) for owner, count, digest in cursor.fetchall()}
    return found


def _writes() -> Counted:
    with connection.cursor() as cursor:
        cursor.execute(WRITES)
        return {table: (inserted, altered) for table, inserted, altered in cursor.fetchall()}


def _stray() -> str:
    """References are checked when a transaction ends, so they are asked for here."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        return str(error).strip()
    return ""
