"""Files on disk: written whole or not at all, under a name that a row in the database keeps."""

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

FULL = {errno.ENOSPC, errno.EDQUOT}
OWNER_ALONE = 0o600
DATABASE_FULL = "53100"  # what PostgreSQL calls its own disk without room


def path_of(name: str) -> Path:
    """Where the file of this name lies; names are relative to MEDIA_ROOT."""
    return Path(settings.MEDIA_ROOT) / name


def holds(name: str, sha256: str) -> bool:
    """Whether the file is there and still what it was when it had this hash."""
    try:
        with path_of(name).open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def disk_is_full(error: BaseException | None) -> bool:
    """Whether this fault, or one that it came of, is a disk without room, ours or the database's."""
    if error is None:
        return False
    is_full = getattr(error, "errno", None) in FULL or getattr(error, "pgcode", None) == DATABASE_FULL
    return is_full or disk_is_full(error.__cause__ or error.__context__)


def why(error: OSError) -> str:
    """What stands against reading or writing, in words that follow a colon."""
    known = {
        errno.ENOENT: _("there is no such file or folder"),
        errno.EISDIR: _("it is a folder"),
        errno.EEXIST: _("it is a file"),
        errno.ENOTDIR: _("a part of the path is a file"),
        errno.EACCES: _("access is denied"),
        errno.EROFS: _("nothing can be written there"),
    }
    return known.get(error.errno) or error.strerror or str(error)


def write(name: str, chunks: Iterable[bytes]) -> tuple[str, int]:
    """Gives SHA-256 and size. When it returns the file is on the disk, even if the power goes: only then may a row name it."""
    return put(path_of(name), chunks)


def put_anew(target: Path, chunks: Iterable[bytes]) -> tuple[str, int]:
    """Write a person's file in the place of the one a link may lead to; who could read that can read it still."""
    real = target.resolve()
    return put(real, chunks, mode=stat.S_IMODE(real.stat().st_mode) if real.exists() else OWNER_ALONE)


def put(target: Path, chunks: Iterable[bytes], *, mode: int = OWNER_ALONE) -> tuple[str, int]:
    """Write a file that its owner alone may read, or as `mode` says, in the place of one that may be there."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        try:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
            Path(file.name).replace(target)
        finally:
            Path(file.name).unlink(missing_ok=True)  # what is still there was not finished
    _sync_folder(target.parent)
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
