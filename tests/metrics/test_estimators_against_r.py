"""Estimators give what R and printed papers give; the vectors lie beside the project, not in it."""

import pandas as pd
import pytest

from metrics.estimators import (
    aalen_johansen,
    cumulative_incidence_at,
    exact_poisson,
    kaplan_meier_median,
    kaplan_meier_quantile,
    ratio_of_sums,
    wilson,
)

CLOSED_FORM = 1e-9


@pytest.fixture(scope="module")
def vectors(shared):
    folder = shared / "vectors"
    if not folder.is_dir():
        pytest.skip("the test vectors are not beside this checkout (../shared/vectors)")
    return folder


def daily(persons: pd.DataFrame, day: str, status: str) -> pd.DataFrame:
    """Count table: one row a day, one column a status; 0 is censored."""
    return persons.groupby([day, status]).size().unstack(fill_value=0)


def curve_of(persons: pd.DataFrame, day: str = "time", status: str = "status"):
    table = daily(persons, day, status)
    causes = {str(cause): table[cause] for cause in table.columns if cause != 0}
    return aalen_johansen(table.index, causes, table.get(0, pd.Series(0, table.index)))


def groups_of(persons: pd.DataFrame, expected: pd.DataFrame):
    for group in expected["group"].unique():
        inside = persons if group == "ALL" else persons[persons["group"].astype(str) == str(group)]
        yield inside, expected[expected["group"] == group]


def test_wilson_limits_are_those_newcombe_printed(vectors):
    table = pd.read_csv(vectors / "published_newcombe1998_single/table.csv")
    table = table[table["method"] == "wilson"]
    assert len(table) == 4
    for row in table.itertuples():
        found = wilson(row.x, row.n)
        assert (round(found.lower, 4), round(found.upper, 4)) == (
            row.published_lower,
            row.published_upper,
        )


def test_wilson_limits_are_those_of_the_public_health_package(vectors):
    table = pd.read_csv(vectors / "phe_proportion/expected_ungrouped.csv")
    table = table[table["multiplier"] == 1].dropna(subset=["value", "lower95_0cl"])
    assert len(table) > 5
    for row in table.itertuples():
        found = wilson(row.Numerator, row.Denominator)
        wanted = (row.value, row.lower95_0cl, row.upper95_0cl)
        assert (found.value, found.lower, found.upper) == pytest.approx(wanted, abs=CLOSED_FORM)


def test_poisson_limits_are_those_of_r(vectors):
    table = pd.read_csv(vectors / "r_poisson_ci/exact.csv")
    table = table[table["conf"] == 0.95]
    assert len(table) > 5
    for row in table.itertuples():
        found = exact_poisson(row.x)
        wanted = (row.exact_lower, row.exact_upper)
        assert (found.lower, found.upper) == pytest.approx(wanted, rel=1e-9, abs=CLOSED_FORM)


@pytest.mark.parametrize("name", ["r_aj_tie_trap7", "r_aj_small_ties", "r_aj_mgus2"])
def test_incidence_and_its_error_are_those_of_r(vectors, name):
    persons = pd.read_csv(vectors / name / "input.csv")
    expected = pd.read_csv(vectors / name / "aj_survfit.csv")
    for inside, wanted in groups_of(persons, expected):
        curve = curve_of(inside)
        for row in wanted.to_dict("records"):
            assert curve.number_at_risk(row["time"]) == row["n_risk"]
            assert curve.survival_at(row["time"]) == pytest.approx(row["surv"], abs=CLOSED_FORM)
            for cause in ("1", "2"):
                at = (row["time"], cause)
                assert curve.incidence_at(*at) == pytest.approx(
                    row[f"cif_{cause}"], abs=CLOSED_FORM
                )
                # Square roots of a cancellation: R itself is no closer in sets of a few persons.
                assert curve.standard_error(*at) == pytest.approx(row[f"se_ij_{cause}"], abs=1e-7)


@pytest.mark.parametrize("name", ["r_km_lung", "r_km_aml", "r_km_recid_nc1978"])
def test_quantiles_of_time_and_their_limits_are_those_of_r(vectors, name):
    persons = pd.read_csv(vectors / name / "input.csv")
    expected = pd.read_csv(vectors / name / "quantiles_by_group.csv")
    overall = pd.read_csv(vectors / name / "quantiles_overall.csv").assign(group="ALL")
    expected = pd.concat([expected, overall])
    expected = expected[expected["conf_type"] == "log-log"]
    for inside, wanted in groups_of(persons, expected):
        table = daily(inside, "time", "status")
        censored = table.get(0, pd.Series(0, table.index))
        for row in wanted.to_dict("records"):
            found = kaplan_meier_quantile(table.index, table[1], censored, row["prob"])
            for part, column in (("value", "quantile"), ("lower", "lower"), ("upper", "upper")):
                limit = None if pd.isna(row[column]) else row[column]
                assert getattr(found, part) == limit, (row, part)


def test_the_toy_cohort_comes_out_as_worked(vectors):
    persons = pd.read_csv(vectors / "own_toy_cohort/derived_durations.csv")
    expected = pd.read_csv(vectors / "own_toy_cohort/expected.csv")
    checked = 0
    for scope in ("ALL", "A", "B"):
        inside = persons if scope == "ALL" else persons[persons["jurisdiction"] == scope]
        curve = curve_of(inside, "t", "c")
        wanted = expected[expected["scope"] == scope].set_index("metric")["value"]
        for name, value in wanted.items():
            if name.startswith("aj_cif"):
                _, _, horizon, cause = name.split("_")
                found = cumulative_incidence_at(curve, int(horizon), cause.removeprefix("cause"))
                assert found.value == pytest.approx(value, abs=CLOSED_FORM)
                assert found.lower <= found.value <= found.upper
                checked += 1
        table = daily(inside.assign(end=(inside["c"] > 0).astype(int)), "t", "end")
        median = kaplan_meier_median(table.index, table[1], table.get(0, 0 * table[1]))
        assert median.value == wanted["km_median_time_to_any_resolution"]
    assert checked == 8 + 8 + 6


def test_ratio_of_sums_has_the_error_of_the_survey_package(vectors):
    sample = pd.read_csv(vectors / "r_survey_apistrat/input.csv")
    wanted = pd.read_csv(vectors / "r_survey_apistrat/expected.csv").set_index("design").loc["wr"]
    y, x = sample["pw"] * sample["top"], sample["pw"]
    found = ratio_of_sums(
        y.sum(), x.sum(), (y * y).sum(), (x * x).sum(), (x * y).sum(), len(sample)
    )
    assert found.value == pytest.approx(wanted["top_mean"], abs=CLOSED_FORM)
    t_199 = 1.971956544249395
    assert (found.upper - found.value) / t_199 == pytest.approx(wanted["top_se"], abs=CLOSED_FORM)
