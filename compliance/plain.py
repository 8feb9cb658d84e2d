"""Rows of frames as plain values, and days as readers read them."""

from datetime import date

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict]:
    """The rows, with None for whatever is empty and `date` for days."""
    return [
        {name: _plain(value) for name, value in row.items()} for row in frame.to_dict("records")
    ]


def lines(text: str | None) -> tuple[str, ...]:
    """What stands in a text of one entry a line; nothing for None."""
    return tuple(text.split("\n")) if text else ()


def on_day(day: date) -> str:
    """A day as in 3 May 2024."""
    return f"{day.day} {day:%B %Y}"


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _plain(value):
    if isinstance(value, (list, tuple, dict)):
        return value
    if value is None or pd.isna(value):
        return None
    return value.date() if hasattr(value, "date") else value
