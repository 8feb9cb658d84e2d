"""A series between its limits: what differs from its natural variation, and how often chance does so too."""

from charts import format as reads
from charts.control import FIRST_LIMITS
from charts.joining import in_turn, with_commas
from charts.verdicts import signal
from languages import percent, phrase, phrase_for, whole
from reports.material import Material

MOST_SIGNALS = 3
"""Points told in words; the table of the release has all."""


def series_of(metric_id: str, material: Material) -> dict[str, list[dict]]:
    """Place -> its series of one metric about trafficking, in the order of time."""
    found: dict[str, list[dict]] = {}
    for row in material.trends.get(metric_id, []):
        if row["scope"] == "trafficking":
            found.setdefault(row["jurisdiction"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row["period_start"])
    return found


def has_limits(rows: list[dict]) -> bool:
    """True where a series is long enough for limits of natural variation."""
    return rows[0]["points"] >= FIRST_LIMITS


def signals_in_print(rows: list[dict]) -> str:
    """How many points differ from natural variation, and the latest of them."""
    found = [row for row in rows if row["signal"]]
    points = rows[0]["points"]
    if not has_limits(rows):
        return phrase_for(
            points,
            "{number} point is too few for limits of natural variation.",
            "{number} points are too few for limits of natural variation.",
        )
    if not found:
        return phrase("No point differs from natural variation.")
    listed = [
        phrase(
            "{period} ({signal})",
            period=reads.period(row["period_start"], row["period_end"]),
            signal=signal(row["signal"]),
        )
        for row in found[-MOST_SIGNALS:]
    ]
    return phrase(
        "{count} of {points} points differ from natural variation, the latest: {listed}.",
        count=whole(len(found)),
        points=whole(points),
        listed=in_turn(listed),
    )


def chance_in_print(rows: list[dict]) -> str:
    """How often a series of this length shows a signal if nothing changed; that it is not to be relied on, where so."""
    chance = rows[0]["expected_false_alarms"]
    told = [percent(chance, 0) if chance is not None and has_limits(rows) else "–"]
    if rows[0]["is_autocorrelated"]:
        told.append(phrase("each value leans on the one before it: not to be relied on"))
    return with_commas(told)
