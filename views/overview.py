"""The front page: what matters now in sentences with numbers, the gaps, the places, and the questions one may ask."""

from charts.labels import ALL_CRIME_ONLY
from languages import phrase
from release.read import Release
from views import (
    frame,
    headlines,
    held,
    overview_findings,
    overview_gaps,
    overview_places,
    overview_questions,
    overview_told,
)
from views.html import element


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("How justice systems answer for human-trafficking cases"),
        phrase("What became of the cases, of the people in them, and how sure can one be?"),
    )
    frame.announce(overview_told.in_short(release))
    if not held.is_about_trafficking(release):
        frame.say(element("strong", phrase(ALL_CRIME_ONLY)))
    overview_findings.show(release)
    overview_gaps.show(release)
    has_numbers = bool(headlines.metrics(release))
    if has_numbers or overview_gaps.tallies(release):
        overview_places.show(release)
    if not has_numbers and held.result_count(release):
        overview_questions.published(release)
    overview_questions.show(release)
