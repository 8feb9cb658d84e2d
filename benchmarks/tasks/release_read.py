"""Reading one result of the latest release by its key, beside asking the database for nothing."""

import random
from collections.abc import Iterator

from benchmarks.measure import Measurement, NotMeasured, median_seconds_of
from metrics.result import KEY
from release.read import ReleaseError, latest, open_release

KEYS = 100
SECONDS = 0.002
"""A page shows dozens of numbers; a reader must not notice how many."""


def measure() -> Iterator[Measurement]:
    try:
        release = open_release(latest())
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release to read ({problem})") from None
    with release, release.cursor() as cursor:
        names = ", ".join(f'"{name}"' for name in KEY)
        keys = cursor.execute(f"SELECT {names} FROM results ORDER BY {names}").fetchall()
        chosen = random.Random(1).sample(keys, min(KEYS, len(keys)))
        where = " AND ".join(f'"{name}" IS NOT DISTINCT FROM ?' for name in KEY)

        def in_sql() -> None:
            for key in chosen:
                cursor.execute(f"SELECT * FROM results WHERE {where}", key).fetchall()

        def as_frames() -> None:
            for key in chosen:
                release.results(**dict(zip(KEY, key, strict=True)))

        def nothing() -> None:
            for _ in chosen:
                cursor.execute("SELECT 1").fetchall()

        rows, frames, floor = (
            taken / len(chosen) for taken in median_seconds_of([in_sql, as_frames, nothing])
        )
    yield Measurement(f"one of {len(keys):,} results, a row", rows, most=SECONDS)
    yield Measurement(f"one of {len(keys):,} results, a row", rows, "SELECT 1", floor)
    yield Measurement(f"one of {len(keys):,} results, a data frame", frames, "SELECT 1", floor)
