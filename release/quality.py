"""How good the data are: what the validations found, and how many results are blank and why."""

import duckdb
import pandas as pd

from disclosure.receipts import hide_in_findings, hide_in_receipts

_FINDINGS = """
    SELECT submission_id, agency_id, jurisdiction, period_start, period_end, rule, severity,
           "table" AS table_name, "column" AS column_name, message, rows
    FROM findings_summary JOIN submissions USING (submission_id)
    ORDER BY ALL
"""


def submissions(store: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Receipts, small counts hidden."""
    with store.cursor() as cursor:
        found = cursor.execute("SELECT * FROM submissions ORDER BY submission_id").df()
    return hide_in_receipts(found)


def data_quality(store: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Findings by submission and rule, small counts hidden."""
    with store.cursor() as cursor:
        found = cursor.execute(_FINDINGS).df()
    return hide_in_findings(found)


def blanks(results: pd.DataFrame) -> pd.DataFrame:
    """Results without a value, counted by metric and reason."""
    blank = results[results["blank"].notna()]
    counted = blank.groupby(["metric_id", "blank"]).size()
    return counted.rename("results").reset_index()
