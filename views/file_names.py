"""Names of files that say by themselves what is inside: synthetic or not, release, page or metric, what."""

from languages import ENGLISH, current
from release.read import Release

LONGEST = 90
"""Characters of the part that tells what is inside; longer names are refused by some disks."""


def file_name(release: Release, name: str, what: str, kind: str = "csv") -> str:
    """As in answerable-2026-11-25-2c57c70db7d8-attrition-altaria-over-time.csv; made in another language, it ends in that."""
    synthetic = "SYNTHETIC-" if release.is_synthetic else ""
    told = f"{_words(name)}-{_words(what)}"[:LONGEST].rstrip("-")
    language = "" if current() == ENGLISH else f"_{current()}"
    return f"{synthetic}answerable-{release.release_id}-{told}{language}.{kind}"


def _words(text: str) -> str:
    # Metrics keep their underscores, so that a file is found by the name of its metric.
    return "-".join("".join(c if c.isalnum() or c == "_" else " " for c in text.lower()).split())
