"""Rows of worked examples about suspects, cases and courts, beyond those of `example_rows`."""

from metrics.example_rows import Rows, charged, suspected, together
from metrics.example_tables import happened, several

SHARED = ("cases", "defendants")
"""Tables that two builders would fill twice for one person."""


def suspected_and_charged(
    letter: str, count: int, suspected_on: str, charged_on: str, *ended, **more
) -> Rows:
    """Persons suspected on one day and charged on a later one; ended as `charged` says."""
    court = charged(letter, count, charged_on, *ended, **more)
    return together(
        suspected(letter, count, suspected_on),
        {table: rows for table, rows in court.items() if table not in SHARED},
    )


def opened(
    letter: str, count: int, on: str, closed: str | None = None, reason: str | None = None, **facts
) -> Rows:
    """Cases opened on a day; closed without charge on another for a reason, where one is given."""
    groups = [
        several("cases", letter, count, "case_id", **facts),
        happened("case", letter, count, "opened", on),
    ]
    if closed:
        groups.append(happened("case", letter, count, "closed", closed, reason=reason))
    return together(*groups)


def accused(letter: str, count: int, *path, **more) -> Rows:
    """What `charged` builds, for cases that another builder has made already."""
    rows = charged(letter, count, *path, **more)
    return {table: each for table, each in rows.items() if table != "cases"}


def sentenced(letter: str, count: int, on: str, sanction: str, **length) -> Rows:
    """Persons charged a year or more before, convicted of trafficking on a day, with one sentence each."""
    return together(
        charged(letter, count, "2020-03-01", on, "convicted"),
        several("sentences", letter, count, "proceeding_id", sanction=sanction, **length),
    )


def listed(letter: str, count: int, on: str, result: str, **cause) -> Rows:
    """Hearings listed for a day in as many proceedings, and what became of them."""
    return together(
        charged(letter, count, "2020-03-01"),
        several("hearings", letter, count, "proceeding_id", listed_on=on, result=result, **cause),
    )


def second_accused(letter: str, count: int, *path, **more) -> Rows:
    """One more accused person in each of the cases of a letter."""
    rows = charged(f"{letter}second", count, *path, **more)
    rows["proceedings"] = [
        row | {"case_id": row["case_id"].replace("second", "")} for row in rows["proceedings"]
    ]
    return {table: each for table, each in rows.items() if table != "cases"}


def used(is_use: bool | None, letter: str, count: int, *path, **more) -> Rows:
    """What `charged` builds, where the charge is, or is not, that somebody knowingly used the services of a victim."""
    rows = charged(letter, count, *path, **more)
    files = tuple(row | {"is_use_of_services": is_use} for row in rows["proceedings"])
    return rows | {"proceedings": files}
