"""Competing ends, repeat events and the toy cohort are those of R's survival and cmprsk packages."""

import re

import numpy as np
import pandas as pd
import pytest

from metrics.estimators import (
    Recurrences,
    cumulative_incidence_at,
    current_pace,
    manski_bounds,
    mean_cumulative_at,
    ratio_of_flows,
    survival_quantile,
    survival_until,
)
from metrics.estimators.survival_band import limits
from tests.metrics.vectors import beside, each, read, same, within_groups
from tests.metrics.vectors_persons import persons_of, rows_of, spells


def causes_of(table: pd.DataFrame) -> list[str]:
    return [column.removeprefix("cif_") for column in table if column.startswith("cif_")]


@each("time", "n_risk", "surv", "cif_1", "se_ij_1")
def test_incidence_with_competing_ends(file):
    for persons, wanted in within_groups(persons_of(file), read(file)):
        table = spells(persons)
        curve = table.curve()
        rows = rows_of(curve, wanted["time"])
        same(curve.at_risk[rows], wanted["n_risk"])
        same(curve.survival[rows], wanted["surv"])
        same(curve.censored[rows], wanted["n_censor"])
        for cause in causes_of(wanted):
            share, error = wanted[f"cif_{cause}"], wanted[f"se_ij_{cause}"].fillna(0)
            if cause not in curve.events:
                assert not share.any()
                continue
            same(curve.events[cause][rows], wanted[f"n_event_{cause}"])
            same(curve.incidence[cause][rows], share)
            if "entry" not in persons:
                # Roots of a cancellation: in sets of a few persons no closer than this.
                same(curve.standard_errors(cause)[rows], error, absolute=1e-7)
            check_errors(table, curve, persons, wanted, cause)


