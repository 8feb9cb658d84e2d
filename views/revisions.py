"""What has changed since the release before?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "revisions", "Revisions"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What has changed since the release before?")
    frame.announce("Nothing is shown here yet.")
