"""A process that has loaded once what reading needs, and forks a child for each file: none waits for Python to start."""

import atexit
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO, NoReturn

from smmstrategy.memory import collect_rarely
from smmstrategy.orphans import die_with_parent

ROOT = Path(__file__).resolve().parents[3]
CONTEXT = 3  # the open file that a child finds beside standard input, output and error


class ForkServer:
    """The process as whoever asks it sees it: begun at the first question, ended with the asker, begun anew when it has died.

    `program` is Python that ends in `serve`. Threads take turns; a fork of the asker begins a process of its own.
    """

    def __init__(self, program: str) -> None:
        self._command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {program}"]
        self._know_none()
        os.register_at_fork(after_in_child=self._know_none)
        atexit.register(self.end)

    def run(self, file: BinaryIO, context: BinaryIO, seconds: float) -> subprocess.CompletedProcess:
        """How a child that was given these two files has ended, and what it said. Raises TimeoutError."""
        until = time.monotonic() + seconds
        with self._turn:
            try:
                return self._ask(file, context, until)
            except ConnectionError:  # somebody has ended the process
                return self._ask(file, context, until)

    def end(self) -> None:
        """End the process, and by that the child it waits for."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _know_none(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._door: socket.socket | None = None

    def _ask(self, file: BinaryIO, context: BinaryIO, until: float) -> subprocess.CompletedProcess:
        if not self._process:
            self._begin()
        try:
            out, err, status = self._hear(file, context, until)
        except BaseException:
            self.end()
            raise
        return subprocess.CompletedProcess(self._command, int(status), out, err)

    def _begin(self) -> None:
        self._door, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(self._command, stdin=theirs, stdout=subprocess.DEVNULL, env={"LANG": "C.UTF-8"})

    def _hear(self, file: BinaryIO, context: BinaryIO, until: float) -> list[bytes]:
        file.seek(0)
        context.seek(0)
        with ExitStack() as ours, ExitStack() as theirs:
            pipes = [os.pipe() for _ in ("out", "err", "status")]
            heard = [ours.enter_context(open(end, "rb", 0)) for end, _other in pipes]
            out, err, status = [theirs.enter_context(open(end, "wb", 0)) for _other, end in pipes]
            socket.send_fds(self._door, [b"?"], [one.fileno() for one in (file, out, err, context, status)])
            theirs.close()
            said = _all_of(heard, until)
        if not said[-1]:
            raise ConnectionResetError("The process that forks has ended.")
        return said


def _all_of(ends: list[BinaryIO], until: float) -> list[bytes]:
    """What comes out of each until it is closed."""
    said = {end: bytearray() for end in ends}
    with selectors.DefaultSelector() as still_open:
        for end in ends:
            still_open.register(end, selectors.EVENT_READ)
        while still_open.get_map():
            if not (ready := still_open.select(max(0, until - time.monotonic()))):
                raise TimeoutError
            for key, _event in ready:
                if piece := key.fileobj.read(1 << 16):
                    said[key.fileobj] += piece
                else:
                    still_open.unregister(key.fileobj)
    return [bytes(one) for one in said.values()]


def serve(read: Callable[[int], None]) -> None:
    """The process itself: for each question a child that reads, and its exit status as the last answer."""
    die_with_parent(signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks decides what an interrupt ends
    collect_rarely()
    door = socket.socket(fileno=sys.stdin.fileno())
    with suppress(ConnectionError):  # nobody asks any more
        while files := socket.recv_fds(door, 1, CONTEXT + 2)[1]:
            child = os.fork()
            if child == 0:
                _read_and_end(read, files)
            for file in files[:-1]:
                os.close(file)
            with open(files[-1], "wb", 0) as status:
                status.write(b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _read_and_end(read: Callable[[int], None], files: list[int]) -> NoReturn:
    """In the child: nothing else is open, and nothing of the process it comes from goes on."""
    status = 1
    try:
        die_with_parent(signal.SIGKILL)
        for number, file in enumerate(files[: CONTEXT + 1]):
            os.dup2(file, number)
        os.closerange(CONTEXT + 1, os.sysconf("SC_OPEN_MAX"))
        read(CONTEXT)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)
