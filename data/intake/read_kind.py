"""What a file is, judged by its first bytes; its name is only a claim."""

import zipfile
from pathlib import Path

from data.intake.problems import IntakeError, Problem

FIRST_BYTES = (
    (b"PAR1", "parquet"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a script"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a SQLite database"),
)
MARKUP = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<script", b"<!--")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

NAMED = {
    ".csv": "text",
    ".tsv": "text",
    ".tab": "text",
    ".txt": "text",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".zip": "zip",
}
SPOKEN = {
    "text": "plain text (CSV or TSV)",
    "xlsx": "an Excel workbook (XLSX)",
    "parquet": "a Parquet file",
    "zip": "a zip archive",
    "xls": "an old Excel workbook (XLS)",
    "encrypted": "a password-protected document",
    "markup": "a web page or XML",
}
READABLE = ("text", "xlsx", "parquet")


def content_kind(path: Path) -> str:
    """The kind of a file: "text", "xlsx", "parquet", "zip", "xls", "encrypted", "markup", "empty", or a spoken name."""
    with path.open("rb") as stream:
        start = stream.read(512)
    if not start:
        return "empty"
    if start.startswith(OLD_OFFICE):
        return "encrypted" if _holds_encryption(path) else "xls"
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return _zip_kind(path)
    for first, kind in FIRST_BYTES:
        if start.startswith(first):
            return kind
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKUP):
        return "markup"
    return "text"


def check_kind(path: Path, name: str, declared: str | None = None) -> str:
    """The readable kind of a file.

    `declared` is the format of the file's specification; it takes the place of the name's ending.
    Raises IntakeError when the content cannot be read as data or is not what the name claims.
    """
    kind = content_kind(path)
    claimed = NAMED.get(Path(name).suffix.lower())
    if declared:
        claimed = "text" if declared in ("csv", "tsv") else declared
    if kind == "empty":
        raise IntakeError([Problem("empty_file", "The file has no content.", file=name)])
    if kind == "encrypted":
        hint = "Save it without a password and send it over a protected channel."
        message = "The document is protected by a password and cannot be read."
        raise IntakeError([Problem("encrypted", message, file=name, hint=hint)])
    if kind not in READABLE or (claimed and claimed != kind):
        found = f"The content is {SPOKEN.get(kind, kind)}"
        if claimed and claimed != kind:
            found += f", the name or the mapping says {SPOKEN[claimed]}"
        if kind in READABLE:
            hint = "Rename the file after its content, or save it again in the format it claims."
        else:
            hint = "Save the data as CSV, XLSX or Parquet."
        raise IntakeError([Problem("wrong_type", f"{found}.", file=name, hint=hint)])
    return kind


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "a damaged archive or workbook"
    return "xlsx" if any(member.startswith("xl/") for member in members) else "zip"


def _holds_encryption(path: Path) -> bool:
    # Office keeps an encrypted workbook as a stream of this name inside an old-style container.
    mark = "EncryptedPackage".encode("utf-16-le")
    before = b""
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            if mark in before + piece:
                return True
            before = piece[-len(mark) :]
    return False
