"""Tiles that follow the choice of a page: each number of the chosen cohort, beside the one it must be read with."""

from collections.abc import Iterable

from charts.case_flow import ORDER
from charts.cohorts import Span, newest_row
from release.read import Release
from views import case_flow_read, reading
from views.summaries import Summary


def chosen(
    release: Release, metric_id: str, place: str, asked: Span | None, horizon: int | None
) -> dict | None:
    """The result of a metric for the chosen span and follow-up, else for the nearest that there is."""
    found = _rows(release, metric_id, place)
    horizons = sorted({row["horizon_days"] for row in found if row["horizon_days"]})
    if horizons:
        days = horizon if horizon in horizons else horizons[-1]
        found = case_flow_read.followed(found, days)
    return newest_row(found, asked) or newest_row(found, None)


def summaries(
    release: Release,
    metric_ids: Iterable[str],
    place: str,
    asked: Span | None,
    horizon: int | None = None,
) -> list[Summary]:
    """One a metric that the release defines."""
    definitions = reading.definitions(release)
    told = []
    for key in case_flow_read.known(release, metric_ids):
        row, pair_id = chosen(release, key, place, asked, horizon), definitions[key]["pair"]
        pair = (
            reading.counterparts(release, key).of(row) if row and pair_id in definitions else None
        )
        if pair is None and pair_id in definitions:
            pair = chosen(release, pair_id, place, asked, horizon)
        told.append(Summary(key, row, pair_id, pair))
    return told


def _rows(release: Release, metric_id: str, place: str) -> list[dict]:
    """Totals or, of a metric told by stage, its last stage."""
    stages = case_flow_read.rows(release, metric_id, place, "stage")
    last = [row for row in stages if row["category"] == ORDER[-1]]
    return last or case_flow_read.rows(release, metric_id, place)
