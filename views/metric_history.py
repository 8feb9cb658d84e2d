"""The history of one metric: since when it is defined so, and what of it was told anew since the release before."""

from datetime import date

import streamlit as st

from charts import format as reads
from charts.format import many
from charts.labels import Labels
from release.read import EngineError, Release, ReleaseError, before, open_release
from views import frame, reading, results_table
from views.html import element, facts, join

MOST_BACK = 50
"""Earlier releases that are looked at."""
NONE_BEFORE = "None: this is the first release of its folder"


def show(release: Release, definition: dict, place: str | None, names: Labels) -> None:
    """The section; the changes are those of one place, the file has those of all."""
    metric_id = definition["metric_id"]
    about = reading.table(release, "release")[0]
    previous = about.get("previous_release")
    frame.section("History of this number")
    frame.html(
        facts(
            [
                ("Definition hash", element("code", definition["definition_hash"])),
                ("Defined so since", _since(release, metric_id)),
                ("This release", _named(release.release_id, about["released_on"])),
                ("Release before", previous or NONE_BEFORE),
            ]
        )
    )
    if not previous:
        frame.say("There is no earlier release with which this one could be compared.")
        return
    rows = reading.rows(release, "revisions", metric_id=metric_id)
    if not rows:
        frame.say(
            f"Nothing of this metric is recorded as revised or held since release {previous}."
        )
        return
    of_place = [row for row in rows if place in (None, row["jurisdiction"])]
    frame.say(told(of_place, previous, "" if place is None else names.place(place)))
    revised = sorted(
        (row for row in of_place if row["what"] == "revised"),
        key=lambda row: (names.place(row["jurisdiction"]), row["period_end"]),
    )
    if revised:
        headings = ("Period", "Place", "Offences", "Results told anew", "Why")
        cells = [
            (
                reads.period(row["period_start"], row["period_end"]),
                names.place(row["jurisdiction"]),
                names.category("scope", row["scope"]),
                row["results"],
                row["reason"],
            )
            for row in revised
        ]
        caption = f"What was told anew since release {previous}"
        frame.table(release, caption, headings, cells, name=metric_id, data=revised)
    results_table.download(release, rows, metric_id, "what changed in all places")


def told(rows: list[dict], previous: str, place: str) -> str:
    """How many periods were told anew and how many stand as they were, each with its reason."""
    where = f" for {place}" if place else ""
    said = []
    for what, words in (("revised", "told anew"), ("held", "left as they were")):
        of_kind = [row for row in rows if row["what"] == what]
        periods = {(row["jurisdiction"], row["period_start"], row["period_end"]) for row in of_kind}
        if not of_kind:
            continue
        reasons = " ".join(dict.fromkeys(row["reason"] for row in of_kind if row["reason"]))
        said.append(f"results of {many(len(periods), 'period')} were {words}. {reasons}")
    if not said:
        return f"Since release {previous} nothing{where} was told anew."
    head = f"Since release {previous}{where}, "
    first, *rest = said
    more = "".join(f" {each[:1].upper()}{each[1:]}" for each in rest)
    anew = "" if any(row["what"] == "revised" for row in rows) else " Nothing was told anew."
    return f"{head}{first}{more}{anew}"


def _since(release: Release, metric_id: str):
    found = _first_alike(release, release.release_id).get(metric_id)
    if found is None:
        return "Not known"
    release_id, day, is_oldest = found
    named = _named(release_id, day)
    return join([named, ", the oldest release at hand"]) if is_oldest else named


def _named(release_id: str, day: date) -> str:
    return f"Release {release_id}, {reads.day(day)}"


@st.cache_data(max_entries=4, show_spinner=False)
def _first_alike(_release: Release, release_id: str) -> dict[str, tuple[str, date, bool]]:
    """Metric -> the earliest release that defines it as this one does, its day, and whether none older was found.

    Earlier releases are looked for beside this one; the search ends at the first that is not there.
    """
    hashes = _hashes(_release)
    about = reading.table(_release, "release")[0]
    found = {key: (release_id, about["released_on"], True) for key in hashes}
    alike = set(hashes)
    for manifest in before(_release)[:MOST_BACK]:
        try:
            with open_release(_release.path.parent / manifest["release_id"]) as earlier:
                of_then = _hashes(earlier)
        except (ReleaseError, EngineError):
            break
        day = date.fromisoformat(manifest["released_on"])
        for key in alike:
            is_same = of_then.get(key) == hashes[key]
            release_of, since, _ = found[key]
            found[key] = (
                (manifest["release_id"], day, True) if is_same else (release_of, since, False)
            )
        alike = {key for key in alike if of_then.get(key) == hashes[key]}
    return found


def _hashes(release: Release) -> dict[str, str]:
    rows = reading.records(release.definitions())
    return {row["metric_id"]: row["definition_hash"] for row in rows}
