"""How long do people wait, and why do the clocks disagree?"""

from charts import format as reads
from charts.in_brief import has_point
from charts.joining import in_turn
from charts.release_words import inside
from charts.time_clocks import CLOCKS, reading
from charts.time_readings import Readings, days, when
from languages import later, phrase
from release.read import Release
from views import (
    case_flow_limits,
    case_flow_read,
    frame,
    tiles,
    time_curve,
    time_delays,
    time_filters,
    time_read,
    time_reasons,
    time_side_by_side,
    time_trends,
)
from views import reading as results
from views.summaries import summaries
from views.time_filters import Choice

ADDRESS, TITLE = "time_to_justice", later("Timeliness")
IN_SHORT = (
    "time_to_disposition",
    "current_pace",
    "pending_age",
    "pending_over_two_years",
    "clearance_rate",
    "disposition_time",
)
METRICS = (*CLOCKS, *time_side_by_side.IN_TWO_WAYS, "adjournment_rate", time_delays.CAUSES)
ALWAYS = (
    later(
        "Fast is not fair: dropping cases ends them, too. Read every clock beside how the cases ended."
    ),
    later(
        "The time before anybody was suspected, and the time of an appeal, stand on none of these clocks."
    ),
    later("None of the clocks says how long one person will wait."),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("How long do people wait, and why do the clocks disagree?"))
    choice = time_filters.choose(release, ADDRESS)
    if choice is None:
        frame.announce(
            phrase("This release holds no results of any place, so there is nothing to show.")
        )
        return
    found = time_read.readings(release, METRICS, choice)
    frame.announce(answer(release, choice, found))
    if shown := case_flow_read.known(release, IN_SHORT):
        frame.section(phrase("In short"))
        summed = summaries(release, shown, choice.place, choice.period)
        frame.html(tiles.together(tiles.tile(release, each, choice.place) for each in summed))
    time_side_by_side.show(release, choice, found)
    time_reasons.show(release, choice, found)
    time_curve.show(release, choice)
    time_trends.show(release, choice)
    time_delays.show(release, choice)
    case_flow_limits.show(release, METRICS, choice.place, ALWAYS)


def answer(release: Release, choice: Choice, found: Readings) -> str:
    """How long a case takes, and how long those who wait have waited."""
    where = results.labels(release).place(choice.place)
    cohort, pace = found.now.get("time_to_disposition"), found.now.get("current_pace")
    said = []
    if has_point(cohort):
        said.append(
            phrase(
                "half of the proceedings begun in {period} had ended {days} after the charge",
                period=when(cohort),
                days=days(cohort),
            )
        )
    elif cohort and "time_to_disposition" in results.definitions(release):
        definition = results.definitions(release)["time_to_disposition"]
        read = reading("time_to_disposition", cohort, definition)
        said.append(
            phrase(
                "days until half of the cohort of {period} had ended: {reading}",
                period=when(cohort),
                reading=inside(read),
            )
        )
    if has_point(pace):
        said.append(
            phrase(
                "at the pace of {period} it would take {days}", period=when(pace), days=days(pace)
            )
        )
    first = (
        phrase("In {place}, {said}.", place=where, said=in_turn(said))
        if said
        else phrase("{place} has no clock that can be read.", place=where)
    )
    age = found.now.get("pending_age")
    if not has_point(age):
        return f"{first} {phrase('How long the open cases have waited is not told.')}"
    waited = {"day": reads.day(age["period_end"]), "days": days(age)}
    if not age["denominator"]:
        still = phrase("Those were still open at {day}, the middle one for {days}.", **waited)
        return f"{first} {still}"
    still = phrase(
        "{count} proceedings were still open at {day}, the middle one for {days}.",
        count=reads.count(age["denominator"]),
        **waited,
    )
    return f"{first} {still}"
