"""Everything a release can be told by, into its own directory: `reports/` beside its database, with a list of hashes."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from release.read import FILES_OF_REPORTS, SUMS, Release
from reports.door.asked import Order, kinds_about
from reports.door.many import make_many
from reports.door.naming import reported_places
from reports.door.writable import writing_into
from reports.names import ReportError


def make_all(
    release: Release,
    languages: Sequence[str],
    progress: Callable | None = None,
) -> Path:
    """Make every file of the release and return the folder; one that is there already is replaced, whole.

    The database and the manifest of the release are not touched.
    """
    target = release.path / FILES_OF_REPORTS
    with writing_into(release.path), _only_batch(release) as drafts:
        folder = drafts / FILES_OF_REPORTS
        made = make_many(release, everything(release, languages), folder, progress)
        sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in made]
        (folder / SUMS).write_text("\n".join(sorted(sums, key=_name)) + "\n", encoding="utf-8")
        if target.exists():
            os.replace(target, drafts / "before")
        os.replace(folder, target)
    return target


@contextmanager
def _only_batch(release: Release) -> Iterator[Path]:
    """A folder for drafts, beside the release: one batch of a release at a time, and what a killed one left is removed.

    Within the release it would be a file that is no part of it, for whoever verifies the release meanwhile or after a kill.
    """
    path = release.path.resolve()
    prefix = f".reports-{path.name}-"
    held = os.open(path, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ReportError(
                f"The files of {path.name} are being made already. Wait for that, then try again."
            ) from None
        for left in path.parent.glob(f"{prefix}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=prefix) as drafts:
            yield Path(drafts)
    finally:
        os.close(held)


def everything(release: Release, languages: Sequence[str]) -> list[Order]:
    """Reports about each place and about all, every return of each State, the data; the longest work first."""
    from reports import returns

    places, filing = reported_places(release), returns.filing_places(release)
    ids = [each.id for each in returns.known()]
    about_place, about_return = (
        tuple(kind.name for kind in kinds_about(about)) for about in ("place", "return")
    )
    orders = [Order(tuple(kind.name for kind in kinds_about("release")))]
    for language in languages:
        orders += [Order(about_place, place, language=language) for place in (None, *places)]
        orders += [
            Order(about_return, place, return_id, language=language)
            for place in places
            if place in filing
            for return_id in ids
        ]
    return orders


def _name(line: str) -> str:
    return line.split("  ", 1)[1]
