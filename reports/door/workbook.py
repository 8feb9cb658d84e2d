"""The workbook of one place, of several or of all."""

from pathlib import Path

from release.read import Release
from reports.cover import cover
from reports.material import read_material
from reports.names import records
from reports.workbook import write_workbook


def workbook_of(release: Release, place: str | tuple[str, ...] | None, path: Path) -> None:
    """Write it to `path`."""
    results = release.results()
    places = (place,) if isinstance(place, str) else place
    rows = records(results[results["jurisdiction"].isin(places)] if places else results)
    material = read_material(release, place, rows)
    write_workbook(release, material, cover(release, material, rows), path)
