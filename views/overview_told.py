"""The front page in one or two sentences."""

from charts import format as reads
from charts.format import many
from release.read import Release
from views import compliance_read, found_duties, frame, held, reading


def in_short(release: Release) -> str:
    """Places and duties with their gaps or, where nothing is told of duties, what was sent; and up to which day."""
    places = len(reading.table(release, "jurisdictions")) - len(reading.labels(release).groups)
    latest = reads.day(frame.data_date(release)) or "an unknown day"
    found = found_duties.counted(found_duties.summary(release, "all"))
    if not found.applicable:
        submissions = reading.table(release, "submissions")
        agencies = {row["agency_id"] for row in submissions}
        return (
            f"{many(held.result_count(release), 'result')} about {many(places, 'place')}, from "
            f"{many(len(submissions), 'submission')} of {many(len(agencies), 'agency', 'agencies')}, "
            f"with data up to {latest}."
        )
    duties = len({row["obligation_id"] for row in compliance_read.cells(release)})
    return (
        f"{many(places, 'place')} held against {many(duties, 'duty', 'duties')}, each seen in law, "
        f"institution, practice and outcome. Of {found.applicable:,} binding ones that apply, "
        f"{found.met:,} are met, {found.short:,} are not, and of {found.open:,} nobody can say. Data up "
        f"to {latest}."
    )
