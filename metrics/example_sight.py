"""Rows of worked examples about survivors followed after exit, more than one new episode included."""

from metrics.example_rows import Rows, left


def left_and_again(
    letter: str, count: int, on: str, last_contact: str, episodes: tuple[str, ...]
) -> Rows:
    """Survivors who left on a day, were last reached on a day, and were trafficked again from each of the days given."""
    rows = left(letter, count, on, last_contact=last_contact)
    names = [row["victim_id"] for row in rows["victims"]]
    again = tuple({"victim_id": name, "onset_on": day} for name in names for day in episodes)
    return rows | {"retrafficking": again}
