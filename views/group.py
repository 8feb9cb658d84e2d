"""The page of one stage of justice: its questions, each with the newest number of a place and its counterpart."""

from charts.format import many, plain
from release.read import Release
from views import frame, held, places, reading, summary_table
from views.summaries import summaries

QUESTIONS = {
    "identification": "Who is found, by whom, and who is missed?",
    "protection": "Are people kept safe and supported once they are found?",
    "prosecution": "What becomes of suspicions, charges and trials?",
    "sentencing": "What do convictions lead to?",
    "timeliness": "How long do people wait for justice?",
    "redress": "Do people get back what was taken from them?",
    "experience": "How do survivors find what was done for them?",
    "recurrence": "Does it happen again?",
    "cooperation": "Do jurisdictions answer one another?",
    "fairness": "Is like treated alike, and who is punished instead of protected?",
    "oversight": "Does the system answer for itself?",
    "prevention": "Is it made harder to do?",
    "quality": "How good are the records all of this rests on?",
    "official": "What have others published?",
}
"""Stage of justice -> what its metrics ask together."""


def address(group: str) -> str:
    """Where the page of a stage stands; no metric is named so."""
    return f"stage_{group}"


def show(release: Release, group: str) -> None:
    """The page."""
    frame.heading(plain(group), QUESTIONS.get(group, "What do its metrics say?"))
    place = places.choose(release, address(group))
    has_results = held.metrics_with_results(release)
    members = [d for d in reading.definitions(release).values() if d["metric_group"] == group]
    with_results = [d["metric_id"] for d in members if d["metric_id"] in has_results]
    headline = [d["metric_id"] for d in members if d["headline"] == "yes"]
    first = [key for key in with_results if key in headline]
    others = [key for key in with_results if key not in headline]
    told = held.metrics_with_numbers(release) & set(with_results)
    frame.announce(
        f"{many(len(members), 'metric')}, {len(told)} of them with a number in this release. "
        "Each stands beside the metric that would show if it were improved at the cost of justice."
    )
    if place:
        _table(release, group, place, "Headline metrics", first)
        _table(release, group, place, "Further metrics" if first else "Metrics", others)
    silent = [d for d in members if d["metric_id"] not in has_results]
    if silent:
        frame.section("Defined, without results in this release")
        summary_table.definitions(release, silent, name=address(group))


def _table(release: Release, group: str, place: str, title: str, metric_ids: list[str]) -> None:
    if not metric_ids:
        return
    frame.section(title)
    found = summaries(release, tuple(metric_ids), place)
    name = reading.labels(release).place(place)
    caption = f"{title}: {name}"
    summary_table.show(release, caption, found, place, name=address(group))
