"""What findings share: their shape, and links to their pages."""

from dataclasses import dataclass

from charts import release_words
from charts.joining import with_commas
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


def is_headline(release: Release, metric_id: str) -> bool:
    return reading.definitions(release)[metric_id]["headline"] == "yes"


def linked(release: Release, row: dict, more: str) -> Markup:
    """A link to the metric's page at what the row is about."""
    title = release_words.title(reading.definitions(release)[row["metric_id"]])
    return number_link(release, with_commas([title, more]), row)
