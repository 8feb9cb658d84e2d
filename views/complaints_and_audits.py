"""Does the system answer for itself?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "complaints_and_audits", "Complaints and audits"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Does the system answer for itself?")
    frame.announce("Nothing is shown here yet.")
