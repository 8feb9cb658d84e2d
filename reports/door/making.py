"""Makes the files of one order into a folder. What makes a kind of file is loaded only when it is asked for."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from languages import ENGLISH, current, speaking
from release.read import Release
from reports.door.asked import KIND, Order
from reports.door.naming import file_name
from reports.names import covered, records


def make(
    release: Release, order: Order, folder: Path, progress: Callable | None = None
) -> list[Path]:
    """The files of `order`, each whole or not there at all; files of the same name are replaced.

    Raises ReportError where there is nothing that could be said, as for a place nobody has heard of.
    """
    tell = progress or (lambda message, done=None, total=None: None)
    folder.mkdir(parents=True, exist_ok=True)
    with (
        speaking(order.language if order.about != "release" else ENGLISH),
        tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as drafts,
    ):
        made = MAKERS[order.about](release, order, Path(drafts), tell)
        # Moved in the end: nobody ever opens half a file, and a failure leaves none of them.
        return [_moved(path, folder) for path in made]


def _moved(path: Path, folder: Path) -> Path:
    os.replace(path, folder / path.name)
    return folder / path.name


def _of_place(release: Release, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    from reports.national import national_report

    stem = _stem(release, "report", order.place, *_years(release, order.place))
    made = []
    if set(order.kinds) - {"workbook"}:
        report = national_report(release, order.place, tell)
        for kind in order.kinds:
            if kind != "workbook":
                made.append(drafts / f"{stem}.{KIND[kind].suffix}")
                _writer(KIND[kind].suffix)(report, made[-1])
    if "workbook" in order.kinds:
        from reports.door.workbook import workbook_of

        made.append(drafts / f"{stem}.xlsx")
        workbook_of(release, order.place, made[-1])
    return made


def _of_return(release: Release, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    from reports import returns

    filled = returns.fill(release, order.return_id, order.place, order.year)
    stem = _stem(release, f"return-{order.return_id}", order.place, filled.year, filled.year)
    made = []
    for kind in order.kinds:
        path = drafts / f"{stem}.{KIND[kind].suffix}"
        if kind == "return-workbook":
            returns.write_return_workbook(filled, path)
        elif kind == "return-table":
            returns.write_return_csv(filled, path)
        else:
            _writer(KIND[kind].suffix)(returns.as_report(filled), path)
        made.append(path)
    return made


def _of_release(release: Release, order: Order, drafts: Path, tell: Callable) -> list[Path]:
    years = _years(release, None)
    made = []
    for kind in order.kinds:
        name = "data" if kind == "package" else kind
        path = drafts / f"{_stem(release, name, None, *years)}.{KIND[kind].suffix}"
        if kind == "package":
            from reports.package import write_package

            write_package(release, path, tell)
        else:
            from reports.sdmx import write_sdmx

            write_sdmx(release, path)
        made.append(path)
    return made


MAKERS = {"place": _of_place, "return": _of_return, "release": _of_release}


def _writer(suffix: str) -> Callable:
    """What writes a `Report` in a format."""
    if suffix == "pdf":
        from reports.pdf import write_pdf

        return write_pdf
    if suffix == "docx":
        from reports.docx_file import write_docx

        return write_docx
    from reports.web_page import write_html

    return write_html


def _stem(release: Release, what: str, place, start: int, end: int) -> str:
    return file_name(release, what, place, start, end, current())


def _years(release: Release, place) -> tuple[int, int]:
    """First and last year of what the release says about a place; about all where it says nothing of it."""
    results = release.results()
    places = (place,) if isinstance(place, str) else place
    about = results[results["jurisdiction"].isin(places)] if places else results
    rows = records((about if len(about) else results)[["period_start", "period_end"]])
    start, end = covered(rows)
    return start.year, end.year
