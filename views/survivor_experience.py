"""How do survivors find what was done for them, and who was never asked?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "survivor_experience", "Survivor experience"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "How do survivors find what was done for them, and who was never asked?")
    frame.announce("Nothing is shown here yet.")
