"""What is known of one place, in a sentence a subject."""

from charts import format as reads
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import found_duties, held, reading

ADDRESS, TITLE = "place_profile", later("Profile of a place")


def in_short(release: Release, place: str) -> str:
    """What it reported or that it did not, and how its binding duties stand."""
    return f"{_reported(release, place)} {_duties(release, place)}"


def _reported(release: Release, place: str) -> str:
    name = reading.labels(release).place(place)
    of_place = held.of_place(release, place)
    if not of_place.results:
        return phrase(
            "{place} has reported nothing: this release holds no result about it.", place=name
        )
    counted, published = (held.of_place(release, place, source) for source in ("case", "official"))
    agencies = {row["agency_id"] for row in submissions(release, place)}
    said = [_counted(counted.results, len(agencies)), *_details(counted)] if counted.results else []
    told = [phrase(", ").join(said)] if said else []
    if published.results:
        figures = phrase_for(
            published.results,
            "{number} figure published by others",
            "{number} figures published by others",
        )
        told.append(phrase(", ").join([figures, *_details(published)]))
    return phrase("{place}: {told}.", place=name, told=phrase("; ").join(told))


def _counted(results: int, agencies: int) -> str:
    if not agencies:
        return phrase_for(results, "{number} result", "{number} results")
    return phrase_for(
        results,
        "{number} result from files of {agencies}",
        "{number} results from files of {agencies}",
        agencies=phrase_for(agencies, "{number} agency", "{number} agencies"),
    )


def _details(of: held.OfPlace) -> list[str]:
    latest = reads.day(of.latest)
    silent = phrase("{count} of them without a number", count=whole(of.blank)) if of.blank else ""
    up_to = phrase("with data up to {day}", day=latest) if latest else ""
    return [said for said in (silent, up_to) if said]


def _duties(release: Release, place: str) -> str:
    rows = found_duties.summary(release, "all", jurisdiction=place)
    found = found_duties.counted(rows)
    if not found.applicable:
        return phrase("How it meets its duties is not told in this release.")
    return phrase(
        "Of {applicable} binding duties that apply, {met} are met, {short} are not, and of {open} nobody can say.",
        applicable=whole(found.applicable),
        met=whole(found.met),
        short=whole(found.short),
        open=whole(found.open),
    )


def submissions(release: Release, place: str) -> list[dict]:
    """Files that name the place; a newer one may have replaced them."""
    return [row for row in reading.table(release, "submissions") if row["jurisdiction"] == place]
