"""What cannot be told of one place: numbers that are not there, by reason, and what no number covers."""

from charts import format as reads
from charts.describe import blank_words
from charts.format import many
from release.read import Release
from views import found_duties, frame, held, overview_questions, reading
from views.filters import place_label
from views.html import bullets, join, link


def show(release: Release, place: str) -> None:
    """The section, and the way to the questions one may ask about the place."""
    frame.section("What cannot be told")
    frame.html(bullets([*_blanks(release, place), *_open(release, place), UNSEEN]))
    label = place_label(place, reading.labels(release))
    asked = [
        link(view.TITLE, view.ADDRESS, jurisdiction=label)
        for view, _ in overview_questions.ASKED
        if view.ADDRESS != "place_profile"
    ]
    frame.note(join(["More about this place: ", join(asked, ", "), "."]))


UNSEEN = (
    "People whom nobody identified are in none of these numbers. A low number may mean few victims, or "
    "few that were found."
)


def _blanks(release: Release, place: str) -> list:
    of_place = held.of_place(release, place)
    if not of_place.results:
        return ["No number of any kind: the place, or whoever counts for it, sent nothing."]
    if not of_place.blank:
        return ["Every result about this place has a number."]
    share = reads.value(of_place.blank / of_place.results, "share")
    head = f"{of_place.blank:,} of {many(of_place.results, 'result')} ({share}) have no number:"
    kinds: dict[str, int] = {}
    for source in ("case", "official"):
        for code, number in held.of_place(release, place, source).blanks.items():
            words = blank_words({"blank": code, "source": source}).label.lower()
            kinds[words] = kinds.get(words, 0) + number
    listed = "; ".join(
        f"{words} {number:,}" for words, number in sorted(kinds.items(), key=lambda pair: -pair[1])
    )
    return [join([f"{head} {listed}. ", link("What these mean", "blanks"), "."])]


def _open(release: Release, place: str) -> list:
    rows = found_duties.summary(release, "all", jurisdiction=place)
    found = found_duties.counted(rows)
    said = []
    if found.open:
        nothing = found_duties.total(rows, "no_evidence")
        said.append(
            f"Of {found.open:,} binding duties nobody can say whether they are met; on {nothing:,} there "
            "is no evidence at all."
        )
    if found.unknown:
        said.append(f"Of {found.unknown:,} more nobody knows whether they apply.")
    return said
