"""Figures that others published beside numbers of ours: both as they are, and what lies between them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from charts import format as reads
from charts.chart import MOST_SERIES, Chart
from charts.describe import alternative_text, quality, statement
from charts.format import is_missing
from charts.from_results import mark
from charts.labels import Labels
from charts.release_words import inside, title_inside, unit_alone
from charts.select import by_column
from languages import later, phrase

PRINTED = "official_figures"
"""The metric that shows figures as printed, one measure a category."""
OURS = later("Ours")
ALIKE = ("jurisdiction", "scope", "unit_counted", "period_start", "period_end")
"""What two numbers must share to stand beside one another."""


@dataclass(frozen=True)
class Pair:
    """A published figure and our number of the same place, scope, unit and days; `ours` is None where there is none."""

    theirs: dict
    ours: dict | None

    @property
    def difference(self) -> float | None:
        """Theirs less ours, as a number of units; None where either has no number to tell."""
        if self.ours is None or "blank" in (quality(self.theirs), quality(self.ours)):
            return None
        if quality(self.ours) == "very_uncertain":
            return None
        return self.theirs["value"] - self.ours["value"]


def metrics_beside(measure: str) -> tuple[str, ...]:
    """Our metrics that count something like this measure; none for most measures."""
    return tuple(_declared()["measures"].get(measure, {}).get("metrics", ()))


def measures() -> tuple[str, ...]:
    """The measures that something of ours stands beside."""
    return tuple(_declared()["measures"])


def reasons(measure: str) -> list[str]:
    """Why the two may differ, as sentences."""
    found = _declared()
    return [
        phrase(found["reasons"][key])
        for key in found["measures"].get(measure, {}).get("reasons", ())
    ]


def known_of(origin: str | None) -> list[str]:
    """What is known of how a publication counts; `origin` is series and edition."""
    known = _declared()["publications"].get(series_of(origin), {}).get("known", ())
    return [phrase(text) for text in known]


def series_of(origin: str | None) -> str:
    """The series of an origin, without its edition."""
    if is_missing(origin):
        return ""
    series, _, edition = origin.rpartition(" ")
    return series or edition


def pairs(theirs: Sequence[dict], ours: Sequence[dict]) -> list[Pair]:
    """A pair a published figure, oldest first, publications by name; `ours` are totals of one metric of case data."""
    found = {tuple(row[name] for name in ALIKE): row for row in ours if row["source"] == "case"}
    ordered = sorted(theirs, key=lambda row: (row["period_end"], str(row["origin"])))
    return [Pair(row, found.get(tuple(row[name] for name in ALIKE))) for row in ordered]


def disagreeing(theirs: Sequence[dict]) -> list[list[dict]]:
    """Figures about the same thing, printed with different values: by publications, or by editions of one."""
    found: dict[tuple, list[dict]] = {}
    for row in theirs:
        key = tuple(row[name] for name in (*ALIKE, "breakdown", "category"))
        found.setdefault(key, []).append(row)
    groups = [
        sorted(rows, key=lambda row: str(row["origin"]))
        for rows in found.values()
        if len({row["value"] for row in rows if not is_missing(row["value"])}) > 1
    ]
    return sorted(groups, key=lambda rows: (rows[0]["category"], rows[0]["period_end"]))


def difference_in_words(pair: Pair) -> str:
    """104 fewer than ours; the same as ours; why there is none to tell."""
    if pair.ours is None:
        return phrase("Nothing of ours for this year")
    gap = pair.difference
    if gap is None:
        return phrase("None: one of the two has no number")
    if gap == 0:
        return phrase("The same as ours")
    if gap > 0:
        return phrase("{count} more than ours", count=reads.count(gap))
    return phrase("{count} fewer than ours", count=reads.count(abs(gap)))


def beside_chart(
    definition: dict, found: Sequence[Pair], measure: str, labels: Labels
) -> Chart | None:
    """A line of ours and one a publication and edition; None where no year has a number on both sides.

    Where there are too many, only the newest edition of each series is drawn; None where even those are too many.
    """
    if not any(pair.difference is not None for pair in found):
        return None
    origins = _drawn({pair.theirs["origin"] for pair in found})
    if len(origins) + 1 > MOST_SERIES:
        return None
    kept = [pair for pair in found if pair.theirs["origin"] in origins]
    shorts = _short_names(origins)
    own = list({pair.ours["period_end"]: pair.ours for pair in kept if pair.ours}.values())
    rows = sorted(own, key=lambda row: row["period_end"])
    marks = [_mark(row, definition, labels, phrase(OURS)) for row in rows]
    for origin, theirs in sorted(by_column([p.theirs for p in kept], "origin").items()):
        marks += [_mark(row, definition, labels, shorts[origin]) for row in theirs]
    first = kept[0].theirs
    place = labels.place(first["jurisdiction"])
    name = labels.category("official_measure", measure)
    title = _title(kept, place, name, definition)
    subtitle = phrase(
        "Number of {things}, {place}. Ours: {metric}. Published: {measure}",
        things=labels.unit(first["unit_counted"]),
        place=place,
        metric=title_inside(definition),
        measure=inside(name),
    )
    years = sorted({(p.theirs["period_end"], p.theirs["period_start"]) for p in kept})
    return Chart(
        kind="line",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("line", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="count",
        y_title=unit_alone(first["unit_counted"]),
        series="series",
        lower="lower",
        upper="upper",
        categories=tuple(reads.period(start, end) for end, start in years),
        strand=(*rows, *(pair.theirs for pair in kept)),
    )


def _title(found: Sequence[Pair], place: str, name: str, definition: dict) -> str:
    """The newest year with a number on both sides, and under which names the two stand."""
    told = [pair for pair in found if pair.difference is not None]
    newest = max(told, key=lambda pair: (pair.theirs["period_end"], str(pair.theirs["origin"])))
    when = reads.period(newest.theirs["period_start"], newest.theirs["period_end"])
    theirs, ours = (reads.count(row["value"]) for row in (newest.theirs, newest.ours))
    return phrase(
        "{place} in {period}: {theirs} published as {measure}, {ours} counted by us as {metric}",
        place=place,
        period=when,
        theirs=theirs,
        measure=inside(name),
        ours=ours,
        metric=title_inside(definition),
    )


def _drawn(origins: set[str]) -> set[str]:
    if len(origins) + 1 <= MOST_SERIES:
        return origins
    newest: dict[str, str] = {}
    for origin in sorted(origins):
        newest[series_of(origin)] = origin
    return set(newest.values())


def _mark(row: dict, definition: dict, labels: Labels, series: str) -> dict:
    found = mark(row, definition, labels, _period, lambda _: series)
    if series != phrase(OURS):
        found |= {"lower": None, "upper": None, "text": statement(row, definition, labels)}
    return found


def _short_names(origins: set[str]) -> dict[str, str]:
    """Origin -> a name short enough to stand at the end of a line; the table names the publication in full."""
    words = {origin: series_of(origin).rpartition("_")[2] for origin in origins}
    short = {origin: f"{words[origin]} {origin.rpartition(' ')[2]}" for origin in origins}
    if len(set(words.values())) == 1:
        short = {
            origin: phrase("Edition {edition}", edition=origin.rpartition(" ")[2])
            for origin in origins
        }
    is_clear = len(set(short.values())) == len(origins)
    return short if is_clear else {origin: origin.replace("_", " ") for origin in origins}


def _period(row: dict) -> str:
    return reads.period(row["period_start"], row["period_end"])


@cache
def _declared() -> dict:
    path = Path(__file__).with_name("published_beside.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
