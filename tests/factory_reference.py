"""Everything beside the made-up results: definitions, populations, receipts, findings, words."""

import hashlib
from datetime import date

import pandas as pd

from data.instruments import obligation_rows
from metrics.catalogue import metrics, populations
from metrics.sql import counting_sql
from release import meanings
from release.codebook import codebook
from release.quality import blanks
from release.tables import TABLES
from release.vocabulary import vocabulary
from tests.factory_results import AS_OF

PLACES = {"XAA": "Altaria", "XAB": "Borovia", "XAC": "Cassia"}
AGENCY_KINDS = ("police", "prosecution", "court", "support")


def reference_tables(results: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """A frame for every table of a release but `release` itself."""
    return {
        "results": results,
        "definitions": meanings.definitions(
            metrics(), {name: counting_sql(each) for name, each in metrics().items()}
        ),
        "populations": meanings.populations(populations()),
        "indicators": _frame("indicators", _indicators()),
        "obligations": _frame("obligations", obligation_rows()),
        "jurisdictions": _frame(
            "jurisdictions",
            [
                {"jurisdiction": code, "name": name, "kind": "fictional"}
                for code, name in PLACES.items()
            ],
        ),
        "agencies": _frame("agencies", _agencies()),
        "submissions": _frame("submissions", _submissions()),
        "data_quality": _frame("data_quality", _findings()),
        "vocabulary": vocabulary(),
        "codebook": codebook(),
        "policy": meanings.policy_lines(),
        "blanks": blanks(results),
    }


def _frame(table: str, rows: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(TABLES[table].columns), dtype=object)


def _indicators() -> list[dict]:
    """Every indicator some metric answers, and one that none does."""
    answering: dict[str, list[str]] = {}
    for name, metric in sorted(metrics().items()):
        for code in metric.indicators:
            answering.setdefault(code, []).append(name)
    answered = [
        {
            "indicator": code,
            "title": f"Made-up name of {code}",
            "metrics": "\n".join(names),
            "not_yet": None,
        }
        for code, names in sorted(answering.items())
    ]
    unanswered = {
        "indicator": "ZZ-99",
        "title": "Made-up indicator",
        "metrics": None,
        "not_yet": "Nobody records it in this made-up world.",
    }
    return [*answered, unanswered]


def _agencies() -> list[dict]:
    return [
        {
            "jurisdiction": place,
            "agency_id": f"{place}-{kind.upper()}",
            "name": f"{kind.capitalize()} of {name}",
            "kind": kind,
        }
        for place, name in PLACES.items()
        for kind in AGENCY_KINDS
    ]


def _submissions() -> list[dict]:
    return [
        {
            "submission_id": f"{agency['agency_id']}-{_digest(agency['agency_id'])[:12]}",
            "jurisdiction": agency["jurisdiction"],
            "agency_id": agency["agency_id"],
            "mapping": "own",
            "scope": "all_crime" if agency["agency_id"] == "XAB-COURT" else "trafficking",
            "period_start": date(2021, 1, 1),
            "period_end": AS_OF,
            "as_of": AS_OF,
            "received_at": "2026-01-15T09:00:00Z",
            "sha256": _digest(agency["agency_id"]),
            "rows_received": 1200,
            "rows_accepted": 1150,
            "rows_quarantined": 30,
            "rows_excluded": 20,
            "values_blanked": 12,
            "verdict": "review",
            "vintage": 1,
            "is_synthetic": True,
        }
        for agency in _agencies()
    ]


def _findings() -> list[dict]:
    rules = (
        (
            "charge_before_arrest",
            "review",
            "events",
            "occurred_on",
            "A charge lies before the arrest.",
            25,
        ),
        ("date_impossible", "blanked", "events", "occurred_on", "A date lies in the future.", 12),
        ("unknown_code", "fail", "defendants", "sex", "A code is not in the code list.", 30),
        ("row_width", "fail", "cases", None, "A row has more cells than the header.", None),
    )
    return [
        {
            **{
                name: receipt[name]
                for name in (
                    "submission_id",
                    "agency_id",
                    "jurisdiction",
                    "period_start",
                    "period_end",
                )
            },
            "rule": rule,
            "severity": severity,
            "table_name": table,
            "column_name": column,
            "message": message,
            "rows": rows,
            "blank": None if rows else "suppressed",
        }
        for receipt in _submissions()
        for rule, severity, table, column, message, rows in rules
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
