"""What changed since the release before, and why: no state moves without a reason."""

from languages import phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import compliance_list, compliance_read, frame, reading
from views.compliance_filters import ALL, Choice
from views.filled import filled
from views.html import Markup, as_stored, element, join

MOST_ROWS = 40


def show(release: Release, choice: Choice) -> None:
    """The section, for the chosen place, instrument, theme and aspect."""
    frame.section(phrase("What changed since the release before"))
    every = reading.rows(release, "compliance_changes")
    if not every:
        frame.say(
            phrase("No state changed, or there is no release before this one to compare with.")
        )
        return
    duties = compliance_read.duties(release)
    rows = [row for row in every if _fits(choice, row, duties.get(row["obligation_id"], {}))]
    frame.say(
        phrase_for(
            len(rows),
            "Since {before}: {number} change that fit these choices.",
            "Since {before}: {number} changes that fit these choices.",
            before=every[0]["previous_release"] or phrase("the release before"),
        )
    )
    if not rows:
        return
    if len(rows) > MOST_ROWS:
        frame.note(phrase("The first {number}; the download has all.", number=whole(MOST_ROWS)))
    table_of(release, rows)


def table_of(release: Release, rows: list[dict]) -> None:
    """The first of these changes as a table; its file holds all of them."""
    names = reading.labels(release)
    cells = [
        (
            compliance_read.cell_link(
                compliance_read.duty_name(release, row["obligation_id"]),
                *(row[name] for name in ("jurisdiction", "obligation_id", "aspect")),
            ),
            names.place(row["jurisdiction"]),
            names.category("aspect", row["aspect"]),
            moved(release, row, names),
            as_stored(row["reason"]) if row["reason"] else phrase("No reason given"),
        )
        for row in rows[:MOST_ROWS]
    ]
    headings = (
        phrase("Duty"),
        phrase("Place"),
        phrase("Aspect"),
        phrase("State"),
        phrase("Why"),
    )
    frame.table(
        release,
        phrase("States that changed, with the reason"),
        headings,
        cells,
        name=compliance_read.PAGE,
        data=rows,
        file="changes of state",
    )


def moved(release: Release, row: dict, names) -> Markup:
    """State before and state now; where the state is the same, what it counts as."""
    is_same = row["state_before"] == row["state_now"]
    counting = {
        rule["rule"]: rule["counts_as"] for rule in reading.table(release, "compliance_rules")
    }

    def end(when: str) -> Markup | str:
        state, rule = row[f"state_{when}"], row[f"rule_{when}"]
        told = compliance_list.inline(state, names) if state else phrase("nothing")
        if not is_same:
            return told
        if counted := counting.get(rule):
            return filled(
                phrase("{state}, counts as {counted}"), state=told, counted=_counted(counted)
            )
        return filled(phrase("{state}, kept from then"), state=told)

    return join(
        [
            element("div", filled(phrase("From {state}"), state=end("before"))),
            element("div", filled(phrase("To {state}"), state=end("now"))),
        ]
    )


def _counted(code: str) -> str:
    """How a state enters a share, for the middle of a sentence."""
    match code:
        case "met":
            return phrase_in("duty", "met")
        case "short":
            return phrase_in("duty", "short")
        case "open":
            return phrase_in("duty", "open")
        case "out":
            return phrase_in("duty", "out")
    return code


def _fits(choice: Choice, row: dict, duty: dict) -> bool:
    return (
        choice.place in (ALL, row["jurisdiction"])
        and choice.aspect in (ALL, row["aspect"])
        and choice.instrument in (ALL, duty.get("instrument"))
        and (choice.theme == ALL or choice.theme in compliance_read.themes(duty))
    )
