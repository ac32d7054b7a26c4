"""Says by its exit status whether the process in this container works: `python -m smmstrategy.local.health web 8000`."""

import http.client
import sys
import time
from pathlib import Path

SIGN_IN = "/account/login/"
BEAT_WRITES_EVERY_SECONDS = 180


def page_answers(port: int | str) -> bool:
    """The sign-in page comes: it needs the web server, the templates and the database."""
    connection = http.client.HTTPConnection("localhost", int(port), timeout=8)
    try:
        connection.request("GET", SIGN_IN, headers={"X-Forwarded-Proto": "https"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def worker_answers(within_seconds: float = 8) -> bool:
    """This machine's worker answers through the broker."""
    import socket

    from smmstrategy.celery import app

    return bool(app.control.ping(destination=[f"celery@{socket.gethostname()}"], timeout=within_seconds))


def beat_writes(schedule: str) -> bool:
    """Beat has written its schedule lately."""
    path = Path(schedule)
    written = [file.stat().st_mtime for file in path.parent.glob(f"{path.name}*")]
    return bool(written) and time.time() - max(written) < 2 * BEAT_WRITES_EVERY_SECONDS


if __name__ == "__main__":
    sys.exit(not {"web": page_answers, "worker": worker_answers, "beat": beat_writes}[sys.argv[1]](*sys.argv[2:]))
