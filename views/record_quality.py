"""How complete the records are that numbers rest on: facts filled in, people linked, dates in order."""

from charts import format as reads
from release.read import Release
from views import by_parts, frame, held, measures, reading, tiles
from views.filters import place_label
from views.html import link
from views.summaries import summaries

PAGE = "data_quality"
METRICS = (
    *("linked_victims", "protected_attribute_completeness", "unknown_outcome_share"),
    *("dates_in_wrong_order", "reporting_completeness"),
)
FIELDS = "field_completeness"
MOST_PLACES = 40


def show(release: Release, place: str | None) -> None:
    """Tiles and facts of a place, or all places side by side by name."""
    frame.section("How complete the records are")
    known = [
        key
        for key in measures.held_ids(release, METRICS)
        if key in held.metrics_with_results(release)
    ]
    if not known:
        frame.say("This release holds no numbers about the quality of records of people and cases.")
        return
    if place is None:
        _places(release, known)
    elif place in held.places(release):
        tiles.show(release, known, place)
        by_parts.show(release, FIELDS, place, PAGE, breakdown="field", what="fact")
    else:
        name = reading.labels(release).place(place)
        frame.say(
            f"{name} sent submissions, and no number about the quality of its records follows from them."
        )
    frame.note(
        "A record that is filled in is not yet right, and a person who is not linked is not lost: it means that "
        "nobody can say what became of them."
    )


def _places(release: Release, known: list[str]) -> None:
    names, definitions = reading.labels(release), reading.definitions(release)
    # Only those that sent something can be chosen on this page.
    sent = {row["jurisdiction"] for row in reading.table(release, "submissions")}
    places = sorted(held.places(release) & sent, key=names.place)
    if not places:
        frame.say("No place has sent submissions in its own name.")
        return
    if len(places) > MOST_PLACES:
        frame.say(
            f"Choose one of {reads.many(len(places), 'place')} to see how complete its records are."
        )
        return
    rows, data = [], []
    for code in places:
        found = summaries(release, tuple(known), code)
        data += [each.row for each in found if each.row is not None]
        rows.append(
            (
                link(names.place(code), PAGE, reported_by=place_label(code, names)),
                *(measures.in_sentence(release, each.metric_id, each.row) for each in found),
            )
        )
    frame.say("Places in the order of their names; choose one above for its facts in detail.")
    headings = ("Place", *(link(definitions[key]["title"], key) for key in known))
    frame.table(
        release, "How complete the records are, by place", headings, rows, name=PAGE, data=data
    )
