"""Curves, restricted means and repeat events are those of R's survival package; vectors lie beside the project."""

import numpy as np
import pandas as pd
import pytest

from metrics.estimators import (
    Recurrences,
    Spells,
    cumulative_incidence_at,
    current_pace,
    mean_cumulative_at,
    ratio_of_flows,
    restricted_mean,
    restricted_mean_error,
    survival_band,
    survival_quantile,
    survival_until,
)
from metrics.estimators.period_curve import after

CLOSE = 1e-9
KAPLAN_MEIER = ("r_km_lung", "r_km_aml", "r_km_recid_nc1978", "r_km_late_entry_mgus2")
AALEN_JOHANSEN = ("r_aj_mgus2", "r_aj_small_ties", "r_aj_tie_trap7")
RECURRENT = ("r_mcf_bladder2", "r_mcf_valveseat")
NOT_MONOTONE = {
    ("r_km_aml", "ALL", "log", "upper"): (48,),
    ("r_km_late_entry_mgus2", "F", "log-log", "lower"): (726, 726, 726),
    ("r_km_late_entry_mgus2", "M", "log-log", "lower"): (801, 801, 801),
}
"""Where a limit turns back up, R sorts it before it looks for the crossing, and may put the lower limit
above the quantile (M: 680, from 801). Ours is the first day on which the limit is at or below the height."""


@pytest.fixture(scope="module")
def vectors(shared):
    folder = shared / "vectors"
    if not folder.is_dir():
        pytest.skip("the test vectors are not beside this checkout (../shared/vectors)")
    return folder


def spells(persons: pd.DataFrame) -> Spells:
    """The persons of a vector, one row each; no entry means from the start."""
    entry = persons["entry"] if "entry" in persons else pd.Series(-1, persons.index)
    ends = persons["status"].map(lambda status: str(status) if status else "")
    return Spells.of(entry, persons["time"], ends, np.ones(len(persons)))


def by_group(folder, kind: str):
    """(group, its persons, what is expected of them), the whole set first."""
    persons = pd.read_csv(folder / "input.csv")
    tables = [(folder / f"{kind}_{part}.csv") for part in ("overall", "by_group")]
    if not tables[0].exists():
        tables = [folder / f"{kind}.csv"]
    for table in (path for path in tables if path.exists()):
        expected = pd.read_csv(table)
        if "group" not in expected:
            expected["group"] = "ALL"
        for group, wanted in expected.groupby("group"):
            mine = persons
            if str(group) != "ALL":
                mine = persons[persons["group"].astype(str) == str(group)]
            yield str(group), mine, wanted


def same(found, wanted, close: float = CLOSE) -> None:
    assert np.asarray(found, float) == pytest.approx(
        np.asarray(wanted, float), abs=close, nan_ok=True
    )


@pytest.mark.parametrize("name", KAPLAN_MEIER)
def test_survival_its_error_and_its_limits(vectors, name):
    checked = 0
    for _, persons, wanted in by_group(vectors / name, "km"):
        curve = spells(persons).curve()
        rows = np.searchsorted(curve.days, wanted["time"])
        same(curve.days[rows], wanted["time"])
        same(curve.at_risk[rows], wanted["n_risk"])
        same(curve.ended[rows], wanted["n_event"])
        same(curve.censored[rows], wanted["n_censor"])
        same(curve.survival[rows], wanted["surv"])
        left = (wanted["surv"] > 0).to_numpy()
        same(curve.survival_error()[rows][left], wanted["se_greenwood"][left])
        for kind in ("log-log", "plain", "log"):
            column, defined = kind.replace("-", ""), left
            if kind == "log-log":
                defined = left & (wanted["surv"] < 1).to_numpy()
            low, high = survival_band(curve, kind)
            same(low[rows][defined], wanted[f"{column}_lower"][defined])
            same(high[rows][defined], wanted[f"{column}_upper"][defined])
            checked += defined.sum()
    assert checked > 100


@pytest.mark.parametrize("name", KAPLAN_MEIER)
def test_quantiles_with_every_kind_of_band(vectors, name):
    checked, differ = 0, {}
    for group, persons, wanted in by_group(vectors / name, "quantiles"):
        curve = spells(persons).curve()
        for row in wanted.to_dict("records"):
            found = survival_quantile(curve, row["prob"], row["conf_type"])
            for part, column in (("value", "quantile"), ("lower", "lower"), ("upper", "upper")):
                limit = None if pd.isna(row[column]) else row[column]
                place = (name, group, row["conf_type"], part)
                if getattr(found, part) != limit:
                    differ.setdefault(place, []).append(limit)
                    is_first_crossing(curve, getattr(found, part), 1 - row["prob"], *place[2:])
                checked += 1
    assert checked > 25
    wanted = {place: limits for place, limits in NOT_MONOTONE.items() if place[0] == name}
    assert {place: tuple(limits) for place, limits in differ.items()} == wanted


