"""What a reader may take away: the page as PDF and workbook, a chart as picture, a table as CSV. Made at the click."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from charts.chart import Chart
from languages import current, later, phrase
from release.read import Release
from reports.blocks import Table
from reports.page import read_html
from reports.page.document import Document, Drawing
from views import making, shown
from views.file_names import file_name
from views.table_file import cells_csv, csv

PAGE_FILES = (
    ("pdf", later("This page as PDF"), "application/pdf"),
    (
        "xlsx",
        later("This page as workbook (XLSX)"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
)
CHART_FILES = (
    ("svg", later("Chart as SVG"), "image/svg+xml"),
    ("png", later("Chart as PNG"), "image/png"),
)


def page(release: Release, document: Document | None) -> None:
    """The page as it stands, as PDF and as workbook."""
    if document is None or not document.title:
        return
    document.address = address()
    # Files are made by another thread, which speaks no language yet.
    language = current()
    with st.container(horizontal=True):
        for kind, label, mime in PAGE_FILES:
            st.download_button(
                phrase(label),
                lambda kind=kind: making.made(kind, document, language),
                file_name=file_name(release, _path() or "overview", document.title, kind),
                mime=mime,
                key=f"page {kind}",
                on_click="ignore",
            )


def chart(release: Release, drawn: Chart, *, key: str, name: str, reading_key: str = "") -> None:
    """The chart as picture and its marks as CSV; `name` is the page or metric."""
    drawing = Drawing(drawn, reading_key, _source(release))
    language = current()
    with st.container(horizontal=True, gap="small"):
        for kind, label, mime in CHART_FILES:
            _small(
                phrase(label),
                lambda kind=kind: making.made(kind, drawing, language),
                file_name(release, name, drawn.title, kind),
                mime,
                key=f"{key} {kind}",
            )
        _small(
            phrase("Chart data (CSV)"),
            # The results behind the marks say more than the marks do.
            lambda: csv(release, list(drawn.strand or drawn.rows)),
            file_name(release, name, phrase("chart {title}", title=drawn.title), "csv"),
            "text/csv",
            key=f"{key} csv",
        )


def table(
    release: Release, caption: str, headings, rows, *, name: str, data=None, file: str = ""
) -> None:
    """The table as CSV: the rows of the release behind it, or else its cells; `file` names what is in it."""
    _small(
        phrase("Download this table (CSV)"),
        lambda: csv(release, data) if data else cells_csv(release, headings, rows),
        file_name(release, name, file or str(caption), "csv"),
        "text/csv",
        key="csv of a table",
    )


def kept_table(release: Release, drawn: str, caption: str, *, name: str, file: str = "") -> None:
    """The cells of a table as CSV, read from its HTML when they are asked for."""

    def make() -> bytes:
        [found] = (each for each in read_html.blocks(drawn) if isinstance(each, Table))
        return cells_csv(release, found.headings, found.rows)

    _small(
        phrase("Download this table (CSV)"),
        make,
        file_name(release, name, file or caption, "csv"),
        "text/csv",
        key="csv of a table",
    )


def rows(release: Release, found: list[dict], *, name: str, what: str) -> None:
    """Rows of the release as CSV, where they are more than one table shows; `what` they are, in few words."""
    _small(
        phrase("Download {what} (CSV)", what=what),
        lambda: csv(release, found),
        file_name(release, name, what, "csv"),
        "text/csv",
        key="csv of rows",
    )


def address() -> str:
    """Path and filters of the page, as they stand in the reader's address line; empty on the front page."""
    chosen = st.query_params.to_dict()
    return f"{_path()}?{urlencode(chosen)}" if chosen else _path()


def _path() -> str:
    url = st.context.url or ""
    return url.split("//", 1)[-1].partition("/")[2].strip("/")


def _source(release: Release) -> str:
    said = {"release": release.release_id, "address": f"/{address()}"}
    if release.is_synthetic:
        return phrase(
            "SYNTHETIC: every number is made up. Answerable, release {release}. Page: {address}",
            **said,
        )
    return phrase("Answerable, release {release}. Page: {address}", **said)


def _small(label: str, make: Callable, file: str, mime: str, *, key: str) -> None:
    """A quiet button; what it belongs to stands right above it, and in the name of the file."""
    st.download_button(
        label,
        make,
        file_name=file,
        mime=mime,
        key=shown.once(key),
        on_click="ignore",
        type="tertiary",
    )
