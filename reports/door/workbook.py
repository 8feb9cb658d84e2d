"""The workbook of one place, of several or of all."""

from pathlib import Path

from reports.cover import cover
from reports.material import gather_material
from reports.reading import Reading
from reports.subject import subject
from reports.workbook import write_workbook


def workbook_of(reading: Reading, place: str | tuple[str, ...] | None, path: Path) -> None:
    """Write it to `path`; raises ReportError for a place that the release does not know."""
    about = subject(reading, place)
    results = reading.about("results", about.codes)
    material = gather_material(reading, about, results)
    write_workbook(
        reading.release, material, cover(reading.release, material, results, about.name), path
    )
