"""The hash by which a submission is known again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

BLOCK = 1 << 20


def fingerprint(paths: Iterable[Path | str], mapping: str) -> str:
    """sha256 over the received files' bytes and the mapping (its name and digest), in hexadecimal.

    The order in which files are given does not matter. Names tell the files of one submission
    apart; a file sent alone under another name is still the same file. Folders are walked; a zip
    counts as its bytes. Files are streamed, never held in memory whole.
    """
    files = sorted(_files(paths))
    total = hashlib.sha256(mapping.encode())
    for name, path in files:
        total.update(b"\0" + (name.encode() if len(files) > 1 else b"") + b"\0")
        total.update(_digest(path))
    return total.hexdigest()


def _files(paths: Iterable[Path | str]) -> list[tuple[str, Path]]:
    found = []
    for given in map(Path, paths):
        if given.is_dir():
            found += [
                (path.relative_to(given).as_posix(), path)
                for path in given.rglob("*")
                if path.is_file()
            ]
        else:
            found.append((given.name, given))
    return found


def _digest(path: Path) -> bytes:
    total = hashlib.sha256()
    with path.open("rb") as handle:
        while block := handle.read(BLOCK):
            total.update(block)
    return total.digest()
