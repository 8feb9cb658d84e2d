"""What has changed by more than its own natural variation?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "trends", "Trends"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What has changed by more than its own natural variation?")
    frame.announce("Nothing is shown here yet.")
