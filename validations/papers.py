"""Everything that is kept about a submission besides its data: JSON, page, list of quarantined rows."""

from pathlib import Path

from validations.page import page
from validations.report import Report


def papers(report: Report) -> dict[str, str]:
    """File name -> text."""
    return {
        "validation.json": report.json(),
        "validation.html": page(report),
        "quarantine.csv": report.quarantine_csv(),
    }


def write_papers(report: Report, folder: Path) -> list[Path]:
    """Writes the papers into `folder`, which only its owner may read; returns their paths."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    paths = []
    for name, text in papers(report).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
        paths.append(folder / name)
    return paths
