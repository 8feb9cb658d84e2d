"""What a page cannot tell of one place, and the duties that its numbers bear on."""

from collections import Counter
from collections.abc import Iterable

from charts import joining, release_words
from charts.describe import blank_words
from languages import phrase, phrase_for, whole
from release.read import Release
from views import case_flow_read, page_end, reading


def show(release: Release, metric_ids: Iterable[str], place: str, always: Iterable[str]) -> None:
    """Silences and blanks of this place among these metrics, then `always`, then the duties."""
    metric_ids = case_flow_read.known(release, metric_ids)
    points = [*_blanks(release, metric_ids, place), *always]
    page_end.show(release, points, metric_ids, place)


def _blanks(release: Release, metric_ids: tuple[str, ...], place: str) -> list[str]:
    names, definitions = reading.labels(release), reading.definitions(release)
    found = {
        key: reading.results(release, key, jurisdiction=place, source="case") for key in metric_ids
    }
    silent = [release_words.title(definitions[key]) for key, rows in found.items() if not rows]
    kinds = Counter(
        release_words.inside(blank_words(row).label)
        for rows in found.values()
        for row in rows
        if row["blank"]
    )
    said = []
    if silent:
        said.append(
            phrase(
                "Nothing is published for {place} on: {metrics}. It was not "
                "reported, or could not be shown without pointing at people.",
                place=names.place(place),
                metrics=joining.in_turn(silent),
            )
        )
    if kinds:
        listed = ", ".join(
            phrase("{number} {reason}", number=whole(count), reason=words)
            for words, count in kinds.most_common()
        )
        said.append(
            phrase_for(
                sum(len(rows) for rows in found.values()),
                "Of {number} figure of this place, these have no number: {reasons}.",
                "Of {number} figures of this place, these have no number: {reasons}.",
                reasons=listed,
            )
        )
    return said
