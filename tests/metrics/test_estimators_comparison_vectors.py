"""Comparisons come out as published tables and other packages have them; the vectors lie beside the project."""

import numpy as np
import pandas as pd
import pytest

from metrics.estimators.byar import byar, byar_or_exact, exact_count
from metrics.estimators.exact_poisson import exact_poisson
from metrics.estimators.exact_rate_ratio import exact_rate_ratio
from metrics.estimators.funnel_flag import flag_rates, flag_shares
from metrics.estimators.funnel_limits import normal_share_limits, rate_curve, share_limits
from metrics.estimators.indirect_standardisation import (
    expected_events,
    standardised_rate,
    standardised_ratio,
)
from metrics.estimators.james_stein import james_stein
from metrics.estimators.multiplicity import benjamini_hochberg, holm
from metrics.estimators.newcombe_difference import newcombe_difference
from metrics.estimators.overdispersion import dispersed_limits, overdispersion
from metrics.estimators.wilson import wilson

CLOSED_FORM = 1e-9
LEVELS = {"95%": 0.95, "99.8%": 0.998}
LABELS = {
    "high_alarm": "High (0.001)",
    "high_alert": "High (0.025)",
    "low_alarm": "Low (0.001)",
    "low_alert": "Low (0.025)",
    "within": "Not significant",
}


@pytest.fixture(scope="module")
def vectors(shared):
    folder = shared / "vectors"
    if not folder.is_dir():
        pytest.skip("the test vectors are not beside this checkout (../shared/vectors)")
    return folder


def close(found, wanted, **tolerance):
    np.testing.assert_allclose(found, wanted, **({"rtol": 0, "atol": CLOSED_FORM} | tolerance))


def labels(flags) -> list[str]:
    return [LABELS.get(flag, flag) for flag in flags.flag]


def test_byar_and_wilson_are_those_of_the_public_health_package(vectors):
    table = pd.read_csv(vectors / "phe_byars_wilson/expected.csv")
    assert len(table) == 13
    for row in table.itertuples():
        level = LEVELS[row.confidence]
        found = byar(row.x, level=level) if row.method == "Byars" else None
        found = found or wilson(row.x, row.n, level)
        close(found.upper, row.uppercl)
        if not np.isnan(row.lowercl):
            close(found.lower, row.lowercl)


def test_proportions_come_out_at_both_levels_and_multipliers(vectors):
    table = pd.read_csv(vectors / "phe_proportion/expected_ungrouped.csv").dropna(subset=["value"])
    assert set(table["multiplier"]) == {1, 100}
    for row in table.itertuples():
        for level, low, high in (
            (0.95, row.lower95_0cl, row.upper95_0cl),
            (0.998, row.lower99_8cl, row.upper99_8cl),
        ):
            found = wilson(row.Numerator, row.Denominator, level, row.multiplier)
            close([found.value, found.lower, found.upper], [row.value, low, high])


def test_grouped_proportions_are_those_of_the_sums(vectors):
    single = pd.read_csv(vectors / "phe_proportion/expected_ungrouped.csv")
    grouped = pd.read_csv(vectors / "phe_proportion/expected_grouped.csv").dropna(subset=["value"])
    twice = single[(single["multiplier"] == 1)].set_index("Area")
    assert len(grouped) == 8
    for row in grouped.itertuples():
        part, whole = 2 * twice.loc[row.Area, ["Numerator", "Denominator"]].astype(float)
        assert (part, whole) == (row.Numerator, row.Denominator)
        found = wilson(part, whole)
        close([found.value, found.lower, found.upper], [row.value, row.lowercl, row.uppercl])


def test_exact_counts_are_those_of_r_at_every_level(vectors):
    table = pd.read_csv(vectors / "r_poisson_ci/exact.csv")
    assert set(table["conf"]) == {0.95, 0.998}
    for level, rows in table.groupby("conf"):
        found = exact_count(rows["x"], level=level)
        close(found.lower, rows["exact_lower"], rtol=1e-9)
        close(found.upper, rows["exact_upper"], rtol=1e-9)
        one = exact_poisson(rows["x"].iloc[3], level=level)
        close([one.lower, one.upper], [found.lower[3], found.upper[3]])


