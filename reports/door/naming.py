"""Names of files that say what is inside: what it is, about which place and years, of which release, in which language."""

from collections.abc import Sequence
from pathlib import Path

from languages import ENGLISH
from release.read import Release
from reports.door.asked import KIND, Order
from reports.names import COVERED

WHAT = {"place": "report", "package": "data", "sdmx": "sdmx"}
"""What a file is, at the beginning of its name; a return is called by its id."""


def paths(
    release: Release, order: Order, folder: Path, years: Sequence[int] = ()
) -> dict[str, Path]:
    """Kind -> where its file lies in `folder`; `years` are those of a return."""
    start, end = (years[0], years[-1]) if years else years_of(release, order.place)
    found = {}
    for kind in order.kinds:
        what = f"return-{order.return_id}" if order.return_id else WHAT.get(kind, WHAT["place"])
        # The data of a release speak English, whoever asks for them.
        language = ENGLISH if KIND[kind].about == "release" else order.language
        stem = file_name(release, what, order.place, start, end, language)
        found[kind] = folder / f"{stem}.{KIND[kind].suffix}"
    return found


def years_of(release: Release, place: str | tuple[str, ...] | None) -> tuple[int, int]:
    """First and last year of the results about a place; of all where there is none about it."""
    asked = f"SELECT {COVERED} FROM results"
    places = [place] if isinstance(place, str) else list(place or ())
    with release.cursor() as cursor:
        if places:
            found = cursor.execute(
                f"{asked} WHERE jurisdiction IN (SELECT unnest(?))", [places]
            ).fetchone()
            if found[0] is not None:
                return found[0].year, found[1].year
        found = cursor.execute(asked).fetchone()
    day = release.manifest.get("released_on", "")
    if found[0] is None:
        return int(day[:4] or 0), int(day[:4] or 0)
    return found[0].year, found[1].year


def file_name(
    release: Release,
    what: str,
    place: str | tuple[str, ...] | None,
    start: int,
    end: int,
    language: str,
) -> str:
    """As in answerable-report_XAA_2016-2025_2026-11-26-abc09aec0a2d_fr; the kind of file follows behind a dot."""
    synthetic = "SYNTHETIC_" if release.is_synthetic else ""
    years = f"{start}" if start == end else f"{start}-{end}"
    ending = "" if language == ENGLISH else f"_{language}"
    return f"{synthetic}answerable-{what}_{in_name(place)}_{years}_{release.release_id}{ending}"


MOST_NAMED = 6
"""Places that stand in a name one by one; disks refuse long names."""


def in_name(place: str | tuple[str, ...] | None) -> str:
    """A place, several, or all."""
    if place is None:
        return "all"
    if isinstance(place, str):
        return place
    if len(place) <= MOST_NAMED:
        return "+".join(place)
    return f"{place[0]}+{len(place) - 1}-more"


def said_of_place(release: Release, place: str | tuple[str, ...] | None) -> str:
    """A place in words: its name, or how many there are."""
    if place is None:
        return "all places"
    if not isinstance(place, str):
        return ", ".join(place)
    table = release.table("jurisdictions")
    names = dict(zip(table["jurisdiction"], table["name"], strict=True))
    return names.get(place, place)


def reported_places(release: Release) -> list[str]:
    """The places a release has results of, or whose agencies sent something that no result came of.

    A sender that stands for no place, such as an international body that publishes figures of States, is none.
    """
    told = set(release.results()["jurisdiction"])
    sent = set(release.table("submissions")["jurisdiction"].dropna())
    return sorted(told | sent & set(release.table("jurisdictions")["jurisdiction"]))
