"""Releases whose results are written by hand, so that a page can be checked against numbers worked out on paper."""

from datetime import date
from pathlib import Path

import pandas as pd

from metrics.catalogue import metrics
from metrics.result import RESULT_COLUMNS
from metrics.sql import definition_hash
from tests.factory import made_up_tables
from tests.factory_changed import write_changed

BLANK_CODES = (
    *("not_reported", "not_applicable", "not_yet"),
    *("suppressed", "insufficient", "withheld"),
)


def result(metric_id: str, years: tuple[int, int] = (2024, 2024), **given) -> dict:
    """One result of Altaria about trafficking; what is not given is empty or usual."""
    metric = metrics()[metric_id]
    row = dict.fromkeys(RESULT_COLUMNS)
    row |= {
        "metric_id": metric_id,
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_kind": metric.period_kind,
        "period_start": date(years[0], 1, 1),
        "period_end": date(years[1], 12, 31),
        "breakdown": "total",
        "category": "total",
        "unit_counted": metric.unit_counted,
        "as_of": date(2025, 12, 31),
        "definition_hash": definition_hash(metric),
    }
    if "blank" not in given:
        row["status"] = "reportable"
    return row | given


def release_of(folder: Path, rows: list[dict], **tables) -> None:
    """Writes a release with these results; `tables` replace others of the made-up ones."""
    results = pd.DataFrame(rows, columns=list(made_up_tables()["results"].columns))
    write_changed(folder, tables | {"results": results})


def without(table: str, **equal) -> pd.DataFrame:
    """A made-up table without the rows whose column is one of the values given."""
    found = made_up_tables()[table]
    for column, values in equal.items():
        found = found[~found[column].isin(values)]
    return found
