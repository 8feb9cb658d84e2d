"""Everything beside the made-up results: definitions, populations, receipts, findings, words."""

from datetime import date

import pandas as pd

from data.schema import code_lists
from release.codebook import codebook
from release.meanings import policy_lines
from release.quality import blanks
from release.tables import TABLES
from release.vocabulary import vocabulary
from tests.factory_metrics import METRICS, MadeUpMetric
from tests.factory_results import AS_OF, hash_text

PLACES = {"XAA": "Altaria", "XAB": "Borovia", "XAC": "Cassia"}
AGENCY_KINDS = ("police", "prosecution", "court", "support")


def reference_tables(results: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """A frame for every table of a release but `release` itself."""
    return {
        "results": results,
        "definitions": _frame("definitions", [_definition(metric) for metric in METRICS]),
        "populations": _frame("populations", _populations()),
        "obligations": _frame("obligations", _obligations()),
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
        "policy": policy_lines(),
        "blanks": blanks(results),
    }


def _frame(table: str, rows: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(TABLES[table].columns), dtype=object)


def _definition(metric: MadeUpMetric) -> dict:
    return {
        "metric_id": metric.id,
        "title": metric.title,
        "question": metric.question,
        "metric_group": metric.group,
        "kind": metric.kind,
        "population": f"{metric.unit}_in_{metric.period_kind}",
        "unit_counted": metric.unit,
        "value_unit": metric.value_unit,
        "numerator": metric.numerator,
        "denominator": metric.denominator,
        "good_direction": metric.direction,
        "pair": metric.pair,
        "source": "Made-up handbook of justice statistics",
        "source_clause": "Chapter 3, paragraph 12",
        "caveats": "\n".join(
            (
                "A higher number is not by itself better justice.",
                "Places that record differently cannot be compared by this number alone.",
            )
        ),
        "breakdowns": "\n".join(metric.breakdowns),
        "answers_to": "\n".join(metric.obligations),
        "worked_example": "Of four persons, three were counted; one lies outside the period: 3.",
        "sql": f"SELECT count(DISTINCT person_id) AS n\nFROM {metric.unit}\nWHERE counted",
        "definition_hash": f"{abs(hash_text(metric.id)):016x}",
    }


def _populations() -> list[dict]:
    pairs = sorted({(metric.unit, metric.period_kind) for metric in METRICS})
    return [
        {
            "population": f"{unit}_in_{kind}",
            "unit_counted": unit,
            "entry": "The day of the first event that brings the unit in.",
            "includes": f"All {unit} recorded by the agencies that report.\nThose whose case is still open.",
            "excludes": f"{unit.capitalize()} transferred to another place before they entered.",
            "sql": f"SELECT * FROM {unit}",
        }
        for unit, kind in pairs
    ]


def _obligations() -> list[dict]:
    return [
        {
            "obligation_id": "palermo-5-1",
            "instrument": "palermo",
            "instrument_title": "Protocol to Prevent, Suppress and Punish Trafficking in Persons",
            "article": "5(1)",
            "duty": "Make trafficking in persons a criminal offence.",
            "force": next(iter(code_lists()["obligation_force"].codes)),
            "certainty": next(iter(code_lists()["certainty"].codes)),
        },
        {
            "obligation_id": "palermo-6-3",
            "instrument": "palermo",
            "instrument_title": "Protocol to Prevent, Suppress and Punish Trafficking in Persons",
            "article": "6(3)",
            "duty": "Consider measures for the recovery of victims.",
            "force": next(iter(code_lists()["obligation_force"].codes)),
            "certainty": next(iter(code_lists()["certainty"].codes)),
            "not_measured": "No metric of this release answers to it.",
        },
    ]


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
            "submission_id": f"{agency['agency_id']}-{hash_text(agency['agency_id'][::-1]):012x}"[
                :40
            ],
            "jurisdiction": agency["jurisdiction"],
            "agency_id": agency["agency_id"],
            "mapping": "own",
            "scope": "all_crime" if agency["agency_id"] == "XAB-COURT" else "trafficking",
            "period_start": date(2021, 1, 1),
            "period_end": AS_OF,
            "as_of": AS_OF,
            "received_at": "2026-01-15T09:00:00Z",
            "sha256": f"{hash_text(agency['agency_id']):064x}",
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
