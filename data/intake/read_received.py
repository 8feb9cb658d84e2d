"""What was received: every file of the paths given, folders walked and zips unpacked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.intake.problems import IntakeError, Problem
from data.intake.read_archive import is_clutter, unpack
from data.intake.read_kind import content_kind
from data.intake.read_limits import FILES_A_SUBMISSION


@dataclass(frozen=True)
class ReceivedFile:
    """One file: its name as received (relative to its folder or zip) and where its bytes lie now."""

    name: str
    path: Path


def received_files(paths: Iterable[Path | str], folder: Path) -> list[ReceivedFile]:
    """Every file behind the paths, in the order given and by name within a folder.

    `folder` is a private temporary folder for unpacked archives; the caller removes it.
    Raises IntakeError for a path that does not exist, an unsafe archive, or no file at all.
    """
    files: list[ReceivedFile] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(found for found in path.rglob("*") if found.is_file())
            for found in inside[: FILES_A_SUBMISSION + 1]:
                name = found.relative_to(path).as_posix()
                if not is_clutter(name):
                    files.extend(_one(found, name, folder))
        elif path.is_file():
            files.extend(_one(path, path.name, folder))
        else:
            raise IntakeError([Problem("not_found", "No such file or folder.", file=path.name)])
    if not files:
        raise IntakeError([Problem("no_files", "There is no file to read.")])
    if len(files) > FILES_A_SUBMISSION:
        message = f"More than {FILES_A_SUBMISSION:,} files; send a submission in parts."
        raise IntakeError([Problem("too_many_files", message)])
    return files


def _one(path: Path, name: str, folder: Path) -> list[ReceivedFile]:
    try:
        is_archive = content_kind(path) == "zip"
    except OSError:
        raise IntakeError([Problem("not_readable", "It cannot be opened.", file=name)]) from None
    if not is_archive or not name.lower().endswith(".zip"):
        return [ReceivedFile(name, path)]
    return [ReceivedFile(member, place) for member, place in unpack(path, name, folder)]
