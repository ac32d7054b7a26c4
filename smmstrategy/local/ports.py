"""Ports on the loopback: a free one, and who holds a busy one."""

import errno
import socket

import psutil

LOOPBACK = "127.0.0.1"


def free() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def is_open_to_us(port: int) -> bool:
    """Whether the system lets this user listen there; low ports may be root's."""
    with socket.socket() as probe:
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            return error.errno != errno.EACCES
    return True


def holder(port: int) -> str:
    """The process that listens on a port, as «name, pid 123»; empty when the system does not tell us."""
    try:
        listening = [c for c in psutil.net_connections("tcp") if c.status == psutil.CONN_LISTEN and c.laddr.port == port]
        pid = next((c.pid for c in listening if c.pid), None)
        return f"{psutil.Process(pid).name()}, pid {pid}" if pid else ""
    except psutil.Error:
        return ""
