"""Why the clocks of one place disagree: sentences that follow from its numbers, and none that does not."""

from collections.abc import Callable, Sequence

from charts.time_backlog import clearance_and_age, closed_in_bulk, intake, left_lying
from charts.time_readings import Readings, apart, days, same_year, when
from languages import decimal, phrase

LONG_TAIL = 2.0
"""A slow end so many times the middle is worth a sentence."""


def reasons(readings: Readings) -> list[str]:
    """One sentence or two for each disagreement that these numbers show."""
    return [said for each in EACH if (said := each(readings))]


def pace_and_cohort(readings: Readings) -> str:
    """Whether this year goes faster than the cohort did."""
    if not (rows := readings.told("time_to_disposition", "current_pace")):
        return ""
    cohort, pace = rows
    head = phrase(
        "Half of the proceedings begun in {cohort} had ended after {cohort_days}; at the pace of {year} it would take "
        "{pace_days}.",
        cohort=when(cohort),
        cohort_days=days(cohort),
        year=when(pace),
        pace_days=days(pace),
    )
    if not apart(cohort, pace):
        then = phrase(
            "The intervals overlap, so these two clocks agree as far as chance lets us see."
        )
    elif pace["value"] < cohort["value"]:
        then = phrase(
            "Courts ended cases faster in {year} than this cohort lived to see; the cohort also holds the slower "
            "years before.",
            year=when(pace),
        )
    else:
        then = phrase(
            "Courts ended cases more slowly in {year}: the pace shows a slowdown at once, the cohort only when it has "
            "aged.",
            year=when(pace),
        )
    return f"{head} {then}"


def mean_and_middle(readings: Readings) -> str:
    """CEPEJ's disposition time lies near a mean, and means are pulled up by the slow end."""
    if not (rows := readings.told("disposition_time", "current_pace")):
        return ""
    cepej, pace = rows
    if not same_year(cepej, pace) or not apart(cepej, pace):
        return ""
    head = phrase(
        "Disposition time as CEPEJ defines it is {disposition_days} for {year}, the current pace {pace_days}.",
        disposition_days=days(cepej),
        year=when(cepej),
        pace_days=days(pace),
    )
    if cepej["value"] > pace["value"]:
        then = phrase(
            "The first is no observed time: in a steady court it comes near the mean, which a few long cases pull "
            "above the middle; it also grows with every case that comes in."
        )
    else:
        then = phrase(
            "The first lies below the second: fewer wait than end at this pace, as after many closures or a fall of "
            "intake, without any case having gone faster."
        )
    return f"{head} {then}"


def slow_end(readings: Readings) -> str:
    """How much longer the slow end waits than the middle."""
    if not (rows := readings.told("time_to_disposition", "time_to_disposition_90")):
        return ""
    middle, slow = rows
    if not middle["value"] or slow["value"] < LONG_TAIL * middle["value"]:
        return ""
    times = slow["value"] / middle["value"]
    return phrase(
        "One in ten of the proceedings begun in {cohort} took more than {slow_days}, {times} times as long as the "
        "middle one. A median does not see them.",
        cohort=when(slow),
        slow_days=days(slow),
        times=decimal(times, 1),
    )


EACH: Sequence[Callable[[Readings], str]] = (
    pace_and_cohort,
    mean_and_middle,
    slow_end,
    clearance_and_age,
    closed_in_bulk,
    left_lying,
    intake,
)
