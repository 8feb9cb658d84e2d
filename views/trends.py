"""What has changed by more than its own natural variation?"""

from collections.abc import Sequence

from charts import release_words
from languages import decimal, later, phrase, phrase_for, whole
from release.read import Release
from views import frame, held, page_end, reading, trends_grid, trends_read, trends_tables
from views.compliance_filters import ALL
from views.html import join, link
from views.trends_read import Series

ADDRESS, TITLE = trends_read.PAGE, later("Trends")
LIMITS = (
    later("Why something changed, and whether it is better now: a signal is a question to ask."),
    later(
        "Whether nothing changed where there is no signal: a small or slow change can hide in the limits."
    ),
    later("Which of the signals are false. Some are, and how many to expect stands at the top."),
    later(
        "Anything about measures that take years to mature; their cohorts stand on the page of each measure."
    ),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("What has changed by more than its own natural variation?"))
    if not trends_read.series(release):
        frame.announce(
            phrase("No series over time is judged in this release, so it can show no change.")
        )
        frame.say(
            phrase(
                "A series is followed where numbers of many periods of one length were reported."
            )
        )
        return
    choice = trends_read.choose(release)
    found = trends_read.chosen(release, choice)
    names = reading.labels(release)
    where = names.place(choice.place)
    if choice.place == ALL and choice.metric_id is None:
        where = phrase("all places and measures")
    elif choice.place == ALL:
        title = release_words.title(reading.definitions(release)[choice.metric_id])
        where = phrase("all places (“{metric}”)", metric=title)
    if not found:
        frame.announce(_nothing(release, choice, where))
    else:
        frame.announce(told(found, where))
        judged = [each for each in found if each.is_judged]
        is_whole = choice.place == ALL and choice.metric_id is None
        # So many small charts could not be read; whoever looks for one chooses its place or measure.
        if not is_whole:
            trends_grid.show(release, choice, found)
        if judged:
            trends_tables.signals(release, judged, where)
        if not is_whole:
            if judged:
                trends_tables.series(release, judged, where)
            trends_tables.too_few(release, [each for each in found if not each.is_judged], where)
    metrics = dict.fromkeys(each.metric_id for each in found)
    page_end.show(release, LIMITS, metrics, None if choice.place == ALL else choice.place)


def told(found: Sequence[Series], where: str) -> str:
    """How many series show a signal, and how many would by chance alone."""
    judged = [each for each in found if each.is_judged]
    if not judged:
        return phrase_for(
            len(found),
            "In {place}, none of {number} series has enough points to tell change from chance.",
            "In {place}, none of {number} series has enough points to tell change from chance.",
            place=where,
        )
    calling = [each for each in judged if each.signals]
    expected = sum(each.rows[0]["expected_false_alarms"] or 0 for each in judged)
    # Of few series the expected number is small, and still not none.
    chance = (
        phrase("about {number}", number=decimal(expected, 1))
        if expected >= 0.05
        else phrase("fewer than {number}", number=decimal(0.1, 1))
    )
    said = phrase(
        "In {place}, {series}; if nothing had changed at all, {chance} would.",
        place=where,
        series=_calling(len(calling), len(judged)),
        chance=chance,
    )
    leaning = sum(each.is_leaning for each in calling)
    if leaning:
        unsure = phrase(
            "The signals of {count} are not to be relied on: each value leans on the one before it.",
            count=whole(leaning),
        )
        said = f"{said} {unsure}"
    return said


def _calling(calling: int, judged: int) -> str:
    """How many series show a signal."""
    if judged == 1:
        if calling:
            return phrase("the one series long enough to be judged shows a signal")
        return phrase("the one series long enough to be judged does not show a signal")
    if not calling:
        return phrase(
            "none of {all} series long enough to be judged shows a signal", all=whole(judged)
        )
    return phrase_for(
        calling,
        "{number} of {all} series long enough to be judged shows a signal",
        "{number} of {all} series long enough to be judged show a signal",
        all=whole(judged),
    )


def _nothing(release: Release, choice: trends_read.Choice, where: str):
    """Which kind of nothing: a place without any result, or one without such a series."""
    if choice.place not in held.places(release):
        said = phrase(
            "{place} reported nothing, so nothing can be followed over time there. ", place=where
        )
        return join([said, link(phrase("Who reported what"), "data_quality"), "."])
    if choice.stage == ALL:
        return phrase("No series is followed over time for {place}.", place=where)
    return phrase("No series of this stage is followed over time for {place}.", place=where)
