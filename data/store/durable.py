"""Writing so that a crash leaves either everything or nothing: temporary name, fsync, rename."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.store.places import PRIVATE

READ_ONLY = 0o400
TEMPORARY = ".unfinished-"

FileVersion = tuple[int, int, int]


@contextmanager
def settled_folder(final: Path, *, replace: bool = False) -> Iterator[Path]:
    """An empty folder to fill; on leaving it without an error it appears as `final`, read-only files and all.

    An error leaves nothing behind. With `replace`, a folder already there gives way.
    """
    working = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=final.parent))
    try:
        yield working
        for path in working.iterdir():
            _flush(path)
            os.chmod(path, READ_ONLY)
        os.chmod(working, PRIVATE)
        _flush(working)
        if replace and final.exists():
            shutil.rmtree(final)
        os.rename(working, final)
        _flush(final.parent)
    except BaseException:
        shutil.rmtree(working, ignore_errors=True)
        raise


def settle_file(working: Path, final: Path) -> None:
    """Puts a finished file in its place in one step."""
    os.chmod(working, 0o600)
    _flush(working)
    os.replace(working, final)
    _flush(final.parent)


def sweep(folder: Path) -> None:
    """Removes what an earlier process left unfinished. Only while holding the vault's lock."""
    for path in folder.glob(TEMPORARY + "*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_version(path: Path) -> FileVersion | None:
    """What changes with the file, for those who keep what they read; None where it cannot be read."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
