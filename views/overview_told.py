"""The front page in one or two sentences."""

from charts import format as reads
from languages import phrase, phrase_for, whole
from release.read import Release
from views import compliance_read, found_duties, frame, held, reading


def in_short(release: Release) -> str:
    """Places and duties with their gaps or, where nothing is told of duties, what was sent; and up to which day."""
    places = len(reading.table(release, "jurisdictions")) - len(reading.labels(release).groups)
    latest = reads.day(frame.data_date(release)) or phrase("an unknown day")
    of_places = phrase_for(places, "{number} place", "{number} places")
    found = found_duties.counted(found_duties.summary(release, "all"))
    if not found.applicable:
        submissions = reading.table(release, "submissions")
        agencies = {row["agency_id"] for row in submissions}
        return phrase(
            "{results} about {places}, from {submissions} of {agencies}, with data up to {day}.",
            results=phrase_for(held.result_count(release), "{number} result", "{number} results"),
            places=of_places,
            submissions=phrase_for(len(submissions), "{number} submission", "{number} submissions"),
            agencies=phrase_for(len(agencies), "{number} agency", "{number} agencies"),
            day=latest,
        )
    duties = len({row["obligation_id"] for row in compliance_read.cells(release)})
    return phrase(
        "{places} held against {duties}, each seen in law, institution, practice and outcome. Of "
        "{applicable} binding ones that apply, {met} are met, {short} are not, and of {open} nobody can "
        "say. Data up to {day}.",
        places=of_places,
        duties=phrase_for(duties, "{number} duty", "{number} duties"),
        applicable=whole(found.applicable),
        met=whole(found.met),
        short=whole(found.short),
        open=whole(found.open),
        day=latest,
    )
