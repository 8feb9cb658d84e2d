"""Groups beside one another: differences with their intervals, and how large one could go unseen."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.forest import difference, forest, in_order, named, points, signed
from charts.format import is_missing, many
from charts.labels import Labels
from charts.verdicts import VERDICTS, reason
from release.read import Release
from views import comparison_rows, frame, marks, metric_charts, plotly_chart, results_table
from views.filters import Selection
from views.html import element, join, nowrap, table


def show(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The section; nothing where groups are not compared."""
    rows = in_order(comparison_rows.groups(release, selection), names)
    if not rows:
        return
    metric_id = definition["metric_id"]
    place = names.place(selection.jurisdiction)
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    frame.section(f"Groups beside one another, {place}, {period}: difference or chance?")
    chart = forest(definition, rows, names)
    if chart:
        frame.note(metric_charts.covering(chart.subtitle, rows[0], names))
        plotly_chart.show(
            release,
            chart,
            key=f"chart {metric_id} forest",
            name=metric_id,
        )
    else:
        covered = metric_charts.covered(rows[0], names)
        frame.note(f"No difference could be worked out; the table says why. {covered}")
    frame.say(told(rows))
    frame.html(_table(rows, definition, names, f"{place}, {period}"))
    results_table.download(release, rows, metric_id, f"groups of {place} compared")


def told(rows: Sequence[dict]) -> str:
    """How many comparisons there are, and what each kind of verdict means here."""
    counted = Counter(row["verdict"] for row in rows)
    listed = ", ".join(
        f"{counted[code]} × {words.label.lower()}"
        for code, words in VERDICTS.items()
        if counted[code]
    )
    said = [f"{many(len(rows), 'comparison')} with a reference group: {listed}."]
    open_gaps = [row["gap_not_ruled_out"] for row in rows if _is_open(row)]
    if open_gaps:
        said.append(
            "“Cannot tell” and “no difference shown” do not say that groups are treated alike: "
            f"here differences of up to {points(max(open_gaps))} cannot be ruled out."
        )
    if counted["difference"] + counted["difference_explained"]:
        said.append(
            "A difference does not say why: the groups may differ in their cases, and the "
            "numbers know only part of them."
        )
    if any(row["is_reversed"] for row in rows):
        said.append(
            "In one comparison or more the difference turns around where like is compared with like."
        )
    return " ".join(said)


def _is_open(row: dict) -> bool:
    is_silent = row["verdict"] in ("cannot_tell", "no_difference_shown")
    return is_silent and not is_missing(row["gap_not_ruled_out"])


def _table(rows: Sequence[dict], definition: dict, names: Labels, where: str):
    is_adjusted = any(not is_missing(row["adjusted_difference"]) for row in rows)
    headings = ["Groups", "Their numbers", "Difference"]
    headings += ["Like compared with like"] if is_adjusted else []
    headings += ["Verdict", "Cannot be ruled out", "Would be seen", "Group not known"]
    cells = []
    for row in rows:
        cell = [named(row, names), _numbers(row), _gap(row, "difference")]
        if is_adjusted:
            cell.append(_gap(row, "adjusted_difference"))
        cells.append([*cell, _verdict(row), _ruled_out(row), _detectable(row), _unknown(row)])
    caption = f"{definition['title']}: differences in percentage points with 95% intervals, {where}"
    return table(caption, headings, cells)


def _numbers(row: dict):
    if is_missing(row["value"]) or is_missing(row["reference_value"]):
        return "Not shown"
    lines = (
        f"{reads.value(row[f'{side}value'], 'share')} "
        f"({reads.count(row[f'{side}numerator'])} of {reads.count(row[f'{side}denominator'])})"
        for side in ("", "reference_")
    )
    return join((nowrap(line) for line in lines), " ")


def _gap(row: dict, name: str):
    """A difference and, below it, its interval."""
    said = difference(row, name)
    head, _, limits = said.partition(" (")
    lines = [nowrap(head), nowrap(limits.removesuffix(")"))] if limits else [nowrap(said or "None")]
    return join(lines, " ")


def _verdict(row: dict):
    words = VERDICTS[row["verdict"]]
    said = marks.labelled(words.shorthand, words)
    why = reason(row["reason"])
    return join([said, why]) if why else said


def _ruled_out(row: dict) -> str:
    """How large a difference is still possible, where none is shown."""
    if _is_open(row):
        return f"Up to {points(row['gap_not_ruled_out'])}"
    return "Nothing can be said" if row["verdict"] == "cannot_tell" else "Zero is ruled out"


def _detectable(row: dict) -> str:
    """How large a difference groups of this size would show, four times in five."""
    gap = row["smallest_detectable_gap"]
    return "Nothing can be said" if is_missing(gap) else f"From {points(gap)}"


def _unknown(row: dict):
    if is_missing(row["unknown_share"]):
        return "Not shown"
    said = reads.value(row["unknown_share"], "share")
    low, high = row["bound_lower"], row["bound_upper"]
    if is_missing(low) or is_missing(high) or low == high:
        return said
    return join([said, element("div", f"with them {signed(low)} to {signed(high)}")])
