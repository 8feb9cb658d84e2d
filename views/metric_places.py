"""Places beside one another: a funnel and a table sorted by name, with what chance alone would bring."""

from collections.abc import Sequence

from charts import format as reads
from charts.describe import counts
from charts.format import is_missing, many
from charts.funnel import funnel, is_flagged
from charts.labels import Labels
from charts.verdicts import FLAGS, reason
from release.read import Release
from views import comparison_rows, frame, marks, metric_charts, plotly_chart, results_table
from views.filters import Selection
from views.html import join, nowrap, table


def show(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The section; nothing where the metric is not compared."""
    rows = comparison_rows.places(release, selection)
    rows = [row for row in rows if row["jurisdiction"] not in names.groups]
    if not rows:
        return
    rows = sorted(rows, key=lambda row: names.place(row["jurisdiction"]))
    metric_id = definition["metric_id"]
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    frame.section(f"Places beside one another, {period}: difference or chance?")
    chart = funnel(definition, rows, names)
    if chart:
        frame.note(metric_charts.covering(chart.subtitle, rows[0], names))
        what = f"funnel of {period}"
        plotly_chart.show(
            release,
            chart,
            key=f"chart {metric_id} funnel",
            name=metric_id,
            highlight=names.place(selection.jurisdiction),
        )
    else:
        covered = metric_charts.covered(rows[0], names)
        frame.note(f"Too few places for a chart; the table has what there is. {covered}")
    frame.say(told(rows, names))
    frame.html(_table(rows, definition, names, period))
    what = f"places compared in {period}"
    results_table.download(release, rows, metric_id, what)


def told(rows: Sequence[dict], names: Labels) -> str:
    """How many were judged, how many alarms there are and how many chance would bring."""
    judged = [row for row in rows if row["flag"] != "not_assessable"]
    if not judged:
        kinds = dict.fromkeys(reason(row["reason"]) for row in rows if row["reason"])
        return f"None of {many(len(rows), 'place')} can be compared: {', '.join(kinds)}."
    alarms = [row for row in judged if row["flag"].endswith("alarm")]
    alerts = [row for row in judged if is_flagged(row) and row not in alarms]
    expected = rows[0]["expected_false_alarms"]
    said = [NOT_COMPARABLE] if rows[0]["is_overdispersed"] else []
    said += [
        f"{len(judged)} of {many(len(rows), 'place')} can be compared with all others together: "
        f"{many(len(alarms), 'alarm')} and {many(len(alerts), 'alert')}."
    ]
    if not is_missing(expected):
        said.append(
            f"If no place differed, about {expected:.2f} alarms and {EXPECTED_ALERTS * len(judged):.1f} "
            "alerts would be expected."
        )
    if alarms:
        said.append("An alarm is a question to ask; it does not say why, nor whether it is good.")
    if any(not is_missing(row["rank_lower"]) for row in rows):
        said.append(
            "There is no single rank: the table says which ranks, counted from the highest "
            "number, chance allows."
        )
    return " ".join(said)


NOT_COMPARABLE = (
    "These places are not comparable on this measure: they differ so widely among themselves that "
    "their cases and definitions have to be looked at first."
)
EXPECTED_ALERTS = 0.048
"""Part of the places that chance alone would put on alert, on either side, without the alarms."""


def _table(rows: Sequence[dict], definition: dict, names: Labels, period: str):
    unit = definition["value_unit"]
    has_mix = any(not is_missing(row["expected"]) for row in rows)
    is_pulled = any(not is_missing(row["shrunken"]) for row in rows)
    headings = ["Place", "Value", "Counted", "All others", "Verdict"]
    headings += ["Pulled towards the average"] if is_pulled else []
    headings += ["Ranks chance allows"]
    headings += ["Observed over expected"] if has_mix else []
    cells = []
    for row in rows:
        cell = [
            names.place(row["jurisdiction"]),
            _value(row, unit),
            counts(row | {"currency": None}, definition, names) or "Not shown",
            reads.value(row["target"], unit) or "None",
            _verdict(row),
        ]
        cell += [_pulled(row, unit)] if is_pulled else []
        cell += [_ranks(row)]
        cells.append([*cell, _ratio(row)] if has_mix else cell)
    caption = f"{definition['title']}: places compared in {period}, by name"
    return table(caption, headings, cells, numeric=(1, 3))


def _value(row: dict, unit: str) -> str:
    if is_missing(row["value"]):
        return "No number"
    return "Interval only" if row["reason"] == "very_uncertain" else reads.value(row["value"], unit)


def _verdict(row: dict):
    words = FLAGS[row["flag"]]
    said = marks.labelled(words.shorthand, words)
    why = reason(row["reason"])
    return join([said, why]) if why else said


def _pulled(row: dict, unit: str):
    if is_missing(row["shrunken"]):
        return "None"
    limits = reads.interval(row["shrunken_lower"], row["shrunken_upper"], unit)
    return join([nowrap(reads.value(row["shrunken"], unit)), " ", nowrap(limits)])


def _ranks(row: dict) -> str:
    low, high = row["rank_lower"], row["rank_upper"]
    if is_missing(low) or is_missing(high):
        return "None"
    return f"{int(low)} to {int(high)}" if low != high else f"{int(low)}"


def _ratio(row: dict):
    if is_missing(row["expected"]):
        return "None"
    said = nowrap(f"{reads.count(row['observed'])} over {row['expected']:,.1f}")
    if is_missing(row["ratio"]):
        return said
    ratio = f"{row['ratio']:.2f} ({row['ratio_lower']:.2f} to {row['ratio_upper']:.2f})"
    return join([nowrap(ratio), " ", said])
