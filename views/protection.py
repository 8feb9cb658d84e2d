"""How people are protected: what a blank means, how much is shown, which attacks were tried, what is told in less detail."""

from charts import protection as words
from languages import phrase, phrase_for
from release.read import Release
from views import (
    frame,
    protection_attacks,
    protection_plan,
    protection_research,
    protection_shown,
    reading,
)
from views.html import as_stored, bullets, join, link

ADDRESS = "protection"


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("How people are protected"),
        phrase("What is hidden, why, and what may be concluded from a blank?"),
    )
    place = protection_shown.choose_place(release)
    frame.announce(protection_shown.told(release, place))
    frame.section(phrase("What you may conclude from a blank"))
    frame.html(bullets(words.CONCLUSIONS))
    more = link(phrase("Blanks and statuses"), "blanks")
    frame.note(join([phrase("Every other reason for a missing number: "), more, "."]))
    protection_shown.show(release, place)
    protection_plan.show(release, place)
    protection_attacks.show(release)
    protection_research.show(release, place)
    _successive(release)
    _policy(release)


def _successive(release: Release) -> None:
    frame.section(phrase("From one release to the next"))
    about = reading.table(release, "release")[0]
    before = about.get("previous_release")
    if before:
        frame.say(phrase("The release before this one is {release}.", release=before))
    else:
        frame.say(
            phrase("This is the first release of its folder: there is none to hold it against.")
        )
    frame.html(bullets(words.SUCCESSIVE))


def _policy(release: Release) -> None:
    frame.section(phrase("The rules"))
    lines = reading.table(release, "policy")
    frame.say(
        phrase_for(
            len(lines),
            "{number} rule, each with the document it follows and the reason why it stands. "
            "They are written for the data-protection officer, who may raise any of them.",
            "{number} rules, each with the document it follows and the reason why it stands. "
            "They are written for the data-protection officer, who may raise any of them.",
        )
    )
    rows = [_rule(row) for row in lines]
    headings = (phrase("Rule"), phrase("Value"), phrase("Applies"), phrase("Reason"))
    headings += (phrase("Follows"),)
    frame.table(release, phrase("Disclosure policy"), headings, rows, name=ADDRESS, data=lines)


def _rule(row: dict) -> tuple:
    """A rule in words; the reason and the document it follows are told as the policy has them."""
    *told, reason, clause = words.policy_words(row)
    return (
        *told,
        as_stored(reason) if row["reason"] else reason,
        as_stored(clause) if row["clause"] else clause,
    )
