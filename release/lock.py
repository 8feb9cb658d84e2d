"""One writer of releases at a time, and a clean folder for it to start in."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from release.problems import BuildError

BUILDING = ".building-"


@contextmanager
def only_holder(lock: Path, problem: str) -> Iterator[None]:
    """Hold a lock file, which the end of this process gives back too. Raises BuildError(problem) when another process holds it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BuildError(problem) from None
        yield


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder of releases; what a killed writer left unfinished is removed first.

    Raises BuildError when another process is writing a release.
    """
    problem = f"Another release is being written into {folder}. Wait for it, then try again."
    with only_holder(folder / ".lock", problem):
        for left in folder.glob(f"{BUILDING}*"):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        yield
