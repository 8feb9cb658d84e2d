"""Statutory returns: official forms as data, filled from a release, with a note for whoever signs."""

from reports.returns.csv_file import write_return_csv
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.filling import filing_places, fill
from reports.returns.form import Cell, Return
from reports.returns.known import known
from reports.returns.report import as_report
from reports.returns.workbook import write_return_workbook

__all__ = [
    "Cell",
    "Entry",
    "Figure",
    "Filled",
    "Return",
    "as_report",
    "filing_places",
    "fill",
    "known",
    "write_return_csv",
    "write_return_workbook",
]
