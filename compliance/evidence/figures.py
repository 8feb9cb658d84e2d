"""Published results as evidence: the newest figure of each metric for the duties that it answers to."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd

from compliance.evidence.bearing import bearing
from compliance.evidence.newest import newest
from compliance.evidence.official import PRINTED, measures, publisher
from compliance.evidence.piece import numbers, piece
from compliance.inputs import Inputs
from compliance.plain import lines, records
from data.schema import code_lists

ADDRESS = (
    "scope", "origin", "period_start", "period_end", "horizon_days", "breakdown", "category", "currency",
)  # fmt: skip
"""What leads, with metric, place and source, to the figure's row in results."""


def figures(inputs: Inputs) -> Iterator[dict]:
    """One piece a place, duty and metric that answers to it; of printed figures one a measure.

    Where the instrument sets a number that the metric shows, the row of that number speaks alone.
    """
    metrics = {each["metric_id"]: each for each in records(inputs.definitions)}
    places = inputs.places()
    results = inputs.results[inputs.results["jurisdiction"].isin(places)]
    results = results[results["metric_id"].isin(metrics)]
    asked = [(duty, number) for duty in inputs.obligations for number in numbers(duty, "metric")]
    for duty, number in asked:
        for row in records(newest(at_address(results, number))):
            yield from _piece(row, metrics[row["metric_id"]], duty, number, inputs)
    measured = {(duty["obligation_id"], number["metric"]) for duty, number in asked}
    duties = {each["obligation_id"]: each for each in inputs.obligations}
    for row in records(newest(results)):
        metric = metrics[row["metric_id"]]
        for obligation_id in _bears_on(row, metric):
            if obligation_id in duties and (obligation_id, row["metric_id"]) not in measured:
                yield from _piece(row, metric, duties[obligation_id], None, inputs)


def at_address(results: pd.DataFrame, number: Mapping) -> pd.DataFrame:
    """The results that a number of an instrument is about: the total where it names no detail."""
    breakdown, category = number.get("breakdown", "total"), number.get("category", "total")
    rows = results[
        (results["metric_id"] == number["metric"])
        & (results["breakdown"] == breakdown)
        & (results["category"] == category)
    ]
    if "horizon_days" in number:
        rows = rows[rows["horizon_days"] == number["horizon_days"]]
    return rows


def aspect_of(group: str, listed: Sequence[str]) -> str | None:
    """The listed aspect nearest to the one that figures of the group bear on; None where only law is.

    No figure shows what a statute says, and of what an institution is it shows less than of what is done.
    """
    near = (_aspects()[group], "practice", "outcome", "institution")
    return next((each for each in near if each in listed), None)


def _bears_on(row: Mapping, metric: Mapping) -> tuple[str, ...]:
    if row["metric_id"] == PRINTED:
        return measures().get(row["category"], ())
    return lines(metric["answers_to"])


def _piece(
    row: Mapping, metric: Mapping, duty: Mapping, number: Mapping | None, inputs: Inputs
) -> Iterator[dict]:
    aspect = aspect_of(metric["metric_group"], duty["aspects"])
    if aspect is None:
        return
    says = bearing(row, metric, number, inputs.minimum, duty["obligation_id"])
    is_official = row["source"] == "official"
    by = publisher(row["origin"]) if is_official else None
    address = {name: row[name] for name in ADDRESS}
    yield piece(
        (row["metric_id"], row["source"], *address.values(), says.asked),
        inputs.data_date,
        jurisdiction=row["jurisdiction"],
        obligation_id=duty["obligation_id"],
        aspect=aspect,
        kind="official_figure" if is_official else "figure",
        finding=says.finding,
        grade=by.grade if by else None,
        dated_on=row["period_end"],
        title=_title(row, metric),
        reason=says.reason,
        link=by.link if by else None,
        source=by.title if by else None,
        metric_id=row["metric_id"],
        result_source=row["source"],
        number_asked=says.asked,
        number_found=says.found,
        **address,
    )


def _title(row: Mapping, metric: Mapping) -> str:
    if row["metric_id"] == PRINTED:
        return code_lists()["official_measure"].codes[row["category"]].label
    return metric["title"]


@cache
def _aspects() -> dict[str, str]:
    path = Path(__file__).parent / "aspects.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["aspects"]
