"""Where cases end, and why: the decisions at each step, each in the unit it is taken in."""

from dataclasses import replace

from charts import format as reads
from charts.choose import number, unknown_last
from charts.cohorts import in_words, of_span, span
from charts.describe import alternative_text, sentence
from charts.from_results import by_category
from charts.in_brief import has_point, in_brief
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.case_flow_filters import Choice
from views.html import join

MIXES = {
    "prosecution_decision_mix": ("charging_decision", "decision about suspects"),
    "declination_reasons": ("closure_reason", "reason for declining a case"),
    "judgment_mix": ("disposition", "judgment at first instance"),
    "appeal_judgment_mix": ("disposition", "judgment on appeal"),
}
"""Metric -> its breakdown, and what its members are."""
WITHDRAWN = "withdrawal_attrition"


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, MIXES)
    withdrawn = case_flow_read.known(release, [WITHDRAWN])
    if not metric_ids and not withdrawn:
        return
    frame.section("Where cases end, and why")
    frame.say(
        "Each step counts something else: decisions, cases or judgments of a year, whoever they are "
        "about. They tell why cases end, not how many of one year's victims or suspects get how far."
    )
    for metric_id in metric_ids:
        _mix(release, choice, metric_id)
    for metric_id in withdrawn:
        _withdrawn(release, choice, metric_id)


def _mix(release: Release, choice: Choice, metric_id: str) -> None:
    breakdown, what = MIXES[metric_id]
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = case_flow_read.rows(release, metric_id, choice.place, breakdown)
    rows = unknown_last(
        sorted(of_span(every, choice.cohort), key=lambda row: -number(row["numerator"]))
    )
    more = join([" All about it: ", case_flow_read.titled(release, metric_id, choice.place)])
    chart = by_category(definition, rows, breakdown, names) if rows else None
    if not chart:
        frame.part(definition["title"])
        where = rows or every
        frame.say(join([_few(release, choice, rows, where, breakdown, definition), more, "."]))
        return
    shown = [row for row in rows if has_point(row) and row["category"] != "unknown"]
    title = _seen(shown or rows, breakdown, what, definition, names)
    subtitle = f"{chart.subtitle}. Offences counted: {names.scope(rows[0]['scope'])}."
    chart = replace(
        chart,
        title=title,
        subtitle=subtitle,
        alt=alternative_text("bar", title, subtitle, chart.rows),
    )
    figure.draw(release, chart, key=f"exit {metric_id}", name=metric_id)
    frame.table(
        release,
        f"{definition['title']}: {names.place(choice.place)}, {in_words(span(rows[0]))}",
        (
            reads.plain(breakdown),
            "Share",
            "Counted",
            f"Of all {names.unit(definition['unit_counted'])}",
        ),
        [
            (
                names.category(breakdown, row["category"]),
                in_brief(row, definition),
                reads.count(row["numerator"]) or "Not shown",
                reads.count(row["denominator"]) or "Not shown",
            )
            for row in rows
        ],
        (2, 3),
        name=metric_id,
        data=rows,
    )
    frame.note(join([f"Counted in {names.unit(definition['unit_counted'])}.", more, "."]))


def _seen(rows, breakdown: str, what: str, definition: dict, names) -> str:
    """What is seen: the most frequent member that may be told."""
    first = max(rows, key=lambda row: number(row["numerator"]))
    where, when = names.place(first["jurisdiction"]), in_words(span(first))
    if not has_point(first):
        return f"In {where}, the kinds of {what} in {when} are told as intervals or not at all"
    share = reads.value(first["value"], "share")
    label = names.category(breakdown, first["category"])
    unit = names.unit(definition["unit_counted"])
    return f"In {where}, the most frequent {what} in {when} is “{label}”: {share} of {unit}"


def _few(release, choice: Choice, rows, every, breakdown: str, definition: dict) -> str:
    """What there is where it is too little for a chart."""
    names = reading.labels(release)
    told = [row for row in rows if has_point(row)]
    if told:
        return " ".join(sentence(row, definition, names) for row in told)
    if choice.cohort and every and not rows:
        return f"Nothing was published for {in_words(choice.cohort)}."
    return case_flow_read.why_none(every, choice.place, names)


def _withdrawn(release: Release, choice: Choice, metric_id: str) -> None:
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = case_flow_read.rows(release, metric_id, choice.place)
    rows = of_span(every, choice.cohort) or of_span(every, None)
    frame.part(definition["title"])
    if rows:
        frame.say(sentence(rows[0], definition, names))
    else:
        frame.say(case_flow_read.why_none(every, choice.place, names))
    frame.note(
        join(
            [
                "Counted in cases. A victim who steps back is no failure of the victim: read it "
                "beside what support was offered. ",
                case_flow_read.titled(release, metric_id, choice.place),
                ".",
            ]
        )
    )
