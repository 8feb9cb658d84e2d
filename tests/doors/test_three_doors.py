"""The same release gives the same number on screen, in the reports and in SQL.

Each door is read by its own means: plain DuckDB, the page's HTML, the workbook's cells, the PDF's text.
"""

import re
import shutil

import duckdb
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from charts.format import horizon, plain
from charts.format import value as in_words
from reports.report import make_report
from tests.factory_metrics import METRICS

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
def reports(release, tmp_path_factory):
    return make_report(release, tmp_path_factory.mktemp("out"), PLACE)


@pytest.fixture(scope="module")
def workbook(reports):
    return load_workbook(next(path for path in reports if path.suffix == ".xlsx"))


@pytest.fixture(scope="module")
def printed(reports):
    reader = PdfReader(next(path for path in reports if path.suffix == ".pdf"))
    # A PDF breaks lines where it likes.
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


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
def test_same_number_through_every_door(metric_id, sql, page, workbook, printed):
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

    assert expected in printed
