"""What changed since the release before, and why: no state moves without a reason."""

from charts.format import many
from release.read import Release
from views import compliance_list, compliance_read, frame, reading
from views.compliance_filters import ALL, Choice
from views.html import Markup, element, join

MOST_ROWS = 40


def show(release: Release, choice: Choice) -> None:
    """The section, for the chosen place, instrument, theme and aspect."""
    frame.section("What changed since the release before")
    every = reading.rows(release, "compliance_changes")
    if not every:
        frame.say("No state changed, or there is no release before this one to compare with.")
        return
    duties = compliance_read.duties(release)
    rows = [row for row in every if _fits(choice, row, duties.get(row["obligation_id"], {}))]
    before = every[0]["previous_release"] or "the release before"
    frame.say(f"Since {before}: {many(len(rows), 'change')} that fit these choices.")
    if not rows:
        return
    if len(rows) > MOST_ROWS:
        frame.note(f"The first {MOST_ROWS}; the download has all.")
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
            row["reason"] or "No reason given",
        )
        for row in rows[:MOST_ROWS]
    ]
    headings = ("Duty", "Place", "Aspect", "State", "Why")
    frame.table(
        release,
        "States that changed, with the reason",
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

    def end(word: str, when: str) -> Markup:
        state, rule = row[f"state_{when}"], row[f"rule_{when}"]
        told = [word, " ", compliance_list.inline(state, names) if state else "nothing"]
        if is_same:
            counted = counting.get(rule)
            told.append(f", counts as {counted}" if counted else ", kept from then")
        return element("div", join(told))

    return join([end("From", "before"), end("To", "now")])


def _fits(choice: Choice, row: dict, duty: dict) -> bool:
    return (
        choice.place in (ALL, row["jurisdiction"])
        and choice.aspect in (ALL, row["aspect"])
        and choice.instrument in (ALL, duty.get("instrument"))
        and (choice.theme == ALL or choice.theme in compliance_read.themes(duty))
    )
