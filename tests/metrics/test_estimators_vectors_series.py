"""Charts over time have the limits and labels of the packages other public bodies use."""

import re

import numpy as np
import pandas as pd

from metrics.estimators.funnel_limits import normal_share_limits
from metrics.estimators.laney import laney
from metrics.estimators.making_data_count import CLOSE, signals
from metrics.estimators.xmr import xmr
from tests.metrics.vectors import CLOSED_FORM, each, read, same

THREE_SIGMA = 0.9973002039367398
"""The level of an interval that reaches three standard errors to each side."""


@each("f", "x", "y", "rebase_group", "mean_col", "lpl", "upl", "special_cause_type")
def test_limits_and_labels_are_those_of_the_nhs_package(file):
    """How a chart was drawn is in the name of its file: fix12 (limits from 12 points), unscreened."""
    fixed = re.search(r"(?:fix|baseline)\D*(\d+)", file.stem)
    baseline = int(fixed[1]) if fixed else None
    table = pd.read_csv(file, keep_default_na=False)
    for _, one in table.groupby(["f", "rebase_group"]):
        if (one["lpl"] == "").all():
            continue  # the package gives a series that never moves no limits
        values = one["y"].astype(float)
        limits = xmr(values, baseline, is_screened="unscreened" not in file.stem)
        for found, wanted in (("centre", "mean_col"), ("lower", "lpl"), ("upper", "upl")):
            same(getattr(limits, found), one[wanted].astype(float))
        assert signals(values, limits) == one["special_cause_type"].tolist()
        apart = values - limits.centre
        side = np.where(np.abs(apart) > CLOSED_FORM, np.sign(apart), 0)
        same(side, one["relative_to_mean"].astype(float))
        outside = (values < limits.lower) | (values > limits.upper)
        assert outside.tolist() == one["outside_limits"].astype(str).str.upper().eq("TRUE").tolist()
        reach = CLOSE * (limits.upper - limits.centre)
        is_close = ~outside & (np.abs(apart) > reach)
        found = one["close_to_limits"].astype(str).str.upper().eq("TRUE")
        assert is_close.tolist() == found.tolist()


@each("y.sum", "n", "y", "cl", "laney_lcl", "laney_ucl")
def test_limits_of_large_shares_are_those_of_qicharts2(file):
    table = read(file)
    same(table["y.sum"] / table["n"], table["y"])
    limits = laney(table["y.sum"], table["n"])
    same(limits.centre, table["cl"])
    same(limits.lower, table["laney_lcl"])
    same(limits.upper, table["laney_ucl"])
    # The chart without Laney's widening is that of the null variance.
    binomial = normal_share_limits(table["n"], table["cl"], THREE_SIGMA)
    same(binomial.lower, table["p_lcl"])
    same(binomial.upper, table["p_ucl"])
