"""A series between its limits: what differs from its natural variation, and how often chance does so too."""

from charts import format as reads
from charts.joining import in_turn, with_commas
from charts.signals import has_limits
from charts.verdicts import signal
from languages import percent, phrase, phrase_for, whole

MOST_SIGNALS = 3
"""Points told in words; the table of the release has all."""


def signals_in_print(rows: list[dict]) -> str:
    """How many points differ from natural variation, and the latest of them."""
    found = [row for row in rows if row["signal"]]
    points = rows[0]["points"]
    if not has_limits(rows):
        return phrase_for(
            points,
            "{number} point is too few to tell a signal from natural variation.",
            "{number} points are too few to tell a signal from natural variation.",
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
