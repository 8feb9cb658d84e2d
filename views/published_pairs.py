"""One measure that others published, year by year, beside the number of ours that counts something like it."""

from charts import format as reads
from charts.describe import blank_words, quality
from charts.format import is_missing
from charts.in_brief import in_brief
from charts.published import Pair, beside_chart, difference_in_words, known_of, reasons
from release.read import Release
from views import figure, frame, reading
from views.filters import place_label
from views.html import bullets, join, link


def show(release: Release, metric_id: str, measure: str, found: list[Pair], page: str) -> None:
    """Chart, table with both numbers and what lies between, and why the two may differ."""
    names = reading.labels(release)
    definition = reading.definitions(release)[metric_id]
    place = found[0].theirs["jurisdiction"]
    chart = beside_chart(definition, found, measure, names)
    if chart is None:
        frame.part(f"{names.category('official_measure', measure)}, beside {definition['title']}")
        frame.say(f"No year has a number on both sides, so no line is drawn. {_told(found)}")
    else:
        figure.draw(
            release, chart, key=f"{page} {measure} {metric_id}", name=page, told=_told(found)
        )
    label = place_label(place, names)
    name = names.category("official_measure", measure).lower()
    frame.table(
        release,
        f"{names.place(place)}: {name} as published, beside {definition['title'].lower()} of ours",
        ("Year", "Published", "Who published it", "Ours", "Published less ours"),
        [_cells(pair, definition, names) for pair in reversed(found)],
        name=page,
        data=[_row(pair) for pair in found],
    )
    ours = link(definition["title"], metric_id, jurisdiction=label)
    frame.note(
        join(["How ours is counted: ", ours, ". Neither number is a correction of the other."])
    )


def why(release: Release, measure: str, found: list[Pair]) -> None:
    """What is known of the publications, and what else may lie behind a difference."""
    names = reading.labels(release)
    newest = {pair.theirs["origin"].rpartition(" ")[0]: pair.theirs["origin"] for pair in found}
    for origin in newest.values():
        known = known_of(origin)
        if known:
            frame.say(f"What is known of {names.publication(origin).rpartition(', edition')[0]}:")
            frame.html(bullets(known))
    frame.say("Why two honest counts may differ:")
    frame.html(bullets(reasons(measure)))


def printed(row: dict) -> str:
    """A published figure in words; one that its publisher hid says how high it can be, where that was printed."""
    if quality(row) != "blank":
        return reads.value(row["value"], "count")
    words = f"No number ({blank_words(row).label.lower()})"
    top = row["bound_upper"]
    return words if is_missing(top) else f"{words}, at most {reads.count(top)}"


def _told(found: list[Pair]) -> str:
    both = [pair for pair in found if pair.difference is not None]
    same = sum(pair.difference == 0 for pair in both)
    less = sum(pair.difference < 0 for pair in both)
    if not both:
        return "No published figure can be set beside a number of ours."
    head = f"{reads.many(len(both), 'published figure')} can be set beside a number of ours"
    parts = {"lower than ours": less, "higher": len(both) - less - same, "the same": same}
    listed = ", ".join(f"{count} {words}" for words, count in parts.items() if count)
    return f"{head}: {listed}."


def _cells(pair: Pair, definition: dict, names) -> tuple:
    theirs = pair.theirs
    ours = (
        "Not counted here for this year" if pair.ours is None else in_brief(pair.ours, definition)
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
