"""Rows of worked examples for any table of the case model: several to which the same happened."""

from metrics.example_rows import Rows, together


def several(table: str, letter: str, count: int, named: str | tuple[str, ...], **columns) -> Rows:
    """`count` rows that agree in `columns`; those in `named` hold a letter and a number ("a1", "a2").

    Rows of several tables that are built with one letter belong together.
    """
    names = (named,) if isinstance(named, str) else named
    return {
        table: tuple(
            dict.fromkeys(names, f"{letter}{number}") | columns for number in range(1, count + 1)
        )
    }


def happened(kind: str, letter: str, count: int, event: str, on: str, **more) -> Rows:
    """One event each to several victims, defendants, cases, proceedings or charges."""
    fact = {"subject_kind": kind, "event": event, "occurred_on": on}
    return several("events", letter, count, "subject_id", **fact, **more)


def assets(letter: str, count: int, **steps: tuple[str, float]) -> Rows:
    """One asset each in several cases and, by step, the day and the amount in EUR: `traced=("2021-01-01", 500)`."""
    return together(
        *(
            several(
                "assets",
                letter,
                count,
                ("asset_id", "case_id"),
                step=step,
                occurred_on=day,
                amount=amount,
                currency="EUR",
            )
            for step, (day, amount) in steps.items()
        )
    )


def cases_with_assets(letter: str, count: int, **steps: tuple[str, float]) -> Rows:
    """Several cases of trafficking with one asset each."""
    return several("cases", letter, count, "case_id") | assets(letter, count, **steps)


def opened(letter: str, count: int, on: str, **features) -> Rows:
    """Several cases opened on a day."""
    cases = several("cases", letter, count, "case_id", **features)
    return cases | happened("case", letter, count, "opened", on)


def requests(letter: str, count: int, on: str, direction: str = "received", **more) -> Rows:
    """Requests between jurisdictions, for legal assistance where the kind is not named, sent or received on a day."""
    fact = {"kind": "mla", "partner": "XAB", "direction": direction, "sent_on": on}
    return several("cooperation_requests", letter, count, "request_id", **(fact | more))


def complaints(letter: str, count: int, on: str, decided: str | None = None, **more) -> Rows:
    """Complaints about the police received on a day, and decided on another, where one is given."""
    fact = {"about": "police", "received_on": on, "decided_on": decided}
    return several("complaints", letter, count, "complaint_id", **(fact | more))
