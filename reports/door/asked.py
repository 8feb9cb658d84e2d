"""What can be asked for: one entry a kind of file, and the order in which somebody asks for files.

Light to import: pages show these entries; what makes the files is loaded only when a file is made.
"""

from dataclasses import dataclass

from languages import ENGLISH, later


@dataclass(frozen=True)
class Kind:
    """A kind of file. `about` is a place (or several, or all), a return of a place and a year, or the release."""

    name: str
    about: str
    title: str
    says: str
    suffix: str
    mime: str


OFFICE = "application/vnd.openxmlformats-officedocument."
SHEET, TEXT = OFFICE + "spreadsheetml.sheet", OFFICE + "wordprocessingml.document"

KINDS = (
    Kind(
        "report",
        "place",
        later("Report (PDF)"),
        later("To read, print and sign: tagged PDF, the same bytes for the same release."),
        "pdf",
        "application/pdf",
    ),
    Kind(
        "document",
        "place",
        later("Report (DOCX)"),
        later("The same report for a word processor, with room for text of your own."),
        "docx",
        TEXT,
    ),
    Kind(
        "web",
        "place",
        later("Report (HTML)"),
        later("The same report as one web page without scripts, to put online or to send."),
        "html",
        "text/html",
    ),
    Kind(
        "workbook",
        "place",
        later("Workbook (XLSX)"),
        later("Every result behind the report, to compute with."),
        "xlsx",
        SHEET,
    ),
    Kind(
        "return-workbook",
        "return",
        later("Return (XLSX)"),
        later("The cells of the form, with the note for the ministry."),
        "xlsx",
        SHEET,
    ),
    Kind(
        "return-report",
        "return",
        later("Return (PDF)"),
        later("The same to print and sign."),
        "pdf",
        "application/pdf",
    ),
    Kind(
        "return-document",
        "return",
        later("Return (DOCX)"),
        later("The same for a word processor."),
        "docx",
        TEXT,
    ),
    Kind(
        "return-table",
        "return",
        later("Return (CSV)"),
        later("One row a cell, for programs."),
        "csv",
        "text/csv",
    ),
    Kind(
        "package",
        "release",
        later("Data package (ZIP)"),
        later(
            "Every table of the release as CSV and Parquet, with codebook, citation and descriptions for "
            "machines (Frictionless, CSV on the Web, DCAT)."
        ),
        "zip",
        "application/zip",
    ),
    Kind(
        "sdmx",
        "release",
        later("SDMX-CSV (ZIP)"),
        later("Every result for statistical offices, with its structure."),
        "zip",
        "application/zip",
    ),
)
KIND = {kind.name: kind for kind in KINDS}
"""Name -> kind."""


def kinds_about(about: str) -> tuple[Kind, ...]:
    """The kinds of file about a place, a return or the release."""
    return tuple(kind for kind in KINDS if kind.about == about)


@dataclass(frozen=True)
class Order:
    """Files about one thing, made together because they share their work.

    `kinds` are names of kinds of one `about`; `place` is a code, several, or None for all places; a return has
    a `return_id` and a `year` (None: the last year the release has figures of).
    """

    kinds: tuple[str, ...]
    place: str | tuple[str, ...] | None = None
    return_id: str = ""
    year: int | None = None
    language: str = ENGLISH

    @property
    def about(self) -> str:
        """place, return or release."""
        [about] = {KIND[name].about for name in self.kinds}
        return about
