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
from views.html import element, join, link, nowrap

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
    _chart(release, choice, listed, where)
    frame.note(
        "“Difference” is not “bias”: it says that groups fare differently, not why. And each number "
        "starts where a record starts: to be charged, or to be found at all, is already a filter, so "
        "a stage that treats all alike may follow one that did not."
    )
    _table(release, choice, listed, where)


def _chart(release: Release, choice: Choice, listed: Sequence[dict], where: str) -> None:
    names = reading.labels(release)
    shown = drawn(listed)
    by = "" if choice.breakdown == ALL else f" {breakdown_label(choice.breakdown).lower()}"
    found = sum(differs(row) for row in listed)
    title = (
        f"In {where}, {found or 'none'} of {many(len(listed), 'comparison')}{by} "
        f"{'shows' if found <= 1 else 'show'} a difference"
    )
    place = "each place" if choice.place == ALL else where
    subtitle = (
        f"Share of each group beside its reference group, {place}, newest years with a verdict. "
    )
    subtitle += metric_charts.covered(listed[0], names)
    chart = gaps(listed, reading.definitions(release), names, title=title, subtitle=subtitle)
    if chart is None:
        frame.note("Nothing can be drawn: of no pair are both shares published.")
        return
    kinds = Counter(row["verdict"] for row in shown)
    kept = ", ".join(
        f"{kinds[code]:,} × {VERDICTS[code].label.lower()}" for code in VERDICTS if kinds[code]
    )
    told = [f"Drawn: {kept}."]
    if len(shown) < len(listed):
        told.append(
            f"{len(listed) - len(shown):,} more are not drawn: the table has them, and the choice of "
            "a place, of groups or of a verdict draws them."
        )
    told.append("A hollow pair is too small to be judged: read what cannot be ruled out instead.")
    figure.draw(release, chart, key="chart gaps", name=PAGE, told=" ".join(told))


def _table(release: Release, choice: Choice, listed: list[dict], where: str) -> None:
    with_place = choice.place == ALL
    headings = ["Groups and measure", *(["Place"] if with_place else []), "Years"]
    headings += ["Their numbers", "Difference", "Ratio", "Like compared with like", "Verdict"]
    headings += ["Chance, among all tests", "Cannot be ruled out", "Would be seen"]
    headings += ["Group not known"]
    if len(listed) > MOST_ROWS:
        frame.say(
            f"The first {MOST_ROWS} of {len(listed):,} comparisons: a place, groups or a verdict make "
            "them fewer, and the file has all of them."
        )
    cells = [_line(release, row, with_place=with_place) for row in listed[:MOST_ROWS]]
    caption = f"Differences in percentage points with 95% intervals, {where}"
    frame.table(release, caption, headings, cells, name=PAGE, data=listed, is_wide=True)


def _line(release: Release, row: dict, *, with_place: bool) -> tuple:
    names = reading.labels(release)
    definition = reading.definitions(release)[row["metric_id"]]
    place = place_label(row["jurisdiction"], names)
    horizon = reads.horizon(row["horizon_days"])
    measure = [link(definition["title"], row["metric_id"], jurisdiction=place)]
    measure += [f" within {horizon}"] if horizon else []
    return (
        join([named(row, names), element("span", join(measure), class_="answerable-aside")]),
        *([names.place(row["jurisdiction"])] if with_place else []),
        reads.period(row["period_start"], row["period_end"]),
        groups_compared.numbers(row),
        groups_compared.gap(row, "difference"),
        _ratio(row),
        _adjusted(row),
        groups_compared.verdict(row),
        chances.among_all(row["q_bh"], row["p_holm"]),
        groups_compared.ruled_out(row),
        groups_compared.detectable(row),
        groups_compared.unknown(row),
    )


def _ratio(row: dict):
    if is_missing(row["ratio"]):
        return "None"
    limits = f"{row['ratio_lower']:.2f} to {row['ratio_upper']:.2f}"
    return join([nowrap(f"{row['ratio']:.2f}"), " ", nowrap(limits)])


def _adjusted(row: dict):
    if is_missing(row["adjusted_difference"]):
        return "Not possible"
    said = groups_compared.gap(row, "adjusted_difference")
    turned = " turned around" if row["is_reversed"] else ""
    return join([said, element("strong", turned)]) if turned else said
