"""Groups beside a reference group: what differs, what does not show, and how large a gap stays open."""

from charts import format as reads
from charts.forest import difference, forest, in_order, named, points
from charts.verdicts import VERDICTS, reason
from reports.alarms import FALSE_IN_A_LIST
from reports.material import Material

SILENT = "cannot_tell"
MOST_FORESTS = 1
"""Breakdowns drawn: the first in which groups differ; the table has all."""


def disparity(metric_id: str, material: Material) -> dict | None:
    """Sentences, a table and charts about one place; a sentence about all; None where no groups are compared."""
    rows = [row for row in material.disparities.get(metric_id, []) if row["scope"] == "trafficking"]
    if not rows:
        return None
    if material.jurisdiction is None:
        return {"sentences": [_counted(rows)], "table": None, "charts": []}
    rows = _newest(rows)
    told = [row for row in rows if row["difference"] is not None]
    definition = material.definitions[metric_id]
    return {
        "sentences": [*_silence(rows, material), *_unknown(rows)],
        "table": _table(told, material) if told else None,
        "charts": _forests(definition, told, material),
    }


def breakdowns_of(metric_id: str, material: Material) -> set[str]:
    """The breakdowns whose groups are compared, and so need no table of their own."""
    return {row["breakdown"] for row in material.disparities.get(metric_id, [])}


def _newest(rows: list[dict]) -> list[dict]:
    """One period and follow-up: the newest of which something is told, else the newest."""

    def key(row: dict) -> tuple:
        return row["period_end"], row["period_start"], row["horizon_days"] or 0

    told = [key(row) for row in rows if row["difference"] is not None]
    best = max(told or map(key, rows))
    return [row for row in rows if key(row) == best]


def _counted(rows: list[dict]) -> str:
    """How many comparisons came to which verdict, at the newest years of each place."""
    end = max(row["period_end"] for row in rows)
    newest = [row for row in rows if row["period_end"] == end]
    parts = [
        f"{words.label.lower()} {sum(row['verdict'] == code for row in newest)}"
        for code, words in VERDICTS.items()
    ]
    return (
        f"Groups were compared {len(newest)} times: {', '.join(parts)}. Of the differences about 5% "
        "are to be expected false. The reports of single places list them."
    )


def _silence(rows: list[dict], material: Material) -> list[str]:
    by_reason: dict[str, list[str]] = {}
    for row in rows:
        if row["difference"] is None:
            why = reason(row["reason"]) or "no numbers"
            by_reason.setdefault(why, []).append(named(row, material.labels))
    return [
        f"{VERDICTS[SILENT].label} ({why}): {'; '.join(groups)}."
        for why, groups in by_reason.items()
    ]


def _unknown(rows: list[dict]) -> list[str]:
    shares = {row["breakdown"]: row["unknown_share"] for row in rows}
    known = [
        f"{reads.plain(name).lower()} {reads.value(share, 'share')}"
        for name, share in shares.items()
        if share is not None
    ]
    hidden = [reads.plain(name).lower() for name, share in shares.items() if share is None]
    told = [f"Group not known: {', '.join(known)} of all counted."] if known else []
    if hidden:
        told.append(f"How many are of unknown group is not told for {', '.join(hidden)}.")
    return told


def _table(rows: list[dict], material: Material) -> dict:
    labels = material.labels
    first = rows[0]
    period = reads.period(first["period_start"], first["period_end"])
    within = reads.horizon(first["horizon_days"])
    cells = []
    for row in in_order(rows, labels):
        why = reason(row["reason"])
        cells.append(
            [
                named(row, labels),
                _share(row, ""),
                _share(row, "reference_"),
                difference(row),
                difference(row, "adjusted_difference") or "–",
                VERDICTS[row["verdict"]].label + (f": {why}" if why else ""),
                _open(row),
            ]
        )
    is_list = sum(row["verdict"].startswith("difference") for row in rows)
    note = (
        "Up to: the largest difference the numbers do not rule out. Shown from: the smallest true "
    )
    note += "difference that groups of this size would most likely show (80%)."
    note += (
        " A verdict allows for how many groups were compared: that an interval leaves out zero is"
    )
    note += " not enough by itself."
    if is_list:
        expected = FALSE_IN_A_LIST * is_list
        note += f" Differences listed: {is_list}; expected false among them: {expected:.2g}."
    return {
        "title": f"Groups beside a reference group, {period}{f', within {within}' if within else ''}",
        "columns": [
            "Groups",
            "Share",
            "Reference",
            "Difference (95%)",
            "Like with like",
            "Verdict",
            "Left open",
        ],
        "aligns": ["left"] * 7,
        "rows": cells,
        "note": note,
    }


def _share(row: dict, prefix: str) -> str:
    if row["verdict"] == SILENT or row[f"{prefix}value"] is None:
        return "–"
    counted = [reads.count(row[f"{prefix}{name}"]) for name in ("numerator", "denominator")]
    return f"{reads.value(row[f'{prefix}value'], 'share')} ({counted[0]} of {counted[1]})"


def _open(row: dict) -> str:
    parts = []
    if row["gap_not_ruled_out"] is not None:
        parts.append(f"up to {points(row['gap_not_ruled_out'])}")
    if row["smallest_detectable_gap"] is not None:
        parts.append(f"shown from {points(row['smallest_detectable_gap'])}")
    return "; ".join(parts) or "–"


def _forests(definition: dict, rows: list[dict], material: Material) -> list:
    differing = dict.fromkeys(
        row["breakdown"] for row in rows if row["verdict"].startswith("difference")
    )
    charts = [
        forest(definition, [row for row in rows if row["breakdown"] == name], material.labels)
        for name in list(differing)[:MOST_FORESTS]
    ]
    return [chart for chart in charts if chart is not None]
