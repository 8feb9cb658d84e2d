"""Reports that the law obliges somebody to publish: in time, late, or still to come."""

from collections.abc import Iterator, Mapping

from compliance.evidence.piece import first_aspect, numbers, piece
from compliance.inputs import Inputs
from compliance.plain import on_day, records


def reports(inputs: Inputs) -> Iterator[dict]:
    """One piece a report that names a duty.

    Where the instrument itself sets a day, publishing by it meets the duty and passing it misses;
    elsewhere a published report only shows that reports are made.
    """
    duties = {each["obligation_id"]: each for each in inputs.obligations}
    for row in records(inputs.statutory_reports):
        if duty := duties.get(row["obligation_id"]):
            yield _piece(row, duty, inputs)


def _piece(row: Mapping, duty: Mapping, inputs: Inputs) -> dict:
    published_on, due_on = row["published_on"], row["due_on"]
    if published_on and published_on > inputs.data_date:
        published_on = None
    asked = numbers(duty, "report")
    is_ahead = published_on is None and due_on >= inputs.data_date
    finding, reason = _finding(due_on, published_on, inputs.data_date)
    if not asked and finding in ("meets", "misses"):
        finding = "happens" if published_on else "cannot_tell"
    return piece(
        (row["report_id"],),
        inputs.data_date,
        jurisdiction=row["jurisdiction"],
        obligation_id=row["obligation_id"],
        aspect=first_aspect(duty),
        kind="report",
        finding=finding,
        # Nothing has been said yet by a report that is still to come: it overtakes none.
        dated_on=None if is_ahead else published_on or due_on,
        title=row["name"] or f"Report due on {on_day(due_on)}",
        reason=f"{asked[0]['says']} {reason}" if asked else reason,
        source=None if is_ahead else row["agency_id"],
        due_on=due_on,
        done_on=published_on,
    )


def _finding(due_on, published_on, day) -> tuple[str, str]:
    due = f"Due on {on_day(due_on)}"
    if published_on and published_on <= due_on:
        return "meets", f"{due}, published on {on_day(published_on)}."
    if published_on:
        return "misses", f"{due}, published late on {on_day(published_on)}."
    if due_on < day:
        return "misses", f"{due}, not published by {on_day(day)}."
    return "cannot_tell", f"{due}, which has not passed."
