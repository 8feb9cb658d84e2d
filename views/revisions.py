"""What changed since the release before, and why? Numbers, submissions, duties and definitions."""

import streamlit as st

from charts import format as reads
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
from views.html import element, join
from views.revisions_read import HELD, REVISED, Choice

ADDRESS, TITLE = revisions_read.PAGE, "Revisions"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What changed since the release before, and why?")
    choice = revisions_read.choose(release)
    previous = reading.table(release, "release")[0].get("previous_release")
    found = revisions_read.fitting(release, choice)
    frame.announce(_announced(release, choice, found, previous))
    if previous:
        revisions_told.numbers(release, found, previous)
        revisions_told.held_back(release, found)
    revised_submissions.show(release, choice.place)
    if previous:
        _duties(release, choice)
    _definitions(release)
    _releases(release, previous)
    page_end.show(release, CANNOT_TELL, ())


def _announced(release: Release, choice: Choice, found: list[dict], previous: str | None) -> str:
    if not previous:
        return (
            "This is the first release of its kind, so there is nothing before it: no number was told "
            "anew and none was held back."
        )
    names = reading.labels(release)
    where = "" if choice.place == ALL else f" about {names.place(choice.place)}"
    if not found:
        return f"Since {previous}, nothing{where} is said to have been told anew or held back."
    anew, held = (_periods(found, what) for what in (REVISED, HELD))
    first = f"{anew:,} were told anew" if anew else "none was told anew"
    return (
        f"Since {previous}, of {reads.many(anew + held, 'period')} of a metric in a place{where}, {first} and "
        f"{held:,} stand as they were."
    )


def _periods(found: list[dict], what: str) -> int:
    return sum(row["periods"] for row in found if row["what"] == what)


def _duties(release: Release, choice: Choice) -> None:
    frame.section("Duties that stand differently")
    rows = [
        row
        for row in reading.rows(release, "compliance_changes")
        if choice.place in (ALL, row["jurisdiction"])
    ]
    if not rows:
        frame.say(
            "No duty stands otherwise than in the release before, or duties were not told then."
        )
        return
    reasons: dict[str, list[dict]] = {}
    for row in rows:
        reasons.setdefault(row["reason"] or "No reason given", []).append(row)
    moved = sum(row["state_before"] != row["state_now"] for row in rows)
    frame.say(
        f"{reads.many(len(rows), 'aspect of a duty stands', 'aspects of duties stand')} differently; "
        f"{moved:,} of them moved to another state, the others rest on other evidence or rules."
    )
    names = reading.labels(release)
    ordered = sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    frame.table(
        release,
        "Reasons why duties stand differently",
        ("Why", "Aspects of duties", "Places"),
        [
            (
                reason,
                f"{len(each):,}",
                ", ".join(sorted({names.place(row["jurisdiction"]) for row in each})),
            )
            for reason, each in ordered
        ],
        (1,),
        name=ADDRESS,
        data=rows,
    )
    place = None if choice.place == ALL else choice.place
    every = compliance_read.page_link(release, "Each of them, before and now", place=place)
    frame.note(join([every, "."]))


def _definitions(release: Release) -> None:
    frame.section("Definitions")
    known = reading.definitions(release)
    frame.say(
        f"{reads.many(len(known), 'metric')} are defined here. Each definition has a fingerprint, and each "
        "number carries the one it was computed by. A release does not repeat the fingerprints of the "
        "release before, so whether a definition has changed shows only where two releases are compared."
    )
    with st.expander(f"All {len(known)} definitions and their fingerprints"):
        frame.table(
            release,
            "Definitions and their fingerprints",
            ("Metric", "Fingerprint"),
            [(each["title"], element("code", each["definition_hash"])) for each in known.values()],
            name=ADDRESS,
        )


def _releases(release: Release, previous: str | None) -> None:
    frame.section("Releases at hand")
    chain = [release.manifest, *revisions_read.earlier(release)]
    known = {each["release_id"] for each in chain}
    frame.table(
        release,
        "This release and those before it",
        ("Release", "Published", "Compared with", "Submissions that count"),
        [
            (
                each["release_id"] + (" (this one)" if each is release.manifest else ""),
                str(each.get("released_on") or "Day not given"),
                each.get("previous_release") or "Nothing: the first",
                f"{len(each.get('receipts') or ()):,}",
            )
            for each in chain
        ],
        (3,),
        name=ADDRESS,
    )
    if previous and previous not in known:
        frame.note(f"{previous} is named by this release, and no longer stands beside it.")


CANNOT_TELL = (
    "By how much a number moved, where it was revised: a small step could point to the person who came late.",
    "How many results stand behind a row exactly: they are told as fewer than 10, 10 to 99, or 100 or more.",
    "What nobody has corrected: a number that stands as it was may still be wrong.",
    "Why an agency corrected what it had sent: it is asked for its data, not for its reasons.",
)
