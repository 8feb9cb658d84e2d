"""The comparisons one by one: both shares, their difference, and all that tempers it."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts.forest import named
from charts.format import is_missing, many
from charts.gaps import FIRST, drawn, gaps
from charts.verdicts import VERDICTS
from release.read import Release
from views import chances, figure, frame, groups_compared, metric_charts, reading
from views.compliance_filters import ALL
from views.fairness_read import PAGE, Choice, differs
from views.filters import breakdown_label, place_label
from views.html import element, join, link

MOST_ROWS = 60
"""Rows that a page can hold and a reader can look through; the file has all."""


def show(release: Release, choice: Choice, rows: Sequence[dict], where: str) -> None:
    """The section; `rows` are of any verdict, of which the chosen one is shown."""
    frame.section("Differences, one by one")
    listed = [row for row in rows if choice.verdict in (ALL, row["verdict"])]
    # What says most comes first; within a verdict the order of justice stays.
    listed.sort(key=lambda row: FIRST.index(row["verdict"]))
    if not listed:
        label = VERDICTS[choice.verdict].label.lower()
        frame.say(f"No comparison of {where} has the verdict “{label}”.")
        return
    _chart(release, choice, listed, rows, where)
    frame.note(
        "A difference says that groups fare differently, not why they do. And each number "
        "starts where a record starts: to be charged, or to be found at all, is already a filter, so "
        "a stage that treats all alike may follow one that did not."
    )
    _table(release, listed, where)


def _chart(release: Release, choice: Choice, listed: list[dict], rows: Sequence[dict], where: str):
    names = reading.labels(release)
    shown = drawn(listed)
    by = "" if choice.breakdown == ALL else f" {breakdown_label(choice.breakdown).lower()}"
    title = f"In {where}, {_seen(choice, listed, rows, by)}"
    place = "each place" if choice.place == ALL else where
    subtitle = (
        f"Share of each group beside its reference group, {place}, newest years with a verdict. "
    )
    subtitle += metric_charts.covered(listed[0], names)
    chart = gaps(listed, reading.definitions(release), names, title=title, subtitle=subtitle)
    if chart is None:
        covered = metric_charts.covered(listed[0], names)
        frame.note(f"Nothing can be drawn: of no pair can both shares be shown. {covered}")
        return
    kinds = Counter(row["verdict"] for row in shown)
    kept = ", ".join(
        f"{kinds[code]:,} × {VERDICTS[code].label.lower()}" for code in VERDICTS if kinds[code]
    )
    told = [f"Drawn: {kept}."]
    hidden = sum(is_missing(row["difference"]) for row in listed)
    left = len(listed) - hidden - len(shown)
    if left:
        told.append(
            f"{left:,} more would not fit: the table has them, and the choice of a place, of groups or "
            "of a verdict draws them."
        )
    if hidden:
        told.append(f"{hidden:,} cannot be drawn: one of the two shares, or both, cannot be shown.")
    if kinds["cannot_tell"]:
        told.append(
            "A hollow pair is too small to be judged: read what cannot be ruled out instead."
        )
    figure.draw(release, chart, key="chart gaps", name=PAGE, told=" ".join(told))


def _seen(choice: Choice, listed: Sequence[dict], rows: Sequence[dict], by: str) -> str:
    """How many comparisons show a difference, or have the verdict that was chosen."""
    of_all = f"of {many(len(rows), 'comparison')}{by}"
    if choice.verdict not in (ALL, "difference"):
        has = "has" if len(listed) == 1 else "have"
        label = VERDICTS[choice.verdict].label.lower()
        return f"{len(listed):,} {of_all} {has} the verdict “{label}”"
    found = sum(differs(row) for row in listed)
    return f"{found or 'none'} {of_all} {'shows' if found <= 1 else 'show'} a difference"


HEADINGS = (
    *("Groups and measure", "Their numbers", "Difference", "Like compared with like", "Verdict"),
    *("What could hide", "Chance (all tests)", "Group not known"),
)


def _table(release: Release, listed: list[dict], where: str) -> None:
    if len(listed) > MOST_ROWS:
        frame.say(
            f"The first {MOST_ROWS} of {len(listed):,} comparisons: a place, groups or a verdict make "
            "them fewer, and the file has all of them."
        )
    cells = [_line(release, row) for row in listed[:MOST_ROWS]]
    caption = f"Differences in percentage points with 95% intervals, {where}"
    frame.table(release, caption, HEADINGS, cells, name=PAGE, data=listed)


def _line(release: Release, row: dict) -> tuple:
    names = reading.labels(release)
    definition = reading.definitions(release)[row["metric_id"]]
    place = place_label(row["jurisdiction"], names)
    horizon = reads.horizon(row["horizon_days"])
    about = [
        link(definition["title"], row["metric_id"], jurisdiction=place),
        *([f"within {horizon}"] if horizon else []),
        names.place(row["jurisdiction"]),
        reads.period(row["period_start"], row["period_end"]),
    ]
    return (
        join([named(row, names), element("span", join(about, ", "), class_="answerable-aside")]),
        groups_compared.numbers(row),
        join([groups_compared.gap(row, "difference"), *_ratio(row)]),
        _adjusted(row),
        groups_compared.verdict(row),
        _hiding(row),
        chances.among_all(row["q_bh"], row["p_holm"]),
        groups_compared.unknown(row),
    )


def _ratio(row: dict) -> list:
    """The one share over the other, below their difference."""
    if is_missing(row["ratio"]):
        return []
    said = f"ratio {row['ratio']:.2f} ({row['ratio_lower']:.2f} to {row['ratio_upper']:.2f})"
    return [element("span", said, class_="answerable-aside")]


def _hiding(row: dict):
    """How large a difference remains possible, and from where these groups would show one."""
    if not groups_compared.is_open(row) or is_missing(row["smallest_detectable_gap"]):
        return groups_compared.ruled_out(row)
    seen = f"would be seen {groups_compared.detectable(row).lower()}"
    return join([groups_compared.ruled_out(row), element("span", seen, class_="answerable-aside")])


def _adjusted(row: dict):
    if is_missing(row["adjusted_difference"]):
        return "Not possible"
    said = groups_compared.gap(row, "adjusted_difference")
    turned = " turned around" if row["is_reversed"] else ""
    return join([said, element("strong", turned)]) if turned else said