def is_first_crossing(curve, day: float, height: float, kind: str, part: str) -> None:
    """The limit turns back up somewhere, and the day found is its first at or below the height."""
    limit = survival_band(curve, kind)[part == "upper"]
    limit, days = limit[~np.isnan(limit)], curve.days[~np.isnan(limit)]
    assert (np.diff(limit) > 0).any()
    assert next(d for d, each in zip(days, limit, strict=True) if each <= height) == day


@pytest.mark.parametrize("name", KAPLAN_MEIER)
def test_restricted_mean_and_its_error(vectors, name):
    ((_, persons, wanted),) = by_group(vectors / name, "rmst")
    curve = spells(persons).curve()
    for row in wanted.itertuples():
        found = restricted_mean(curve, row.tau)
        assert found.value == pytest.approx(row.rmst, abs=CLOSE)
        assert restricted_mean_error(curve, row.tau) == pytest.approx(row.se, abs=CLOSE)
        assert found.upper - found.value == pytest.approx(1.959963984540054 * row.se, abs=1e-8)


@pytest.mark.parametrize("name", AALEN_JOHANSEN)
def test_incidence_with_competing_ends(vectors, name):
    for _, persons, wanted in by_group(vectors / name, "aj_survfit"):
        table = spells(persons)
        curve = table.curve()
        for row in wanted.to_dict("records"):
            assert curve.number_at_risk(row["time"]) == row["n_risk"]
            assert curve.survival_at(row["time"]) == pytest.approx(row["surv"], abs=CLOSE)
        # A full curve of jackknifes is slow: every tenth day of the large set is enough.
        for row in wanted.to_dict("records")[:: 1 + len(wanted) // 25]:
            for cause in ("1", "2"):
                at, error = (row["time"], cause), row[f"se_ij_{cause}"]
                assert curve.incidence_at(*at) == pytest.approx(row[f"cif_{cause}"], abs=CLOSE)
                error = 0.0 if pd.isna(error) else error
                assert curve.standard_error(*at) == pytest.approx(error, abs=CLOSE), at
                assert table.jackknife_error(*at) == pytest.approx(error, abs=CLOSE), at
                if pd.notna(row[f"ij_loglog_lower_{cause}"]) and error:
                    found = cumulative_incidence_at(curve, *at, interval="log-log")
                    same(found.lower, row[f"ij_loglog_lower_{cause}"])
                    same(found.upper, row[f"ij_loglog_upper_{cause}"])


@pytest.mark.parametrize("name", AALEN_JOHANSEN)
def test_one_minus_kaplan_meier_is_larger_than_the_incidence_of_a_cause(vectors, name):
    persons = pd.read_csv(vectors / name / "input.csv")
    naive = pd.read_csv(vectors / name / "naive_one_minus_km.csv")
    curve = spells(persons).curve()
    for row in naive.itertuples():
        others_censored = persons.assign(status=(persons["status"] == row.cause).astype(int))
        wrong = 1 - spells(others_censored).curve().survival_at(row.time)
        assert wrong == pytest.approx(row.one_minus_km, abs=CLOSE)
        assert curve.incidence_at(row.time, str(row.cause)) <= wrong + 1e-12


@pytest.mark.parametrize("name", AALEN_JOHANSEN)
def test_the_incidence_of_another_r_package_is_the_same(vectors, name):
    for _, persons, wanted in by_group(vectors / name, "cif_cmprsk_fixed_times"):
        curve = spells(persons).curve()
        for row in wanted.itertuples():
            found = curve.incidence_at(row.time, str(row.cause))
            assert found == pytest.approx(row.cif, abs=CLOSE)


@pytest.mark.parametrize("name", RECURRENT)
def test_mean_cumulative_function_and_its_cluster_error(vectors, name):
    for _, persons, wanted in by_group(vectors / name, "mcf"):
        table = recurrences(persons)
        for row in wanted.itertuples():
            assert table.at_risk(np.array([row.time]))[0] == row.n_risk
            assert table.mean_at(row.time) == pytest.approx(row.mcf, abs=CLOSE)
            assert table.standard_error(row.time) == pytest.approx(row.se_robust, abs=CLOSE)
        assert mean_cumulative_at(table, wanted["time"].max()).value == table.mean_at(
            wanted["time"].max()
        )


def recurrences(persons: pd.DataFrame) -> Recurrences:
    followed = persons.groupby("id")["stop"].max()
    events = persons[persons["event"] > 0][["id", "stop"]]
    both = events.merge(events, on="id")
    return Recurrences.of(
        [(day, 1) for day in followed],
        [(row.stop, followed[row.id], 1) for row in events.itertuples()],
        [(row.stop_x, row.stop_y, 1) for row in both.itertuples()],
    )


def test_the_toy_cohort_is_the_same_by_three_ways(vectors):
    persons = pd.read_csv(vectors / "own_toy_cohort/derived_durations.csv")
    expected = pd.read_csv(vectors / "own_toy_cohort/expected.csv")
    persons = persons.rename(columns={"t": "time", "c": "status"})
    for scope, wanted in expected.groupby("scope"):
        mine = persons if scope == "ALL" else persons[persons["jurisdiction"] == scope]
        curve = spells(mine).curve()
        wanted = wanted.set_index("metric")["value"]
        assert curve.size == len(mine)
        for horizon in (365, 730):
            causes = [name for name in wanted.index if name.startswith(f"aj_cif_{horizon}")]
            ended = sum(wanted[name] for name in causes)
            found = survival_until(curve, horizon)
            assert found.value == pytest.approx(1 - ended, abs=CLOSE)
            assert found.lower <= found.value <= found.upper
        assert survival_quantile(curve).value == wanted["km_median_time_to_any_resolution"]
        # With everybody seen from the start, the pace of the period is that of the cohort.
        pace = current_pace(curve, fewest=1)
        assert pace.estimate.value == wanted["km_median_time_to_any_resolution"]
        assert pace.lasted == 0


def test_court_flows_keep_the_identities(vectors):
    table = pd.read_csv(vectors / "own_cepej_identities/expected.csv")
    assert len(table) == 6
    for row in table.itertuples():
        assert row.pending_end == row.pending_start + row.incoming - row.resolved
        clearance = ratio_of_flows(row.resolved, row.incoming).value
        same(np.nan if clearance is None else 100 * clearance, row.clearance_rate_pct)
        days = ratio_of_flows(row.pending_end, row.resolved).value
        same(np.nan if days is None else 365 * days, row.disposition_time_days)


def test_late_entry_is_read_from_where_enough_are_at_risk(vectors):
    persons = pd.read_csv(vectors / "r_km_late_entry_mgus2/input.csv")
    curve = spells(persons).curve()
    # Ten were at risk at the first end, nine at the second, before the median: nothing is said.
    assert current_pace(curve, fewest=10).estimate.value is None
    # With twelve asked for, the first ends are among too few: said of those only that lasted longer.
    pace = current_pace(curve, fewest=12)
    thin = curve.days[(curve.ended > 0) & (curve.at_risk < 12)]
    assert pace.lasted in thin
    assert f"of those open after day {pace.lasted:.0f}" in pace.estimate.method
    later = after(curve, pace.lasted)
    assert later.size == (persons["time"] > pace.lasted).sum()
    assert later.survival_at(pace.estimate.value) <= 0.5
    ratio = later.survival_at(900) * curve.survival_at(pace.lasted)
    assert ratio == pytest.approx(curve.survival_at(900), abs=CLOSE)


LATE = """
0 4 1, 0 9 2, 0 14 0, 3 9 1, 3 20 1, 5 9 0, 0 22 2, 8 14 1,
10 25 0, 2 30 2, 0 6 0, 12 27 1, 4 14 2, 0 35 0, 7 20 1, 1 11 1
"""
"""Sixteen persons: entry, exit, end (0 is censored)."""
LATE_IN_R = {
    9: (0.175, 0.1107267658096572, 0.075, 0.07252872993970502),
    14: (0.3175, 0.1292653923781097, 0.1425, 0.09270000898957166),
    20: (0.4717857142857143, 0.1379072055833120, 0.1425, 0.09270000898957166),
    30: (0.5746428571428571, 0.1474768215716444, 0.3225000000000001, 0.13711299588097323),
}
"""survfit(Surv(entry, exit, end) ~ 1, id) of R 4.5.0, survival 3.8-3: incidence and jackknife error of ends 1 and 2."""


def test_competing_ends_with_late_entry_have_the_jackknife_of_r():
    people = [tuple(map(int, each.split())) for each in LATE.replace("\n", " ").split(",")]
    entries, exits, ends = zip(*people, strict=True)
    # R puts an entry at 0 after day 0, as here: nobody ends on that day.
    table = Spells.of(entries, exits, [str(end) if end else "" for end in ends], [1] * 16)
    for day, wanted in LATE_IN_R.items():
        found = [
            each
            for cause in ("1", "2")
            for each in (table.curve().incidence_at(day, cause), table.jackknife_error(day, cause))
        ]
        assert found == pytest.approx(wanted, abs=1e-12)
