"""Reports as PDF of twenty jurisdictions, beside gathering and setting one; the demo's places are copied until there are twenty."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.measure import Measurement, NotMeasured
from release.read import DATABASE, MANIFEST, ReleaseError, latest, open_release
from reports.door.asked import Order
from reports.door.many import make_many
from reports.door.naming import reported_places

PLACES = 20
SECONDS = 20.0
"""All of them on two cores, starting of processes included."""


def measure() -> Iterator[Measurement]:
    try:
        source = latest()
    except ReleaseError as problem:
        raise NotMeasured(f"there is no release to read ({problem})") from None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / source.name
        copy.mkdir()
        shutil.copy(source / MANIFEST, copy)
        shutil.copy(source / DATABASE, copy)
        (copy / DATABASE).chmod(0o644)
        _grow(copy / DATABASE)
        with open_release(copy) as release:
            places = reported_places(release)
            one = _seconds(release, places[:1], Path(folder) / "one")
            all_ = _seconds(release, places, Path(folder) / "all")
    yield Measurement(f"{len(places)} reports as PDF", all_, most=SECONDS)
    yield Measurement(f"{len(places)} reports as PDF", all_, "one report", one)


def _seconds(release, places: list[str], folder: Path) -> float:
    start = time.perf_counter()
    make_many(release, [Order(("report",), place) for place in places], folder)
    return time.perf_counter() - start


def _grow(database: Path) -> None:
    """Give rows of the first places to new ones, in every table that names a place, until there are twenty."""
    with duckdb.connect(str(database)) as connection:
        held = [
            code
            for (code,) in connection.execute(
                "SELECT DISTINCT jurisdiction FROM results ORDER BY 1"
            ).fetchall()
        ]
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT DISTINCT table_name FROM duckdb_columns() "
                "WHERE column_name = 'jurisdiction' AND NOT internal"
            ).fetchall()
        ]
        for number in range(PLACES - len(held)):
            code, new = held[number % len(held)], f"XZ{chr(ord('A') + number)}"
            for table in tables:
                connection.execute(
                    f'INSERT INTO "{table}" SELECT * REPLACE (? AS jurisdiction) FROM "{table}" WHERE jurisdiction = ?',
                    [new, code],
                )