def test_ratios_of_rates_are_those_of_r(vectors):
    table = pd.read_csv(vectors / "r_poisson_ci/rate_ratio_conditional_exact.csv")
    found = exact_rate_ratio(table["x1"], table["t1"], table["x2"], table["t2"])
    close(found.value, table["rate_ratio"])
    close(found.lower, table["lower"])
    close(found.upper, table["upper"])
    assert np.isnan(exact_rate_ratio(3, 10, 0, 10).upper)
    assert np.isnan(exact_rate_ratio(3, 10, 2, 0)).all()


def test_observed_over_expected_is_that_of_the_public_health_package(vectors):
    units = pd.read_csv(vectors / "phe_isr/isr_input.csv")
    wanted = pd.read_csv(vectors / "phe_isr/isr_expected.csv")
    checked = 0
    for row in wanted[wanted["area"].str.startswith("testdata")].itertuples():
        area = units[units["area"] == row.area]
        assert area["count"].sum() == row.observed
        expected = expected_events(area["pop"], area["refcount"], area["refpop"])
        close(expected, row.expected)
        per = float(row.statistic.rsplit(" ", 1)[1])
        for level in (0.95, 0.998):
            found = standardised_ratio(row.observed, expected, level, per)
            if "rate" in row.statistic:
                standard = area["refcount"].sum() / area["refpop"].sum()
                found = standardised_rate(row.observed, expected, standard, level, per)
            ends = (
                (row.lower95_0cl, row.upper95_0cl)
                if level == 0.95
                else (row.lower99_8cl, row.upper99_8cl)
            )
            close([float(each) for each in found], [row.value, *ends], rtol=1e-11)
            checked += 1
    assert checked == 24


def test_observed_over_expected_of_areas_that_are_sums(vectors):
    wanted = pd.read_csv(vectors / "phe_isr/isr_expected.csv")
    for row in wanted[wanted["area"].str.startswith("Area")].itertuples():
        per = float(row.statistic.rsplit(" ", 1)[1])
        standard = row.ref_rate / per if "rate" in row.statistic else 1.0
        found = standardised_rate(row.observed, row.expected, standard, 0.95, per)
        close(
            [float(each) for each in found],
            [row.value, row.lower95_0cl, row.upper95_0cl],
            rtol=1e-11,
        )


def test_nine_events_are_exact_and_ten_are_byars():
    assert byar_or_exact(9).lower == exact_count(9).lower
    assert byar_or_exact(10).lower == byar(10).lower


def test_every_area_has_the_label_the_public_health_package_gives(vectors):
    table = pd.read_csv(vectors / "phe_funnel_proportion/inputs_significance.csv")
    target = table["numerator"].sum() / table["denominator"].sum()
    share = table["numerator"] / table["denominator"]
    alert, alarm = (normal_share_limits(table["denominator"], target, x) for x in (0.95, 0.998))
    found = np.select(
        [share > alarm.upper, share < alarm.lower, share > alert.upper, share < alert.lower],
        ["High (0.001)", "Low (0.001)", "High (0.025)", "Low (0.025)"],
        "Not significant",
    )
    assert found.tolist() == table["significance"].tolist()
    # With counts so large the exact tails agree; with ours they would not.
    assert labels(flag_shares(table["numerator"], table["denominator"], target)) == found.tolist()


@pytest.mark.parametrize("name", ["limits", "limits_axis_variation"])
def test_lines_are_those_the_public_health_package_draws(vectors, name):
    table = pd.read_csv(vectors / f"phe_funnel_proportion/{name}.csv")
    for level, end in ((0.95, "2s0025limit"), (0.998, "3s0001limit")):
        found = normal_share_limits(table["Population"], table["Baseline"] / 100, level)
        # The table prints six decimals of a percentage.
        close(100 * found.lower, table[f"Lower{end}"], atol=1e-6)
        close(100 * found.upper, table[f"Upper{end}"], atol=1e-6)


