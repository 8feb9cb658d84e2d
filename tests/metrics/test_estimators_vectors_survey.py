"""Weighted means of a sample, their errors and intervals are those of R's survey package."""

import pandas as pd
import pytest

from metrics.estimators import ratio_of_sums
from metrics.estimators.kish import kish_size
from metrics.estimators.korn_graubard import korn_graubard
from metrics.estimators.weighted_mean import Cell, mean_and_error, weighted_share
from tests.metrics.vectors import beside, each, read, same

DESIGNS = {"wr": (False, False), "strat": (True, False), "fpc": (False, True)}
DESIGNS["strat_fpc"] = (True, True)
"""Name of a design -> drawn in strata, from strata of known size."""


@each("design", "n", "top_mean", "top_se", "likert_mean", "likert_se", "kish_ess")
def test_weighted_means_are_those_of_the_survey_package(file):
    sample = read(beside(file, "pw", "top", "lik"))
    table = read(file).set_index("design")
    known = table.index.intersection(list(DESIGNS))
    if not len(known):
        pytest.skip(f"none of these designs is known here: {', '.join(table.index)}")
    for design in known:
        check_design(sample, table.loc[design], *DESIGNS[design])


def check_design(sample: pd.DataFrame, wanted: pd.Series, is_stratified, is_finite) -> None:
    def cells(column):
        for row in sample.to_dict("records"):
            stratum = row["stype"] if is_stratified else ""
            size = row["fpc"] if is_finite else None
            yield Cell(1, row[column], row[column] ** 2, row["pw"], stratum, size)

    share, error, freedom = mean_and_error(cells("top"))
    exact = korn_graubard(share, error, len(sample), freedom)
    logit = weighted_share(cells("top"))
    likert, likert_error, _ = mean_and_error(cells("lik"))
    found = {
        "n": len(sample),
        "top_mean": share,
        "top_se": error,
        "top_logit_lo": logit.lower,
        "top_logit_hi": logit.upper,
        "top_beta_lo": exact.lower,
        "top_beta_hi": exact.upper,
        "likert_mean": likert,
        "likert_se": likert_error,
        "df": freedom,
        "kish_ess": kish_size(sample["pw"]),
    }
    same(list(found.values()), wanted[list(found)])


@each("design", "n", "top_mean", "top_se", "top_logit_lo")
def test_ratio_of_sums_has_the_error_of_the_survey_package(file):
    sample, table = read(beside(file, "pw", "top", "lik")), read(file).set_index("design")
    if "wr" not in table.index:
        pytest.skip("the ratio of sums is that of a sample drawn with replacement")
    wanted = table.loc["wr"]
    y, x = sample["pw"] * sample["top"], sample["pw"]
    found = ratio_of_sums(
        y.sum(), x.sum(), (y * y).sum(), (x * x).sum(), (x * y).sum(), len(sample)
    )
    same(found.value, wanted["top_mean"])
    # The logit interval gives the quantile of t: half its width on that scale is t times the error.
    from scipy.stats import t

    same((found.upper - found.value) / t.ppf(0.975, len(sample) - 1), wanted["top_se"])
