"""The same release gives the same number on screen, in every file and in SQL.

Each is read by its own means: plain DuckDB, the page's HTML, the workbook's cells, the text of PDF, DOCX and HTML, the
package's CSV and Parquet, SDMX.
"""

import csv
import io
import re
import shutil
import zipfile

import duckdb
import pyarrow.parquet as pq
import pytest
from docx import Document
from lxml import html
from openpyxl import load_workbook
from pypdf import PdfReader

from charts.format import horizon, plain
from charts.format import value as in_words
from tests.factory_metrics import METRICS
from tests.made_files import made_files

SHARES = [metric.id for metric in METRICS if metric.definition.value_unit == "share"]
DEFINITIONS = {metric.id: metric.definition for metric in METRICS}
PLACE = "XAA"


@pytest.fixture(scope="module")
def sql(release, tmp_path_factory):
    """The first door: the release file downloaded and opened in DuckDB, as a researcher does."""
    copy = tmp_path_factory.mktemp("download") / "answerable.duckdb"
    shutil.copy(release.path / "answerable.duckdb", copy)
    with duckdb.connect(copy, read_only=True) as con:
        yield con


@pytest.fixture(scope="module")
def files(build, release, tmp_path_factory):
    """Suffix -> file about the place; what is about the whole release by its kind."""
    folder = tmp_path_factory.mktemp("out")
    made = made_files(release, folder, PLACE, ("report", "document", "web", "workbook"))
    packages = made_files(release, folder, None, ("package", "sdmx"))
    return {path.suffix: path for path in made} | dict(
        zip(("package", "sdmx"), packages, strict=True)
    )


@pytest.fixture(scope="module")
def workbook(files):
    return load_workbook(files[".xlsx"])


@pytest.fixture(scope="module")
def papers(files):
    """Format -> all its text as one line: a PDF breaks lines where it likes."""
    document = Document(files[".docx"])
    written = [each.text for each in document.element.body.iter() if each.tag.endswith("}t")]
    found = {
        "PDF": " ".join(page.extract_text() for page in PdfReader(files[".pdf"]).pages),
        "DOCX": " ".join(filter(None, written)),
        "HTML": html.fromstring(files[".html"].read_bytes()).text_content(),
    }
    return {name: re.sub(r"\s+", " ", text) for name, text in found.items()}


@pytest.fixture(scope="module")
def packaged(files):
    """The rows of the results in the package, as CSV and as Parquet, and in SDMX."""
    with zipfile.ZipFile(files["package"]) as package, zipfile.ZipFile(files["sdmx"]) as sdmx:
        return {
            "CSV": lines_of(package, "csv/results.csv"),
            "Parquet": pq.read_table(
                io.BytesIO(package.read("parquet/results.parquet"))
            ).to_pylist(),
            "SDMX": lines_of(sdmx, "results.csv"),
        }


def lines_of(package, name: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(package.read(name).decode(), newline="")))


def newest(sql, metric_id: str) -> dict:
    """The newest number of the place, the longest horizon first; no test where it has none."""
    found = sql.execute(
        """SELECT results.*, jurisdictions.name FROM results JOIN jurisdictions USING (jurisdiction)
        WHERE metric_id = ? AND jurisdiction = ? AND value IS NOT NULL
          AND status IN ('reportable', 'use_with_care')
          AND breakdown IN ('total', 'stage') AND scope = 'trafficking'
          AND category IN ('total', 'convicted')
        ORDER BY horizon_days DESC, period_end DESC, period_start DESC LIMIT 1""",
        [metric_id, PLACE],
    ).df()
    if found.empty:
        pytest.skip("the made-up release has no total of it that is certain enough to be said")
    return found.to_dict("records")[0]


@pytest.mark.parametrize("metric_id", SHARES)
def test_same_number_through_every_door(metric_id, sql, page, workbook, papers, packaged):
    number = newest(sql, metric_id)
    shown = in_words(number["value"], "share")
    expected = f"{100 * number['value']:.1f}%"
    assert shown == expected

    place = f"{number['name']} ({number['jurisdiction']})"
    followed = (
        {"horizon": horizon(number["horizon_days"])} if horizon(number["horizon_days"]) else {}
    )
    on_screen = page(metric_id, jurisdiction=place, **followed)
    assert expected in on_screen.text

    sheet = workbook[plain(DEFINITIONS[metric_id].group)]
    heading = [cell.value for cell in sheet[4]]
    rows = [
        dict(zip(heading, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=5)
    ]
    same = [
        row["Value"]
        for row in rows
        if row["Metric id"] == metric_id
        and row["Jurisdiction"] == number["jurisdiction"]
        and row["Period end"].date() == number["period_end"].date()
        and row["Scope"] == number["scope"]
        and (row["Numerator"], row["Denominator"]) == (number["numerator"], number["denominator"])
    ]
    # A workbook keeps sixteen digits.
    assert pytest.approx(number["value"], rel=1e-14) in same

    for name, text in papers.items():
        assert expected in text, name

    for name in ("CSV", "Parquet"):
        found = [float(row["value"]) for row in packaged[name] if is_row_of(row, number)]
        assert found == [number["value"]], name
    found = [
        float(row["OBS_VALUE"])
        for row in packaged["SDMX"]
        if row["METRIC"] == metric_id
        and row["REF_AREA"] == PLACE
        and row["DEFINITION_HASH"] == number["definition_hash"]
        and (row["NUMERATOR"], row["DENOMINATOR"])
        == (str(number["numerator"]), str(number["denominator"]))
    ]
    assert number["value"] in found


def is_row_of(row: dict, number: dict) -> bool:
    """Whether a row of the package is the one that was asked for in SQL."""
    names = (
        "metric_id scope source origin jurisdiction period_kind horizon_days breakdown category"
    ).split()
    days = ("period_start", "period_end")
    return all(as_text(row[name]) == as_text(number[name]) for name in names) and all(
        str(row[name])[:10] == str(number[name])[:10] for name in days
    )


def as_text(cell) -> str:
    """A cell as a CSV has it."""
    if cell is None or cell != cell or cell == "":
        return ""
    return str(int(float(cell))) if isinstance(cell, float) else str(cell)
