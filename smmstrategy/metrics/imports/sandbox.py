"""Runs the parsing child and outlives whatever happens to it; every end is a plan or a sentence."""

import json
import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from smmstrategy.metrics.imports.fork_server import ForkServer
from smmstrategy.metrics.imports.reading.messages import Refused

log = logging.getLogger(__name__)
WALL_SECONDS = 300  # of a machine busy with other things; what costs too much ends by the limit on the processor in `reading.child`
MAX_BYTES = 100_000_000
LOG_LIMIT = 1_000_000
forks = ForkServer(
    "from smmstrategy.metrics.imports import fork_server; from smmstrategy.metrics.imports.reading import child;"
    "child.load_ahead(); fork_server.serve(child.main)"
)
ENDS = {
    -signal.SIGXCPU: "The file takes too long to read. Export a shorter period.",
    -signal.SIGKILL: "The file takes too long to read. Export a shorter period.",
}


def read(path: Path, context: dict[str, Any]) -> dict[str, Any]:
    """The plan for a file, read in a child process. `context` holds the fields of draft.Context as plain JSON. Raises Refused."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused("The file is larger than {count} MB. Export a shorter period.", count=MAX_BYTES // 1_000_000)
    answer = _run(path, context)
    for wall in answer["walls_refused"]:
        _say_once(wall)
    if "refused" in answer:
        refused = answer["refused"]
        raise Refused(refused["text"], **refused["params"])
    return answer["plan"]


@cache
def _say_once(wall: str) -> None:
    log.warning("this system refuses the reader of imports a wall (%s): the others hold", wall)


@contextmanager
def heard_in(file: Path) -> Iterator[None]:
    """Keep in a file what the child says beside its answer: it is for whoever mends the program, not for the terminal."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(file, maxBytes=LOG_LIMIT, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    propagates, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = propagates
        handler.close()


def _run(path: Path, context: dict[str, Any]) -> dict[str, Any]:
    with path.open("rb") as file, os.fdopen(os.memfd_create("context"), "w+b") as passed:
        passed.write(json.dumps(context).encode())
        try:
            done = forks.run(file, passed, WALL_SECONDS)
        except TimeoutError as error:
            raise Refused("The server is too busy to read the file now. Upload it again later.") from error
    if done.stderr:
        log.warning("the reader of an import said: %s", done.stderr.decode("utf-8", "replace")[:2000])
    if done.returncode != 0:
        raise Refused(
            ENDS.get(done.returncode, "The file breaks the program that reads it. Save it anew as .csv or .xlsx and upload that.")
        )
    return json.loads(done.stdout)
