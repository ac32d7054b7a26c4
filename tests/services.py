"""Starts a PostgreSQL and a Redis for the test run before Django reads its settings; a pytest plugin."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from smmstrategy import memory
from smmstrategy.local import ports, postgres, redis
from smmstrategy.local.postgres import SUPERUSER, Postgres
from smmstrategy.local.processes import Family
from smmstrategy.local.redis import Redis
from smmstrategy.local.state import Credentials
from tests import folders


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
    if "DATABASE_URL" not in os.environ:  # else a server of somebody's own, or one of several processes of the same run
        _serve(early_config)
    _watch_queries()
    _hash_cheaply()
    memory.collect_rarely()


def pytest_collection_finish() -> None:
    """The tests stay until the end, where pytest would look through all of them five times for objects that hold each other."""
    gc.freeze()


def _watch_queries() -> None:
    """A request that asks the same of one row after another is an error."""
    from django.conf import settings

    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "zeal"]
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]
    settings.ZEAL_ALLOWLIST = [{"model": "jobs.Job", "field": "get()"}]  # every file of an upload is work of its own


def _hash_cheaply() -> None:
    """The same hashes as ever, without the memory and the time that they take from whoever guesses."""
    Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.time_cost, Argon2PasswordHasher.parallelism = 8, 1, 1


def _serve(early_config: pytest.Config) -> None:
    folder = folders.made()
    family = Family(folder / "processes.json")
    early_config.add_cleanup(lambda: _stop(family, folder))
    credentials = Credentials(postgres_port=ports.free(), redis_port=ports.free())
    _start(family, folder, credentials)
    os.environ |= {
        "DATABASE_URL": credentials.database_url(SUPERUSER),
        "REDIS_URL": credentials.redis_url,
        "SECRET_KEY": "tests only",
        "DEBUG": "1",
        "SMM_STATE": str(folder / "state"),
        "PYTEST_DEBUG_TEMPROOT": str(folder),  # what tests keep must be on the disk before a row names it: here none waits for one
        "TESTS_TEMPLATE": "migrated",
    }


def _start(family: Family, folder: Path, credentials: Credentials) -> None:
    """Without fsync: nothing here has to survive a power cut."""
    database = Postgres(folder / "postgres", folder / "postgres.log", fsync=False)
    database.initialise(credentials.passwords[SUPERUSER])
    servers = [
        database.server(credentials.postgres_port),
        Redis(folder / "redis", folder / "redis.log").server(credentials.redis_port, credentials.passwords["redis"]),
    ]
    for server in servers:
        family.start(server)
    servers[0].wait_until(lambda: postgres.answers(credentials.database_url(SUPERUSER)))
    servers[1].wait_until(lambda: redis.answers(credentials.redis_url))


def _stop(family: Family, folder: Path) -> None:
    family.stop()
    shutil.rmtree(folder, ignore_errors=True)
