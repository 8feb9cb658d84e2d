"""What the open cases of one place say that clearance and speed do not: sentences that follow from its numbers."""

from charts import format as reads
from charts.format import is_missing
from charts.time_readings import Readings, apart, days, percent, same_year, when

GREW = 0.1
"""Intake that moved by less than this share of itself is called steady."""


def clearance_and_age(readings: Readings) -> str:
    """Whether ending more than comes in also made the wait of the open ones shorter."""
    if not (rows := readings.told("clearance_rate")) or not (ages := readings.moved("pending_age")):
        return ""
    (clearance,), (before, now) = rows, ages
    if not same_year(clearance, now):
        return ""
    head = (
        f"Clearance in {when(clearance)} was {percent(clearance)} "
        f"({reads.count(clearance['numerator'])} ended, {reads.count(clearance['denominator'])} came "
        f"in); the middle age of what is open went from {days(before)} to {days(now)}"
    )
    is_moved = now["value"] != before["value"]
    head += "." if apart(before, now) or not is_moved else ", which may be chance."
    is_over, is_older = clearance["value"] > 1, now["value"] > before["value"]
    if is_over and is_older:
        return (
            f"{head} More ended than came in, and yet those who wait have waited longer: it was the "
            "newer cases that were ended, and the old ones stayed."
        )
    if is_over and now["value"] < before["value"]:
        return (
            f"{head} More ended than came in, and those left are younger: old cases were ended. "
            "Whether by judgment or in bulk, clearance cannot tell; look at how cases ended."
        )
    if not is_over and now["value"] < before["value"]:
        return (
            f"{head} Not more ended than came in, and yet the open ones are younger: a stock looks "
            "younger when many new cases join it."
        )
    if is_older:
        return f"{head} Fewer ended than came in, and the open ones grew older: a backlog in the making."
    return f"{head} The age did not move."


def closed_in_bulk(readings: Readings) -> str:
    """The mark of a bulk closure: both CEPEJ figures better, the pace not."""
    cepej, pace = readings.moved("disposition_time"), readings.moved("current_pace")
    if not (cepej and pace and (rows := readings.told("clearance_rate"))):
        return ""
    fell = cepej[1]["value"] < cepej[0]["value"]
    is_one_year = same_year(rows[0], cepej[1], pace[1])
    if not is_one_year or rows[0]["value"] <= 1 or not fell or apart(*pace):
        return ""
    return (
        f"CEPEJ's figures look better than a year before: clearance is above 100% and disposition time fell from "
        f"{days(cepej[0])} to {days(cepej[1])}. The current pace did not move beyond chance "
        f"({days(pace[0])}, then {days(pace[1])}). Closing old cases in bulk would look just like this."
    )


def left_lying(readings: Readings) -> str:
    """The mark of parked cases: the pace quicker, the old ones more."""
    old, pace = readings.moved("pending_over_two_years"), readings.moved("current_pace")
    if not (old and pace) or old[1]["value"] <= old[0]["value"] or not apart(*old):
        return ""
    head = f"Of what is open, {percent(old[1])} is older than two years; a year before it was {percent(old[0])}."
    if same_year(old[1], pace[1]) and pace[1]["value"] < pace[0]["value"]:
        return (
            f"{head} At the same time the current pace quickened from {days(pace[0])} to {days(pace[1])}: "
            "easy cases may be ended while hard ones are left lying."
        )
    return f"{head} Old cases are left lying."


def intake(readings: Readings) -> str:
    """Whether more or fewer cases came in, which moves clearance although nobody works otherwise."""
    pair = readings.before.get("clearance_rate"), readings.now.get("clearance_rate")
    if not all(row and not is_missing(row["denominator"]) for row in pair):
        return ""
    before, now = (row["denominator"] for row in pair)
    if not before or abs(now / before - 1) < GREW:
        return ""
    words = "more" if now > before else "fewer"
    effect = (
        "clearance falls and disposition time grows" if now > before else "clearance looks better"
    )
    return (
        f"{reads.count(now)} proceedings were begun in {when(pair[1])}, {abs(now / before - 1):.0%} {words} than "
        f"the year before ({reads.count(before)}). That alone moves CEPEJ's figures: {effect}, even if every "
        "court works as before. The cohort and the current pace are not moved by it."
    )
