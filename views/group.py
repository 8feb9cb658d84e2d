"""The page of one stage of justice: its questions, each with the newest number of a place and its counterpart."""

from charts.format import plain
from charts.joining import named
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import frame, held, places, reading, summary_table
from views.summaries import summaries

QUESTIONS = {
    "identification": later("Who is found, by whom, and who is missed?"),
    "protection": later("Are people kept safe and supported once they are found?"),
    "prosecution": later("What becomes of suspicions, charges and trials?"),
    "sentencing": later("What do convictions lead to?"),
    "timeliness": later("How long do people wait for justice?"),
    "redress": later("Do people get back what was taken from them?"),
    "experience": later("How do survivors find what was done for them?"),
    "recurrence": later("Does it happen again?"),
    "cooperation": later("Do jurisdictions answer one another?"),
    "fairness": later("Is like treated alike, and who is punished instead of protected?"),
    "oversight": later("Does the system answer for itself?"),
    "prevention": later("Is it made harder to do?"),
    "quality": later("How good are the records all of this rests on?"),
    "official": later("What have others published?"),
}
"""Stage of justice -> what its metrics ask together."""
ANY_STAGE = later("What do its metrics say?")


def address(group: str) -> str:
    """Where the page of a stage stands; no metric is named so."""
    return f"stage_{group}"


def show(release: Release, group: str) -> None:
    """The page."""
    frame.heading(plain(group), phrase(QUESTIONS.get(group, ANY_STAGE)))
    place = places.choose(release, address(group))
    has_results = held.metrics_with_results(release)
    members = [d for d in reading.definitions(release).values() if d["metric_group"] == group]
    with_results = [d["metric_id"] for d in members if d["metric_id"] in has_results]
    headline = [d["metric_id"] for d in members if d["headline"] == "yes"]
    first = [key for key in with_results if key in headline]
    others = [key for key in with_results if key not in headline]
    told = held.metrics_with_numbers(release) & set(with_results)
    frame.announce(
        phrase_for(
            len(members),
            "{number} metric, {told} of them with a number in this release. Each stands beside the metric "
            "that would show if it were improved at the cost of justice.",
            "{number} metrics, {told} of them with a number in this release. Each stands beside the metric "
            "that would show if it were improved at the cost of justice.",
            told=whole(len(told)),
        )
    )
    if place:
        _table(release, group, place, phrase("Headline metrics"), first)
        _table(
            release, group, place, phrase("Further metrics") if first else phrase("Metrics"), others
        )
    silent = [d for d in members if d["metric_id"] not in has_results]
    if silent:
        frame.section(phrase("Defined, without results in this release"))
        summary_table.definitions(release, silent, name=address(group))


def _table(release: Release, group: str, place: str, title: str, metric_ids: list[str]) -> None:
    if not metric_ids:
        return
    frame.section(title)
    found = summaries(release, tuple(metric_ids), place)
    name = reading.labels(release).place(place)
    caption = named(title, name)
    summary_table.show(release, caption, found, place, name=address(group))
