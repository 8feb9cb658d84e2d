"""Rows of worked examples: several people to whom the same happened, table by table.

Each function returns rows by table, named by a letter and a number ("a1", "a2"), and `together`
joins what several groups bring. Dates are ISO text.
"""

from collections import defaultdict

Rows = dict[str, tuple[dict, ...]]


def together(*groups: Rows) -> Rows:
    """All rows of all groups, table by table."""
    joined: dict[str, list[dict]] = defaultdict(list)
    for group in groups:
        for table, rows in group.items():
            joined[table] += rows
    return {table: tuple(rows) for table, rows in joined.items()}


def charged(
    letter: str,
    count: int,
    on: str | None,
    ended: str | None = None,
    outcome: str | None = None,
    offence: str = "0204",
    **features,
) -> Rows:
    """Persons with a case, one proceeding and one charge each; ended with the outcome, or open."""
    rows: dict[str, list[dict]] = defaultdict(list)
    for name in _names(letter, count):
        rows["cases"].append({"case_id": name})
        rows["defendants"].append({"defendant_id": name} | features)
        rows["proceedings"].append({"proceeding_id": name, "case_id": name, "defendant_id": name})
        rows["charges"].append({"charge_id": name, "proceeding_id": name, "offence": offence})
        rows["events"].append(_event("proceeding", name, "charged", on))
        if outcome:
            rows["events"].append(_event("proceeding", name, "disposition", ended, outcome=outcome))
    return dict(rows)


def suspected(letter: str, count: int, on: str, closed: str | None = None) -> Rows:
    """Persons with a case in which they are suspects; the case closed on a day, or open."""
    rows: dict[str, list[dict]] = defaultdict(list)
    for name in _names(letter, count):
        rows["cases"].append({"case_id": name})
        rows["defendants"].append({"defendant_id": name})
        rows["case_defendants"].append({"case_id": name, "defendant_id": name})
        rows["events"].append(_event("defendant", name, "suspected", on))
        if closed:
            rows["events"].append(_event("case", name, "closed", closed, reason="evidence"))
    return dict(rows)


def identified(
    letter: str, count: int, on: str, opened: str | None = None, withdrew: str | None = None
) -> Rows:
    """Victims identified on a day; with a case of the same name opened on a day, where one is given."""
    rows: dict[str, list[dict]] = defaultdict(list)
    for name in _names(letter, count):
        rows["victims"].append({"victim_id": name})
        rows["events"].append(_event("victim", name, "identified", on))
        if opened:
            rows["case_victims"].append({"case_id": name, "victim_id": name})
            rows["events"].append(_event("case", name, "opened", opened))
        if withdrew:
            rows["events"].append(_event("victim", name, "withdrew", withdrew))
    return dict(rows)


def left(
    letter: str, count: int, on: str, last_contact: str | None = None, again: str | None = None
) -> Rows:
    """Survivors who left exploitation on a day; last reached on a day; trafficked again from a day, where one is given."""
    rows: dict[str, list[dict]] = defaultdict(list)
    for name in _names(letter, count):
        rows["victims"].append({"victim_id": name})
        rows["exits"].append({"victim_id": name, "exited_on": on})
        if last_contact:
            rows["followups"].append(
                {"victim_id": name, "contact_on": last_contact, "reached": True}
            )
        if again:
            rows["retrafficking"].append({"victim_id": name, "onset_on": again})
    return dict(rows)


def claims(
    letter: str, count: int, on: str, awarded: float, paid: float = 0, currency: str = "EUR"
) -> Rows:
    """Compensation claims with an award on a day and, where anything was paid, one payment on the same day."""
    rows: list[dict] = []
    for name in _names(letter, count):
        fact = {"claim_id": name, "victim_id": name, "occurred_on": on, "currency": currency}
        rows.append(fact | {"fact": "awarded", "amount": awarded})
        if paid:
            rows.append(fact | {"fact": "paid", "amount": paid})
    return {"compensation": tuple(rows)}


def invited(letter: str, count: int, status: str, wave: str = "2022") -> Rows:
    """Survivors considered for a survey wave, and what became of it."""
    return {
        "survey_invitations": tuple(
            {"invitation_id": name, "wave": wave, "status": status}
            for name in _names(letter, count)
        )
    }


def answered(letter: str, count: int, score: int | None, wave: str = "2022") -> Rows:
    """Answers about the proceedings overall; no score stands for a don't-know."""
    return {
        "survey_responses": tuple(
            {
                "response_id": name,
                "wave": wave,
                "item": "overall",
                "score": score,
                "answer": "scored" if score else "dont_know",
            }
            for name in _names(letter, count)
        )
    }


def _names(letter: str, count: int) -> list[str]:
    return [f"{letter}{number}" for number in range(1, count + 1)]


def _event(kind: str, name: str, event: str, on: str | None, **more) -> dict:
    precision = {} if on else {"date_precision": "unknown"}
    return (
        {"subject_kind": kind, "subject_id": name, "event": event, "occurred_on": on}
        | precision
        | more
    )


def printed(
    measure: str, value: float, unit: str = "cases", label: str = "Trafficking", **more
) -> Rows:
    """One figure of a made-up yearbook for 2021."""
    figure = {
        "source": "yearbook",
        "vintage": "2022",
        "period_start": "2021-01-01",
        "period_end": "2021-12-31",
        "measure": measure,
        "unit_counted": unit,
        "offence_label": label,
        "breakdown": "total",
        "category": "total",
        "sex": "total",
        "age_group": "total",
        "value": value,
    }
    return {"official_counts": (figure | more,)}
