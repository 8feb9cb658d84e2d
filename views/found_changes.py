"""What is told otherwise than in the release before: duties that changed their state, numbers that were revised."""

from collections import Counter

from languages import phrase, phrase_for, whole
from release.read import Release
from views import reading
from views.filled import filled
from views.found import Finding
from views.html import Markup, as_stored, link, markup

SHORT = ("gap_found", "partly", "not_taken_up")


def since_last_release(release: Release) -> Finding:
    """Changes of duties and of numbers; that there is nothing to compare with, where there is nothing."""
    changes = reading.rows(release, "compliance_changes")
    revised = reading.rows(release, "revisions", ("metric_id", "jurisdiction", "what"))
    before = reading.table(release, "release")[0].get("previous_release")
    if not (changes or revised or before):
        return Finding(
            phrase("This release has no earlier one to be compared with"),
            (markup(phrase("Changes and corrections will stand here from the next release on.")),),
        )
    title = phrase("Since the last release, no duties stand differently")
    if changes:
        title = phrase_for(
            len(changes),
            "Since the last release, {number} duty stands differently",
            "Since the last release, {number} duties stand differently",
        )
    points = [*_duties(changes), _numbers(revised)]
    return Finding(title, tuple(points))


def _duties(changes: list[dict]) -> list[Markup]:
    if not changes:
        return []
    moved = [row for row in changes if row["state_before"] != row["state_now"]]
    new = sum(row["state_now"] in SHORT and row["state_before"] not in SHORT for row in moved)
    gone = sum(row["state_before"] in SHORT and row["state_now"] not in SHORT for row in moved)
    same = len(changes) - len(moved)
    about = {"moved": whole(len(moved)), "new": whole(new), "gone": whole(gone)}
    said = phrase(
        "{moved} changed their state: {new} became gaps, {gone} are gaps no more. {link}."
    )
    if same:
        about["same"] = whole(same)
        said = phrase(
            "{moved} changed their state: {new} became gaps, {gone} are gaps no more; {same} kept it "
            "and rest on other evidence or rules. {link}."
        )
    more = link(phrase("Each with its reason"), "compliance")
    points = [filled(said, link=more, **about)]
    reason, number = Counter(row["reason"] for row in changes if row["reason"]).most_common(1)[0]
    # One reason that explains most changes tells whether the world moved or the rules did.
    if number > len(changes) / 2:
        said = phrase("The reason given for {number} of them: {reason}")
        points.append(filled(said, number=whole(number), reason=as_stored(reason)))
    return points


def _numbers(revised: list[dict]) -> Markup:
    by_kind = Counter(row["what"] for row in revised)
    told = by_kind["revised"]
    said = phrase("No number was told anew")
    if told:
        said = phrase_for(
            told,
            "Numbers were told anew for {number} period of a metric in a place",
            "Numbers were told anew for {number} periods of a metric in a place",
        )
    held = by_kind["held"]
    if held:
        said = phrase("{told}; {held} stand as they were", told=said, held=whole(held))
    more = link(phrase("Revisions"), "revisions")
    return filled(phrase("{told}. {link}."), told=said, link=more)
