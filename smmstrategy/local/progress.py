"""One line for each step of a start, with the seconds it took."""

import sys
import time
from collections.abc import Callable

from smmstrategy import files
from smmstrategy.local.words import _


def step(name: str, work: Callable[[], None]) -> None:
    """Do a step and say how long it took."""
    say(f"{name} ".ljust(28, "·"), end=" ")
    began = time.monotonic()
    try:
        work()
    except BaseException:
        say("")
        raise
    say(_("{seconds:.1f} s").format(seconds=time.monotonic() - began))


def quietly(_name: str, work: Callable[[], None]) -> None:
    work()


def say(text: str, end: str = "\n") -> None:
    """Where it goes to a file on a full disk it is not heard, and the work goes on."""
    try:
        sys.stdout.write(text + end)
        sys.stdout.flush()
    except OSError as error:
        if not files.disk_is_full(error):
            raise
