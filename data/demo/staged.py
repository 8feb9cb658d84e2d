"""What is written out for the demo word for word: statements, replies, participations and benchmarks of a place."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("staged.toml")


def staged(kind: str, place: str) -> list[dict]:
    """Entries of one kind (`attestation`, `reply`, `participation`, `benchmark`) of one place, in the file's order."""
    return [entry for entry in _all()[kind] if entry["jurisdiction"] == place]


def staged_cells(place: str) -> set[tuple[str, str]]:
    """Cells (obligation, aspect) of the place about which a statement is written out."""
    return {(one["obligation_id"], one["aspect"]) for one in staged("attestation", place)}


def shown_in(situation: str) -> tuple[str, ...]:
    """Places in which statements show the situation (`shows`), sorted."""
    found = {one["jurisdiction"] for one in _all()["attestation"] if one["shows"] == situation}
    return tuple(sorted(found))


@cache
def _all() -> dict[str, list[dict]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
