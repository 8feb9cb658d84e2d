"""Files of a release for tests, made through the door everybody uses."""

from pathlib import Path

from release.read import Release
from reports.door.asked import Order
from reports.door.making import make
from reports.material import Material, gather_material
from reports.reading import Reading
from reports.subject import subject

PAPERS = ("report", "workbook")


def made_files(
    release: Release,
    folder: Path,
    place: str | tuple[str, ...] | None = None,
    kinds: tuple[str, ...] = PAPERS,
    progress=None,
) -> list[Path]:
    """The files of `kinds` about a place, in their order; by default the report as PDF and its workbook."""
    return make(release, Order(kinds, place), folder, progress)


def material_of(release: Release, place: str | tuple[str, ...] | None = None) -> Material:
    """The rows that the files about a place are made from."""
    reading = Reading(release)
    return gather_material(reading, subject(reading, place))
