"""What a request left behind in the database: which tables it wrote, whose rows it changed, what it promised for later."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from django.apps import apps
from django.db import IntegrityError, connection, transaction

from smmstrategy.clients.isolation import isolated_models
from smmstrategy.clients.models import User

WRITES = """SELECT relname, n_tup_ins, n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
WHERE schemaname = 'public' AND relname <> 'django_session' AND n_tup_ins + n_tup_upd + n_tup_del > 0"""
ROWS = "SELECT {owner}, count(*), sum(hashtextextended(t::text, 0)) FROM {table} t WHERE {owner} IS NOT NULL GROUP BY 1"
CLIENT_COLUMNS = {m._meta.db_table: getattr(m, "own_column", "client_id") for m in isolated_models()}
PEOPLE = User._meta.db_table
TRACES = frozenset(m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", False))

Rows = dict[str, dict[int, tuple]]


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


def rows(tables: set[str] | None = None) -> Rows:
    """Number and hash of each client's rows, and of each user's, for these tables or all."""
    found: Rows = {}
    owners = CLIENT_COLUMNS | {PEOPLE: "id"}
    with connection.cursor() as cursor:
        for table in owners.keys() & tables if tables is not None else owners:
            cursor.execute(ROWS.format(table=table, owner=owners[table]))
            found[table] = {owner: (count, digest) for owner, count, digest in cursor.fetchall()}
    return found


def observe(request: Callable[[], None], before: Rows) -> Left:
    """Do a request, see what it left behind, and undo it all."""
    with transaction.atomic():
        counted, promised = _writes(), len(connection.run_on_commit)
        with suppress(_Undo), transaction.atomic():
            request()
            left = _compared(counted, before)
            left.promised = len(connection.run_on_commit) - promised
            left.stray = _stray() if left.wrote else ""
            raise _Undo
    return left


class _Undo(Exception):
    pass


def _writes() -> dict[str, tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(WRITES)
        return {table: (inserted, altered) for table, inserted, altered in cursor.fetchall()}


def _compared(counted: dict[str, tuple[int, int]], before: Rows) -> Left:
    left = Left()
    for table, (inserted, altered) in _writes().items():
        inserted_before, altered_before = counted.get(table, (0, 0))
        left.inserted |= {table} if inserted > inserted_before else set()
        left.altered |= {table} if altered > altered_before else set()
    for table, now in rows(left.wrote).items():
        owners = now.keys() | before[table].keys()
        changed = left.people if table == PEOPLE else left.changed
        changed |= {owner for owner in owners if now.get(owner) != before[table].get(owner)}
    return left


def _stray() -> str:
    """References are checked when a transaction ends, so they are asked for here."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        return str(error).strip()
    return ""
