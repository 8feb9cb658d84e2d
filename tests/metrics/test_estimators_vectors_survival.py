"""Curves of one kind of end, their bands, quantiles and restricted means are those of R's survival package."""

import numpy as np
import pandas as pd
import pytest

from metrics.estimators import (
    current_pace,
    kaplan_meier,
    kaplan_meier_quantile,
    restricted_mean,
    restricted_mean_error,
    survival_band,
    survival_quantile,
)
from metrics.estimators.estimate import Z
from metrics.estimators.period_curve import after
from metrics.estimators.survival_band import KINDS
from tests.metrics.vectors import each, read, same, within_groups
from tests.metrics.vectors_persons import TIE, persons_of, rows_of, spells


@each("time", "n_risk", "n_event", "n_censor", "surv", "se_greenwood")
def test_survival_its_error_and_its_limits(file):
    for persons, wanted in within_groups(persons_of(file), read(file)):
        curve = spells(persons).curve()
        rows = rows_of(curve, wanted["time"])
        same(curve.at_risk[rows], wanted["n_risk"])
        same(curve.ended[rows], wanted["n_event"])
        same(curve.censored[rows], wanted["n_censor"])
        same(curve.survival[rows], wanted["surv"])
        left = (wanted["surv"] > 0).to_numpy()
        same(curve.survival_error()[rows][left], wanted["se_greenwood"][left])
        for kind in KINDS:
            column, defined = kind.replace("-", ""), left
            if kind == "log-log":
                defined = left & (wanted["surv"] < 1).to_numpy()
            low, high = survival_band(curve, kind)
            same(low[rows][defined], wanted[f"{column}_lower"][defined])
            same(high[rows][defined], wanted[f"{column}_upper"][defined])


@each("conf_type", "prob", "quantile", "lower", "upper")
def test_quantiles_with_every_kind_of_band(file):
    table = read(file)
    assert table["conf_type"].isin(KINDS).any()
    for persons, wanted in within_groups(persons_of(file), table):
        curve = spells(persons).curve()
        for row in wanted[wanted["conf_type"].isin(KINDS)].to_dict("records"):
            found = survival_quantile(curve, row["prob"], row["conf_type"])
            assert is_same(found.value, row["quantile"]), row
            for part in ("lower", "upper"):
                limit = getattr(found, part)
                if not is_same(limit, row[part]):
                    is_first_crossing(curve, limit, row, part)


def is_same(found: float | None, wanted: float) -> bool:
    return found is None if pd.isna(wanted) else found == pytest.approx(wanted, abs=1e-9)


def is_first_crossing(curve, day: float | None, row: dict, part: str) -> None:
    """The limit turns back up somewhere, and the day found is its first at or below the height.

    There R sorts the limit before it looks for the crossing, and may put the lower limit above the
    quantile. Nowhere else may a limit differ.
    """
    low, high = survival_band(curve, row["conf_type"])
    limit = low if part == "lower" else high
    known = ~np.isnan(limit) & (curve.ended > 0)
    limit, days = limit[known], curve.days[known]
    assert (np.diff(limit) > 0).any(), (row, part, day)
    crossed = days[limit <= 1 - row["prob"] + TIE]
    assert day == (crossed[0] if crossed.size else None), (row, part)


@each("conf_type", "prob", "quantile", "lower", "upper")
def test_quantiles_from_a_daily_table(file):
    """The same by the other door, by which metrics come: counts a day."""
    for persons, wanted in within_groups(persons_of(file), read(file)):
        ends = persons.groupby(["time", "status"]).size().unstack(fill_value=0)
        daily = ends.reindex(columns=[0, 1], fill_value=0)
        if "entry" in persons:
            entered = persons.groupby("entry").size().rename("entered")
            daily = daily.join(entered, how="outer").fillna(0).astype(int)
        curve = kaplan_meier(daily.index, daily[1], daily[0], daily.get("entered"))
        for row in wanted[wanted["conf_type"] == "log-log"].to_dict("records"):
            found = survival_quantile(curve, row["prob"])
            assert is_same(found.value, row["quantile"]), row
            assert found == survival_quantile(spells(persons).curve(), row["prob"])
            if "entry" not in persons:
                counts = (daily.index, daily[1], daily[0])
                assert kaplan_meier_quantile(*counts, row["prob"]) == found


@each("tau", "rmst", "se")
def test_restricted_mean_and_its_error(file):
    for persons, wanted in within_groups(persons_of(file), read(file)):
        curve = spells(persons).curve()
        for row in wanted.itertuples():
            found, error = restricted_mean(curve, row.tau), restricted_mean_error(curve, row.tau)
            same(error, row.se)
            if not curve.is_followed_to(row.tau):
                # R draws the curve on; nobody was seen there, so nothing is said.
                assert found.value is None
                continue
            same(found.value, row.rmst)
            same(found.upper, min(row.tau, row.rmst + Z * row.se), absolute=1e-8)
            same(found.lower, max(0, row.rmst - Z * row.se), absolute=1e-8)


@each("time", "status", "entry")
def test_late_entry_is_read_from_where_enough_are_at_risk(file):
    people = persons_of(file)
    groups = people.groupby("group") if "group" in people else ()
    for persons in (people, *(group for _, group in groups)):
        curve = spells(persons).curve()
        for fewest in (2, 10, 30):
            pace = current_pace(curve, fewest=fewest)
            if pace.estimate.value is None:
                continue
            later = after(curve, pace.lasted) if pace.lasted else curve
            ends = (later.ended > 0) & (later.days <= pace.estimate.value)
            assert (later.at_risk[ends] >= fewest).all()
            assert later.survival_at(pace.estimate.value) <= 0.5 + TIE
            if pace.lasted:
                assert later.size == (persons["time"] > pace.lasted).sum()
                last = curve.days[-1]
                ratio = later.survival_at(last) * curve.survival_at(pace.lasted)
                same(ratio, curve.survival_at(last))
