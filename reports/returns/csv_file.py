"""A filled return as CSV: one line an entry and period, in UTF-8, codes as in the release."""

import csv
from datetime import date
from pathlib import Path

from charts.format import is_missing
from reports.returns.filled import Filled
from reports.returns.lines import lines
from reports.safe_text import LINE_END, safe_field


def write_return_csv(filled: Filled, path: Path) -> None:
    """Write every line of a filled return to `path`; the same bytes for the same release."""
    told = list(lines(filled))
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator=LINE_END)
        writer.writerow(["note", *told[0]] if filled.mark else list(told[0]))
        for line in told:
            cells = [_cell(cell) for cell in line.values()]
            # A file of made-up data says so in every line, however it is cut.
            writer.writerow([filled.mark, *cells] if filled.mark else cells)


def _cell(cell):
    if is_missing(cell):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return safe_field(cell)
