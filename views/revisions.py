"""What changed since the release before, and why? Numbers, submissions, duties and definitions."""

import streamlit as st

from charts import release_words
from languages import later, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import (
    compliance_read,
    frame,
    page_end,
    reading,
    revised_submissions,
    revisions_read,
    revisions_told,
)
from views.compliance_filters import ALL
from views.html import as_stored, element, join
from views.revisions_read import HELD, REVISED, Choice

ADDRESS, TITLE = revisions_read.PAGE, later("Revisions")


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("What changed since the release before, and why?"))
    choice = revisions_read.choose(release)
    previous = reading.table(release, "release")[0].get("previous_release")
    found = revisions_read.fitting(release, choice)
    frame.announce(_announced(release, choice, found, previous))
    if previous:
        revisions_told.numbers(release, found, previous)
        revisions_told.held_back(release, found)
        revisions_told.withdrawn(release, found)
    revised_submissions.show(release, choice.place)
    if previous:
        _duties(release, choice)
    _definitions(release)
    _releases(release, previous)
    page_end.show(release, CANNOT_TELL, ())


def _announced(release: Release, choice: Choice, found: list[dict], previous: str | None) -> str:
    if not previous:
        return phrase(
            "This is the first release of its kind, so there is nothing before it: no number was told "
            "anew and none was held back."
        )
    place = "" if choice.place == ALL else reading.labels(release).place(choice.place)
    if not found:
        return _nothing(previous, place)
    anew, held = (_periods(found, what) for what in (REVISED, HELD))
    periods = phrase_for(anew + held, "{number} period", "{number} periods")
    periods = phrase("{periods} of a metric in a place", periods=periods)
    if place:
        periods = phrase("{periods} about {place}", periods=periods, place=place)
    if not anew:
        return phrase(
            "Since {release}, of {periods}, none was told anew and {held} stand as they were.",
            release=previous,
            periods=periods,
            held=whole(held),
        )
    return phrase(
        "Since {release}, of {periods}, {anew} were told anew and {held} stand as they were.",
        release=previous,
        periods=periods,
        anew=whole(anew),
        held=whole(held),
    )


def _nothing(previous: str, place: str) -> str:
    if place:
        return phrase(
            "Since {release}, nothing about {place} is said to have been told anew or held back.",
            release=previous,
            place=place,
        )
    return phrase(
        "Since {release}, nothing is said to have been told anew or held back.", release=previous
    )


def _periods(found: list[dict], what: str) -> int:
    return sum(row["periods"] for row in found if row["what"] == what)


def _duties(release: Release, choice: Choice) -> None:
    frame.section(phrase("Duties that stand differently"))
    rows = [
        row
        for row in reading.rows(release, "compliance_changes")
        if choice.place in (ALL, row["jurisdiction"])
    ]
    if not rows:
        frame.say(
            phrase(
                "No duty stands otherwise than in the release before, or duties were not told then."
            )
        )
        return
    reasons: dict[str, list[dict]] = {}
    for row in rows:
        reasons.setdefault(row["reason"] or phrase("No reason given"), []).append(row)
    moved = sum(row["state_before"] != row["state_now"] for row in rows)
    frame.say(
        phrase_for(
            len(rows),
            "{number} aspect of a duty stands differently; {moved} of them moved to another state, the others "
            "rest on other evidence or rules.",
            "{number} aspects of duties stand differently; {moved} of them moved to another state, the others "
            "rest on other evidence or rules.",
            moved=whole(moved),
        )
    )
    names, none = reading.labels(release), phrase("No reason given")
    ordered = sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    frame.table(
        release,
        phrase("Reasons why duties stand differently"),
        (phrase("Why"), phrase("Aspects of duties"), phrase("Places")),
        [
            (
                reason if reason == none else as_stored(reason),
                whole(len(each)),
                ", ".join(sorted({names.place(row["jurisdiction"]) for row in each})),
            )
            for reason, each in ordered
        ],
        (1,),
        name=ADDRESS,
        data=rows,
    )
    place = None if choice.place == ALL else choice.place
    every = compliance_read.page_link(release, phrase("Each of them, before and now"), place=place)
    frame.note(join([every, "."]))


def _definitions(release: Release) -> None:
    frame.section(phrase("Definitions"))
    known = reading.definitions(release)
    frame.say(
        phrase_for(
            len(known),
            "{number} metric are defined here. Each definition has a fingerprint, and each number carries the "
            "one it was computed by. A release does not repeat the fingerprints of the release before, so "
            "whether a definition has changed shows only where two releases are compared.",
            "{number} metrics are defined here. Each definition has a fingerprint, and each number carries the "
            "one it was computed by. A release does not repeat the fingerprints of the release before, so "
            "whether a definition has changed shows only where two releases are compared.",
        )
    )
    every = phrase("All {count} definitions and their fingerprints", count=whole(len(known)))
    with st.expander(every):
        frame.table(
            release,
            phrase("Definitions and their fingerprints"),
            (phrase("Metric"), phrase("Fingerprint")),
            [
                (release_words.title(each), element("code", each["definition_hash"]))
                for each in known.values()
            ],
            name=ADDRESS,
        )


def _releases(release: Release, previous: str | None) -> None:
    frame.section(phrase("Releases at hand"))
    chain = [release.manifest, *revisions_read.earlier(release)]
    known = {each["release_id"] for each in chain}
    frame.table(
        release,
        phrase("This release and those before it"),
        (
            phrase("Release"),
            phrase_in("release", "Published"),
            phrase("Compared with"),
            phrase("Submissions that count"),
        ),
        [
            (
                phrase("{release} (this one)", release=each["release_id"])
                if each is release.manifest
                else each["release_id"],
                str(each.get("released_on") or phrase("Day not given")),
                each.get("previous_release") or phrase("Nothing: the first"),
                whole(len(each.get("receipts") or ())),
            )
            for each in chain
        ],
        (3,),
        name=ADDRESS,
    )
    if previous and previous not in known:
        frame.note(
            phrase(
                "{release} is named by this release, and no longer stands beside it.",
                release=previous,
            )
        )


CANNOT_TELL = (
    later(
        "By how much a number moved, where it was revised: a small step could point to the person who came late."
    ),
    later(
        "How many results stand behind a row exactly: they are told as fewer than 10, 10 to 99, or 100 or more."
    ),
    later("What nobody has corrected: a number that stands as it was may still be wrong."),
    later(
        "Why an agency corrected what it had sent: it is asked for its data, not for its reasons."
    ),
)
