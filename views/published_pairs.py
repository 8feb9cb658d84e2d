"""One measure that others published, year by year, beside the number of ours that counts something like it."""

from charts import format as reads
from charts import release_words
from charts.describe import blank_words, quality
from charts.format import is_missing
from charts.in_brief import in_brief
from charts.published import Pair, beside_chart, difference_in_words, known_of, reasons
from charts.release_words import inside
from languages import phrase, phrase_for
from release.read import Release
from views import figure, frame, reading
from views.filled import filled
from views.filters import metric_link
from views.html import bullets


def show(release: Release, metric_id: str, measure: str, found: list[Pair], page: str) -> None:
    """Chart, table with both numbers and what lies between, and why the two may differ."""
    names = reading.labels(release)
    definition = reading.definitions(release)[metric_id]
    place = found[0].theirs["jurisdiction"]
    chart = beside_chart(definition, found, measure, names)
    if chart is None:
        frame.part(
            phrase(
                "{measure}, beside {metric}",
                measure=names.category("official_measure", measure),
                metric=release_words.title(definition),
            )
        )
        none = phrase("No year has a number on both sides, so no line is drawn.")
        frame.say(f"{none} {_told(found)}")
    else:
        figure.draw(
            release, chart, key=f"{page} {measure} {metric_id}", name=page, told=_told(found)
        )
    name = inside(names.category("official_measure", measure))
    frame.table(
        release,
        phrase(
            "{place}: {measure} as published, beside {metric} of ours",
            place=names.place(place),
            measure=name,
            metric=release_words.title_inside(definition),
        ),
        (
            phrase("Year"),
            phrase("Published"),
            phrase("Who published it"),
            phrase("Ours"),
            phrase("Published less ours"),
        ),
        [_cells(pair, definition, names) for pair in reversed(found)],
        name=page,
        data=[_row(pair) for pair in found],
    )
    ours = metric_link(release, metric_id, place, found[-1].ours)
    said = phrase("How ours is counted: {metric}. Neither number is a correction of the other.")
    frame.note(filled(said, metric=ours))


def why(release: Release, measure: str, found: list[Pair]) -> None:
    """What is known of the publications, and what else may lie behind a difference."""
    names = reading.labels(release)
    newest = {pair.theirs["origin"].rpartition(" ")[0]: pair.theirs["origin"] for pair in found}
    for origin in newest.values():
        known = known_of(origin)
        if known:
            series = names.publication(origin).rpartition(", ")[0]
            frame.say(phrase("What is known of {publication}:", publication=series))
            frame.html(bullets(known))
    frame.say(phrase("Why two honest counts may differ:"))
    frame.html(bullets(reasons(measure)))


def printed(row: dict) -> str:
    """A published figure in words; one that its publisher hid says how high it can be, where that was printed."""
    if quality(row) != "blank":
        return reads.value(row["value"], "count")
    blank, top = inside(blank_words(row).label), row["bound_upper"]
    if is_missing(top):
        return phrase("No number ({blank})", blank=blank)
    return phrase("No number ({blank}), at most {top}", blank=blank, top=reads.count(top))


def _told(found: list[Pair]) -> str:
    both = [pair for pair in found if pair.difference is not None]
    same = sum(pair.difference == 0 for pair in both)
    less = sum(pair.difference < 0 for pair in both)
    if not both:
        return phrase("No published figure can be set beside a number of ours.")
    higher = len(both) - less - same
    parts = [
        phrase_for(less, "{number} lower than ours", "{number} lower than ours") if less else "",
        phrase_for(higher, "{number} higher", "{number} higher") if higher else "",
        phrase_for(same, "{number} the same", "{number} the same") if same else "",
    ]
    return phrase_for(
        len(both),
        "{number} published figure can be set beside a number of ours: {parts}.",
        "{number} published figures can be set beside a number of ours: {parts}.",
        parts=", ".join(part for part in parts if part),
    )


def _cells(pair: Pair, definition: dict, names) -> tuple:
    theirs = pair.theirs
    ours = (
        phrase("Not counted here for this year")
        if pair.ours is None
        else in_brief(pair.ours, definition)
    )
    return (
        reads.period(theirs["period_start"], theirs["period_end"]),
        printed(theirs),
        names.publication(theirs["origin"]),
        ours,
        difference_in_words(pair),
    )


def _row(pair: Pair) -> dict:
    """Both numbers in one line of the file."""
    theirs, ours = pair.theirs, pair.ours or {}
    same = ("jurisdiction", "scope", "period_start", "period_end", "unit_counted")
    return {name: theirs[name] for name in same} | {
        "measure": theirs["category"],
        "published_by": theirs["origin"],
        "published": theirs["value"],
        "published_at_most": theirs["bound_upper"],
        "published_blank": theirs["blank"],
        "our_metric": ours.get("metric_id"),
        "ours": ours.get("value"),
        "ours_lower": ours.get("lower"),
        "ours_upper": ours.get("upper"),
        "ours_blank": ours.get("blank"),
        "published_less_ours": pair.difference,
    }
