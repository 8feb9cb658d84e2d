"""What is told otherwise than in the release before: duties that changed their state, numbers that were revised."""

from collections import Counter

from charts.format import many
from release.read import Release
from views import reading
from views.found import Finding
from views.html import Markup, join, link

SHORT = ("gap_found", "partly", "not_taken_up")


def since_last_release(release: Release) -> Finding:
    """Changes of duties and of numbers; that there is nothing to compare with, where there is nothing."""
    changes = reading.rows(release, "compliance_changes")
    revised = reading.rows(release, "revisions", ("metric_id", "jurisdiction", "what"))
    before = reading.table(release, "release")[0].get("previous_release")
    if not (changes or revised or before):
        return Finding(
            "This release has no earlier one to be compared with",
            (join(["Changes and corrections will stand here from the next release on."]),),
        )
    duties = f"{len(changes):,}" if changes else "no"
    title = f"Since the last release, {duties} {'duty' if len(changes) == 1 else 'duties'} "
    title += f"{'stands' if len(changes) == 1 else 'stand'} differently"
    points = [*_duties(changes), _numbers(revised)]
    return Finding(title, tuple(points))


def _duties(changes: list[dict]) -> list[Markup]:
    if not changes:
        return []
    moved = [row for row in changes if row["state_before"] != row["state_now"]]
    new = sum(row["state_now"] in SHORT and row["state_before"] not in SHORT for row in moved)
    gone = sum(row["state_before"] in SHORT and row["state_now"] not in SHORT for row in moved)
    same = len(changes) - len(moved)
    said = f"{len(moved):,} changed their state: {new:,} became gaps, {gone:,} are gaps no more"
    said += f"; {same:,} kept it and rest on other evidence or rules" if same else ""
    points = [join([f"{said}. ", link("Each with its reason", "compliance"), "."])]
    reason, number = Counter(row["reason"] for row in changes if row["reason"]).most_common(1)[0]
    # One reason that explains most changes tells whether the world moved or the rules did.
    if number > len(changes) / 2:
        points.append(join([f"The reason given for {number:,} of them: {reason}"]))
    return points


def _numbers(revised: list[dict]) -> Markup:
    by_kind = Counter(row["what"] for row in revised)
    told = by_kind["revised"]
    said = (
        f"Numbers were told anew for {many(told, 'period')} of a metric in a place"
        if told
        else "No number was told anew"
    )
    held = by_kind["held"]
    said += f"; {held:,} stand as they were" if held else ""
    return join([f"{said}. ", link("Revisions", "revisions"), "."])
