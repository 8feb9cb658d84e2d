"""Makes the files of one order into a folder. What makes a kind of file is loaded only when it is asked for."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from languages import ENGLISH, speaking
from release.read import Release
from reports.door.asked import Order
from reports.door.naming import paths
from reports.door.writable import writing_into
from reports.reading import Reading


def make(
    release: Release,
    order: Order,
    folder: Path,
    progress: Callable | None = None,
    reading: Reading | None = None,
) -> list[Path]:
    """The files of `order`, each whole or not there at all; files of the same name are replaced.

    Whoever makes many orders of one release gives the same `reading` to all: what is about no place is then read once.
    Raises ReportError where there is nothing that could be said, as for a place nobody has heard of, or no room for it.
    """
    tell = progress or (lambda message, done=None, total=None: None)
    with writing_into(folder):
        return _made(release, order, folder, tell, reading)


def _made(
    release: Release, order: Order, folder: Path, tell: Callable, reading: Reading | None
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    with (
        speaking(order.language if order.about != "release" else ENGLISH),
        tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as drafts,
    ):
        made = MAKERS[order.about](reading or Reading(release), order, Path(drafts), tell)
        # Moved in the end: nobody ever opens half a file, and a failure leaves none of them.
        return [_moved(path, folder) for path in made]


def _moved(path: Path, folder: Path) -> Path:
    os.replace(path, folder / path.name)
    return folder / path.name


def _of_place(reading: Reading, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    made = paths(reading.release, order, drafts)
    papers = {kind: path for kind, path in made.items() if kind != "workbook"}
    if papers:
        from reports.national import national_report

        report = national_report(reading.release, order.place, tell, reading)
        for path in papers.values():
            _writer(path.suffix)(report, path)
    if "workbook" in made:
        from reports.door.workbook import workbook_of

        workbook_of(reading, order.place, made["workbook"])
    return list(made.values())


def _of_return(reading: Reading, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    from reports import returns

    filled = returns.fill(reading.release, order.return_id, order.place, order.year)
    made = paths(reading.release, order, drafts, filled.years)
    for kind, path in made.items():
        if kind == "return-workbook":
            returns.write_return_workbook(filled, path)
        elif kind == "return-table":
            returns.write_return_csv(filled, path)
        else:
            _writer(path.suffix)(returns.as_report(filled), path)
    return list(made.values())


def _of_release(reading: Reading, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    made = paths(reading.release, order, drafts)
    for kind, path in made.items():
        if kind == "package":
            from reports.package import write_package

            write_package(reading.release, path, tell)
        else:
            from reports.sdmx import write_sdmx

            write_sdmx(reading.release, path)
    return list(made.values())


MAKERS = {"place": _of_place, "return": _of_return, "release": _of_release}


def _writer(suffix: str) -> Callable:
    """What writes a `Report` in a format."""
    if suffix == ".pdf":
        from reports.pdf import write_pdf

        return write_pdf
    if suffix == ".docx":
        from reports.docx_file import write_docx

        return write_docx
    from reports.web_page import write_html

    return write_html