@pytest.mark.parametrize("name", ["outputs", "outputs_2", "outputs_3"])
def test_rate_curves_are_those_the_public_health_package_draws(vectors, name):
    table = pd.read_csv(vectors / f"phe_funnel_rate/{name}.csv")
    table = table[table["Events"] > 1]  # its chi-squared quantile of 1 event has five digits only
    for level, end in ((0.95, "2s"), (0.998, "3s")):
        size, rate = rate_curve(table["Events"], table["baseline"], level, per=1e5, years=3)
        for side in ("lower", "upper"):
            close(getattr(size, side), table[f"{side}_{end}_population_1_year"], rtol=5e-6)
            close(getattr(rate, side), table[f"{side}_{end}_limit"], rtol=5e-6)


@pytest.mark.parametrize("zeros", ["with", "without"])
def test_rates_have_the_labels_the_public_health_package_gives(vectors, zeros):
    table = pd.read_csv(vectors / "phe_funnel_rate/dsr_inputs.csv")
    if zeros == "without":
        table = table[table["count"] > 0]
    target = table["count"].sum() / table["pop"].sum()
    found = flag_rates(table["count"], table["pop"], target)
    assert labels(found) == table[f"crude_per_100000_{zeros}_0"].tolist()
    known = table[table["count"] >= 10]
    exposure = known["count"] / known["rate_dsr"]
    found = flag_rates(known["count"], exposure, known["count"].sum() / exposure.sum())
    assert labels(found) == known[f"dsr_per_100000_{zeros}_0"].tolist()


def test_drawn_limits_of_the_bowel_cancer_districts(vectors):
    table = pd.read_csv(vectors / "funnel_bowel_cancer/exact_binomial_limits.csv")
    target = table["numerator"].sum() / table["denominator"].sum()
    outside = {}
    for level, low, high in ((0.95, "0.025", "0.975"), (0.998, "0.001", "0.999")):
        found = share_limits(table["denominator"], target, level)
        close(found.lower, table[f"binom_lim_{low}"])
        close(found.upper, table[f"binom_lim_{high}"])
        outside[level] = (table["rate"] < found.lower) | (table["rate"] > found.upper)
    assert outside[0.95].sum() == 33
    names = table.loc[outside[0.998], "group"].str.cat(sep=" ")
    assert outside[0.998].sum() == 2 and "Glasgow City" in names and "Falkirk" in names
    # Whom the exact tails flag lies outside the line that is drawn; not the other way round.
    flags = flag_shares(table["numerator"], table["denominator"], target)
    assert not (np.isin(flags.flag, ["high_alarm", "low_alarm"]) & ~outside[0.998]).any()
    assert not (np.isin(flags.flag, ["high_alert", "low_alert"]) & ~outside[0.95]).any()


@pytest.mark.parametrize("name", ["funnel_bowel_cancer", "funnelplotr_medpar_died_PR"])
def test_dispersion_of_shares_is_the_textbook_one_until_corrected(vectors, name):
    units = pd.read_csv(vectors / name / "input_aggregated.csv")
    wanted = pd.read_csv(vectors / name / "phi_tau2.csv").iloc[0]
    table = pd.read_csv(vectors / name / "table_PR.csv")
    counted = (units["numerator"], units["denominator"], wanted["target"])
    found = overdispersion(*counted, is_corrected=False)
    close([found.phi, found.tau2], [wanted["phi"], wanted["tau2"]])
    assert overdispersion(*counted).phi == pytest.approx(found.phi / 0.6786545589528747)
    clear = table["denominator"] >= 25  # below, the package cuts where the arcsine turns back
    for level, end in ((0.95, "95"), (0.998, "998")):
        limits = dispersed_limits(units["denominator"], wanted["target"], found.tau2, level=level)
        # The package rounds the normal quantile to six decimals.
        close(limits.lower[clear], table.loc[clear, f"odll{end}"], atol=1e-7)
        close(limits.upper[clear], table.loc[clear, f"odul{end}"], atol=1e-7)


