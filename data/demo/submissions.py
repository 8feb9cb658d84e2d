"""Writes the invented submissions: one folder each, in our own layout, one Parquet file a table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as parquet

from data.demo.dice import Dice
from data.demo.place import Parcel, parcels
from data.demo.truths import START, TRUTHS, Place, Truths

SMALLEST = 12
"""Cases of the smallest place, however few are asked for: too few to publish much, enough to exist."""


@dataclass(frozen=True)
class DemoSubmission:
    """What to hand to `receive`: the paths to read, the mapping, the sender and the period covered."""

    paths: tuple[Path, ...]
    mapping: str
    agency_id: str
    period_start: date
    period_end: date


def make_submissions(
    folder: Path,
    cases: int = 20_000,
    seed: int = 1,
    progress: Callable | None = None,
    truths: Truths = TRUTHS,
) -> list[DemoSubmission]:
    """Writes synthetic submissions of all places into `folder`, in the order to receive them.

    `cases` is the number over all places. The same seed and number give the same bytes. `progress`
    is told what is being made, its number and how many there are. Raises ValueError for fewer than one case a place.
    """
    if cases < len(truths.places):
        raise ValueError(f"At least {len(truths.places)} cases are needed: one for each place.")
    made = []
    for stream, place in enumerate(truths.places):
        if progress:
            progress(f"Inventing {place.name} ({place.code})", stream + 1, len(truths.places))
        dice = Dice(seed, stream)
        for parcel in parcels(place, truths, cases_of(place, truths, cases), dice):
            number = len(made) + 1
            made.append(_write(Path(folder), number, place, parcel))
    return made


def cases_of(place: Place, truths: Truths, cases: int) -> int:
    """How many of all cases belong to the place."""
    whole = sum(one.share_of_cases for one in truths.places)
    return max(SMALLEST, round(cases * place.share_of_cases / whole))


def _write(folder: Path, number: int, place: Place, parcel: Parcel) -> DemoSubmission:
    target = folder / f"{number:02d}-{place.code}-{parcel.name}"
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in parcel.tables.items():
        if rows.num_rows:
            parquet.write_table(rows, target / f"{name}.parquet", compression="zstd")
    return DemoSubmission((target,), "own", parcel.agency_id, START, parcel.period_end)
