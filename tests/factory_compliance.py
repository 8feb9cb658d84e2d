"""Made-up tables of compliance: every state, every kind of evidence, replies, records, statutes and changes.

Altaria and Borovia report, Cassia reports nothing. What they say about anything real is nothing.
"""

from collections import Counter
from datetime import date
from itertools import product

import pandas as pd

from release.tables import TABLES
from tests.factory_compliance_evidence import CELL, evidence_of, figures_of
from tests.factory_compliance_law import (
    SILENT,
    agreement,
    composite,
    instruments_told,
    methods,
    participations,
    statutes,
)

STATES = (
    *("evidenced", "attested", "partly", "gap_found", "no_evidence", "stale", "disputed"),
    *("not_applicable", "not_known"),
)
SOFT = ("shall_consider", "shall_endeavour", "may", "recommended", "unseen")
COUNTS_AS = {
    "evidenced": "met",
    "attested": "met",
    "partly": "short",
    "gap_found": "short",
    "not_taken_up": "short",
    "no_evidence": "open",
    "stale": "open",
    "disputed": "open",
    "not_applicable": "out",
    "not_known": "out",
}
REPLY = "We do <script>alert('not markup')</script> this & more.\nIn two lines, <b>all of it</b>."


def made_up_compliance(
    tables: dict[str, pd.DataFrame], places: tuple[str, ...] = ("XAA", "XAB", SILENT)
) -> dict[str, pd.DataFrame]:
    """A frame for every table of compliance, on the obligations, definitions and results of `tables`."""
    duties = tables["obligations"].to_dict("records")
    figures = figures_of(tables)
    states, evidence = [], []
    for number, place in enumerate(places):
        for position, (duty, aspect) in enumerate(_duties_by_aspect(duties)):
            state = _state(place, duty, aspect, position + 5 * number)
            found = evidence_of(place, duty, aspect, state, figures)
            evidence += found
            states.append(_cell(place, duty, aspect, state, found))
    return {
        name: pd.DataFrame(rows, columns=list(TABLES[name].columns), dtype=object)
        for name, rows in {
            "instruments": instruments_told(),
            "compliance": states,
            "compliance_evidence": evidence,
            "compliance_rules": _rules(),
            "compliance_changes": _changes(states),
            "compliance_summary": _summary(
                states, {duty["obligation_id"]: duty for duty in duties}
            ),
            "participations": participations(places),
            "statutes": statutes(places),
            "new_methods": methods(places, tables["definitions"]),
            "coder_agreement": agreement(),
            "composite_appendix": composite(places),
            "replies": _replies(states),
            "benchmarks": _benchmarks(evidence),
        }.items()
    }


def force_group(duty: dict) -> str:
    """binding, soft or unilateral."""
    if duty["force"] == "unilateral":
        return "unilateral"
    return "soft" if duty["force"] in SOFT else "binding"


def is_unjudged(state: str, aspect: str) -> bool:
    """True where figures alone evidence a duty."""
    return state == "evidenced" and aspect == "outcome"


def themes_of(duty: dict) -> list[str]:
    """Themes of a row of `obligations`."""
    return duty["themes"].splitlines()


def _duties_by_aspect(duties: list[dict]):
    return [(duty, aspect) for duty in duties for aspect in duty["aspects"].splitlines()]


def _state(place: str, duty: dict, aspect: str, turn: int) -> str:
    """One state after the other, so that each is there; the cell with everything is a gap."""
    if place == SILENT:
        return "no_evidence" if turn % 4 else "not_known"
    if (place, duty["obligation_id"], aspect) == CELL:
        return "gap_found"
    state = STATES[turn % len(STATES)]
    return "not_taken_up" if state == "gap_found" and force_group(duty) != "binding" else state


def _cell(place: str, duty: dict, aspect: str, state: str, found: list[dict]) -> dict:
    applies = {"not_applicable": "no", "not_known": "not_known"}.get(state, "yes")
    current = [piece for piece in found if piece["is_current"]]
    figures = [piece for piece in current if piece.get("metric_id")]
    days = [piece["dated_on"] for piece in found]
    days = [day.date() if isinstance(day, pd.Timestamp) else day for day in days]
    key = (place, duty["obligation_id"], aspect)
    return {
        **dict(zip(("jurisdiction", "obligation_id", "aspect"), key, strict=True)),
        "applies": applies,
        "applies_because": "A made-up record says so.",
        "state": state,
        "rule": f"rule_{state}",
        "because": f"Because the made-up rule for {state} held.",
        # Figures that nobody has judged evidence a duty and leave it open.
        "counts_as": "open" if is_unjudged(state, aspect) else COUNTS_AS[state],
        "best_grade": min((p["grade"] for p in current if p.get("grade")), default=None),
        "figures": len(figures),
        "statements": len(current) - len(figures),
        "newest": max(days, default=None),
        "oldest": min(days, default=None),
        "evidence_ids": "\n".join(piece["evidence_id"] for piece in current) or None,
        "replies": int(key == CELL),
    }