def check_errors(table, curve, persons, wanted, cause) -> None:
    """A jackknife of every day is slow: about fifteen days of a large set are enough."""
    for row in wanted.fillna({f"se_ij_{cause}": 0}).to_dict("records")[:: 1 + len(wanted) // 15]:
        day, error = row["time"], row[f"se_ij_{cause}"]
        same(table.jackknife_error(day, cause), error)
        if "entry" in persons:
            found = limits(row[f"cif_{cause}"], table.jackknife_error(day, cause))
        else:
            same(curve.standard_error(day, cause), error)
            estimate = cumulative_incidence_at(curve, day, cause, interval="log-log")
            found = estimate.lower, estimate.upper
        if error and pd.notna(row[f"ij_loglog_lower_{cause}"]):
            same(found[0], row[f"ij_loglog_lower_{cause}"])
            same(found[1], row[f"ij_loglog_upper_{cause}"])


@each("cause", "time", "one_minus_km")
def test_one_minus_kaplan_meier_is_larger_than_the_incidence_of_a_cause(file):
    for persons, wanted in within_groups(persons_of(file), read(file)):
        curve = spells(persons).curve()
        for cause, rows in wanted.groupby("cause"):
            others_censored = persons.assign(status=(persons["status"] == cause).astype(int))
            alone = spells(others_censored).curve()
            wrong = [1 - alone.survival_at(day) for day in rows["time"]]
            same(wrong, rows["one_minus_km"])
            right = [curve.incidence_at(day, str(cause)) for day in rows["time"]]
            assert (np.array(right) <= np.array(wrong) + 1e-12).all()


@each("cause", "time", "cif")
def test_the_incidence_of_another_r_package_is_the_same(file):
    for persons, wanted in within_groups(persons_of(file), read(file)):
        curve = spells(persons).curve()
        found = [curve.incidence_at(row.time, str(row.cause)) for row in wanted.itertuples()]
        same(found, wanted["cif"])


def recurrences(persons: pd.DataFrame) -> Recurrences:
    followed = persons.groupby("id")["stop"].max()
    events = persons[persons["event"] > 0][["id", "stop"]]
    both = events.merge(events, on="id")
    return Recurrences.of(
        [(day, 1) for day in followed],
        [(row.stop, followed[row.id], 1) for row in events.itertuples()],
        [(row.stop_x, row.stop_y, 1) for row in both.itertuples()],
    )


def followed_of(file) -> pd.DataFrame:
    """Episodes one after another, from the start on."""
    episodes = read(beside(file, "id", "start", "stop", "event"))
    if (episodes.groupby("id")["start"].min() > 0).any():
        pytest.skip("persons of this set come late: the mean is of those followed from the start")
    return episodes


@each("time", "n_risk", "mcf", "se_robust")
def test_mean_cumulative_function_and_its_cluster_error(file):
    for persons, wanted in within_groups(followed_of(file), read(file)):
        table = recurrences(persons)
        same(table.at_risk(wanted["time"].to_numpy()), wanted["n_risk"])
        until = [table.events_until(day) for day in wanted["time"]]
        same(until, wanted["n_event"].cumsum())
        same([table.mean_at(day) for day in wanted["time"]], wanted["mcf"])
        same([table.standard_error(day) for day in wanted["time"]], wanted["se_robust"])
        last = wanted["time"].max()
        assert mean_cumulative_at(table, last).value == table.mean_at(last)


@each("time", "mcf", "se_naive")
def test_mean_cumulative_function_where_only_a_naive_error_is_given(file):
    for persons, wanted in within_groups(followed_of(file), read(file)):
        table = recurrences(persons)
        same([table.mean_at(day) for day in wanted["time"]], wanted["mcf"])


@each("scope", "metric", "numerator", "denominator", "value")
def test_the_toy_cohort_comes_out_as_worked(file):
    persons = read(beside(file, "t", "c", "jurisdiction"))
    persons = persons.rename(columns={"t": "time", "c": "status"})
    for scope, table in read(file).groupby("scope"):
        mine = persons if scope == "ALL" else persons[persons["jurisdiction"] == scope]
        curve = spells(mine).curve()
        assert curve.size == len(mine)
        rows = table.set_index("metric")
        for row in table.dropna(subset=["numerator", "denominator"]).itertuples():
            same(ratio_of_flows(row.numerator, row.denominator).value, row.value)
        check_incidence(curve, rows["value"])
        check_median(curve, rows["value"].get("km_median_time_to_any_resolution"))
        if {"person_bounds_lower", "person_bounds_upper", "person_pending"} <= set(rows.index):
            # Whoever is pending may come out either way, and chance comes on top.
            convicted, whole = rows.loc["person_bounds_lower", ["numerator", "denominator"]]
            seen = whole - rows.loc["person_pending", "numerator"]
            found = manski_bounds(convicted, seen, whole)
            assert found.lower <= rows.loc["person_bounds_lower", "value"]
            assert rows.loc["person_bounds_upper", "value"] <= found.upper


def check_incidence(curve, wanted: pd.Series) -> None:
    ended: dict[int, float] = {}
    for name, value in wanted.items():
        if named := re.fullmatch(r"aj_cif_(\d+)_cause(\w+)", name):
            horizon, cause = int(named[1]), named[2]
            same(curve.incidence_at(horizon, cause) if cause in curve.events else 0, value)
            ended[horizon] = ended.get(horizon, 0) + value
            if value and curve.is_followed_to(horizon):
                found = cumulative_incidence_at(curve, horizon, cause)
                assert found.lower <= found.value <= found.upper
    for horizon, share in ended.items():
        if curve.is_followed_to(horizon):
            same(survival_until(curve, horizon).value, 1 - share)


def check_median(curve, median: float | None) -> None:
    if median is None:
        return
    same(survival_quantile(curve).value, median)
    if pd.notna(median):
        # With everybody seen from the start, the pace of the period is that of the cohort.
        pace = current_pace(curve, fewest=1)
        assert (pace.estimate.value, pace.lasted) == (median, 0)


@each("pending_start", "incoming", "resolved", "pending_end")
def test_court_flows_keep_the_identities(file):
    for row in read(file).itertuples():
        assert row.pending_end == row.pending_start + row.incoming - row.resolved
        clearance = ratio_of_flows(row.resolved, row.incoming).value
        same(np.nan if clearance is None else 100 * clearance, row.clearance_rate_pct)
        days = ratio_of_flows(row.pending_end, row.resolved).value
        same(np.nan if days is None else 365 * days, row.disposition_time_days)
