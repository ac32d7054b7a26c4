"""The process in which files are parsed: it gives up its rights and limits itself, reads one file, says what it found, ends."""

import codecs
import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import traceback
from datetime import date
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.context import Context, Known
from smmstrategy.metrics.imports.reading.messages import Refused, say
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.plan import plan
from smmstrategy.orphans import die_with_parent

LIMITS = {
    "memory": (resource.RLIMIT_AS, 1 << 30),
    "time of the processor": (resource.RLIMIT_CPU, 25),
    "dump of memory": (resource.RLIMIT_CORE, 0),
    "size of written files": (resource.RLIMIT_FSIZE, 0),
    "number of processes": (resource.RLIMIT_NPROC, 0),
    "number of open files": (resource.RLIMIT_NOFILE, 0),  # what is open stays so; a socket is an open file
}
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
NOBODY = 65534
ENCODINGS = (
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "cp1251",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
    "cp1252",
    "latin-1",
    "cp437",
    "unicode_escape",
)


def main(given: int) -> None:
    """`given` is the open file that holds the context. The export is standard input, the answer goes to standard output as JSON."""
    with open(given, "rb") as file:
        fields = json.load(file)
    told = {
        "today": date.fromisoformat(fields["today"]),
        "options": Options(**fields["options"]),
        "known": Known(**fields["known"]),
    }
    context = Context(**fields | told)
    for zone in (context.time_zone, context.options.time_zone or "UTC"):
        ZoneInfo(zone)
    refused = _close_in()
    answer = _answer(sys.stdin.buffer.read(), context) | {"walls_refused": refused}
    sys.stdout.write(json.dumps(answer, allow_nan=False))
    sys.stdout.flush()


def _answer(content: bytes, context: Context) -> dict:
    try:
        return {"plan": plan(content, context)}
    except Refused as refused:
        return {"refused": refused.message}
    except MemoryError:
        return {"refused": say("The file needs more memory than an export may. Export a shorter period.")}
    except Exception as error:
        traceback.print_exception(error, limit=-3)
        return {"refused": say("The file is built in a way that cannot be read. Save it as .csv or .xlsx and upload that.")}


def load_ahead() -> None:
    """Load codecs, zones and whatever reading needs, while files can still be opened."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    for zone in ("UTC", "America/Los_Angeles"):
        ZoneInfo(zone)
    for sample in (b"date,views\n2026-01-01,1\n", b"<table><tr><td>date<td>views<tr><td>2026-01-01<td>1</table>"):
        plan(sample, Context())


def _close_in() -> list[str]:
    """No network, another user, no new files, sockets or processes, bounded memory and time; which walls the system refused."""
    is_apart = _leave_network(NEW_NETWORK)
    _become_nobody()
    is_apart = is_apart or _leave_network(NEW_USER | NEW_NETWORK)  # last: root in a space of users of its own stays root outside
    die_with_parent(signal.SIGKILL)  # once more: another user begins without it
    return [*([] if is_apart else ["network of its own"]), *(wall for wall in LIMITS if not _limit(wall))]


def _leave_network(how: int) -> bool:
    return ctypes.CDLL(None).unshare(how) == 0


def _become_nobody() -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def _limit(wall: str) -> bool:
    """Whether there is this limit now, or a narrower one that was there before."""
    limit, most = LIMITS[wall]
    before = resource.getrlimit(limit)[1]
    most = most if before == resource.RLIM_INFINITY else min(most, before)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(limit, (most, most))
    return resource.getrlimit(limit) == (most, most)
