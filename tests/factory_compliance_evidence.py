"""Made-up evidence on duties: statements, statutes, a judgment, recommendations, and figures of the release."""

from datetime import date

import pandas as pd

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
REASON = "Interpreters were asked for, <i>and not paid</i>.\nThis was seen twice."
ODD_LINK = "javascript:alert(1)"
CELL = ("XAA", "palermo-6-2", "practice")
"""A cell with everything beside it: a gap, a reply, recommendations, a figure, a benchmark, a change."""


def figures_of(tables: dict) -> dict[tuple[str, str], list[dict]]:
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


def evidence_of(place, duty, aspect, state, figures) -> list[dict]:
    told = FINDINGS.get(state, ())
    dated = date(2021, 3, 1) if state == "stale" else date(2025, 3, 1)
    cell = {"jurisdiction": place, "obligation_id": duty["obligation_id"], "aspect": aspect}
    key = "-".join(cell.values())
    found = []
    for number, finding in enumerate(told):
        found.append(
            _piece(cell, f"{key}-{number}", "attestation", finding, dated)
            | {
                "grade": "ABCD"[(len(key) + number) % 4],
                "coder": ("first", "second", "third")[number],
            }
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
