"""Suspects: how many were charged, and how many convicted, of the same people within the same time."""

import streamlit as st

from charts import case_flow
from charts import format as reads
from charts.case_flow import Step
from charts.cohorts import in_words, of_span, span, spans
from charts.in_brief import in_brief
from languages import later, phrase, whole
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.case_flow_filters import Choice
from views.case_flow_victims import how_old
from views.filled import filled, in_turn

CHARGED, CONVICTED = "charge_rate", "end_to_end_conviction"
REACHED = {
    CHARGED: (later("Charged"), later("were charged"), later("been charged")),
    CONVICTED: (
        later("Convicted of trafficking"),
        later("were convicted of trafficking"),
        later("been convicted of trafficking"),
    ),
}
"""Metric -> name of the step, what reaching it is called, and the same of those who will have reached it."""
PEOPLE = later("persons first suspected")
FIRST = later("Suspected")


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, REACHED)
    if not metric_ids:
        return
    frame.section(phrase("Suspects: how many are charged, how many convicted"))
    names = reading.labels(release)
    found = {key: reading.counted_here(release, key, choice.place) for key in metric_ids}
    climbed = steps(release, found, choice)
    chart = climbed and case_flow.staircase(
        climbed, names, first=phrase(FIRST), people=phrase(PEOPLE), unit=phrase("persons")
    )
    every = [row for some in found.values() for row in some]
    case_flow_read.say_span([step.row for step in climbed], choice.cohort)
    if chart:
        told = case_flow.told(climbed, phrase(PEOPLE), phrase(FIRST))
        figure.draw(release, chart, key="suspects", name=CHARGED, told=told)
    elif every:
        apart = phrase(
            "The two steps are not published for the same people and the same time, so no stairs are drawn."
        )
        reasons = [step.row for step in climbed] or every
        frame.say(f"{apart} {case_flow_read.why_none(reasons, choice.place, names)}")
    else:
        frame.say(case_flow_read.why_none(every, choice.place, names))
    if every:
        _table(release, choice, found)
    links = in_turn(
        case_flow_read.titled(release, key, choice.place, choice.cohort, choice.horizon)
        for key in metric_ids
    )
    frame.note(
        filled(
            phrase(
                "Counted in persons, from first suspicion. Suspicion is meant to be tested, so many "
                "suspects are rightly never charged. All about it: {links}."
            ),
            links=links,
        )
    )


def steps(release: Release, found: dict[str, list[dict]], choice: Choice) -> list[Step]:
    """Both steps at the longest follow-up they share, of one span; one step where only one was published."""
    shared = [{row["horizon_days"] for row in some} for some in found.values() if some]
    horizons = set.intersection(*shared) if shared else set()
    if not horizons:
        return []
    rows = [row for some in found.values() for row in case_flow_read.followed(some, max(horizons))]
    # Stairs stand on the same people, so on spans of which every step was published.
    per_span = {
        days: {row["metric_id"] for row in rows if span(row) == days} for days in spans(rows)
    }
    most = max(map(len, per_span.values()))
    rows = [row for row in rows if len(per_span[span(row)]) == most]
    definitions = reading.definitions(release)
    chosen = {row["metric_id"]: row for row in of_span(rows, choice.cohort)}
    found = []
    for key in REACHED:
        if key in chosen:
            name, reached, past = map(phrase, REACHED[key])
            found.append(Step(name, reached, chosen[key], definitions[key], past))
    return found


def _step_name(row: dict) -> str:
    name, *_ = REACHED[row["metric_id"]]
    return phrase(name)


def _table(release: Release, choice: Choice, found: dict[str, list[dict]]) -> None:
    definitions, names = reading.definitions(release), reading.labels(release)
    every = [row for some in found.values() for row in some]
    lines = [
        (
            in_words(span(row)),
            _step_name(row),
            reads.horizon(row["horizon_days"]),
            reads.count(row["denominator"]) or phrase("Not shown"),
            in_brief(row, definitions[row["metric_id"]]),
            how_old(row),
        )
        for days in spans(every)
        for row in sorted(
            (row for row in every if span(row) == days),
            key=lambda row: (list(REACHED).index(row["metric_id"]), row["horizon_days"] or 0),
        )
    ]
    with st.expander(phrase("All {number} figures of suspects", number=whole(len(lines)))):
        frame.table(
            release,
            phrase("{place}: suspects by year of first suspicion", place=names.place(choice.place)),
            (
                phrase("First suspected in"),
                phrase("Step"),
                phrase("Within"),
                phrase("Suspects"),
                phrase("Share"),
                phrase("Old enough?"),
            ),
            lines,
            (3,),
            name=CHARGED,
            data=every,
        )
