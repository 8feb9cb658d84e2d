"""Groups beside a reference group of the same place: differences of shares with their intervals."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart, Reference
from charts.describe import alternative_text, within
from charts.format import is_missing
from charts.joining import in_turn, with_commas
from charts.labels import Labels
from charts.release_words import inside, lower_first, title
from charts.units import UNITS
from charts.verdicts import VERDICTS, reason
from languages import Said, decimal, later, phrase

POINTS = 100
"""Percentage points of a whole: differences of shares are told in points, so that nobody takes them for shares."""


ANSWERS = {
    "cross_border": Said({"yes": later("Cross-border"), "no": later("within one country")}),
    "support": Said({"yes": later("with support"), "no": later("Without support")}),
}
"""Breakdowns whose members are yes and no, which say nothing without the question."""


def forest(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """`rows` are `disparities` of one place and period; None where no difference could be worked out."""
    rows = in_order(rows, labels)
    marks = [_mark(row, labels) for row in rows]
    if not any(mark["lower"] is not None for mark in marks):
        return None
    first = rows[0]
    heading = phrase("{metric}: groups beside one another", metric=title(definition))
    measure = within(
        UNITS["points"].measured(labels.unit(first["unit_counted"])), first["horizon_days"]
    )
    subtitle = with_commas(
        [
            measure,
            phrase("in percentage points"),
            labels.place(first["jurisdiction"]),
            reads.period(first["period_start"], first["period_end"]),
        ]
    )
    is_adjusted = any(mark["adjusted"] is not None for mark in marks)
    return Chart(
        kind="forest",
        title=heading,
        subtitle=subtitle,
        alt=alternative_text("forest", heading, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="points",
        y_title=UNITS["points"].axis,
        lower="lower",
        upper="upper",
        categories=tuple(mark["x"] for mark in marks),
        reference=Reference(0.0, phrase("no difference")),
        strand=tuple(rows),
        second="adjusted" if is_adjusted else None,
        second_lower="adjusted_lower" if is_adjusted else None,
        second_upper="adjusted_upper" if is_adjusted else None,
        second_label=phrase("like compared with like (adjusted for the mix of cases)")
        if is_adjusted
        else "",
        marked="is_different",
        label="verdict",
    )


def in_order(rows: Sequence[dict], labels: Labels) -> list[dict]:
    """By breakdown and name, never by the size of a difference."""
    return sorted(rows, key=lambda row: (row["breakdown"], named(row, labels)))


def named(row: dict, labels: Labels) -> str:
    """Which groups are compared: Female beside male."""
    group, beside = (_member(row, side, labels) for side in ("category", "reference"))
    return phrase(
        "{group} beside {reference}",
        group=f"{group[:1].upper()}{group[1:]}",
        reference=lower_first(beside),
    )


def _member(row: dict, side: str, labels: Labels) -> str:
    said = ANSWERS.get(row["breakdown"], {}).get(row[side])
    return said or labels.category(row["breakdown"], row[side])


def difference(row: dict, name: str = "difference") -> str:
    """A difference with its interval, in percentage points: −4.1 points (−9.0 to +0.8)."""
    if is_missing(row[name]):
        return ""
    said = phrase("{difference} points", difference=signed(row[name]))
    low, high = row[f"{name}_lower"], row[f"{name}_upper"]
    if is_missing(low) or is_missing(high):
        return said
    limits = phrase("{low} to {high}", low=signed(low), high=signed(high))
    return f"{said} ({limits})"


def signed(share: float) -> str:
    """A difference of shares in points, with its sign; a true minus reads aloud as one."""
    rounded = round(POINTS * share, 1) + 0.0
    return ("−" if rounded < 0 else "+") + decimal(abs(rounded), 1)


def points(share: float) -> str:
    """The size of a difference: 4.1 points."""
    return phrase("{difference} points", difference=decimal(POINTS * abs(share), 1))


def statement(row: dict, labels: Labels) -> str:
    """Verdict, difference, and what remains open, without the group."""
    parts = [inside(VERDICTS[row["verdict"]].label)]
    why = reason(row["reason"])
    parts[0] += f" ({why})" if why else ""
    if not is_missing(row["difference"]):
        parts.append(difference(row))
    if not is_missing(row["adjusted_difference"]):
        adjusted = difference(row, "adjusted_difference")
        parts.append(phrase("like compared with like {difference}", difference=adjusted))
    open_gap = row["gap_not_ruled_out"]
    if row["verdict"] in ("cannot_tell", "no_difference_shown") and not is_missing(open_gap):
        size = points(open_gap)
        parts.append(
            phrase("a difference of up to {difference} cannot be ruled out", difference=size)
        )
    return in_turn(parts)


def _mark(row: dict, labels: Labels) -> dict:
    name = named(row, labels)
    verdict = row["verdict"]
    # What nothing can be said about has an interval at most: a point would be read.
    is_told = verdict != "cannot_tell"
    lower, upper = _in_points(row["difference_lower"]), _in_points(row["difference_upper"])
    quality = "reportable" if is_told else ("very_uncertain" if lower is not None else "blank")
    return {
        "x": name,
        "value": _in_points(row["difference"]) if is_told else None,
        "lower": lower,
        "upper": upper,
        "adjusted": _in_points(row["adjusted_difference"]),
        "adjusted_lower": _in_points(row["adjusted_difference_lower"]),
        "adjusted_upper": _in_points(row["adjusted_difference_upper"]),
        "is_different": verdict in ("difference", "difference_explained"),
        "verdict": VERDICTS[verdict].label,
        "name": name,
        "text": statement(row, labels),
        "quality": quality,
        "blank": None,
    }


def _in_points(share) -> float | None:
    return None if is_missing(share) else POINTS * share
