"""What has changed by more than its own natural variation?"""

from collections.abc import Sequence

from charts.format import many
from release.read import Release
from views import frame, held, page_end, reading, trends_grid, trends_read, trends_tables
from views.compliance_filters import ALL
from views.html import join, link
from views.trends_read import Series

ADDRESS, TITLE = trends_read.PAGE, "Trends"
LIMITS = (
    "Why something changed, and whether it is better now: a signal is a question to ask.",
    "Whether nothing changed where there is no signal: a small or slow change can hide in the limits.",
    "Which of the signals are false. Some are, and how many to expect stands at the top.",
    "Anything about measures that take years to mature; their cohorts stand on the page of each measure.",
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What has changed by more than its own natural variation?")
    if not trends_read.series(release):
        frame.announce("No series over time is judged in this release, so it can show no change.")
        frame.say("A series is followed where numbers of many periods of one length were reported.")
        return
    choice = trends_read.choose(release)
    found = trends_read.chosen(release, choice)
    names = reading.labels(release)
    where = names.place(choice.place)
    if choice.place == ALL:
        title = reading.definitions(release)[choice.metric_id]["title"]
        where = f"all places (“{title}”)"
    if not found:
        frame.announce(_nothing(release, choice, where))
    else:
        frame.announce(told(found, where))
        trends_grid.show(release, choice, found)
        judged = [each for each in found if each.is_judged]
        if judged:
            trends_tables.signals(release, judged, where)
            trends_tables.series(release, judged, where)
        trends_tables.too_few(release, [each for each in found if not each.is_judged], where)
    metrics = dict.fromkeys(each.metric_id for each in found)
    page_end.show(release, LIMITS, metrics, None if choice.place == ALL else choice.place)


def told(found: Sequence[Series], where: str) -> str:
    """How many series show a signal, and how many would by chance alone."""
    judged = [each for each in found if each.is_judged]
    if not judged:
        return (
            f"In {where}, none of {many(len(found), 'series', 'series')} has enough points to tell "
            "change from chance."
        )
    calling = [each for each in judged if each.signals]
    expected = sum(each.rows[0]["expected_false_alarms"] or 0 for each in judged)
    head = f"{len(calling) or 'none'} of {len(judged)} series long enough to be judged"
    head += " shows" if len(calling) <= 1 else " show"
    if len(judged) == 1:
        head = f"the one series long enough to be judged {'shows' if calling else 'does not show'}"
    # Of few series the expected number is small, and still not none.
    chance = f"about {expected:.1f}" if expected >= 0.05 else "fewer than 0.1"
    said = f"In {where}, {head} a signal; if nothing had changed at all, {chance} would."
    leaning = sum(each.is_leaning for each in calling)
    if leaning:
        said += f" The signals of {leaning} are not to be relied on: each value leans on the one before it."
    return said


def _nothing(release: Release, choice: trends_read.Choice, where: str):
    """Which kind of nothing: a place without any result, or one without such a series."""
    if choice.place not in held.places(release):
        said = f"{where} reported nothing, so nothing can be followed over time there. "
        return join([said, link("Who reported what", "data_quality"), "."])
    stage = "" if choice.stage == ALL else " of this stage"
    return f"No series{stage} is followed over time for {where}."
