"""PostgreSQL and Redis of this machine: hosted by whoever comes first, shared by everybody who comes while they run."""

import fcntl
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from smmstrategy.local import ports, postgres, redis, schema
from smmstrategy.local.postgres import LOGIN, OWNER, SUPERUSER, Postgres
from smmstrategy.local.processes import Family
from smmstrategy.local.redis import Redis
from smmstrategy.local.state import Credentials, State
from smmstrategy.local.words import Problem, _

Step = Callable[[str, Callable[[], None]], None]


@dataclass
class Services:
    """What is missing from the environment is ours to run: `own_database`, `own_broker`."""

    state: State
    own_database: bool
    own_broker: bool

    def __post_init__(self) -> None:
        self.family = Family(self.state.folder / "processes.json")
        self.database = Postgres(self.state.folder / "postgres", self.state.log("postgresql"))
        self.mark = self.database.folder / "schema" if self.own_database else self.state.folder / "schema"
        self.broker = Redis(self.state.folder / "redis", self.state.log("redis"))

    def become_host(self) -> bool:
        """Whether the services are ours to start; otherwise we are a guest, whom a command that hosts waits for."""
        self.state.lock("guests", fcntl.LOCK_SH)
        return self.state.lock("host", fcntl.LOCK_EX | fcntl.LOCK_NB)

    def start(self, step: Step) -> Credentials:
        """Start what is ours, on ports that are free today, and bring the tables up to date."""
        if self.own_database and self.database.is_complete:
            self.database.require_our_version()
        credentials = self._credentials()
        credentials.postgres_port = _free(credentials.postgres_port)
        credentials.redis_port = _free(credentials.redis_port)
        self.state.keep(credentials)
        if self.own_database:
            step("PostgreSQL", lambda: self._start_database(credentials))
        if self.own_broker:
            step("Redis", lambda: self._start_broker(credentials))
        return credentials

    def migrate(self, owner_url: str, step: Step) -> None:
        """Bring the tables up to date; what an upgrade leaves to a person is said after the step, also where it fails."""
        if self.own_database and schema.is_current(self.mark):
            return
        said: list[str] = []
        try:
            step(_("tables"), lambda: schema.migrate(owner_url, self.state.log("migrate"), self.mark, said.append))
        finally:
            sys.stderr.write("".join(said))

    def wait_as_guest(self, seconds: float = 90) -> Credentials | None:
        """The credentials of the running services, as soon as they answer; None when their host has left them to us."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.are_leaving() and (credentials := self.state.credentials()) and self._answer(credentials):
                return credentials
            if self.become_host():
                return None
            time.sleep(0.2)
        if host := self.state.host():
            raise Problem(_("Process {pid} holds the services, but they do not answer: end it and try again.").format(**host))
        raise Problem(_("Another process holds the services, but they do not answer: end it and try again."))

    def _answer(self, credentials: Credentials) -> bool:
        database = not self.own_database or (self.mark.exists() and postgres.answers(credentials.database_url(LOGIN)))
        return database and (not self.own_broker or redis.answers(credentials.redis_url))

    def are_leaving(self) -> bool:
        """Whoever hosts them is stopping them."""
        return bool(self.state.host().get("is_leaving"))

    def stop(self, *, wait_for_guests: bool) -> None:
        """A guest that comes from now on waits until it can be the host."""
        if wait_for_guests:
            self.state.lock("guests", fcntl.LOCK_EX)
        with suppress(OSError):  # a full disk keeps nobody from ending
            self.state.sign(**{**self.state.host(), "is_leaving": True})
        self.family.stop()

    def _credentials(self) -> Credentials:
        """As written, or new ones; raise Problem when there is data that only those now lost open."""
        found = self.state.credentials()
        if not found and (self.database.is_complete or self.mark.exists()):
            raise Problem(
                _(
                    "{file} is missing or damaged, and its passwords and secret key alone open the data in {folder}: "
                    "put the file back from a copy, or move the folder away to begin anew."
                ).format(file=self.state.keys, folder=self.state.folder)
            )
        return found or Credentials()

    def _start_database(self, credentials: Credentials) -> None:
        is_new = not self.database.is_complete
        if is_new:
            self.database.initialise(credentials.passwords[SUPERUSER])
        server = self.database.server(credentials.postgres_port)
        self.family.start(server)
        superuser = credentials.database_url(SUPERUSER)
        server.wait_until(lambda: postgres.answers(superuser))
        if is_new:
            self.database.furnish(credentials.postgres_port, credentials.passwords)

    def _start_broker(self, credentials: Credentials) -> None:
        server = self.broker.server(credentials.redis_port, credentials.passwords["redis"])
        self.family.start(server)
        server.wait_until(lambda: redis.answers(credentials.redis_url))


def _free(port: int) -> int:
    return port if ports.is_free(port) else ports.free()


def environment_of(credentials: Credentials, *, as_owner: bool) -> dict[str, str]:
    """What settings read; only what tends the tables signs in as their owner."""
    return {
        "DATABASE_URL": credentials.database_url(OWNER if as_owner else LOGIN),
        "REDIS_URL": credentials.redis_url,
        "SECRET_KEY": credentials.secret_key,
    }


def fill(environment: dict[str, str]) -> None:
    """Set what is not set; what is given from outside stays."""
    for name, value in environment.items():
        os.environ.setdefault(name, value)
