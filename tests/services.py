"""Starts a PostgreSQL and a Redis for the test run before Django reads its settings; a pytest plugin."""

import os
import tempfile
from pathlib import Path

import pytest

from smmstrategy.local import postgres, redis


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "DATABASE_URL" in os.environ:
        return  # a server of somebody's own, or one of several processes of the same run
    folder = Path(tempfile.mkdtemp(prefix="smm-tests-"))
    folder.chmod(0o755)
    password = postgres.new_password()
    database, broker = postgres.Postgres(folder / "postgres", fsync=False), redis.Redis(folder / "redis")
    database.initialise(password)
    database.start(port := postgres.free_port())
    url = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    broker.start(broker_port := postgres.free_port(), password)
    broker_url = f"redis://:{password}@127.0.0.1:{broker_port}/0"
    postgres.wait_until_ready(url)
    redis.wait_until_ready(broker_url)
    os.environ |= {
        "DATABASE_URL": url,
        "REDIS_URL": broker_url,
        "SECRET_KEY": "tests only",
        "DEBUG": "1",
        "SMM_STATE": str(folder / "state"),
        "DJANGO_SETTINGS_MODULE": "smmstrategy.settings",
    }
    early_config.add_cleanup(lambda: _stop(database, broker, folder))


def _stop(database: postgres.Postgres, broker: redis.Redis, folder: Path) -> None:
    import shutil

    broker.stop()
    database.stop()
    shutil.rmtree(folder, ignore_errors=True)
