"""What the package says of itself: title, publisher, licence, places, period. Only what the release or its publisher states."""

from dataclasses import dataclass
from datetime import date

import settings
from release.read import Release
from reports.names import COVERED, records

KEYWORDS = (
    "human trafficking",
    "criminal justice",
    "accountability",
    "survivors",
    "official statistics",
)
MADE_UP = (
    "SYNTHETIC: every number is made up for demonstration. None is about a real place or person. "
)
NOT_STATED = (
    "The publisher of this release has stated no licence. Until it does, ask before you pass the data on;\n"
    "citing figures with their source is what they were published for."
)


@dataclass(frozen=True)
class Licence:
    """An SPDX identifier, as CC-BY-4.0; empty where the publisher has stated none."""

    name: str

    @property
    def is_stated(self) -> bool:
        """True where there is one."""
        return bool(self.name)

    @property
    def address(self) -> str:
        """Where its text stands."""
        return f"https://spdx.org/licenses/{self.name}.html"

    @property
    def frictionless(self) -> dict:
        """As datapackage.json writes it."""
        return {"name": self.name, "path": self.address}

    @property
    def dcat(self) -> dict:
        """As dcat.jsonld writes it."""
        return {"@id": self.address}

    @property
    def text(self) -> str:
        """LICENCE.txt."""
        if not self.is_stated:
            return NOT_STATED + "\n"
        return f"The publisher of this release has put its data under {self.name}.\nIts text: {self.address}\n"


@dataclass(frozen=True)
class About:
    """The release in the words of a catalogue."""

    release_id: str
    content_hash: str
    released_on: date
    is_synthetic: bool
    start: date
    end: date
    places: tuple[str, ...]
    publisher: str
    licence: Licence
    keywords: tuple[str, ...] = KEYWORDS

    @property
    def title(self) -> str:
        """One line."""
        mark = "SYNTHETIC: " if self.is_synthetic else ""
        return f"{mark}How justice systems answer for human-trafficking cases, release {self.release_id}"

    @property
    def description(self) -> str:
        """Two or three sentences."""
        return (
            f"{MADE_UP if self.is_synthetic else ''}Published results of the Answerable metrics for "
            f"{len(self.places)} {'place' if len(self.places) == 1 else 'places'}, {self.start.year} to {self.end.year}, with numerators, denominators, "
            "intervals, statuses and the reason of every blank; definitions and code lists; how duties of "
            "conventions and laws stand, on what evidence; and tables for research, made so that no row points to a person."
        )


def about(release: Release) -> About:
    """What the release and the settings of its publisher say."""
    row = records(release.table("release"))[0]
    with release.cursor() as cursor:
        start, end = cursor.execute(f"SELECT {COVERED} FROM results").fetchone()
        places = cursor.execute(
            "SELECT DISTINCT name FROM jurisdictions WHERE jurisdiction IN (SELECT jurisdiction FROM results) ORDER BY 1"
        ).fetchall()
    return About(
        release.release_id,
        row["content_hash"],
        row["released_on"],
        release.is_synthetic,
        start or row["released_on"],
        end or row["released_on"],
        tuple(name for (name,) in places),
        settings.publisher(),
        Licence(settings.licence()),
    )
