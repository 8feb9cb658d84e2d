"""The history of one metric: since when it is defined so, and what of it was told anew since the release before."""

from datetime import date

import streamlit as st

from charts import format as reads
from charts.labels import Labels
from languages import later, phrase, phrase_for
from release.read import EngineError, Release, ReleaseError, before, open_release
from views import frame, reading, results_table
from views.html import as_stored, element, facts

MOST_BACK = 50
"""Earlier releases that are looked at."""
NONE_BEFORE = later("None: this is the first release of its folder")


def show(release: Release, definition: dict, place: str | None, names: Labels) -> None:
    """The section; the changes are those of one place, the file has those of all."""
    metric_id = definition["metric_id"]
    about = reading.table(release, "release")[0]
    previous = about.get("previous_release")
    frame.section(phrase("History of this number"))
    frame.html(
        facts(
            [
                (phrase("Definition hash"), element("code", definition["definition_hash"])),
                (phrase("Defined so since"), _since(release, metric_id)),
                (phrase("This release"), _named(release.release_id, about["released_on"])),
                (phrase("Release before"), previous or phrase(NONE_BEFORE)),
            ]
        )
    )
    if not previous:
        frame.say(phrase("There is no earlier release with which this one could be compared."))
        return
    rows = reading.rows(release, "revisions", metric_id=metric_id)
    if not rows:
        frame.say(
            phrase(
                "Nothing of this metric is recorded as revised or held since release {release}.",
                release=previous,
            )
        )
        return
    of_place = [row for row in rows if place in (None, row["jurisdiction"])]
    frame.say(told(of_place, previous, "" if place is None else names.place(place)))
    revised = sorted(
        (row for row in of_place if row["what"] == "revised"),
        key=lambda row: (names.place(row["jurisdiction"]), row["period_end"]),
    )
    if revised:
        headings = [phrase("Period"), phrase("Place"), phrase("Offences")]
        headings += [phrase("Results told anew"), phrase("Why")]
        cells = [
            (
                reads.period(row["period_start"], row["period_end"]),
                names.place(row["jurisdiction"]),
                names.category("scope", row["scope"]),
                row["results"],
                as_stored(row["reason"] or ""),
            )
            for row in revised
        ]
        caption = phrase("What was told anew since release {release}", release=previous)
        frame.table(release, caption, headings, cells, name=metric_id, data=revised)
    results_table.download(release, rows, metric_id, phrase("what changed in all places"))


def told(rows: list[dict], previous: str, place: str) -> str:
    """How many periods were told anew and how many stand as they were, each with its reason."""
    anew, kept = (_of_kind(rows, what) for what in ("revised", "held"))
    if not (anew or kept):
        if place:
            return phrase(
                "Since release {release} nothing for {place} was told anew.",
                release=previous,
                place=place,
            )
        return phrase("Since release {release} nothing was told anew.", release=previous)
    first = _anew(anew) if anew else _kept(kept)
    if place:
        said = phrase(
            "Since release {release} for {place}, {results}",
            release=previous,
            place=place,
            results=first,
        )
    else:
        said = phrase("Since release {release}, {results}", release=previous, results=first)
    if not anew:
        return f"{said} {phrase('Nothing was told anew.')}"
    if not kept:
        return said
    rest = _kept(kept)
    return f"{said} {rest[:1].upper()}{rest[1:]}"


def _of_kind(rows: list[dict], what: str) -> list[dict]:
    return [row for row in rows if row["what"] == what]


def _anew(rows: list[dict]) -> str:
    return phrase_for(
        _periods(rows),
        "results of {number} period were told anew. {reasons}",
        "results of {number} periods were told anew. {reasons}",
        reasons=_reasons(rows),
    )


def _kept(rows: list[dict]) -> str:
    return phrase_for(
        _periods(rows),
        "results of {number} period were left as they were. {reasons}",
        "results of {number} periods were left as they were. {reasons}",
        reasons=_reasons(rows),
    )


def _periods(rows: list[dict]) -> int:
    return len({(row["jurisdiction"], row["period_start"], row["period_end"]) for row in rows})


def _reasons(rows: list[dict]) -> str:
    return " ".join(dict.fromkeys(row["reason"] for row in rows if row["reason"]))


def _since(release: Release, metric_id: str):
    found = _first_alike(release, release.release_id).get(metric_id)
    if found is None:
        return phrase("Not known")
    release_id, day, is_oldest = found
    named = _named(release_id, day)
    if not is_oldest:
        return named
    return phrase("{release}, the oldest release at hand", release=named)


def _named(release_id: str, day: date) -> str:
    return phrase("Release {release}, {day}", release=release_id, day=reads.day(day))


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
    rows = release.rows("definitions", ("metric_id", "definition_hash"))
    return {row["metric_id"]: row["definition_hash"] for row in rows}
