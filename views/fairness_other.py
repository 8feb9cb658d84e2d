"""What else bears on fairness: the metrics of that stage, as numbers of one place or as links."""

from charts import release_words
from languages import phrase, phrase_in
from release.read import Release
from views import frame, group, held, reading, tiles
from views.compliance_filters import ALL
from views.filled import filled
from views.html import bullets, link


def show(release: Release, place: str) -> None:
    """The section; nothing where the release defines no such metric."""
    members = [d for d in reading.definitions(release).values() if d["metric_group"] == "fairness"]
    if not members:
        return
    frame.section(phrase("Other measures of fairness"))
    with_results = held.metrics_with_results(release)
    told = [d["metric_id"] for d in members if d["metric_id"] in with_results]
    if place != ALL and place in held.places(release) and told:
        tiles.show(release, told, place)
    else:
        frame.html(
            bullets(
                filled(
                    phrase("{metric}: {question}"),
                    metric=link(release_words.title(d), d["metric_id"]),
                    question=release_words.question(d),
                )
                for d in members
            )
        )
    more = link(phrase_in("link", "fairness"), group.address("fairness"))
    frame.note(filled(phrase("All of them: {link}."), link=more))
