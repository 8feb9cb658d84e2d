"""What the numbers of one place rest on: files received, how complete they are, and who is not heard."""

from charts import format as reads
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import frame, held, reading, tiles
from views.filled import filled
from views.filters import metric_link, place_address
from views.html import bullets, join, link
from views.profile_told import ADDRESS, submissions
from views.receipts import verdict
from views.summaries import summaries

COMPLETENESS = (
    *("reporting_completeness", "followup_completeness", "field_completeness"),
    *("protected_attribute_completeness", "survey_response_rate"),
)
HEADINGS = (
    later("Agency"),
    later("Period"),
    later("Data up to"),
    later("Rows used"),
    later("Verdict"),
)


def show(release: Release, place: str) -> None:
    """The section."""
    frame.section(phrase("Data behind it"))
    names = reading.labels(release)
    files = sorted(
        submissions(release, place), key=lambda row: (row["agency_id"], row["period_end"])
    )
    if files:
        agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
        caption = phrase_for(
            len(files),
            "{number} file received from {place}",
            "{number} files received from {place}",
            place=names.place(place),
        )
        rows = [_file(row, agencies) for row in files]
        headings = map(phrase, HEADINGS)
        frame.table(release, caption, headings, rows, (3,), name=ADDRESS, data=files)
    else:
        frame.say(_no_file(release, place))
    label = place_address(place, names)
    frame.html(bullets([*_complete(release, place), *_found(release, place, label)]))


def _file(row: dict, agencies: dict) -> tuple:
    hidden = row["rows_accepted"] is None or row["rows_received"] is None
    return (
        agencies.get(row["agency_id"]) or row["agency_id"],
        reads.period(row["period_start"], row["period_end"]),
        reads.day(row["as_of"]) or phrase("Not stated"),
        phrase("Hidden") if hidden else _used(row),
        verdict(row),
    )


def _used(row: dict) -> str:
    return phrase(
        "{part} of {all}", part=whole(row["rows_accepted"]), all=whole(row["rows_received"])
    )


def _no_file(release: Release, place: str) -> str:
    if held.of_place(release, place).results:
        return phrase(
            "No file names this place alone: its numbers come from files about several places."
        )
    return phrase("No file was received from this place.")


def _complete(release: Release, place: str) -> list:
    """Each measure of completeness that the place has a number for, or its kind of blank."""
    definitions = reading.definitions(release)
    known = tuple(key for key in COMPLETENESS if key in definitions)
    said = []
    for each in summaries(release, known, place):
        if each.row:
            value, sure = tiles.brief(release, each.metric_id, each.row)
            head = metric_link(release, each.metric_id, place, each.row)
            said.append(
                filled(phrase("{metric}: {value} {sure}"), metric=head, value=value, sure=sure)
            )
    return said


def _found(release: Release, place: str, label: str) -> list:
    """How many kinds of fault the checks found, and where they stand."""
    findings = [r for r in reading.table(release, "data_quality") if r["jurisdiction"] == place]
    rules = len({row["rule"] for row in findings})
    said = (
        phrase_for(
            rules,
            "The checks found {number} kind of fault in these files.",
            "The checks found {number} kinds of fault in these files.",
        )
        if rules
        else phrase("The checks found no fault.")
    )
    more = link(phrase("Data quality and coverage"), "data_quality", reported_by=label)
    return [join([said, " ", more, "."])]
