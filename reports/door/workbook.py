"""The workbook of one place, of several or of all."""

from pathlib import Path

from release.read import Release
from reports.cover import cover
from reports.material import gather_material
from reports.reading import Reading
from reports.subject import subject
from reports.workbook import write_workbook


def workbook_of(release: Release, place: str | tuple[str, ...] | None, path: Path) -> None:
    """Write it to `path`; raises ReportError for a place that the release does not know."""
    reading = Reading(release)
    about = subject(reading, place)
    results = reading.about("results", about.codes)
    material = gather_material(reading, about, results)
    write_workbook(release, material, cover(release, material, results, about.name), path)
