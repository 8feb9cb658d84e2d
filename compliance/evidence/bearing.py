"""What one figure can say of a duty: whether a number of the instrument is kept, or that a thing happens."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from compliance.evidence.piece import is_kept, limit
from data.schema import code_lists

WRONG = "It counts what should not be; no level of it shows a duty kept."
UNSOUGHT = "A zero of which nobody knows whether anything was looked for."
TOO_LONG = "How long is too long, the instrument does not say."
BESIDE = "It stands beside the duty, and shows neither that it is kept nor that it is not."


class Bearing(NamedTuple):
    """What a figure says, the number asked and found where the instrument sets one, and why."""

    finding: str
    reason: str
    asked: float | None = None
    found: float | None = None


def bearing(
    row: Mapping, metric: Mapping, number: Mapping | None, minimum: int, obligation_id: str
) -> Bearing:
    """`number` is the instrument's own, that each unit must keep; without one, no level is good or bad.

    `row` has `RESULT_COLUMNS`, `metric` is its row of definitions; `minimum` is the number of units
    below which nothing is said of all of them.
    """
    if row["value"] is None:
        return Bearing("cannot_tell", f"No number: {_blank(row['blank'])}.")
    if number:
        return _measured(row, number, minimum)
    if metric["metric_id"] in beside().get(obligation_id, ()):
        return Bearing("cannot_tell", BESIDE)
    return _happening(row, metric, minimum)


@cache
def beside() -> dict[str, frozenset[str]]:
    """Obligation -> metrics that answer to it as what to know beside it, and show nothing of how it stands."""
    return {duty: frozenset(names) for duty, names in _declared("beside")["duties"].items()}


@cache
def failing() -> frozenset[str]:
    """Metrics that count what goes wrong although no direction of theirs is good."""
    return frozenset(_declared("failing")["metrics"])


def _blank(code: str | None) -> str:
    """Why there is no number, in the words of the code list."""
    return code_lists()["blank"].codes[code].label.lower() if code else "not told why"


def _declared(name: str) -> dict:
    path = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _measured(row: Mapping, number: Mapping, minimum: int) -> Bearing:
    kept, units, found = row["numerator"], row["denominator"], row["value"]
    asked = limit(number)
    if units is None or units < minimum:
        return Bearing("cannot_tell", "Too few units to set beside the number.", asked, found)
    if row["maturity"] not in (None, "mature"):
        return Bearing("cannot_tell", "Some units still have time left.", asked, found)
    if not number.get("each"):
        says = f"{number['says']} Found: {found:.10g}."
        return Bearing("meets" if is_kept(number, found) else "misses", says, asked, found)
    if kept is None:
        return Bearing("cannot_tell", "How many units kept it is not told.", asked, found)
    says = f"{number['says']} Kept in {kept:.10g} of {units:.10g}."
    if 0 < kept < units:
        return Bearing("in_part", says, asked, found)
    if row["missing_share"]:
        # Those of whom nothing is recorded could be the ones that differ.
        return Bearing("cannot_tell", "Of some units it is not recorded.", asked, found)
    return Bearing("meets" if kept else "misses", says, asked, found)


def _happening(row: Mapping, metric: Mapping, minimum: int) -> Bearing:
    is_duration = metric["kind"] == "time_to_event" and metric["value_unit"] == "days"
    if metric["metric_id"] in failing() or (metric["good_direction"] == "down" and not is_duration):
        return Bearing("cannot_tell", WRONG)
    if is_duration:
        # However long it takes would bear a duty of haste out alike.
        return Bearing("cannot_tell", f"It takes {row['value']:,.0f} days. {TOO_LONG}")
    part, whole = row["numerator"], row["denominator"]
    if part is None and row["value"] > 0:
        return Bearing("happens", "A number was found.")
    if part is None:
        return Bearing("cannot_tell", UNSOUGHT)
    if part > 0:
        return Bearing("happens", _told(row, metric))
    if whole is not None and row["currency"] is None and whole >= minimum:
        return Bearing("nothing_seen", _told(row, metric))
    return Bearing("cannot_tell", UNSOUGHT)


def _told(row: Mapping, metric: Mapping) -> str:
    part, unit = f"{row['numerator']:,.10g}", row["currency"] or row["unit_counted"]
    if metric["value_unit"] == "share" and row["denominator"] is not None:
        return f"{part} of {row['denominator']:,.10g} {unit}."
    if metric["value_unit"] == "ratio" and row["denominator"] is not None:
        return f"{part} against {row['denominator']:,.10g} {unit}."
    return f"{part} {unit}."
