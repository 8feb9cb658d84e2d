"""The attacks that were tried on a release before it was published, and how they ended."""

from charts.format import plain
from charts.protection import AUDITS, OUTCOMES
from languages import phrase
from release.read import Release
from views import frame, reading
from views.html import as_stored


def show(release: Release) -> None:
    """The section."""
    frame.section(phrase("Which attacks were tried"))
    rows = reading.rows(release, "audits")
    if not rows:
        frame.say(
            phrase(
                "This release holds no list of attacks: it was made before they were listed, or none was tried."
            )
        )
        return
    frame.say(
        phrase(
            "Before a release is published, a program that shares nothing with the one that hides takes "
            "what will be published, and nothing else, and tries to work hidden numbers out. If it "
            "succeeds, the release is not published."
        )
    )
    told = [
        (
            AUDITS.get(row["audit"], plain(row["audit"])),
            as_stored(row["tries"]),
            OUTCOMES.get(row["outcome"], plain(row["outcome"])),
            row["cells"] or phrase("Not counted"),
            as_stored(row["sentence"]),
        )
        for row in rows
    ]
    headings = (phrase("Attack"), phrase("What it tries"), phrase("Outcome"))
    headings += (phrase("Cells looked at"), phrase("What that means"))
    caption = phrase("Attacks tried on this release")
    frame.table(release, caption, headings, told, name="protection", data=rows)
