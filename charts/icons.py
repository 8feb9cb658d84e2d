"""What a series shows at its latest point, in a sign and a few words, whatever its direction may mean.

The states are those of Making Data Count; the signs are not its icons, which say good or bad in colour.
"""

from collections.abc import Sequence

from charts.format import Words, is_missing
from languages import later

HIGH, LOW = (
    Words(
        later("Unusually high"),
        "▲",
        later(
            "The latest point lies above, or near the upper end of, what chance makes of this series."
        ),
    ),
    Words(
        later("Unusually low"),
        "▼",
        later(
            "The latest point lies below, or near the lower end of, what chance makes of this series."
        ),
    ),
)
ABOVE, BELOW = (
    Words(
        later("Shifted above the middle"),
        "▀",
        later("The latest points lie above the middle for longer than chance explains."),
    ),
    Words(
        later("Shifted below the middle"),
        "▄",
        later("The latest points lie below the middle for longer than chance explains."),
    ),
)
ICONS: dict[str, Words] = {
    "Above UCL": HIGH,
    "Below LCL": LOW,
    "2 in 3 Above CL": HIGH,
    "2 in 3 Below CL": LOW,
    "7 Point Trend (Increasing)": Words(
        later("Rising"), "↗", later("The latest seven points or more rise without a break.")
    ),
    "7 Point Trend (Decreasing)": Words(
        later("Falling"), "↘", later("The latest seven points or more fall without a break.")
    ),
    "7 Points Above CL": ABOVE,
    "7 Points Below CL": BELOW,
    "Run Too Long": Words(
        later("Long on one side of the middle"),
        "↔",
        later("Longer in a row than chance would let it."),
    ),
    "Too Few Crossings": Words(
        later("Seldom crosses the middle"),
        "≠",
        later("The series wanders more than chance would let it."),
    ),
}
"""Signal of the latest point -> its words; the last two are about a short series as a whole."""
NATURAL = Words(
    later("Within natural variation"),
    "○",
    later(
        "The latest point lies where chance alone would put it; earlier ones may have had a signal."
    ),
)
TOO_FEW = Words(
    later("Too few points"), "…", later("With fewer points nothing can be called a signal.")
)
UNRELIABLE = Words(
    later("Signals not to be relied on"),
    "≈",
    later("Each value leans on the one before it, so that signals come up by themselves."),
)
OUTSIDE = ("Above UCL", "Below LCL")
RUN = 7
"""Points in a row on one side of the centre that are a shift."""
LONG_RUN = "Run Too Long"
"""The only shift that a middle without limits can show."""


def icon(rows: Sequence[dict], *, of_grid: bool = False) -> Words:
    """`rows` are one series of `trends`; of a grid of charts, only what `alerts_in_grid` lets pass is told."""
    rows = _in_order(rows)
    if not rows or rows[-1]["limits_kind"] == "none":
        return TOO_FEW
    if rows[-1]["is_autocorrelated"] and any(not is_missing(row["signal"]) for row in rows):
        return UNRELIABLE
    latest = rows[-1]
    said = None if is_missing(latest["signal"]) else latest["signal"]
    if of_grid and not any(row is latest for row in alerts_in_grid(rows)):
        return NATURAL
    if of_grid and said not in OUTSIDE and said != LONG_RUN:
        # A shift may hide behind a rule that comes before it, and is not told of a grid.
        return ABOVE if latest["value"] > latest["centre"] else BELOW
    return ICONS.get(said, NATURAL)


def alerts_in_grid(rows: Sequence[dict]) -> list[dict]:
    """The rows that stand out where many charts are looked at together.

    Only points outside the limits, and long runs on one side: the more rules and the more charts,
    the more of them chance brings up. None where the signals of the series cannot be relied on.
    """
    rows = _in_order(rows)
    if not rows or rows[-1]["is_autocorrelated"] or rows[-1]["limits_kind"] == "none":
        return []
    if rows[-1]["limits_kind"] == "median":
        return [row for row in rows if row["signal"] == LONG_RUN]
    shifted = _in_long_runs(rows)
    return [row for order, row in enumerate(rows) if row["signal"] in OUTSIDE or order in shifted]


def _in_order(rows: Sequence[dict]) -> list[dict]:
    return sorted(
        (row for row in rows if not is_missing(row["value"])), key=lambda row: row["period_start"]
    )


def _in_long_runs(rows: list[dict]) -> set[int]:
    """Places of the points that belong to a shift; a point on the centre ends a run."""
    found: set[int] = set()
    run: list[int] = []
    side = 0
    for order, row in enumerate(rows):
        now = (row["value"] > row["centre"]) - (row["value"] < row["centre"])
        run = [*run, order] if now == side and now else [order]
        side = now
        if side and len(run) >= RUN:
            found.update(run)
    return found
