"""Names of files that say what is inside: what it is, about which place and years, of which release, in which language."""

from languages import ENGLISH
from release.read import Release


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
    """The places a release has results of, or whose agencies sent something that no result came of."""
    told = set(release.results()["jurisdiction"])
    sent = set(release.table("submissions")["jurisdiction"].dropna())
    return sorted(told | sent)
