"""Rows of worked examples about victims and the people around them: identification, help, protection. See `metrics.example_rows`."""

from metrics.example_rows import Rows


def victims(
    letter: str,
    count: int,
    referred: str | None = None,
    identified: str | None = None,
    refused: str | None = None,
    **features,
) -> Rows:
    """Victims with the days of referral, identification and a final decision that they are no victims, where given."""
    days = {"referred": referred, "identified": identified, "not_identified": refused}
    return {
        "victims": tuple({"victim_id": name} | features for name in _names(letter, count)),
        "events": tuple(
            {"subject_kind": "victim", "subject_id": name, "event": event, "occurred_on": day}
            for name in _names(letter, count)
            for event, day in days.items()
            if day
        ),
    }


def reconsidered(
    letter: str, count: int, requested: str, decided: str | None = None, outcome: str = "pending"
) -> Rows:
    """Requests of these victims to look again at the decision about them."""
    request = {"requested_on": requested, "decided_on": decided, "outcome": outcome}
    return _each("reconsiderations", letter, count, request)


def helped(
    letter: str,
    count: int,
    offered: str | None,
    started: str | None = None,
    service: str = "psychological",
    reply: str = "accepted",
) -> Rows:
    """One service offered to each of these victims."""
    offer = {"service": service, "offered_on": offered, "started_on": started, "reply": reply}
    return _each("assistance", letter, count, offer)


def protected(
    letter: str,
    count: int,
    measure: str,
    requested: str,
    decided: str | None = None,
    decision: str = "granted",
) -> Rows:
    """One measure of protection sought for each of these victims."""
    sought = {
        "measure": measure,
        "requested_on": requested,
        "decided_on": decided,
        "decision": decision if decided else "pending",
    }
    return _each("protection_measures", letter, count, sought)


def interviewed(letter: str, count: int, on: str, has_lawyer: bool | None) -> Rows:
    """One interview with each of these victims."""
    return _each("interviews", letter, count, {"held_on": on, "has_lawyer": has_lawyer})


def accused(letter: str, count: int, on: str, step: str = "charged") -> Rows:
    """One step against each of these victims for what they did while exploited."""
    return _each("victim_penalties", letter, count, {"occurred_on": on, "step": step})


def part_of(letter: str, count: int) -> Rows:
    """A case of the same name for each of these victims, and the person's part in it."""
    rows = _each("case_victims", letter, count, {})
    return {
        "case_victims": tuple(row | {"case_id": row["victim_id"]} for row in rows["case_victims"]),
        "cases": tuple({"case_id": name} for name in _names(letter, count)),
    }


def residents(year: int, number: int) -> Rows:
    """How many people live in the jurisdiction in the middle of a year."""
    whole_year = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    return {"residents": (whole_year | {"residents": number},)}


def _each(table: str, letter: str, count: int, row: dict) -> Rows:
    return {table: tuple({"victim_id": name} | row for name in _names(letter, count))}


def _names(letter: str, count: int) -> list[str]:
    return [f"{letter}{number}" for number in range(1, count + 1)]
