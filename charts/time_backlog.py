"""What the open cases of one place say that clearance and speed do not: sentences that follow from its numbers."""

from charts import format as reads
from charts.format import is_missing
from charts.time_readings import Readings, apart, days, percent, same_year, when
from languages import percent as as_percent
from languages import phrase

GREW = 0.1
"""Intake that moved by less than this share of itself is called steady."""


def clearance_and_age(readings: Readings) -> str:
    """Whether ending more than comes in also made the wait of the open ones shorter."""
    if not (rows := readings.told("clearance_rate")) or not (ages := readings.moved("pending_age")):
        return ""
    (clearance,), (before, now) = rows, ages
    if not same_year(clearance, now):
        return ""
    is_moved = now["value"] != before["value"]
    about = {
        "period": when(clearance),
        "clearance": percent(clearance),
        "ended": reads.count(clearance["numerator"]),
        "begun": reads.count(clearance["denominator"]),
        "before": days(before),
        "now": days(now),
    }
    if apart(before, now) or not is_moved:
        head = phrase(
            "Clearance in {period} was {clearance} ({ended} ended, {begun} came in); the middle age of what is open "
            "went from {before} to {now}.",
            **about,
        )
    else:
        head = phrase(
            "Clearance in {period} was {clearance} ({ended} ended, {begun} came in); the middle age of what is open "
            "went from {before} to {now}, which may be chance.",
            **about,
        )
    return f"{head} {_what_it_says(clearance['value'], before['value'], now['value'])}"


def _what_it_says(clearance: float, before: float, now: float) -> str:
    """What clearance and the change of the age say together."""
    is_over = clearance > 1
    if is_over and now > before:
        return phrase(
            "More ended than came in, and yet those who wait have waited longer: it was the newer cases that were "
            "ended, and the old ones stayed."
        )
    if is_over and now < before:
        return phrase(
            "More ended than came in, and those left are younger: old cases were ended. Whether by judgment or in "
            "bulk, clearance cannot tell; look at how cases ended."
        )
    if not is_over and now < before:
        return phrase(
            "Not more ended than came in, and yet the open ones are younger: a stock looks younger when many new "
            "cases join it."
        )
    if now > before:
        return phrase(
            "Fewer ended than came in, and the open ones grew older: a backlog in the making."
        )
    return phrase("The age did not move.")


def closed_in_bulk(readings: Readings) -> str:
    """The mark of a bulk closure: both CEPEJ figures better, the pace not."""
    cepej, pace = readings.moved("disposition_time"), readings.moved("current_pace")
    if not (cepej and pace and (rows := readings.told("clearance_rate"))):
        return ""
    fell = cepej[1]["value"] < cepej[0]["value"]
    is_one_year = same_year(rows[0], cepej[1], pace[1])
    if not is_one_year or rows[0]["value"] <= 1 or not fell or apart(*pace):
        return ""
    return phrase(
        "CEPEJ's figures look better than a year before: clearance is above 100% and disposition time fell from "
        "{before} to {now}. The current pace did not move beyond chance ({pace_before}, then {pace_now}). Closing "
        "old cases in bulk would look just like this.",
        before=days(cepej[0]),
        now=days(cepej[1]),
        pace_before=days(pace[0]),
        pace_now=days(pace[1]),
    )


def left_lying(readings: Readings) -> str:
    """The mark of parked cases: the pace quicker, the old ones more."""
    old, pace = readings.moved("pending_over_two_years"), readings.moved("current_pace")
    if not (old and pace) or old[1]["value"] <= old[0]["value"] or not apart(*old):
        return ""
    head = phrase(
        "Of what is open, {now} is older than two years; a year before it was {before}.",
        now=percent(old[1]),
        before=percent(old[0]),
    )
    if same_year(old[1], pace[1]) and pace[1]["value"] < pace[0]["value"]:
        then = phrase(
            "At the same time the current pace quickened from {before} to {now}: easy cases may be ended while hard "
            "ones are left lying.",
            before=days(pace[0]),
            now=days(pace[1]),
        )
    else:
        then = phrase("Old cases are left lying.")
    return f"{head} {then}"


def intake(readings: Readings) -> str:
    """Whether more or fewer cases came in, which moves clearance although nobody works otherwise."""
    pair = readings.before.get("clearance_rate"), readings.now.get("clearance_rate")
    if not all(row and not is_missing(row["denominator"]) for row in pair):
        return ""
    before, now = (row["denominator"] for row in pair)
    if not before or abs(now / before - 1) < GREW:
        return ""
    about = {
        "count": reads.count(now),
        "period": when(pair[1]),
        "change": as_percent(abs(now / before - 1), 0),
        "before": reads.count(before),
    }
    if now > before:
        return phrase(
            "{count} proceedings were begun in {period}, {change} more than the year before ({before}). That alone "
            "moves CEPEJ's figures: clearance falls and disposition time grows, even if every court works as before. "
            "The cohort and the current pace are not moved by it.",
            **about,
        )
    return phrase(
        "{count} proceedings were begun in {period}, {change} fewer than the year before ({before}). That alone moves "
        "CEPEJ's figures: clearance looks better, even if every court works as before. The cohort and the current pace "
        "are not moved by it.",
        **about,
    )
