"""Several numbers called a conviction rate, side by side, and why they differ; one that is none is refused."""

from charts import format as reads
from charts.describe import counts, moment
from charts.in_brief import has_point, in_brief
from charts.time_readings import apart
from languages import later, phrase, phrase_in
from release.read import Release
from views import case_flow_read, frame, reading
from views.case_flow_filters import Choice
from views.html import element, join

OF_CHARGED, OF_ENDED = "cohort_conviction", "court_conviction_rate"
RATES = {
    "end_to_end_conviction": later("Everybody suspected, open and dropped cases included"),
    OF_CHARGED: later("Everybody charged, open and dropped cases included"),
    OF_ENDED: later("Only those whose proceedings ended in the year, whenever they began"),
    "cases_with_conviction": later("Cases that ended, not persons: one convicted person is enough"),
}
"""Metric -> whom it is about."""
REFUSED = "convictions_to_prosecutions"
WHY_REFUSED = later(
    "Not a rate: those convicted in a year are other people than those prosecuted in it, so the "
    "result can pass 100% and moves when intake moves. Both counts stand here, and no share."
)


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, (*RATES, REFUSED))
    if not metric_ids:
        return
    frame.section(phrase("Why one place has several conviction rates"))
    chosen = {
        key: reading.headline(
            release, key, choice.place, period=choice.cohort, horizon=choice.horizon
        )
        for key in metric_ids
    }
    if said := why(chosen.get(OF_CHARGED), chosen.get(OF_ENDED)):
        frame.say(said)
    definitions, names = reading.definitions(release), reading.labels(release)
    lines = []
    for key in metric_ids:
        row = chosen[key]
        is_refused = key == REFUSED
        when = moment(row) if row else phrase("No period")
        lines.append(
            (
                case_flow_read.titled(release, key, choice.place, choice.cohort, choice.horizon),
                phrase(WHY_REFUSED if is_refused else RATES[key]),
                phrase("Refused as a rate") if is_refused else in_brief(row, definitions[key]),
                (row and counts(row, definitions[key], names)) or phrase("Not shown"),
                f"{when[:1].upper()}{when[1:]}",
            )
        )
    frame.table(
        release,
        phrase("{place}: what is called a conviction rate", place=names.place(choice.place)),
        (
            phrase("Measure"),
            phrase("Of whom"),
            phrase_in("value", "Number"),
            phrase("Counted"),
            phrase("When"),
        ),
        lines,
        name="conviction_rates",
        data=[row for row in chosen.values() if row],
    )
    frame.note(
        join(
            [
                element("strong", f"{phrase('Read two together.')} "),
                phrase(
                    "A court can raise its rate by trying only the safest cases; the share of suspects "
                    "charged would then fall."
                ),
            ]
        )
    )


def why(of_charged: dict | None, of_ended: dict | None) -> str:
    """Why the share of ended proceedings differs from the share of people charged, with both numbers."""
    if not (has_point(of_charged) and has_point(of_ended)):
        return ""
    charged, ended = (reads.value(row["value"], "share") for row in (of_charged, of_ended))
    head = phrase(
        "Of proceedings that ended ({when_ended}), {ended} ended in a conviction; of people charged "
        "({when_charged}), {charged} were convicted.",
        when_ended=moment(of_ended),
        ended=ended,
        when_charged=moment(of_charged),
        charged=charged,
    )
    if not apart(of_charged, of_ended):
        reason = phrase(
            "The intervals overlap, so here the difference may be chance. In general the first "
            "is higher, because it leaves out whoever still waits for a decision: only those whose "
            "proceedings came to an end are counted, like judging a hospital by those already discharged."
        )
    elif of_ended["value"] > of_charged["value"]:
        reason = phrase(
            "One reason why the first is higher: it leaves out whoever is still waiting for a "
            "decision. Only those whose proceedings came to an end are counted, like judging a hospital "
            "by those already discharged. And the two are not about the same people."
        )
    else:
        reason = phrase(
            "Here the first is not higher: proceedings that ended in the year began in many "
            "years, and those begun earlier may have been fewer, other or differently decided."
        )
    return f"{head} {reason}"
