"""How long do people wait, and why do the clocks disagree?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "time_to_justice", "Timeliness"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "How long do people wait, and why do the clocks disagree?")
    frame.announce("Nothing is shown here yet.")