def test_a_dispersion_that_looked_like_chance_does_not_once_corrected(vectors):
    units = pd.read_csv(vectors / "funnel_bowel_cancer/input_aggregated.csv")
    target = units["numerator"].sum() / units["denominator"].sum()
    counted = (units["numerator"], units["denominator"], target)
    assert overdispersion(*counted, is_corrected=False).phi == pytest.approx(0.964, abs=5e-4)
    assert overdispersion(*counted).phi > 1.4
    assert overdispersion(*counted, trim=0).phi == pytest.approx(1.48, abs=0.01)


@pytest.mark.parametrize(
    ("method", "trim", "table_name", "options"),
    [
        ("SHMI", 0.1, "table_SR_SHMI", {"scale": "log_ratio", "is_cut": True}),
        ("CQC", 0.05, "table_SR_CQC_0.05", {"scale": "root_ratio"}),
        ("CQC", 0.1, "table_SR_CQC_0.1", {"scale": "root_ratio"}),
    ],
)
def test_dispersion_of_ratios(vectors, method, trim, table_name, options):
    folder = vectors / "funnelplotr_testthat"
    units = pd.read_csv(folder / "input_aggregated.csv")
    wanted = pd.read_csv(folder / "phi_tau2.csv")
    wanted = wanted[(wanted["sr_method"] == method) & (wanted["trim_by"] == trim)].iloc[0]
    counted = (units["numerator"], units["denominator"], 1.0)
    found = overdispersion(*counted, trim=trim, is_corrected=False, **options)
    close([found.phi, found.tau2], [wanted["phi"], wanted["tau2"]])
    table = pd.read_csv(folder / f"{table_name}.csv")
    limits = dispersed_limits(units["denominator"], 1.0, found.tau2, options["scale"])
    # The package draws the limits of the root without squaring them back.
    back = np.sqrt if method == "CQC" else np.asarray
    close(back(limits.lower), table["odll95"], atol=1e-7)
    close(back(limits.upper), table["odul95"], atol=1e-7)


def test_differences_are_those_newcombe_printed(vectors):
    table = pd.read_csv(vectors / "published_newcombe1998_difference/table.csv")
    assert len(table) == 8
    found = newcombe_difference(table["x1"], table["n1"], table["x2"], table["n2"])
    assert found.lower.round(4).tolist() == table["published_m10_lower"].tolist()
    assert found.upper.round(4).tolist() == table["published_m10_upper"].tolist()
    close(found.lower, table["recomputed_lower"])
    close(found.upper, table["recomputed_upper"])


def test_batters_are_pulled_as_efron_and_morris_printed(vectors):
    table = pd.read_csv(vectors / "published_efron_morris_1977/table.csv")
    share = table["hits"] / table["at_bats"]
    mean = share.mean()
    pulled = james_stein(share, mean * (1 - mean) / 45).shown()["shrunken"]
    close(pulled, table["published_js"], atol=6e-4)
    close(pulled, table["recomputed_js"])
    error = [((each - table["rest_of_season"]) ** 2).sum() for each in (table["avg45"], pulled)]
    assert error[0] == pytest.approx(0.0755, abs=5e-4)
    assert error[1] == pytest.approx(0.0214, abs=5e-4)


def test_probabilities_are_corrected_as_benjamini_and_hochberg_printed(vectors):
    table = pd.read_csv(vectors / "r_multitest_bh1995/expected.csv")
    close(holm(table["p"]), table["holm"])
    q = benjamini_hochberg(table["p"])
    close(q, table["BH"])
    assert (q <= 0.05).sum() == 4 and (holm(table["p"]) <= 0.05).sum() == 3
