"""The headline numbers of one place, each with its counterpart."""

from charts import release_words
from languages import phrase, phrase_for
from release.read import Release
from views import frame, headlines, held, reading, summary_table, tiles
from views.profile_told import ADDRESS
from views.summaries import summaries


def show(release: Release, place: str) -> None:
    """The section; none where the place has no result."""
    metrics = headlines.metrics(release)
    if not held.of_place(release, place).results or not metrics:
        return
    found = [each for each in summaries(release, tuple(metrics), place) if each.row]
    silent = len(metrics) - len(found)
    if not found:
        return
    frame.section(phrase("In short"))
    frame.note(_how_to_read(release, found))
    frame.html(tiles.together(tiles.tile(release, each, place) for each in found))
    if silent:
        titles = [
            release_words.title(reading.definitions(release)[key])
            for key in metrics
            if key not in {each.metric_id for each in found}
        ]
        frame.say(
            phrase_for(
                len(titles),
                "Nothing reported on {number} more: {titles}.",
                "Nothing reported on {number} more: {titles}.",
                titles=phrase("; ").join(titles),
            )
        )
    name = reading.labels(release).place(place)
    what = phrase("newest numbers of {place}", place=name)
    summary_table.download(release, found, ADDRESS, what)


def _how_to_read(release: Release, found: list) -> str:
    origins = {each.row["origin"] for each in found if each.row["source"] == "official"}
    if origins:
        names = reading.labels(release)
        publications = phrase("; ").join(sorted(map(names.publication, origins)))
        return phrase(
            "Published by somebody else, not counted here: {publications}.",
            publications=publications,
        )
    return phrase(
        "The newest number of each kind, in the order of justice; the line below it is the one that "
        "would show if it were improved at the cost of justice."
    )
