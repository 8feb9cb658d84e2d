"""How does one place answer, from identification to redress?"""

from languages import phrase
from release.read import Release
from views import (
    frame,
    places,
    profile_data,
    profile_differences,
    profile_duties,
    profile_replies,
    profile_short,
    profile_time,
    profile_told,
    profile_untold,
)
from views.profile_told import ADDRESS, TITLE

__all__ = ["ADDRESS", "TITLE", "show"]


def show(release: Release) -> None:
    """The page."""
    question = phrase("How does one place answer, from identification to redress?")
    frame.heading(phrase(TITLE), question)
    place = places.choose(release, ADDRESS, with_silent=True)
    if place is None:
        frame.announce(phrase("This release names no place, so there is no profile to show."))
        return
    frame.announce(profile_told.in_short(release, place))
    profile_short.show(release, place)
    profile_duties.show(release, place)
    profile_time.show(release, place)
    profile_differences.show(release, place)
    profile_replies.show(release, place)
    profile_data.show(release, place)
    profile_untold.show(release, place)