def _rules() -> list[dict]:
    """One a state, and one that keeps the state of the release before."""
    before = {"rule": "withdrawn", "says": "Made-up rule that keeps a state.", "place_in_order": 11}
    return [
        before,
        *_deciding_rules(),
    ]


def _deciding_rules() -> list[dict]:
    return [
        {
            "rule": f"rule_{state}",
            "state": state,
            "counts_as": counts_as,
            "says": f"Made-up rule that gives {state}.",
            "place_in_order": order,
        }
        for order, (state, counts_as) in enumerate(COUNTS_AS.items(), start=1)
    ]


def _changes(states: list[dict]) -> list[dict]:
    """The cell with everything, a new cell, and every fortieth."""
    found = [row for row in states if tuple(row.values())[:3] == CELL] + states[::40]
    return [
        {
            **{name: row[name] for name in ("jurisdiction", "obligation_id", "aspect")},
            "state_before": None if number == 1 else "no_evidence",
            "state_now": row["state"],
            "rule_before": None if number == 1 else "rule_no_evidence",
            "rule_now": row["rule"],
            "reason": "A statement of March 2025 was added.",
            "evidence_added": row["evidence_ids"],
            "previous_release": "2025-02-01-made-up",
        }
        for number, row in enumerate(found)
    ]


def _summary(states: list[dict], duties: dict[str, dict]) -> list[dict]:
    counted: dict[tuple, list[dict]] = {}
    for row in states:
        duty = duties[row["obligation_id"]]
        items = [("all", "all"), ("instrument", duty["instrument"])]
        items += [("theme", theme) for theme in themes_of(duty)]
        for item, aspect in product(items, ("all", row["aspect"])):
            key = (row["jurisdiction"], *item, aspect, force_group(duty))
            counted.setdefault(key, []).append(row)
    found = []
    for key, rows in counted.items():
        of_state = Counter(row["state"] for row in rows)
        counts = Counter(row["counts_as"] for row in rows)
        applicable = counts["met"] + counts["short"] + counts["open"]
        days = [row[name] for row in rows for name in ("newest", "oldest") if row[name]]
        found.append(
            dict(
                zip(
                    ("jurisdiction", "dimension", "item", "aspect", "force_group"), key, strict=True
                )
            )
            | {kind: counts[kind] for kind in ("met", "short", "open")}
            | {state: of_state[state] for state in COUNTS_AS}
            | {
                "applicable": applicable,
                "share_lower": counts["met"] / applicable if applicable else None,
                "share_upper": 1 - counts["short"] / applicable if applicable else None,
                "newest": max(days, default=None),
                "oldest": min(days, default=None),
            }
        )
    return found


def _replies(states: list[dict]) -> list[dict]:
    about = dict(zip(("jurisdiction", "obligation_id", "aspect"), CELL, strict=True))
    reply = {"reply_id": "R-1", "replied_on": date(2025, 9, 30), "reply": REPLY}
    return [about | reply for row in states if row["replies"]]


def _benchmarks(evidence: list[dict]) -> list[dict]:
    """One beside the first figure of the cell with everything."""
    figures = [piece for piece in evidence if piece.get("metric_id")]
    return [
        {
            "jurisdiction": piece["jurisdiction"],
            "benchmark_id": "B-1",
            "metric_id": piece["metric_id"],
            "direction": "at_least",
            "number": 0.5,
            "set_by": "rapporteur",
            "set_on": date(2025, 6, 1),
            "period_start": piece["period_start"],
            "period_end": piece["period_end"],
            "value": 0.4,
            "lower": 0.3,
            "upper": 0.6,
            "reached": "cannot_tell",
            "was_set_before": False,
            "link": "https://example.org/aim",
        }
        for piece in figures
        if (piece["jurisdiction"], piece["obligation_id"], piece["aspect"]) == CELL
    ][:1]
