"""Limits of shares, counts and rates, standardised ratios, differences and corrections are those published."""

import math

import numpy as np
import pandas as pd
import pytest

from metrics.estimators.byar import EXACT_BELOW, byar, exact_count
from metrics.estimators.exact_poisson import exact_poisson
from metrics.estimators.exact_rate_ratio import exact_rate_ratio
from metrics.estimators.indirect_standardisation import (
    expected_events,
    standardised_rate,
    standardised_ratio,
)
from metrics.estimators.james_stein import james_stein
from metrics.estimators.korn_graubard import korn_graubard
from metrics.estimators.multiplicity import benjamini_hochberg, holm
from metrics.estimators.newcombe_difference import newcombe_difference
from metrics.estimators.wilson import wilson
from tests.metrics.vectors import CLOSED_FORM, beside, decimals, each, limits_of, per, read, same


def printed(file, table: pd.DataFrame, **found) -> None:
    """Each column, where something is printed in it, is equal to the digit that was."""
    for column, limits in found.items():
        shown = table[column].notna()
        half = 0.5 * 10.0 ** -decimals(file, column)
        same(np.asarray(limits)[shown], table[column][shown], absolute=half + CLOSED_FORM)


@each("x", "n", "method", "recomputed_lower", "recomputed_upper")
def test_limits_of_a_share_are_those_newcombe_printed(file):
    """Wilson's; and Clopper and Pearson's, which are Korn and Graubard's of a plain sample."""
    table = read(file)
    scores = table[table["method"] == "wilson"]
    found = [wilson(row.x, row.n) for row in scores.itertuples()]
    assert found
    lower, upper = [each.lower for each in found], [each.upper for each in found]
    same(lower, scores["recomputed_lower"])
    same(upper, scores["recomputed_upper"])
    printed(file, scores, published_lower=lower, published_upper=upper)
    inside = table["x"].between(0, table["n"], inclusive="neither")
    for row in table[inside & (table["method"] == "clopper_pearson")].itertuples():
        share = row.x / row.n
        error = math.sqrt(share * (1 - share) / row.n)
        found = korn_graubard(share, error, row.n, row.n - 1)
        same([found.lower, found.upper], [row.recomputed_lower, row.recomputed_upper])


@each("x", "n", "lowercl", "uppercl", "confidence", "method")
def test_byar_and_wilson_are_those_of_the_public_health_package(file):
    for row in read(file).to_dict("records"):
        ((level, lower, upper),) = limits_of(row)
        if row["method"] == "Wilson":
            found = wilson(row["x"], row["n"], level)
        else:
            found = {"Byars": byar, "Exact": exact_count}[row["method"]](row["x"], level=level)
        for limit, wanted in ((found.lower, lower), (found.upper, upper)):
            if not np.isnan(wanted):
                same(limit, wanted)


@each("Numerator", "Denominator", "value", "multiplier")
def test_proportions_come_out_at_every_level_and_multiplier(file):
    table = read(file)
    counted = table[["Numerator", "Denominator"]].notna().all(axis=1)
    assert counted.any() and table.loc[~counted, "value"].isna().all()
    checked = 0
    for row in table[counted].to_dict("records"):
        for level, lower, upper in limits_of(row):
            found = wilson(row["Numerator"], row["Denominator"], level, row["multiplier"])
            same([found.value, found.lower, found.upper], [row["value"], lower, upper])
            checked += 1
    assert checked


@each("x", "conf", "exact_lower", "exact_upper")
def test_exact_counts_are_those_of_r_at_every_level(file):
    for level, rows in read(file).groupby("conf"):
        found = exact_count(rows["x"], level=level)
        same(found.lower, rows["exact_lower"], relative=1e-11)
        same(found.upper, rows["exact_upper"], relative=1e-11)
        for place, events in enumerate(rows["x"]):
            one = exact_poisson(events, level=level)
            same([one.lower, one.upper], [found.lower[place], found.upper[place]])


@each("x1", "t1", "x2", "t2", "rate_ratio", "lower", "upper")
def test_ratios_of_rates_are_those_of_r(file):
    table = read(file).replace([np.inf], np.nan)  # where R says infinity, we say nothing
    for level, rows in table.groupby(table.get("conf", pd.Series(0.95, table.index))):
        found = exact_rate_ratio(rows["x1"], rows["t1"], rows["x2"], rows["t2"], level)
        same(found.value, rows["rate_ratio"])
        same(found.lower, rows["lower"])
        same(found.upper, rows["upper"])


@each("area", "observed", "expected", "ref_rate", "value")
def test_observed_over_expected_is_that_of_the_public_health_package(file):
    table = read(file)
    units = read(beside(file, "area", "ageband", "count", "pop", "refcount", "refpop"))
    checked = 0
    for row in table.to_dict("records"):
        times, expected = per(row["statistic"]), row["expected"]
        is_rate = "rate" in row["statistic"]
        standard = row["ref_rate"] / times
        area = units[units["area"] == row["area"]]
        if len(area):  # other areas are given by their sums alone
            assert area["count"].sum() == row["observed"]
            expected = expected_events(area["pop"], area["refcount"], area["refpop"])
            same(expected, row["expected"])
            if is_rate:
                same(times * area["refcount"].sum() / area["refpop"].sum(), row["ref_rate"])
        if isinstance(row["method"], str):
            assert (row["method"] == "Exact") == (row["observed"] < EXACT_BELOW)
        for level, lower, upper in limits_of(row):
            found = standardised_ratio(row["observed"], expected, level, times)
            if is_rate:
                found = standardised_rate(row["observed"], expected, standard, level, times)
            # The sheets they were made with keep twelve digits or so.
            wanted = [row["value"], lower, upper]
            same([float(each) for each in found], wanted, relative=1e-11)
            checked += 1
    assert checked


@each("x1", "n1", "x2", "n2", "recomputed_lower", "recomputed_upper")
def test_differences_are_those_newcombe_printed(file):
    table = read(file)
    found = newcombe_difference(table["x1"], table["n1"], table["x2"], table["n2"])
    same(found.lower, table["recomputed_lower"])
    same(found.upper, table["recomputed_upper"])
    printed(file, table, published_m10_lower=found.lower, published_m10_upper=found.upper)


@each("hits", "at_bats", "published_js", "recomputed_js")
def test_values_are_pulled_as_efron_and_morris_printed(file):
    table = read(file)
    share = table["hits"] / table["at_bats"]
    size, *others = table["at_bats"].unique()
    if others:
        pytest.skip("values of several variances are pulled by another estimator")
    pulled = james_stein(share, share.mean() * (1 - share.mean()) / size).shown()["shrunken"]
    same(pulled, table["recomputed_js"])
    # Printed from shares that had been rounded themselves.
    same(pulled, table["published_js"], absolute=0.6 * 10.0 ** -decimals(file, "published_js"))


@each("p", "bonferroni", "holm", "BH")
def test_probabilities_are_corrected_as_r_corrects_them(file):
    table = read(file)
    for found, column in ((holm(table["p"]), "holm"), (benjamini_hochberg(table["p"]), "BH")):
        same(found, table[column])
        assert (found <= 0.05).tolist() == (table[column] <= 0.05).tolist()
