"""Is like treated alike, and could one tell if it were not?"""

from languages import later, phrase
from release.read import Release
from views import (
    fairness_families,
    fairness_gaps,
    fairness_other,
    fairness_read,
    fairness_silent,
    fairness_summary,
    frame,
    held,
    page_end,
    reading,
)
from views.compliance_filters import ALL
from views.filled import filled
from views.html import link

ADDRESS, TITLE = fairness_read.PAGE, later("Fairness audit")
LIMITS = (
    later(
        "Why groups differ. A difference is not yet unequal treatment: the groups may differ in their "
        "cases, and the numbers know only part of them."
    ),
    later(
        "Whether they are treated alike where no difference is shown: with few people a large one stays unseen."
    ),
    later(
        "What happened before a record began. Who was never found, or never heard, is in no group here."
    ),
    later("Anything about a single officer, judge or file: only groups are compared."),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase(TITLE), phrase("Is like treated alike, and could one tell if it were not?")
    )
    if not fairness_read.newest(release):
        frame.announce(
            phrase("No groups are compared in this release, so it can show no difference.")
        )
        frame.say(
            phrase(
                "Groups are compared where a release holds shares broken down by sex, age, citizenship, "
                "status of stay, form of exploitation or support, of enough people."
            )
        )
        fairness_other.show(release, ALL)
        return
    choice = fairness_read.choose(release)
    rows = fairness_read.chosen(release, choice)
    is_one = choice.place != ALL
    where = reading.labels(release).place(choice.place) if is_one else phrase("all places")
    if not rows:
        frame.announce(_nothing(release, choice, where))
    else:
        frame.announce(fairness_summary.told(rows, where))
        fairness_summary.show(release, rows, where)
        fairness_gaps.show(release, choice, rows, where)
        fairness_silent.show(release, rows, where)
        fairness_families.show(release, rows)
    fairness_other.show(release, choice.place)
    metrics = dict.fromkeys(row["metric_id"] for row in rows)
    place = None if choice.place == ALL else choice.place
    page_end.show(release, LIMITS, metrics, place)


def _nothing(release: Release, choice: fairness_read.Choice, where: str):
    """Which kind of nothing: a place without any result, or one without these groups."""
    if choice.place != ALL and choice.place not in held.places(release):
        said = phrase("{place} reported nothing, so nothing can be compared there. {link}.")
        return filled(said, place=where, link=link(phrase("Who reported what"), "data_quality"))
    return phrase(
        "No such groups are compared for {where}: no share of enough people was published for any of "
        "them. Choose other groups, or another place.",
        where=where,
    )
