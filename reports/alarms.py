"""How often chance alone would ring in this report, beside how often something rang."""

from charts.verdicts import FALSE_IN_A_LIST, VERDICTS
from reports.material import Material


def alarms(material: Material) -> dict | None:
    """A table of looks, alarms and false alarms to expect; None where nothing was compared."""
    found = [_places(material), _series(material), _groups(material)]
    rows = [row for row in found if row]
    if not rows:
        return None
    return {
        "title": "Alarms of this report, by what was compared",
        "columns": ["What was compared", "Looked at", "Rang", "Expected by chance"],
        "aligns": ["left", "right", "right", "right"],
        "rows": rows,
        "note": "Who looks at many numbers always finds some that stand out. An alarm is a reason to "
        "look, never a finding. Counted over all metrics, also those told in one row, and all periods.",
    }


def _places(material: Material) -> list[str] | None:
    sets: dict[tuple, list[dict]] = {}
    names = ("metric_id", "scope", "source", "origin", "period_start", "period_end")
    names += ("horizon_days", "breakdown", "category")
    for rows in material.comparisons.values():
        for row in rows:
            sets.setdefault(tuple(row[name] for name in names), []).append(row)
    looked, rang, expected = 0, 0, 0.0
    for rows in sets.values():
        assessed = [row for row in rows if row["flag"] != "not_assessable"]
        own = [row for row in assessed if material.jurisdiction in (None, row["jurisdiction"])]
        if own:
            looked += len(own)
            rang += sum(row["flag"].endswith("alarm") for row in own)
            expected += own[0]["expected_false_alarms"] * len(own) / len(assessed)
    if not looked:
        return None
    return ["Places beside all others together", f"{looked:,}", f"{rang:,}", f"{expected:,.1f}"]


def _series(material: Material) -> list[str] | None:
    series: dict[tuple, list[dict]] = {}
    for rows in material.trends.values():
        for row in rows:
            if row["expected_false_alarms"] is not None:
                series.setdefault((row["metric_id"], row["scope"], row["jurisdiction"]), []).append(
                    row
                )
    if not series:
        return None
    rang = sum(any(row["signal"] for row in rows) for rows in series.values())
    expected = sum(rows[0]["expected_false_alarms"] for rows in series.values())
    return ["Series over time", f"{len(series):,}", f"{rang:,}", f"{expected:,.1f}"]


def _groups(material: Material) -> list[str] | None:
    rows = [row for each in material.disparities.values() for row in each]
    looked = sum(row["verdict"] != "cannot_tell" for row in rows)
    if not rows:
        return None
    rang = sum(row["verdict"] in ("difference", "difference_explained") for row in rows)
    silent = f"{VERDICTS['cannot_tell'].label.lower()}: {len(rows) - looked:,} more"
    return [
        f"Groups beside a reference group ({silent})",
        f"{looked:,}",
        f"{rang:,}",
        f"{FALSE_IN_A_LIST * rang:,.1f}",
    ]
