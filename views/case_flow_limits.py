"""What a page cannot tell of one place, and the duties that its numbers bear on."""

from collections import Counter
from collections.abc import Iterable

from charts.describe import blank_words
from charts.format import many
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
    silent = [definitions[key]["title"] for key, rows in found.items() if not rows]
    kinds = Counter(
        blank_words(row).label.lower() for rows in found.values() for row in rows if row["blank"]
    )
    said = []
    if silent:
        said.append(
            f"Nothing is published for {names.place(place)} on: {'; '.join(silent)}. It was not "
            "reported, or could not be shown without pointing at people."
        )
    if kinds:
        listed = ", ".join(f"{count:,} {words}" for words, count in kinds.most_common())
        total = sum(len(rows) for rows in found.values())
        said.append(f"Of {many(total, 'figure')} of this place, these have no number: {listed}.")
    return said
