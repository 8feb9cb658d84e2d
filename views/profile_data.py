"""What the numbers of one place rest on: files received, how complete they are, and who is not heard."""

from charts import format as reads
from charts.format import many
from release.read import Release
from views import frame, held, reading, tiles
from views.filters import place_label
from views.html import bullets, join, link
from views.profile_told import ADDRESS, submissions
from views.receipts import VERDICTS
from views.summaries import summaries

COMPLETENESS = (
    *("reporting_completeness", "followup_completeness", "field_completeness"),
    *("protected_attribute_completeness", "survey_response_rate"),
)
HEADINGS = ("Agency", "Period", "Data up to", "Rows used", "Verdict")


def show(release: Release, place: str) -> None:
    """The section."""
    frame.section("Data behind it")
    names = reading.labels(release)
    files = sorted(
        submissions(release, place), key=lambda row: (row["agency_id"], row["period_end"])
    )
    if files:
        agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
        caption = f"{many(len(files), 'file')} received from {names.place(place)}"
        rows = [_file(row, agencies) for row in files]
        frame.table(release, caption, HEADINGS, rows, (3,), name=ADDRESS, data=files)
    else:
        frame.say(_no_file(release, place))
    label = place_label(place, names)
    frame.html(bullets([*_complete(release, place), *_found(release, place, label)]))


def _file(row: dict, agencies: dict) -> tuple:
    replaced = ", replaced by a newer one" if row["superseded_by"] else ""
    hidden = row["rows_accepted"] is None or row["rows_received"] is None
    return (
        agencies.get(row["agency_id"]) or row["agency_id"],
        reads.period(row["period_start"], row["period_end"]),
        reads.day(row["as_of"]) or "Not stated",
        "Hidden" if hidden else f"{row['rows_accepted']:,} of {row['rows_received']:,}",
        VERDICTS.get(row["verdict"], row["verdict"] or "Not given") + replaced,
    )


def _no_file(release: Release, place: str) -> str:
    if held.of_place(release, place).results:
        return "No file names this place alone: its numbers come from files about several places."
    return "No file was received from this place."


def _complete(release: Release, place: str) -> list:
    """Each measure of completeness that the place has a number for, or its kind of blank."""
    definitions = reading.definitions(release)
    known = tuple(key for key in COMPLETENESS if key in definitions)
    label = place_label(place, reading.labels(release))
    said = []
    for each in summaries(release, known, place):
        if each.row:
            value, sure = tiles.brief(release, each.metric_id, each.row)
            title = definitions[each.metric_id]["title"]
            head = link(title, each.metric_id, jurisdiction=label)
            said.append(join([head, ": ", value, " ", sure]))
    return said


def _found(release: Release, place: str, label: str) -> list:
    """How many kinds of fault the checks found, and where they stand."""
    findings = [r for r in reading.table(release, "data_quality") if r["jurisdiction"] == place]
    rules = len({row["rule"] for row in findings})
    said = f"The checks found {many(rules, 'kind')} of fault in these files" if rules else ""
    more = link("Data quality and coverage", "data_quality", reported_by=label)
    return [join([f"{said or 'The checks found no fault'}. ", more, "."])]
