"""A series between its limits: what differs from its natural variation, and how often chance does so too."""

from charts import format as reads
from charts.control import FIRST_LIMITS, control
from charts.verdicts import signal
from reports.material import Material

MOST_SIGNALS = 3
"""Points told in words; the chart marks all."""


def trend(metric_id: str, material: Material) -> dict | None:
    """A chart and sentences about one place, sentences about all; None without a series."""
    rows = [row for row in material.trends.get(metric_id, []) if row["scope"] == "trafficking"]
    if not rows:
        return None
    if material.jurisdiction is None:
        return {"chart": None, "sentences": [_of_places(rows)]}
    # Without limits the chart would say no more than the one of the years above it.
    has_limits = rows[0]["points"] >= FIRST_LIMITS
    chart = control(material.definitions[metric_id], rows, material.labels) if has_limits else None
    return {"chart": chart, "sentences": _of_series(rows)}


def _of_series(rows: list[dict]) -> list[str]:
    rows = sorted(rows, key=lambda row: row["period_start"])
    first = rows[0]
    found = [row for row in rows if row["signal"]]
    if first["points"] < FIRST_LIMITS:
        return [f"{first['points']} points are too few for limits of natural variation."]
    told = f"{reads.count(len(found))} of {first['points']} points differ from natural variation"
    listed = [
        f"{reads.period(row['period_start'], row['period_end'])} ({signal(row['signal'])})"
        for row in found[-MOST_SIGNALS:]
    ]
    told += f", the latest: {'; '.join(listed)}." if found else "."
    words = [told]
    chance = first["expected_false_alarms"]
    if chance is not None:
        words.append(
            f"If nothing changed, a series of this length would show a signal {chance:.0%} of the time."
        )
    if first["is_autocorrelated"]:
        words.append("Each value leans on the one before it: the signals are not to be relied on.")
    return words


def _of_places(rows: list[dict]) -> str:
    series: dict[str, list[dict]] = {}
    for row in rows:
        series.setdefault(row["jurisdiction"], []).append(row)
    signals = sum(any(row["signal"] for row in each) for each in series.values())
    expected = sum(each[0]["expected_false_alarms"] or 0 for each in series.values())
    return (
        f"{signals} of {reads.many(len(series), 'series', 'series')} over time show a signal; "
        f"{expected:.1f} would if nothing changed anywhere. The reports of single places draw them."
    )
