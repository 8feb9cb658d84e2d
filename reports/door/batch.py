"""Everything a release can be told by, into its own directory: `reports/` beside its database, with a list of hashes."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from release.read import FILES_OF_REPORTS, SUMS, Release
from reports.door.asked import Order, kinds_about
from reports.door.many import make_many
from reports.door.naming import reported_places


def make_all(
    release: Release,
    languages: Sequence[str],
    progress: Callable | None = None,
    return_ids: Sequence[str] | None = None,
) -> Path:
    """Make every file of the release and return the folder; one that is there already is replaced, whole.

    The database and the manifest of the release are not touched.
    """
    target = release.path / FILES_OF_REPORTS
    with tempfile.TemporaryDirectory(dir=release.path, prefix=".reports-") as drafts:
        folder = Path(drafts) / FILES_OF_REPORTS
        made = make_many(release, everything(release, languages, return_ids), folder, progress)
        sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in made]
        (folder / SUMS).write_text("\n".join(sorted(sums, key=_name)) + "\n", encoding="utf-8")
        if target.exists():
            os.replace(target, Path(drafts) / "before")
        os.replace(folder, target)
        shutil.rmtree(Path(drafts) / "before", ignore_errors=True)
    return target


def everything(
    release: Release, languages: Sequence[str], return_ids: Sequence[str] | None = None
) -> list[Order]:
    """Reports about each place and about all, every return of each place, the data; the longest work first."""
    from reports import returns

    places = reported_places(release)
    ids = [each.id for each in returns.known()] if return_ids is None else list(return_ids)
    about_place, about_return = (
        tuple(kind.name for kind in kinds_about(about)) for about in ("place", "return")
    )
    orders = [Order(tuple(kind.name for kind in kinds_about("release")))]
    for language in languages:
        orders += [Order(about_place, place, language=language) for place in (None, *places)]
        orders += [
            Order(about_return, place, return_id, language=language)
            for place in places
            for return_id in ids
        ]
    return orders


def _name(line: str) -> str:
    return line.split("  ", 1)[1]
