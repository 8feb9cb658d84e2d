"""Clocks of one place beside each other, in days on one axis: each reads another time, of other proceedings."""

from collections.abc import Mapping
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.cohorts import in_words, span
from charts.describe import alternative_text, quality
from charts.format import is_missing
from charts.from_results import mark
from charts.in_brief import has_point, in_brief
from charts.joining import named, with_commas
from charts.labels import Labels
from languages import later, phrase


@dataclass(frozen=True)
class Clock:
    """`name` is short, `of` says whose time it reads, `moved_by` what moves it although nothing got faster or slower.

    `part` is the share that has to have ended before it can be read; None where nothing has to.
    """

    english_name: str
    english_of: str
    english_moved_by: str
    part: float | None = None

    @property
    def name(self) -> str:
        return phrase(self.english_name)

    @property
    def of(self) -> str:
        return phrase(self.english_of)

    @property
    def moved_by(self) -> str:
        return phrase(self.english_moved_by)


CLOCKS: Mapping[str, Clock] = {
    "time_to_charge": Clock(
        later("Suspicion to charge or clearing: half decided"),
        later("Everybody first suspected in the year, open ones included"),
        later("Closing cases fast, without a charge"),
        0.5,
    ),
    "time_to_disposition": Clock(
        later("Charge to outcome: half have ended"),
        later("Everybody charged in the year, open ones included"),
        later("Dropping cases in large numbers"),
        0.5,
    ),
    "time_to_disposition_75": Clock(
        later("Charge to outcome: three in four have ended"),
        later("Everybody charged in the year, open ones included"),
        later("Dropping slow cases; leaving them lying lengthens it, as it should"),
        0.75,
    ),
    "time_to_disposition_90": Clock(
        later("Charge to outcome: nine in ten have ended"),
        later("Everybody charged in the year, open ones included"),
        later("Dropping slow cases; leaving them lying lengthens it, as it should"),
        0.9,
    ),
    "time_to_outcome": Clock(
        later("Suspicion to outcome: half have one"),
        later("Everybody first suspected in the year, open ones included"),
        later("Closing cases fast, without a charge"),
        0.5,
    ),
    "mean_time_to_outcome": Clock(
        later("Suspicion to outcome: mean, three years at most"),
        later("Everybody first suspected in the year; longer waits count as three years"),
        later("Closing cases fast, without a charge"),
    ),
    "current_pace": Clock(
        later("Current pace: half would have ended"),
        later("A proceeding that met the pace of this one year at every age"),
        later("Dropping cases in large numbers; intake does not move it"),
        0.5,
    ),
    "pending_age": Clock(
        later("Still waiting: age of the middle one"),
        later("What is open at the end of the year, and nothing that has ended"),
        later("Many new cases, or closing old ones in bulk, make it younger"),
    ),
    "disposition_time": Clock(
        later("Disposition time, as CEPEJ defines it"),
        later("Nobody: 365 times what is pending over what ended in the year"),
        later("Rising intake lengthens it; closing old cases in bulk shortens it"),
    ),
    "custody_before_verdict": Clock(
        later("In custody before the verdict: mean"),
        later("Accused who were held and whose proceedings ended in the year"),
        later("Leaving long cases lying shortens it"),
    ),
}
"""Metric -> its clock, in the order of the proceedings."""
MORE_THAN = {
    0.5: later("half have not ended ({ended} of {total} have)"),
    0.75: later("more than a quarter have not ended ({ended} of {total} have)"),
    0.9: later("more than one in ten have not ended ({ended} of {total} have)"),
}
"""Share that has to have ended -> who has not, where it cannot be read yet."""


def reading(metric_id: str, row: dict | None, definition: dict) -> str:
    """What a clock says in brief; where too few have ended, that it says more than so many days."""
    waited = not_reached(row, CLOCKS[metric_id].part) if row else ""
    return waited or in_brief(row, definition)


def not_reached(row: dict, part: float | None) -> str:
    """More than 365 days: half have not ended; empty where the clock can be read, or may not be told.

    Everybody was followed from the end of the cohort to the data date, so whoever had not ended by then
    waited longer than that.
    """
    counted = (row["numerator"], row["denominator"])
    if part is None or row["blank"] != "not_yet" or any(is_missing(each) for each in counted):
        return ""
    ended, of = counted
    if not of or ended >= part * of:
        return ""
    followed = (row["as_of"] - row["period_end"]).days if not is_missing(row["as_of"]) else 0
    said = phrase(MORE_THAN[part], ended=reads.count(ended), total=reads.count(of))
    if followed > 0:
        return named(phrase("more than {time}", time=reads.value(followed, "days")), said)
    return named(phrase("not reached"), said)


def clocks(
    rows: Mapping[str, dict], definitions: Mapping[str, dict], labels: Labels
) -> Chart | None:
    """`rows`: metric -> its result of one place; None where fewer than two clocks can be read."""
    shown = [key for key in CLOCKS if key in rows]
    marks = [_mark(key, rows[key], definitions[key], labels) for key in shown]
    if sum(each["value"] is not None or each["lower"] is not None for each in marks) < 2:
        return None
    first = rows[shown[0]]
    place = labels.place(first["jurisdiction"])
    title = headline(rows, place)
    measure = phrase("Days on each clock, {place}, each at the span in its label.", place=place)
    offences = phrase("Offences counted: {offences}.", offences=labels.scope(first["scope"]))
    subtitle = f"{measure} {offences}"
    return Chart(
        kind="bar",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("bar", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="days",
        y_title=phrase("Days"),
        lower="lower",
        upper="upper",
        categories=tuple(each["x"] for each in marks),
        strand=tuple(rows[key] for key in shown),
    )


def headline(rows: Mapping[str, dict], place: str) -> str:
    """What is seen: how far the clocks are apart."""
    told = [rows[key]["value"] for key in CLOCKS if has_point(rows.get(key))]
    if len(told) < 2:
        shown = [quality(rows[key]) for key in CLOCKS if key in rows]
        if shown.count("blank") > len(shown) / 2:
            return phrase("In {place}, most clocks cannot be read", place=place)
        return phrase("In {place}, most clocks can be read as intervals only", place=place)
    low, high = reads.value(min(told), "days"), reads.value(max(told), "days")
    return phrase(
        "In {place}, {count} clocks read from {low} to {high}",
        place=place,
        count=len(told),
        low=low,
        high=high,
    )


def _mark(metric_id: str, row: dict, definition: dict, labels: Labels) -> dict:
    name = with_commas([CLOCKS[metric_id].name, in_words(span(row))])
    found = mark(row, definition, labels, lambda _: name, None)
    # Bounds of means of the same people differ by rounding only.
    if quality(row) != "blank":
        found |= {"bound_lower": None, "bound_upper": None}
    return found
