"""The documentation tells the truths that the generator draws from, and no older ones."""

from pathlib import Path

from data.demo import TRUTHS
from data.demo.stories import stories

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "demo.md"


def test_every_story_stands_in_the_documentation():
    text = DOCUMENT.read_text(encoding="utf-8")
    missing = [story.title for story in stories() if story.sentence not in text]
    assert missing == []


def test_every_place_stands_in_the_documentation_with_its_median():
    rows = [line.split(" | ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()]
    told = {(row[0].strip("| "), row[-1].strip("| ")) for row in rows if len(row) == 6}
    assert {(place.code, str(place.median_days)) for place in TRUTHS.places} <= told


def test_stories_name_places_that_exist():
    codes = {place.code for place in TRUTHS.places} | {"all"}
    assert {story.jurisdiction for story in stories()} <= codes
    assert not any("{" in story.sentence for story in stories())
