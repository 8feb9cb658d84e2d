"""What cannot be told of one place: numbers that are not there, by reason, and what no number covers."""

from charts import format as reads
from charts.describe import blank_words
from charts.release_words import inside
from languages import later, phrase, phrase_for, whole
from release.read import Release
from views import found_duties, frame, held, overview_questions, reading
from views.filters import place_address
from views.html import bullets, join, link


def show(release: Release, place: str) -> None:
    """The section, and the way to the questions one may ask about the place."""
    frame.section(phrase("What cannot be told"))
    frame.html(bullets([*_blanks(release, place), *_open(release, place), phrase(UNSEEN)]))
    label = place_address(place, reading.labels(release))
    asked = [
        link(phrase(view.TITLE), view.ADDRESS, jurisdiction=label)
        for view, _ in overview_questions.ASKED
        if view.ADDRESS != "place_profile"
    ]
    frame.note(join([phrase("More about this place: "), join(asked, ", "), "."]))


UNSEEN = later(
    "People whom nobody identified are in none of these numbers. A low number may mean few victims, or "
    "few that were found."
)


def _blanks(release: Release, place: str) -> list:
    of_place = held.of_place(release, place)
    if not of_place.results:
        return [phrase("No number of any kind: the place, or whoever counts for it, sent nothing.")]
    if not of_place.blank:
        return [phrase("Every result about this place has a number.")]
    share = reads.value(of_place.blank / of_place.results, "share")
    kinds: dict[str, int] = {}
    for source in ("case", "official"):
        for code, number in held.of_place(release, place, source).blanks.items():
            blank = blank_words({"blank": code, "source": source})
            words = inside(blank.label)
            kinds[words] = kinds.get(words, 0) + number
    listed = phrase("; ").join(
        f"{words} {whole(number)}"
        for words, number in sorted(kinds.items(), key=lambda pair: -pair[1])
    )
    said = phrase_for(
        of_place.results,
        "{blank} of {number} result ({share}) have no number: {kinds}.",
        "{blank} of {number} results ({share}) have no number: {kinds}.",
        blank=whole(of_place.blank),
        share=share,
        kinds=listed,
    )
    return [join([said, " ", link(phrase("What these mean"), "blanks"), "."])]


def _open(release: Release, place: str) -> list:
    rows = found_duties.summary(release, "all", jurisdiction=place)
    found = found_duties.counted(rows)
    said = []
    if found.open:
        nothing = found_duties.total(rows, "no_evidence")
        said.append(
            phrase(
                "Of {open} binding duties nobody can say whether they are met; on {nothing} there is no evidence "
                "at all.",
                open=whole(found.open),
                nothing=whole(nothing),
            )
        )
    if found.unknown:
        said.append(
            phrase("Of {count} more nobody knows whether they apply.", count=whole(found.unknown))
        )
    return said
