"""How complete the records are that numbers rest on: facts filled in, people linked, dates in order."""

from charts import release_words
from languages import later, phrase, phrase_for
from release.read import Release
from views import by_parts, frame, held, measures, reading, tiles
from views.filters import place_address
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
    frame.section(phrase("How complete the records are"))
    known = [
        key
        for key in measures.held_ids(release, METRICS)
        if key in held.metrics_with_results(release)
    ]
    if not known:
        frame.say(
            phrase(
                "This release holds no numbers about the quality of records of people and cases."
            )
        )
        return
    if place is None:
        _places(release, known)
    elif place in held.places(release):
        tiles.show(release, known, place)
        by_parts.show(release, FIELDS, place, PAGE, breakdown="field", what=later("fact"))
    else:
        name = reading.labels(release).place(place)
        frame.say(
            phrase(
                "{place} sent submissions, and no number about the quality of its records follows from them.",
                place=name,
            )
        )
    frame.note(
        phrase(
            "A record that is filled in is not yet right, and a person who is not linked is not lost: it means that "
            "nobody can say what became of them."
        )
    )


def _places(release: Release, known: list[str]) -> None:
    names, definitions = reading.labels(release), reading.definitions(release)
    # Only those that sent something can be chosen on this page.
    sent = {row["jurisdiction"] for row in reading.table(release, "submissions")}
    places = sorted(held.places(release) & sent, key=names.place)
    if not places:
        frame.say(phrase("No place has sent submissions in its own name."))
        return
    if len(places) > MOST_PLACES:
        frame.say(
            phrase_for(
                len(places),
                "Choose one of {number} place to see how complete its records are.",
                "Choose one of {number} places to see how complete its records are.",
            )
        )
        return
    rows, data = [], []
    for code in places:
        found = summaries(release, tuple(known), code)
        data += [each.row for each in found if each.row is not None]
        rows.append(
            (
                link(names.place(code), PAGE, reported_by=place_address(code, names)),
                *(measures.in_sentence(release, each.metric_id, each.row) for each in found),
            )
        )
    frame.say(
        phrase("Places in the order of their names; choose one above for its facts in detail.")
    )
    titles = (link(release_words.title(definitions[key]), key) for key in known)
    caption = phrase("How complete the records are, by place")
    frame.table(release, caption, (phrase("Place"), *titles), rows, name=PAGE, data=data)
