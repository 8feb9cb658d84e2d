"""A tiny world for tests of compliance: one State, one part of it, one group of States, a few duties."""

from datetime import date

import pandas as pd

from compliance.inputs import Inputs
from data.law import JUDGMENT_COLUMNS, PARTICIPATION_COLUMNS, PLAN_COLUMNS, STATUTE_COLUMNS, Law
from data.schema import tables
from metrics.result import RESULT_COLUMNS

PLACES = (
    {"jurisdiction": "XAA", "name": "Aland", "parent": None, "kind": "fictional"},
    {"jurisdiction": "XAA-N", "name": "North", "parent": "XAA", "kind": "part"},
    {"jurisdiction": "QUN-X", "name": "Group", "parent": None, "kind": "group"},
)


def duty(obligation_id: str = "pact-1-1", **changes) -> dict:
    """One obligation of the made-up instrument `pact`, as `data.instruments.obligations()` tells it."""
    return {
        "obligation_id": obligation_id,
        "instrument": "pact",
        "instrument_title": "Pact",
        "article": "1",
        "duty": "Do it",
        "force": "shall",
        "force_note": None,
        "certainty": "unchecked",
        "themes": ("prosecution",),
        "aspects": ("law", "practice"),
        "attested": "It is done.",
        "numbers": (),
        "indicators": None,
        "not_measured": None,
        "source_url": None,
    } | changes


def result(**changes) -> dict:
    """One published row: 30 of 40 proceedings in 2024, counted from case data."""
    return (
        dict.fromkeys(RESULT_COLUMNS)
        | {
            "metric_id": "charge_share",
            "scope": "trafficking",
            "source": "case",
            "jurisdiction": "XAA",
            "period_kind": "period",
            "period_start": date(2024, 1, 1),
            "period_end": date(2024, 12, 31),
            "breakdown": "total",
            "category": "total",
            "unit_counted": "proceedings",
            "numerator": 30.0,
            "denominator": 40.0,
            "value": 0.75,
            "status": "reportable",
        }
        | changes
    )


def definition(**changes) -> dict:
    """One metric that answers to `pact-1-1`."""
    return {
        "metric_id": "charge_share",
        "title": "Charged",
        "metric_group": "prosecution",
        "kind": "share",
        "value_unit": "share",
        "good_direction": "neither",
        "answers_to": "pact-1-1",
    } | changes


def results(*rows: dict) -> pd.DataFrame:
    """Published results as the release holds them: days as timestamps, empty numbers as NaN."""
    frame = pd.DataFrame(rows, columns=list(RESULT_COLUMNS), dtype=object)
    for name, (kind, _) in RESULT_COLUMNS.items():
        if kind == "DATE":
            frame[name] = pd.to_datetime(frame[name])
        elif kind == "DOUBLE":
            frame[name] = frame[name].astype(float)
        elif kind == "INTEGER":
            frame[name] = frame[name].astype("Int32")
    return frame


def submitted(table: str, *rows: dict) -> pd.DataFrame:
    """Rows of a submitted table with every column of the case model, empty where nothing is said."""
    declared = list(tables()[table].columns)
    for row in rows:
        assert row.keys() <= set(declared), row.keys() - set(declared)
    return pd.DataFrame(
        [{"jurisdiction": "XAA", **row} for row in rows], columns=declared, dtype=object
    )


def attested(**changes) -> dict:
    """One attestation of `pact-1-1` in practice: met, by an independent body, on 3 May 2024."""
    return {
        "attestation_id": "a1",
        "obligation_id": "pact-1-1",
        "aspect": "practice",
        "status": "met",
        "grade": "A",
        "stated_on": date(2024, 5, 3),
        "evidence_url": "https://example.org/a1",
        "coder": "c1",
        "reason": "Seen at work.",
    } | changes


def law(parties=(), statutes=(), judgments=(), plans=(), elements=None) -> Law:
    """Curated law of these rows; a place is XAA where none is named."""
    frames = (
        pd.DataFrame(
            [{"jurisdiction": "XAA", **row} for row in rows], columns=list(columns), dtype=object
        )
        for rows, columns in (
            (parties, PARTICIPATION_COLUMNS),
            (statutes, STATUTE_COLUMNS),
            (judgments, JUDGMENT_COLUMNS),
            (plans, PLAN_COLUMNS),
        )
    )
    return Law(*frames, elements=elements or {})


def inputs(**changes) -> Inputs:
    """Inputs in which XAA is bound by the one duty and nothing is known of it; named fields are replaced."""
    tables_of = (
        "attestations",
        "replies",
        "recommendations",
        "statutory_reports",
        "participations",
        "benchmarks",
    )
    known = {name: submitted(name) for name in tables_of} | {
        "jurisdictions": pd.DataFrame(PLACES),
        "obligations": [duty()],
        "results": results(),
        "definitions": pd.DataFrame([definition()]),
        "law": law(
            parties=[{"instrument": "pact", "event": "in_force", "from_on": date(2010, 1, 1)}]
        ),
        "data_date": date(2025, 12, 31),
        "minimum": 10,
    }
    return Inputs(**(known | changes))
