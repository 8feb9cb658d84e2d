"""The report as a tagged PDF (PDF/A-2a and PDF/UA-1), the same bytes for the same release."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

FOLDER = Path(__file__).resolve().parent
LAYOUT = FOLDER / "report.typ"
STANDARDS = ["a-2a", "ua-1"]


def write_pdf(contents: dict, path: Path, released_on: date) -> None:
    """Lay `contents` (see `reports.contents`) out and write it to `path`.

    Words travel as JSON and are set as text, never read as markup. Only the layout's own folder
    can be opened, only fonts that come with the typesetter are used, and the clock is the day of
    publication: what is printed depends on the release and on nothing else.
    """
    typst.compile(
        str(LAYOUT),
        output=str(path),
        root=str(FOLDER),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(contents, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(released_on, time(), UTC),
    )
