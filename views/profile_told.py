"""What is known of one place, in a sentence a subject."""

from charts import format as reads
from charts.format import many
from release.read import Release
from views import found_duties, held, reading

ADDRESS, TITLE = "place_profile", "Profile of a place"


def in_short(release: Release, place: str) -> str:
    """What it reported or that it did not, and how its binding duties stand."""
    return f"{_reported(release, place)} {_duties(release, place)}"


def _reported(release: Release, place: str) -> str:
    name = reading.labels(release).place(place)
    of_place = held.of_place(release, place)
    if not of_place.results:
        return f"{name} has reported nothing: this release holds no result about it."
    counted, published = (held.of_place(release, place, source) for source in ("case", "official"))
    agencies = {row["agency_id"] for row in submissions(release, place)}
    by = f" from files of {many(len(agencies), 'agency', 'agencies')}" if agencies else ""
    said = [
        f"{many(of.results, what)}{more}{_details(of)}"
        for of, what, more in (
            (counted, "result", by),
            (published, "figure", " published by others"),
        )
        if of.results
    ]
    return f"{name}: {'; '.join(said)}."


def _details(of: held.OfPlace) -> str:
    silent = f", {of.blank:,} of them without a number" if of.blank else ""
    latest = reads.day(of.latest)
    return f"{silent}, with data up to {latest}" if latest else silent


def _duties(release: Release, place: str) -> str:
    rows = found_duties.summary(release, "all", jurisdiction=place)
    found = found_duties.counted(rows)
    if not found.applicable:
        return "How it meets its duties is not told in this release."
    stand = f"Of {found.applicable:,} binding duties that apply, {found.met:,} are met, "
    return f"{stand}{found.short:,} are not, and of {found.open:,} nobody can say."


def submissions(release: Release, place: str) -> list[dict]:
    """Files that name the place; a newer one may have replaced them."""
    return [row for row in reading.table(release, "submissions") if row["jurisdiction"] == place]
