"""Several metrics of one place as a table: each newest number, and beside it the one it must be read with."""

from charts import format as reads
from charts import release_words
from charts.describe import counts, moment, no_number, quality
from charts.format import is_missing
from charts.in_brief import in_brief
from charts.joining import with_commas
from languages import SaidLines, later, phrase
from release.read import Release
from views import frame, held, marks, reading
from views.filled import filled
from views.filters import metric_link
from views.html import element, join
from views.summaries import Summary, summaries

HEADINGS = SaidLines(
    later("What is measured"), later("Newest number"), later("How sure"), later("To be read with")
)


def held_ids(release: Release, metric_ids) -> tuple[str, ...]:
    """Those of the metrics that this release defines."""
    known = reading.definitions(release)
    return tuple(key for key in metric_ids if key in known)


def show(release: Release, caption: str, metric_ids, place: str, name: str) -> None:
    """The table with its file; says so where the release defines none of the metrics."""
    found = summaries(release, held_ids(release, metric_ids), place)
    if not found:
        frame.say(phrase("This release defines none of these metrics."))
        return
    rows = [_cells(release, each, place) for each in found]
    data = [row for each in found for row in (each.row, each.pair) if row is not None]
    frame.table(release, caption, HEADINGS, rows, name=name, data=data)


def said(release: Release, metric_id: str, row: dict | None) -> str:
    """The number in brief or, where there is no row, which kind of nothing it is."""
    if row is not None:
        return in_brief(row, reading.definitions(release)[metric_id])
    is_held = metric_id in held.metrics_with_results(release)
    return phrase("Not reported here") if is_held else phrase("Nobody reported on it")


def in_sentence(release: Release, metric_id: str, row: dict | None) -> str:
    """The same for the middle of a sentence, with its period: 22.0% (16.6% to 28.7%) in 2025; no number (too few to say)."""
    words = said(release, metric_id, row)
    lower = f"{words[:1].lower()}{words[1:]}"
    if row is None:
        return lower
    if quality(row) == "blank" and not has_number(row):
        return no_number(words)
    period = reads.period(row["period_start"], row["period_end"])
    return phrase("{number} in {period}", number=lower, period=period)


def _cells(release: Release, each: Summary, place: str) -> tuple:
    definition = reading.definitions(release)[each.metric_id]
    title = join(
        [
            metric_link(release, each.metric_id, place, each.row),
            element("div", release_words.question(definition), class_="answerable-small"),
        ]
    )
    return title, *_number(release, definition, each.row), _pair(release, each, place)


def _number(release: Release, definition: dict, row: dict | None) -> tuple:
    """Two cells: the number with period and counts, and how sure it is."""
    if row is None:
        return said(release, definition["metric_id"], row), phrase("No number")
    value = in_brief(row, definition) if has_number(row) else phrase("No number")
    when = moment(row)
    lines = [
        element("strong", f"{value[:1].upper()}{value[1:]}"),
        counts(row, definition, reading.labels(release)),
        f"{when[:1].upper()}{when[1:]}",
        reading.no_newer(release, row),
    ]
    told = join(element("div", line) for line in lines if line)
    return told, marks.status(row, definition)


def has_number(row: dict) -> bool:
    """True where there is a number, its interval or the range it lies in."""
    return is_missing(row["blank"]) or not is_missing(row["bound_lower"])


def _pair(release: Release, each: Summary, place: str):
    if each.pair_id not in reading.definitions(release):
        return phrase("Not in this release")
    when = "" if each.pair is None or _same_days(each) else moment(each.pair)
    words = with_commas([said(release, each.pair_id, each.pair), when])
    title = metric_link(release, each.pair_id, place, each.pair)
    return filled(phrase("{metric}: {number}"), metric=title, number=words)


def _same_days(each: Summary) -> bool:
    if each.row is None or is_missing(each.row["period_end"]):
        return False
    days = ("period_start", "period_end")
    return all(each.row[name] == each.pair[name] for name in days)
