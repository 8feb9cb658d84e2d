"""Makes the report of a release: a PDF to read and a workbook to compute with."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from release.read import Release
from reports.cover import cover
from reports.material import read_material
from reports.names import check_jurisdiction, file_stem, records
from reports.national import national_report
from reports.pdf import write_pdf
from reports.workbook import write_workbook


def make_report(
    release: Release,
    output_dir: Path,
    jurisdiction: str | None = None,
    progress: Callable | None = None,
) -> list[Path]:
    """Write the PDF and the XLSX of a release into `output_dir` and return their paths.

    `jurisdiction` keeps the results of one; None reports all. `progress(message, done, total)` is
    told every step. Files that are already there are replaced, whole or not at all. Raises
    ReportError when there is nothing to report.
    """
    tell = progress or (lambda message, done=None, total=None: None)
    known = sorted(set(release.results()["jurisdiction"]))
    check_jurisdiction(jurisdiction, known)
    filters = {} if jurisdiction is None else {"jurisdiction": jurisdiction}
    results = records(release.results(**filters))
    folder = Path(output_dir)
    folder.mkdir(parents=True, exist_ok=True)
    stem = file_stem(release, jurisdiction, results)
    material = read_material(release, jurisdiction, results)
    report = national_report(release, jurisdiction, tell)
    tell("Setting the PDF", 1, 2)
    pdf = _whole(folder / f"{stem}.pdf", lambda path: write_pdf(report, path))
    tell("Writing the workbook", 2, 2)
    workbook = _whole(
        folder / f"{stem}.xlsx",
        lambda path: write_workbook(release, material, cover(release, material, results), path),
    )
    return [pdf, workbook]


def _whole(path: Path, write: Callable[[Path], None]) -> Path:
    """Write under another name and move it into place, so that nobody ever opens half a file."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".report-") as folder:
        draft = Path(folder) / path.name
        write(draft)
        os.replace(draft, path)
    return path
