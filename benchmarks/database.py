"""A PostgreSQL of the benchmarks' own, made before Django reads its settings and gone afterwards."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smmstrategy.local import ports, postgres
from smmstrategy.local.postgres import SUPERUSER, Postgres
from smmstrategy.local.processes import Family
from smmstrategy.local.state import Credentials


@contextmanager
def scratch_database() -> Iterator[None]:
    """Migrated and ready; with fsync on, as in life."""
    folder = Path(tempfile.mkdtemp(prefix="smm-benchmarks-"))
    folder.chmod(0o755)
    family, credentials = Family(folder / "processes.json"), Credentials(postgres_port=ports.free())
    try:
        cluster = Postgres(folder / "postgres", folder / "postgres.log")
        cluster.initialise(credentials.passwords[SUPERUSER])
        server = cluster.server(credentials.postgres_port)
        family.start(server)
        server.wait_until(lambda: postgres.answers(credentials.database_url(SUPERUSER)))
        os.environ |= {
            "DATABASE_URL": credentials.database_url(SUPERUSER),
            "REDIS_URL": "redis://127.0.0.1:1/0",
            "SECRET_KEY": "benchmarks only",
            "SMM_STATE": str(folder / "state"),
            "DJANGO_SETTINGS_MODULE": "smmstrategy.settings",
        }
        _migrate()
        yield
    finally:
        family.stop()
        shutil.rmtree(folder, ignore_errors=True)


def cpu() -> float:
    """Processor seconds so far of this process and of the server process it talks to."""
    from django.db import connection

    connection.ensure_connection()
    nanoseconds = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]
    return time.process_time() + int(nanoseconds) / 1e9


def _migrate() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
