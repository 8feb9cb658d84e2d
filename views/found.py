"""What findings share: their shape, which rows are the newest that say something, and links to their pages."""

from dataclasses import dataclass

from charts import release_words
from charts.joining import with_commas
from charts.select import by_column
from release.read import Release
from views import reading
from views.filters import number_link
from views.html import Markup

MOST_TOLD = 2
"""Examples of one finding."""


@dataclass(frozen=True)
class Finding:
    """`title` says it in a sentence with its number; `points` how sure one can be, examples, and where to look."""

    title: str
    points: tuple[Markup, ...] = ()


def newest_told(rows: list[dict]) -> list[dict]:
    """The last years of each metric in which anything could be said; all crime only where nothing else is told."""
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    kept = []
    for of_metric in by_column(rows, "metric_id").values():
        told = [row for row in of_metric if not row["reason"]]
        last = max((row["period_end"] for row in told), default=None)
        kept += [row for row in of_metric if row["period_end"] == last]
    return kept


def is_headline(release: Release, metric_id: str) -> bool:
    return reading.definitions(release)[metric_id]["headline"] == "yes"


def linked(release: Release, row: dict, more: str) -> Markup:
    """A link to the metric's page at what the row is about."""
    title = release_words.title(reading.definitions(release)[row["metric_id"]])
    return number_link(release, with_commas([title, more]), row)
