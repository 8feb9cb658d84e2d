"""Several numbers called a conviction rate, side by side, and why they differ; one that is none is refused."""

from charts import format as reads
from charts.describe import counts, moment
from charts.in_brief import has_point, in_brief
from charts.time_readings import apart
from release.read import Release
from views import case_flow_read, case_flow_tiles, frame, reading
from views.case_flow_filters import Choice
from views.html import element, join

OF_CHARGED, OF_ENDED = "cohort_conviction", "court_conviction_rate"
RATES = {
    "end_to_end_conviction": "Everybody suspected, open and dropped cases included",
    OF_CHARGED: "Everybody charged, open and dropped cases included",
    OF_ENDED: "Only those whose proceedings ended in the year, whenever they began",
    "cases_with_conviction": "Cases that ended, not persons: one convicted person is enough",
}
"""Metric -> whom it is about."""
REFUSED = "convictions_to_prosecutions"
WHY_REFUSED = (
    "Not a rate: those convicted in a year are other people than those prosecuted in it, so the "
    "result can pass 100% and moves when intake moves. Both counts stand here, and no share."
)


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, (*RATES, REFUSED))
    if not metric_ids:
        return
    frame.section("Why one place has several conviction rates")
    chosen = {
        key: case_flow_tiles.chosen(release, key, choice.place, choice.cohort, choice.horizon)
        for key in metric_ids
    }
    if said := why(chosen.get(OF_CHARGED), chosen.get(OF_ENDED)):
        frame.say(said)
    definitions, names = reading.definitions(release), reading.labels(release)
    lines = []
    for key in metric_ids:
        row = chosen[key]
        is_refused = key == REFUSED
        when = moment(row) if row else "No period"
        lines.append(
            (
                case_flow_read.titled(release, key, choice.place),
                WHY_REFUSED if is_refused else RATES[key],
                "Refused as a rate" if is_refused else in_brief(row, definitions[key]),
                (row and counts(row, definitions[key], names)) or "Not shown",
                f"{when[:1].upper()}{when[1:]}",
            )
        )
    frame.table(
        release,
        f"{names.place(choice.place)}: what is called a conviction rate",
        ("Measure", "Of whom", "Number", "Counted", "When"),
        lines,
        name="conviction_rates",
        data=[row for row in chosen.values() if row],
    )
    frame.note(
        join(
            [
                element("strong", "Read two together. "),
                "A court can raise its rate by trying only the safest cases; the share of suspects "
                "charged would then fall.",
            ]
        )
    )


def why(of_charged: dict | None, of_ended: dict | None) -> str:
    """Why the share of ended proceedings differs from the share of people charged, with both numbers."""
    if not (has_point(of_charged) and has_point(of_ended)):
        return ""
    charged, ended = (reads.value(row["value"], "share") for row in (of_charged, of_ended))
    head = (
        f"Of proceedings that ended ({moment(of_ended)}), {ended} ended in a conviction; of people charged "
        f"({moment(of_charged)}), {charged} were convicted."
    )
    if not apart(of_charged, of_ended):
        return (
            f"{head} The intervals overlap, so here the difference may be chance. In general the first "
            "is higher, because it leaves out whoever still waits for a decision: only those whose "
            "proceedings came to an end are counted, like judging a hospital by those already discharged."
        )
    if of_ended["value"] > of_charged["value"]:
        return (
            f"{head} One reason why the first is higher: it leaves out whoever is still waiting for a "
            "decision. Only those whose proceedings came to an end are counted, like judging a hospital "
            "by those already discharged. And the two are not about the same people."
        )
    return (
        f"{head} Here the first is not higher: proceedings that ended in the year began in many "
        "years, and those begun earlier may have been fewer, other or differently decided."
    )
