"""What keeps people waiting on the way: hearings put off, for which cause, and custody before the verdict."""

from dataclasses import replace

from charts import format as reads
from charts import release_words
from charts.cohorts import in_words, of_span, span
from charts.describe import alternative_text, sentence
from charts.from_results import by_category
from charts.in_brief import has_point, in_brief
from charts.select import number, unknown_last
from languages import phrase
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.filled import filled
from views.summaries import summary
from views.time_filters import Choice

CAUSES, BREAKDOWN = "adjournment_causes", "adjournment_cause"
IN_A_SENTENCE = ("adjournment_rate", "custody_before_verdict")


def show(release: Release, choice: Choice) -> None:
    """The section."""
    told = case_flow_read.known(release, IN_A_SENTENCE)
    causes = case_flow_read.known(release, [CAUSES])
    if not told and not causes:
        return
    frame.section(phrase("Waiting on the way"))
    for metric_id in told:
        _sentence(release, choice, metric_id)
    for metric_id in causes:
        _causes(release, choice, metric_id)


def _sentence(release: Release, choice: Choice, metric_id: str) -> None:
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = reading.counted_here(release, metric_id, choice.place)
    row = summary(release, metric_id, choice.place, choice.period).row
    said = (
        sentence(row, definition, names)
        if row
        else case_flow_read.why_none(every, choice.place, names)
    )
    frame.part(release_words.title(definition))
    frame.say(said)
    _all_about(release, choice, metric_id)


def _causes(release: Release, choice: Choice, metric_id: str) -> None:
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    every = reading.counted_here(release, metric_id, choice.place, BREAKDOWN)
    rows = of_span(every, choice.period) or of_span(every, None)
    rows = unknown_last(sorted(rows, key=lambda row: -number(row["numerator"])))
    chart = by_category(definition, rows, BREAKDOWN, names) if rows else None
    if chart is None:
        frame.part(release_words.title(definition))
        every = every or reading.counted_here(release, metric_id, choice.place)
        frame.say(case_flow_read.why_none(rows or every, choice.place, names))
    else:
        title = _seen(rows, names)
        subtitle = phrase(
            "{subtitle}. Offences counted: {offences}.",
            subtitle=chart.subtitle,
            offences=names.scope(rows[0]["scope"]),
        )
        alt = alternative_text("bar", title, subtitle, chart.rows)
        chart = replace(chart, title=title, subtitle=subtitle, alt=alt)
        figure.draw(release, chart, key="causes", name=metric_id)
    if rows:
        frame.table(
            release,
            phrase(
                "{metric}: {place}, {period}",
                metric=release_words.title(definition),
                place=names.place(choice.place),
                period=in_words(span(rows[0])),
            ),
            (phrase("Cause"), phrase("Share"), phrase("Hearings"), phrase("Of all adjourned")),
            [
                (
                    names.category(BREAKDOWN, row["category"]),
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
    _all_about(release, choice, metric_id)


def _all_about(release: Release, choice: Choice, metric_id: str) -> None:
    definition = reading.definitions(release)[metric_id]
    more = case_flow_read.titled(release, metric_id, choice.place, choice.period)
    said = phrase("{question} All about it: {metric}.")
    frame.note(filled(said, question=release_words.question(definition), metric=more))


def _seen(rows: list[dict], names) -> str:
    first = max(
        (row for row in rows if row["category"] != "unknown"),
        key=lambda row: number(row["numerator"]),
        default=rows[0],
    )
    where, when = names.place(first["jurisdiction"]), in_words(span(first))
    if not has_point(first):
        return phrase(
            "In {place}, the causes of adjournments in {period} are told as intervals or not at all",
            place=where,
            period=when,
        )
    label = names.category(BREAKDOWN, first["category"])
    return phrase(
        "In {place}, the most frequent cause of adjournments in {period} is “{cause}”: {share} of adjourned "
        "hearings",
        place=where,
        period=when,
        cause=label,
        share=reads.value(first["value"], "share"),
    )
