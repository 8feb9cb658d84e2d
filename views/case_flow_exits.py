"""Where cases end, and why: the decisions at each step, each in the unit it is taken in."""

from dataclasses import replace

from charts import format as reads
from charts import release_words
from charts.cohorts import in_words, of_span, span
from charts.describe import alternative_text, sentence
from charts.from_results import by_category
from charts.in_brief import has_point, in_brief
from charts.select import number, unknown_last
from languages import later, phrase
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.case_flow_filters import Choice
from views.filled import filled

MIXES = {
    "prosecution_decision_mix": ("charging_decision", later("decision about suspects")),
    "declination_reasons": ("closure_reason", later("reason for declining a case")),
    "judgment_mix": ("disposition", later("judgment at first instance")),
    "appeal_judgment_mix": ("disposition", later("judgment on appeal")),
}
"""Metric -> its breakdown, and what its members are."""
WITHDRAWN = "withdrawal_attrition"


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = case_flow_read.known(release, MIXES)
    withdrawn = case_flow_read.known(release, [WITHDRAWN])
    if not metric_ids and not withdrawn:
        return
    frame.section(phrase("Where cases end, and why"))
    frame.say(
        phrase(
            "Each step counts something else: decisions, cases or judgments of a year, whoever they are "
            "about. They tell why cases end, not how many of one year's victims or suspects get how far."
        )
    )
    for metric_id in metric_ids:
        _mix(release, choice, metric_id)
    for metric_id in withdrawn:
        _withdrawn(release, choice, metric_id)


def _mix(release: Release, choice: Choice, metric_id: str) -> None:
    breakdown, what = MIXES[metric_id]
    what = phrase(what)
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = reading.counted_here(release, metric_id, choice.place, breakdown)
    rows = unknown_last(
        sorted(of_span(every, choice.cohort), key=lambda row: -number(row["numerator"]))
    )
    more = case_flow_read.titled(release, metric_id, choice.place, choice.cohort, choice.horizon)
    chart = by_category(definition, rows, breakdown, names) if rows else None
    if not chart:
        frame.part(release_words.title(definition))
        where = rows or every
        few = _few(release, choice, rows, where, breakdown, definition)
        frame.say(filled(phrase("{said} All about it: {link}."), said=few, link=more))
        return
    shown = [row for row in rows if has_point(row) and row["category"] != "unknown"]
    title = _seen(shown or rows, breakdown, what, definition, names)
    offences = phrase("Offences counted: {offences}.", offences=names.scope(rows[0]["scope"]))
    subtitle = f"{chart.subtitle}. {offences}"
    chart = replace(
        chart,
        title=title,
        subtitle=subtitle,
        alt=alternative_text("bar", title, subtitle, chart.rows),
    )
    figure.draw(release, chart, key=f"exit {metric_id}", name=metric_id)
    frame.table(
        release,
        phrase(
            "{title}: {place}, {period}",
            title=release_words.title(definition),
            place=names.place(choice.place),
            period=in_words(span(rows[0])),
        ),
        (
            reads.plain(breakdown),
            phrase("Share"),
            phrase("Counted"),
            phrase("Of all {things}", things=names.unit(definition["unit_counted"])),
        ),
        [
            (
                names.category(breakdown, row["category"]),
                in_brief(row, definition),
                reads.count(row["numerator"]) or phrase("Not shown"),
                reads.count(row["denominator"]) or phrase("Not shown"),
            )
            for row in rows
        ],
        (2, 3),
        name=metric_id,
        data=rows,
    )
    counted = names.unit(definition["unit_counted"])
    frame.note(
        filled(phrase("Counted in {things}. All about it: {link}."), things=counted, link=more)
    )


def _seen(rows, breakdown: str, what: str, definition: dict, names) -> str:
    """What is seen: the most frequent member that may be told."""
    first = max(rows, key=lambda row: number(row["numerator"]))
    where, when = names.place(first["jurisdiction"]), in_words(span(first))
    if not has_point(first):
        return phrase(
            "In {place}, the kinds of {what} in {when} are told as intervals or not at all",
            place=where,
            what=what,
            when=when,
        )
    return phrase(
        "In {place}, the most frequent {what} in {when} is “{label}”: {share} of {things}",
        place=where,
        what=what,
        when=when,
        label=names.category(breakdown, first["category"]),
        share=reads.value(first["value"], "share"),
        things=names.unit(definition["unit_counted"]),
    )


def _few(release, choice: Choice, rows, every, breakdown: str, definition: dict) -> str:
    """What there is where it is too little for a chart."""
    names = reading.labels(release)
    told = [row for row in rows if has_point(row)]
    if told:
        return " ".join(sentence(row, definition, names) for row in told)
    if choice.cohort and every and not rows:
        return phrase("Nothing was published for {period}.", period=in_words(choice.cohort))
    return case_flow_read.why_none(every, choice.place, names)


def _withdrawn(release: Release, choice: Choice, metric_id: str) -> None:
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = reading.counted_here(release, metric_id, choice.place)
    rows = of_span(every, choice.cohort) or of_span(every, None)
    frame.part(release_words.title(definition))
    if rows:
        frame.say(sentence(rows[0], definition, names))
    else:
        frame.say(case_flow_read.why_none(every, choice.place, names))
    frame.note(
        filled(
            phrase(
                "Counted in cases. A victim who steps back is no failure of the victim: read it "
                "beside what support was offered. {link}."
            ),
            link=case_flow_read.titled(
                release, metric_id, choice.place, choice.cohort, choice.horizon
            ),
        )
    )
