"""What became of the people charged: the known ends of a cohort as parts of all, and a rest that is open or hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.cohorts import Span, in_words, is_young, span
from charts.describe import alternative_text
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from languages import Said, later, phrase

ENDS = Said(
    {
        "cohort_conviction": later("Convicted of trafficking"),
        "cohort_other_conviction": later("Convicted of another offence only"),
        "cohort_acquittal": later("Acquitted or dismissed"),
        "cohort_discontinued": later("Dropped by the prosecution"),
        "cohort_other_end": later("Ended otherwise"),
    }
)
"""Metric -> what it counts, in words for a part of a bar; together these are all ends there are."""
OPEN = later("Open at that time")
NOT_TOLD = later("Open at that time, or not told")


@dataclass(frozen=True)
class Ends:
    """People charged in one span: how many, metric -> how many ended so, as far as published.

    `untold` maps the other ends to the reason: a code of a blank, or "" where nothing was published.
    `rows` are the results the counts come from.
    """

    span: Span
    charged: float
    counts: Mapping[str, float]
    untold: Mapping[str, str]
    rows: tuple[dict, ...]

    @property
    def rest(self) -> float:
        """How many are not in a known end."""
        return self.charged - sum(self.counts.values())

    @property
    def rest_name(self) -> str:
        return phrase(NOT_TOLD) if self.untold else phrase(OPEN)

    @property
    def is_young(self) -> bool:
        return any(is_young(row) for row in self.rows)

    @property
    def name(self) -> str:
        return with_commas([in_words(self.span), phrase("too young") if self.is_young else ""])


def ends(rows: Mapping[str, Sequence[dict]]) -> list[Ends]:
    """`rows`: metric -> results of one place, scope and horizon. Spans do not overlap; the earliest comes first.

    The same people are taken together differently from one end to the next, so a span is put together
    from the published years that make it up, and only where each of them is published. Those spans
    are kept of which most ends are known; of equals, the shorter.
    """
    wanted = {span(row) for some in rows.values() for row in some}
    found = [each for each in (_of_span(rows, days) for days in wanted) if each]
    found.sort(key=lambda each: (-len(each.counts), each.span[1] - each.span[0], each.span))
    kept: list[Ends] = []
    for each in found:
        if all(each.span[1] < other.span[0] or other.span[1] < each.span[0] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.span)


def stacked(found: Sequence[Ends], labels: Labels) -> Chart | None:
    """A bar a span; None where no end of any span is known."""
    if not found:
        return None
    # Part by part, so that the parts keep one order even where a bar lacks some.
    order = [*ENDS.values(), phrase(OPEN), phrase(NOT_TOLD)]
    marks = [mark for each in found for mark in _marks(each)]
    marks.sort(key=lambda mark: order.index(mark["series"]))
    first = found[0].rows[0]
    place, horizon = labels.place(first["jurisdiction"]), reads.horizon(first["horizon_days"])
    with_convictions = [each for each in found if "cohort_conviction" in each.counts]
    # What is open can still change a young span: an old one is told first.
    told = [each for each in with_convictions if not each.is_young] or with_convictions or found
    title = headline(told[-1], place, horizon)
    subtitle = phrase(
        "Share of persons charged, by what had become of them within {horizon} of the charge, {place}, by year of "
        "charge. Offences counted: {offences}.",
        horizon=horizon,
        place=place,
        offences=labels.scope(first["scope"]),
    )
    return Chart(
        kind="stacked",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("stacked", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=phrase("Share of persons charged"),
        series="series",
        categories=tuple(each.name for each in found),
        open_series=(phrase(OPEN), phrase(NOT_TOLD)),
        strand=tuple(row for each in found for row in each.rows),
    )


def headline(each: Ends, place: str, horizon: str) -> str:
    """What is seen in a bar: its largest known end, and the rest; of a young span only what is known so far."""
    largest = max(each.counts, key=each.counts.get)
    share = reads.value(each.counts[largest] / each.charged, "share")
    rest = reads.value(each.rest / each.charged, "share")
    about = {
        "place": place,
        "share": share,
        "period": in_words(each.span),
        "ended": PASSIVE[largest],
        "horizon": horizon,
        "rest": rest,
    }
    if each.is_young:
        said = later(
            "In {place}, at least {share} of those charged in {period} were {ended} within {horizon}; up to {rest} "
            "are still open"
        )
        or_not_told = later(
            "In {place}, at least {share} of those charged in {period} were {ended} within {horizon}; up to {rest} "
            "are still open or not told"
        )
    else:
        said = later(
            "In {place}, {share} of those charged in {period} were {ended} within {horizon}; {rest} were open at "
            "that time"
        )
        or_not_told = later(
            "In {place}, {share} of those charged in {period} were {ended} within {horizon}; {rest} were open at "
            "that time or not told"
        )
    return phrase(or_not_told if each.untold else said, **about)


PASSIVE = Said(
    {
        "cohort_conviction": later("convicted of trafficking"),
        "cohort_other_conviction": later("convicted of another offence only"),
        "cohort_acquittal": later("acquitted or saw their case dismissed"),
        "cohort_discontinued": later("dropped by the prosecution"),
        "cohort_other_end": later("out of the proceedings for other reasons"),
    }
)


def _of_span(rows: Mapping[str, Sequence[dict]], days: Span) -> Ends | None:
    counts, untold, used, sizes = {}, {}, [], set()
    for metric_id in ENDS:
        tiles = _tiles(rows.get(metric_id, ()), days)
        if not tiles:
            untold[metric_id] = _reason(rows.get(metric_id, ()), days)
            continue
        counts[metric_id] = sum(row["numerator"] for row in tiles)
        sizes.add(sum(row["denominator"] for row in tiles))
        used += tiles
    # Ends of which the whole differs are not parts of one bar.
    if len(sizes) != 1 or not (charged := sizes.pop()) or sum(counts.values()) > charged:
        return None
    return Ends(days, charged, counts, untold, tuple(used))


def _tiles(rows: Sequence[dict], days: Span) -> list[dict]:
    """Rows with counts that follow one another from the first day to the last; none where a day is missing."""
    told = [row for row in rows if _is_told(row) and _is_within(row, days)]
    for row in sorted(told, key=lambda row: span(row)[1], reverse=True):
        first, last = span(row)
        if first != days[0]:
            continue
        if last == days[1]:
            return [row]
        after = min((span(r)[0] for r in told if span(r)[0] > last), default=None)
        if after is None or (after - last).days != 1:
            continue
        if rest := _tiles(told, (after, days[1])):
            return [row, *rest]
    return []


def _reason(rows: Sequence[dict], days: Span) -> str:
    """Why an end is not told for this span: that of its own row, else of the rows it would be made of."""
    own = [row for row in rows if span(row) == days] or [r for r in rows if _is_within(r, days)]
    blanks = [row["blank"] for row in own if not is_missing(row["blank"]) and not _is_told(row)]
    return blanks[0] if blanks else ""


def _is_told(row: dict) -> bool:
    return not is_missing(row["numerator"]) and not is_missing(row["denominator"])


def _is_within(row: dict, days: Span) -> bool:
    first, last = span(row)
    return days[0] <= first and last <= days[1]


def _marks(each: Ends) -> list[dict]:
    parts = [(ENDS[key], each.counts[key]) for key in ENDS if key in each.counts]
    parts.append((each.rest_name, each.rest))
    return [
        {
            "x": each.name,
            "series": name,
            "value": count / each.charged,
            "lower": None,
            "upper": None,
            "text": phrase(
                "{part} of {whole} persons, {share}",
                part=reads.count(count),
                whole=reads.count(each.charged),
                share=reads.value(count / each.charged, "share"),
            ),
            "quality": "reportable",
            "blank": None,
            "blank_label": None,
            "name": with_commas([each.name, inside(name)]),
        }
        for name, count in parts
        if count or name not in ENDS.values()
    ]
