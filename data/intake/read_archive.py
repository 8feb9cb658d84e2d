"""Zip archives, opened with suspicion: members, sizes and names are checked before anything is unpacked."""

import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from data.intake.problems import IntakeError, Problem
from data.intake.read_limits import (
    ARCHIVE_BYTES,
    ARCHIVE_MEMBERS,
    ARCHIVE_RATIO,
    ARCHIVE_RATIO_FROM,
    MEGABYTE,
)


def check_archive(path: Path, name: str) -> list[zipfile.ZipInfo]:
    """The members of an archive or workbook that holds no surprise; raises IntakeError otherwise."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        message = "The archive is damaged and cannot be opened."
        raise IntakeError([Problem("corrupt", message, file=name)]) from None
    found = _surprise(members)
    if found:
        raise IntakeError([Problem("archive_limits", found, file=name)])
    return members


def unpack(path: Path, name: str, folder: Path) -> list[tuple[str, Path]]:
    """Unpacks the files of a zip into `folder` under names of our own; pairs of (member name, path)."""
    unpacked = []
    place = Path(tempfile.mkdtemp(dir=folder))
    with zipfile.ZipFile(path) as archive:
        for number, member in enumerate(check_archive(path, name)):
            if member.is_dir() or is_clutter(member.filename):
                continue
            if member.flag_bits & 1:
                message = "The archive is protected by a password and cannot be read."
                raise IntakeError([Problem("encrypted", message, file=name)])
            # A member's own name never becomes a path: it could climb out of the folder.
            target = place / str(number)
            _copy(archive, member, target, name)
            if zipfile.is_zipfile(target) and not _is_workbook(target):
                message = "The archive holds another archive."
                hint = "Send one zip with the files directly in it."
                raise IntakeError([Problem("nested_archive", message, file=name, hint=hint)])
            unpacked.append((member.filename, target))
    return unpacked


def is_clutter(name: str) -> bool:
    """True for what operating systems and office programs leave beside real files."""
    parts = PurePosixPath(name).parts
    last = parts[-1] if parts else ""
    return "__MACOSX" in parts or last.startswith((".", "~$")) or last.lower() == "thumbs.db"


def _surprise(members: list[zipfile.ZipInfo]) -> str | None:
    if len(members) > ARCHIVE_MEMBERS:
        return f"The archive has {len(members):,} parts; at most {ARCHIVE_MEMBERS:,} are read."
    total = sum(member.file_size for member in members)
    if total > ARCHIVE_BYTES:
        return f"The archive unpacks to {total // MEGABYTE:,} MB; at most {ARCHIVE_BYTES // MEGABYTE:,} MB are read."
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[:1]:
            return "The archive holds a part whose name leads out of the archive."
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > ARCHIVE_RATIO_FROM and ratio > ARCHIVE_RATIO:
            return f"A part of the archive unpacks to {ratio:,.0f} times its size; at most {ARCHIVE_RATIO} times is read."
    return None


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, name: str) -> None:
    try:
        with archive.open(member) as stream, target.open("wb") as file:
            while piece := stream.read(MEGABYTE):
                file.write(piece)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        message = "A part of the archive is damaged and cannot be unpacked."
        raise IntakeError([Problem("corrupt", message, file=name)]) from None


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return any(member.startswith("xl/") for member in archive.namelist())
