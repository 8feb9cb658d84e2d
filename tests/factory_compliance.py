"""Made-up tables of compliance: every state, every kind of evidence, replies, records, statutes and changes.

Altaria and Borovia report, Cassia reports nothing. What they say about anything real is nothing.
"""

from collections import Counter
from datetime import date
from itertools import product

import pandas as pd

from data.instruments import instruments
from release.tables import TABLES

DATA_DATE = date(2025, 12, 31)
SILENT = "XAC"
"""The place of which nothing is known but that it exists."""
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
FINDINGS = {
    "evidenced": ("met",),
    "attested": ("met",),
    "partly": ("partly_met",),
    "gap_found": ("not_met",),
    "not_taken_up": ("not_met",),
    "stale": ("met",),
    "disputed": ("met", "not_met"),
}
"""State -> what the statements say that it rests on."""
REPLY = "We do <script>alert('not markup')</script> this & more.\nIn two lines, <b>all of it</b>."
ODD_LINK = "javascript:alert(1)"
REASON = "Interpreters were asked for, <i>and not paid</i>.\nThis was seen twice."
CELL = ("XAA", "palermo-6-2", "practice")
"""A cell with everything beside it: a gap, a reply, recommendations, a figure, a benchmark, a change."""


def made_up_compliance(
    tables: dict[str, pd.DataFrame], places: tuple[str, ...] = ("XAA", "XAB", SILENT)
) -> dict[str, pd.DataFrame]:
    """A frame for every table of compliance, on the obligations, definitions and results of `tables`."""
    duties = tables["obligations"].to_dict("records")
    figures = _figures(tables)
    states, evidence = [], []
    for number, place in enumerate(places):
        for position, (duty, aspect) in enumerate(_duties_by_aspect(duties)):
            state = _state(place, duty, aspect, position + 5 * number)
            found = _evidence(place, duty, aspect, state, figures)
            evidence += found
            states.append(_cell(place, duty, aspect, state, found))
    return {
        name: pd.DataFrame(rows, columns=list(TABLES[name].columns), dtype=object)
        for name, rows in {
            "instruments": _instruments(),
            "compliance": states,
            "compliance_evidence": evidence,
            "compliance_rules": _rules(),
            "compliance_changes": _changes(states),
            "compliance_summary": _summary(
                states, {duty["obligation_id"]: duty for duty in duties}
            ),
            "participations": _participations(places),
            "statutes": _statutes(places),
            "new_methods": _methods(places, tables["definitions"]),
            "coder_agreement": _agreement(),
            "composite_appendix": _composite(places),
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


def _figures(tables: dict) -> dict[tuple[str, str], list[dict]]:
    """(place, obligation) -> newest total of each metric that bears on it, with a number."""
    rows = tables["results"]
    rows = rows[(rows["breakdown"] == "total") & rows["value"].notna()]
    rows = rows[rows["scope"] == "trafficking"].sort_values("period_end")
    newest = rows.groupby(["jurisdiction", "metric_id"]).tail(1).to_dict("records")
    answers = dict(
        zip(tables["definitions"]["metric_id"], tables["definitions"]["answers_to"], strict=True)
    )
    found: dict[tuple[str, str], list[dict]] = {}
    for row in newest:
        for obligation in (answers.get(row["metric_id"]) or "").splitlines():
            found.setdefault((row["jurisdiction"], obligation), []).append(row)
    return found


def _evidence(place, duty, aspect, state, figures) -> list[dict]:
    told = FINDINGS.get(state, ())
    dated = date(2021, 3, 1) if state == "stale" else date(2025, 3, 1)
    cell = {"jurisdiction": place, "obligation_id": duty["obligation_id"], "aspect": aspect}
    key = "-".join(cell.values())
    found = []
    for number, finding in enumerate(told):
        found.append(
            _piece(cell, f"{key}-{number}", "attestation", finding, dated)
            | {"grade": "ABCD"[(len(key) + number) % 4], "coder": f"C{number + 1}"}
        )
    if state == "partly" and aspect == "law":
        found.append(
            _piece(cell, f"{key}-law", "statute", "misses", dated)
            | {
                "title": "Penal Code, article 101",
                "number_asked": 10.0,
                "number_found": 4.0,
                "certainty": "unchecked",
            }
        )
    if tuple(cell.values()) == CELL:
        found += _everything(cell, key)
    if state in ("evidenced", "gap_found") and aspect != "law":
        found += [_figure(cell, row) for row in figures.get((place, duty["obligation_id"]), [])]
    return found


def _everything(cell: dict, key: str) -> list[dict]:
    """Recommendations kept, overdue and open, an older statement of the same source, a judgment, a plan."""
    old = _piece(cell, f"{key}-old", "attestation", "met", date(2024, 1, 5))
    asked = {"strength": "urges", "source": "monitoring_body REC-7", "grade": "A", "reason": REASON}
    return [
        old | {"is_current": False, "grade": "C", "link": ODD_LINK, "title": "Older statement"},
        _piece(cell, f"{key}-r1", "recommendation", "not_met", date(2024, 5, 1))
        | asked
        | {"due_on": date(2025, 5, 1), "title": "Pay interpreters"},
        _piece(cell, f"{key}-r2", "recommendation", "met", date(2025, 1, 10))
        | asked
        | {"due_on": date(2025, 6, 1), "done_on": date(2025, 5, 2), "title": "Train judges"},
        _piece(cell, f"{key}-j", "judgment", "not_met", date(2024, 7, 9))
        | {"grade": "A", "title": "Judgment 1/24 of the High Court", "certainty": "summary"},
        _piece(cell, f"{key}-s", "attestation", "met", date(2020, 7, 9))
        | {"is_stale": True, "is_current": False, "grade": "D", "title": "Very old statement"},
    ]


def _piece(cell: dict, key: str, kind: str, finding: str, dated: date) -> dict:
    is_stale = dated < date(2022, 12, 31)
    return cell | {
        "evidence_id": key,
        "kind": kind,
        "finding": finding,
        "dated_on": dated,
        "is_stale": is_stale,
        "is_current": not is_stale,
        "title": f"Statement of the oversight body on {cell['obligation_id']}",
        "reason": "Seen in a made-up visit.",
        "link": "https://example.org/report?a=1&b=2",
        "source": kind,
        "certainty": "read",
    }


def _figure(cell: dict, row: dict) -> dict:
    same = ("scope", "origin", "period_start", "period_end", "horizon_days")
    same += ("breakdown", "category", "currency")
    return cell | {
        "evidence_id": f"{'-'.join(cell.values())}-{row['metric_id']}",
        "kind": "official_figure" if row["source"] == "official" else "figure",
        "finding": "happens",
        "dated_on": row["period_end"],
        "is_stale": False,
        "is_current": True,
        "title": row["metric_id"],
        "reason": "The figure bears on the duty; nobody has judged it.",
        "metric_id": row["metric_id"],
        "result_source": row["source"],
        **{name: None if pd.isna(row[name]) else row[name] for name in same},
    }


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


def _instruments() -> list[dict]:
    return [
        {"instrument": each.name}
        | {name: getattr(each, name) for name in ("title", "short_title", "adopted", "kind")}
        for each in instruments().values()
    ]


def _participations(places) -> list[dict]:
    record = {"source": "curated", "certainty": "unchecked", "link": "https://example.org/treaty"}
    found = []
    for place in places:
        if place != SILENT:
            joined = {"event": "in_force", "from_on": date(2010, 5, 1)}
            found.append({"jurisdiction": place, "instrument": "palermo"} | joined | record)
    named = {"event": "reservation", "obligation_ids": "palermo-6-2", "until_on": date(2015, 1, 1)}
    note = {"from_on": date(2010, 5, 1), "note": "Withdrawn since."}
    return [*found, {"jurisdiction": "XAA", "instrument": "palermo"} | named | note | record]


def _statutes(places) -> list[dict]:
    elements = {"acts": "yes", "purposes": "partly", "forced_criminality": "no", "attempt": None}
    return [
        {
            "jurisdiction": place,
            "statute_id": f"{place}-penal-code",
            "title": "Penal Code",
            "provision": "article 101",
            "element": element,
            "covered": covered,
            "number": 4.0 if element == "maximum_penalty_years" else None,
            "valid_from": date(2015, 1, 1),
            "certainty": "read",
            "link": "https://example.org/code",
        }
        for place in places
        if place != SILENT
        for element, covered in (elements | {"maximum_penalty_years": "yes"}).items()
    ]


def _methods(places, definitions: pd.DataFrame) -> list[dict]:
    """Forced criminality is seen before it is covered; no metric shows surrogacy; Cassia hides its figure."""
    metric = sorted(definitions.loc[definitions["value_unit"] == "share", "metric_id"])[0]
    found = []
    for place, year in product(places, range(2021, 2026)):
        number = {"numerator": 10.0 + year - 2021, "denominator": 100.0, "status": "reportable"}
        number |= {"value": number["numerator"] / 100, "lower": 0.04, "upper": 0.22}
        hidden = {"blank": "suppressed", "status": "suppressed"}
        found.append(
            {
                "jurisdiction": place,
                "method": "forced_criminality",
                "metric_id": metric,
                "breakdown": "exploitation",
                "category": "forced_criminality",
                "year": year,
                "period_start": date(year, 1, 1),
                "period_end": date(year, 12, 31),
                "note": "Counts something wider.",
                "covered": "no" if year < 2024 else "partly",
                "statute_ids": None if year < 2024 else f"{place}-penal-code",
            }
            | (hidden if place == SILENT else number)
        )
    silent = {"method": "surrogacy", "covered": "not_known"}
    return [*found, *({"jurisdiction": place} | silent for place in places)]


def _agreement() -> list[dict]:
    told = {"pairs": 40, "same": 31, "agreement": 0.775, "kappa": 0.61}
    told |= {"lower": 0.42, "upper": 0.8, "interval_method": "made up", "status": "use_with_care"}
    few = {"jurisdiction": "XAA", "aspect": "law", "pairs": 1, "same": 1, "agreement": 1.0}
    return [{"aspect": "all"} | told, few | {"status": "insufficient"}]


def _composite(places) -> list[dict]:
    return [
        {
            "jurisdiction": place,
            "arithmetic": 0.5 - number / 100,
            "geometric": 0.4 - number / 100,
            "lowest_rank": 1,
            "highest_rank": max(1, len(places) - number % 2),
            "places": len(places),
            "draws": 1000,
        }
        for number, place in enumerate(places)
    ]


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
