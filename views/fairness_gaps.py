"""The comparisons one by one: both shares, their difference, and all that tempers it."""

from collections import Counter
from collections.abc import Sequence

from charts import format as reads
from charts import release_words
from charts.forest import named
from charts.format import is_missing
from charts.gaps import FIRST, drawn, gaps
from charts.joining import with_commas
from charts.release_words import inside
from charts.signals import differs
from charts.verdicts import VERDICTS
from languages import SaidLines, decimal, later, phrase, phrase_for, whole
from release.read import Release
from views import chances, figure, frame, groups_compared, metric_charts, reading
from views.compliance_filters import ALL
from views.fairness_read import PAGE, Choice
from views.fairness_summary import comparisons
from views.filters import breakdown_label, number_link
from views.html import element, join

MOST_ROWS = 60
"""Rows that a page can hold and a reader can look through; the file has all."""


def show(release: Release, choice: Choice, rows: Sequence[dict], where: str) -> None:
    """The section; `rows` are of any verdict, of which the chosen one is shown."""
    frame.section(phrase("Differences, one by one"))
    listed = [row for row in rows if choice.verdict in (ALL, row["verdict"])]
    # What says most comes first; within a verdict the order of justice stays.
    listed.sort(key=lambda row: FIRST.index(row["verdict"]))
    if not listed:
        label = inside(VERDICTS[choice.verdict].label)
        frame.say(
            phrase("No comparison of {where} has the verdict “{label}”.", where=where, label=label)
        )
        return
    _chart(release, choice, listed, rows, where)
    frame.note(
        phrase(
            "A difference says that groups fare differently, not why they do. And each number "
            "starts where a record starts: to be charged, or to be found at all, is already a filter, so "
            "a stage that treats all alike may follow one that did not."
        )
    )
    _table(release, listed, where)


def _chart(release: Release, choice: Choice, listed: list[dict], rows: Sequence[dict], where: str):
    names = reading.labels(release)
    shown = drawn(listed)
    title = _seen(choice, listed, rows, where)
    subtitle = phrase(
        "Share of each group beside its reference group, {place}, newest years with a verdict. {covered}",
        place=phrase("each place") if choice.place == ALL else where,
        covered=metric_charts.covered(listed[0], names),
    )
    chart = gaps(listed, reading.definitions(release), names, title=title, subtitle=subtitle)
    if chart is None:
        covered = metric_charts.covered(listed[0], names)
        frame.note(
            phrase(
                "Nothing can be drawn: of no pair can both shares be shown. {covered}",
                covered=covered,
            )
        )
        return
    kinds = Counter(row["verdict"] for row in shown)
    kept = with_commas(
        groups_compared.times(kinds[code], VERDICTS[code]) for code in VERDICTS if kinds[code]
    )
    told = [phrase("Drawn: {kinds}.", kinds=kept)]
    hidden = sum(is_missing(row["difference"]) for row in listed)
    left = len(listed) - hidden - len(shown)
    if left:
        told.append(
            phrase(
                "{number} more would not fit: the table has them, and the choice of a place, of groups or "
                "of a verdict draws them.",
                number=whole(left),
            )
        )
    if hidden:
        told.append(
            phrase(
                "{number} cannot be drawn: one of the two shares, or both, cannot be shown.",
                number=whole(hidden),
            )
        )
    if kinds["cannot_tell"]:
        told.append(
            phrase(
                "A hollow pair is too small to be judged: read what cannot be ruled out instead."
            )
        )
    figure.draw(release, chart, key="chart gaps", name=PAGE, told=" ".join(told))


def _seen(choice: Choice, listed: Sequence[dict], rows: Sequence[dict], where: str) -> str:
    """How many comparisons show a difference, or have the verdict that was chosen."""
    compared = comparisons(len(rows))
    if choice.breakdown != ALL:
        compared = phrase(
            "{comparisons} {by_groups}",
            comparisons=compared,
            by_groups=inside(breakdown_label(choice.breakdown)),
        )
    about = {"where": where, "comparisons": compared}
    if choice.verdict not in (ALL, "difference"):
        return phrase_for(
            len(listed),
            "In {where}, {number} of {comparisons} has the verdict “{label}”",
            "In {where}, {number} of {comparisons} have the verdict “{label}”",
            label=inside(VERDICTS[choice.verdict].label),
            **about,
        )
    found = sum(differs(row) for row in listed)
    if not found:
        return phrase("In {where}, none of {comparisons} shows a difference", **about)
    return phrase_for(
        found,
        "In {where}, {number} of {comparisons} shows a difference",
        "In {where}, {number} of {comparisons} show a difference",
        **about,
    )


HEADINGS = SaidLines(
    later("Groups and measure"),
    later("Their numbers"),
    later("Difference"),
    later("Like compared with like"),
    later("Verdict"),
    later("What could hide"),
    later("Chance (all tests)"),
    later("Group not known"),
)


def _table(release: Release, listed: list[dict], where: str) -> None:
    if len(listed) > MOST_ROWS:
        frame.say(
            phrase(
                "The first {first} of {comparisons}: a place, groups or a verdict make them fewer, and "
                "the file has all of them.",
                first=MOST_ROWS,
                comparisons=comparisons(len(listed)),
            )
        )
    cells = [_line(release, row) for row in listed[:MOST_ROWS]]
    caption = phrase("Differences in percentage points with 95% intervals, {where}", where=where)
    frame.table(release, caption, HEADINGS, cells, name=PAGE, data=listed)


def _line(release: Release, row: dict) -> tuple:
    names = reading.labels(release)
    definition = reading.definitions(release)[row["metric_id"]]
    horizon = reads.horizon(row["horizon_days"])
    about = [
        number_link(release, release_words.title(definition), row),
        *([phrase("within {horizon}", horizon=horizon)] if horizon else []),
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
    ratio, lower, upper = (
        decimal(row[name], 2) for name in ("ratio", "ratio_lower", "ratio_upper")
    )
    said = phrase("ratio {ratio} ({lower} to {upper})", ratio=ratio, lower=lower, upper=upper)
    return [element("span", said, class_="answerable-aside")]


def _hiding(row: dict):
    """How large a difference remains possible, and from where these groups would show one."""
    if not groups_compared.is_open(row) or is_missing(row["smallest_detectable_gap"]):
        return groups_compared.ruled_out(row)
    least = groups_compared.smallest(row)
    seen = phrase("would be seen from {least}", least=least)
    return join([groups_compared.ruled_out(row), element("span", seen, class_="answerable-aside")])


def _adjusted(row: dict):
    if is_missing(row["adjusted_difference"]):
        return phrase("Not possible")
    said = groups_compared.gap(row, "adjusted_difference")
    if not row["is_reversed"]:
        return said
    return join([said, element("strong", f" {phrase('turned around')}")])
