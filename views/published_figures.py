"""What have others published, and does it agree?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "published_figures", "Published figures beside ours"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What have others published, and does it agree?")
    frame.announce("Nothing is shown here yet.")
