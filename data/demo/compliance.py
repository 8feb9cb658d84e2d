"""Tables on duties and how they stand: attestations, replies, what binds the place, benchmarks."""

import numpy as np
import pyarrow as pa

from data.demo.attested import statements
from data.demo.dice import NEVER, Dice, day_number
from data.demo.rows import identifiers, table
from data.demo.staged import staged
from data.demo.truths_compliance import Compliance


def compliance_tables(place: str, rules: Compliance, dice: Dice) -> dict[str, pa.Table]:
    """What the oversight body of the place sends; a table without rows where it sends none."""
    return {
        "attestations": _attestations(place, rules, dice),
        "replies": _replies(place),
        "participations": _participations(place),
        "benchmarks": _benchmarks(place),
    }


def _attestations(place: str, rules: Compliance, dice: Dice) -> pa.Table:
    stated = statements(place, rules, dice)
    return table(
        "attestations",
        jurisdiction=place,
        attestation_id=identifiers(f"{place}-B", np.arange(len(stated))),
        obligation_id=[one.obligation_id for one in stated],
        aspect=[one.aspect for one in stated],
        status=[one.status for one in stated],
        grade=[one.grade for one in stated],
        stated_on=np.array([one.day for one in stated], dtype=np.int32),
        evidence_url=[_link(place, one.obligation_id, one.aspect, one.grade) for one in stated],
        reason=[one.reason for one in stated],
        coder=[f"{place}-CODER-{one.coder}" for one in stated],
    )


def _replies(place: str) -> pa.Table:
    entries = staged("reply", place)
    return table(
        "replies",
        jurisdiction=place,
        reply_id=identifiers(f"{place}-Y", np.arange(len(entries))),
        obligation_id=_values(entries, "obligation_id"),
        aspect=_values(entries, "aspect"),
        replied_on=_days(entries, "replied_on"),
        reply=_values(entries, "reply"),
    )


def _participations(place: str) -> pa.Table:
    entries = staged("participation", place)
    return table(
        "participations",
        jurisdiction=place,
        participation_id=identifiers(f"{place}-TP", np.arange(len(entries))),
        instrument=_values(entries, "instrument"),
        event=_values(entries, "event"),
        obligation_id=_values(entries, "obligation_id"),
        from_on=_days(entries, "from_on"),
        evidence_url=[_link(place, one["instrument"], one["event"]) for one in entries],
    )


def _benchmarks(place: str) -> pa.Table:
    entries = staged("benchmark", place)
    return table(
        "benchmarks",
        jurisdiction=place,
        benchmark_id=identifiers(f"{place}-BM", np.arange(len(entries))),
        metric_id=_values(entries, "metric_id"),
        direction=_values(entries, "direction"),
        number=np.array(_values(entries, "number"), dtype=float),
        set_by=_values(entries, "set_by"),
        set_on=_days(entries, "set_on"),
        evidence_url=[_link(place, one["metric_id"]) for one in entries],
    )


def _values(entries: list[dict], name: str) -> list:
    return [entry.get(name) for entry in entries]


def _days(entries: list[dict], name: str) -> np.ndarray:
    return np.array(
        [day_number(one[name]) if name in one else NEVER for one in entries], dtype=np.int32
    )


def _link(place: str, *parts: str) -> str:
    return "/".join(["https://example.org", place, *parts])
