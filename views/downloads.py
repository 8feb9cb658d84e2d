"""What a reader may take away: the page as PDF and workbook, a chart as picture, a table as CSV. Made at the click."""

import streamlit as st

from charts.chart import Chart
from release.read import Release
from reports.page.document import Document
from views import making
from views.file_names import file_name
from views.table_file import cells_csv, csv


def page(release: Release, document: Document | None) -> None:
    """The page as it stands, as PDF and as workbook."""
    if document is None or not document.title:
        return
    document.address = address()
    with st.container(horizontal=True):
        for kind, label, mime in PAGE_FILES:
            st.download_button(
                f"This page as {label}",
                lambda kind=kind: making.made(kind, document),
                file_name=file_name(release, document.address or "overview", document.title, kind),
                mime=mime,
                key=f"page {kind}",
                on_click="ignore",
            )


def chart(release: Release, drawn: Chart, *, key: str, name: str) -> None:
    """The chart as picture and its marks as CSV; `name` is the page or metric."""
    with st.container(horizontal=True, gap="small"):
        for kind, label, mime in CHART_FILES:
            st.download_button(
                label,
                lambda kind=kind: making.made(kind, drawn),
                file_name=file_name(release, name, drawn.title, kind),
                mime=mime,
                key=f"{key} {kind}",
                on_click="ignore",
                type="tertiary",
            )
        st.download_button(
            "Chart data as CSV",
            lambda: csv(release, list(drawn.rows)),
            file_name=file_name(release, name, drawn.title, "csv"),
            mime="text/csv",
            key=f"{key} csv",
            on_click="ignore",
            type="tertiary",
        )


def table(release: Release, caption: str, headings, rows, *, name: str, data=None) -> None:
    """The table as CSV: the rows of the release behind it, or else its cells."""
    st.download_button(
        f"Download as CSV: {caption}",
        lambda: csv(release, data) if data else cells_csv(release, headings, rows),
        file_name=file_name(release, name, caption, "csv"),
        mime="text/csv",
        key=f"csv {name} {caption}",
        on_click="ignore",
        type="tertiary",
    )


def address() -> str:
    """Path and filters of the page, as they stand in the reader's address line; empty on the front page."""
    return st.context.url.split("//", 1)[-1].partition("/")[2] if st.context.url else ""


PAGE_FILES = (
    ("pdf", "PDF", "application/pdf"),
    (
        "xlsx",
        "workbook (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
)
CHART_FILES = (("svg", "Chart as SVG", "image/svg+xml"), ("png", "Chart as PNG", "image/png"))
