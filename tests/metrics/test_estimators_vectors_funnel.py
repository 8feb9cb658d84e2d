"""Labels, lines and dispersion of funnels are those of the packages and books they come from."""

import math
import re

import numpy as np
import pandas as pd
import pytest

from metrics.estimators.byar import exact_count
from metrics.estimators.funnel_flag import flag_rates, flag_shares
from metrics.estimators.funnel_limits import normal_share_limits, rate_curve, share_limits
from metrics.estimators.intervals import normal_quantile
from metrics.estimators.overdispersion import by_chance, dispersed_limits, overdispersion, scores
from tests.metrics.vectors import beside, decimals, each, per, read, same

LABELS = {
    "high_alarm": "High (0.001)",
    "high_alert": "High (0.025)",
    "low_alarm": "Low (0.001)",
    "low_alert": "Low (0.025)",
    "within": "Not significant",
}
ALERT, ALARM = 0.95, 0.998
LINES = {ALERT: "95", ALARM: "998"}


def labels(flags) -> np.ndarray:
    return np.array([LABELS.get(flag, flag) for flag in flags.flag])


@each("numerator", "denominator", "significance")
def test_every_area_has_the_label_the_public_health_package_gives(file):
    table = read(file)
    part, whole = table["numerator"], table["denominator"]
    target, share = part.sum() / whole.sum(), part / whole
    alert, alarm = (normal_share_limits(whole, target, level) for level in (ALERT, ALARM))
    found = np.select(
        [share > alarm.upper, share < alarm.lower, share > alert.upper, share < alert.lower],
        ["High (0.001)", "Low (0.001)", "High (0.025)", "Low (0.025)"],
        "Not significant",
    )
    assert found.tolist() == table["significance"].tolist()
    # The exact tails agree, but for a share that lies next to a line, or of too few units.
    z = np.abs(share - target) / np.sqrt(target * (1 - target) / whole)
    away = np.min([np.abs(z - normal_quantile(level)) for level in (ALERT, ALARM)], axis=0)
    clear = (away > 0.25) & (whole * min(target, 1 - target) > 50)
    exact = labels(flag_shares(part, whole, target))
    assert exact[clear].tolist() == found[clear].tolist()


@each("Population", "Baseline", "Lower2s0025limit", "Lower3s0001limit")
def test_lines_are_those_the_public_health_package_draws(file):
    table = read(file)
    for level, end in ((ALERT, "2s0025limit"), (ALARM, "3s0001limit")):
        found = normal_share_limits(table["Population"], table["Baseline"] / 100, level)
        for side in ("Lower", "Upper"):
            column = f"{side}{end}"
            close = 10.0 ** -decimals(file, column, "Baseline")
            same(100 * getattr(found, side.lower()), table[column], absolute=close)


@each("Events", "baseline", "statistic", "lower_2s_population_1_year", "lower_2s_limit")
def test_rate_curves_are_those_the_public_health_package_draws(file):
    table = read(file)
    table = table[table["Events"] > 1]  # its chi-squared quantile of 1 event has five digits only
    times = per(table["statistic"].iloc[0])
    drawn = table["lower_2s_population_1_year"] * table["lower_2s_limit"]
    years = (times * table["Events"] / drawn).median().round(2)
    for level, end in ((ALERT, "2s"), (ALARM, "3s")):
        size, rate = rate_curve(table["Events"], table["baseline"], level, per=times, years=years)
        for side in ("lower", "upper"):
            same(getattr(size, side), table[f"{side}_{end}_population_1_year"], relative=5e-6)
            same(getattr(rate, side), table[f"{side}_{end}_limit"], relative=5e-6)


@each("count", "rate_dsr", "pop", "crude_per_100000_with_0")
def test_rates_have_the_labels_the_public_health_package_gives(file):
    table = read(file)
    checked = 0
    for column in table:
        found = re.fullmatch(r"(crude|dsr)_per_(\d+)_(with|without)_0", column)
        if not found:
            continue
        rows = table if found[3] == "with" else table[table["count"] > 0]
        if found[1] == "dsr":  # standardised rates are given from ten events on
            rows = rows[rows["count"] >= 10]
        exposure = rows["pop"] if found[1] == "crude" else rows["count"] / rows["rate_dsr"]
        flags = flag_rates(rows["count"], exposure, rows["count"].sum() / exposure.sum())
        judged = flags.flag != "not_assessable"
        assert labels(flags)[judged].tolist() == rows[column][judged].tolist(), column
        checked += judged.sum()
    assert checked


@each("numerator", "denominator", "rate", "null_normal_z")
def test_exact_lines_of_shares_and_whom_they_leave_out(file):
    table = read(file)
    part, whole = table["numerator"], table["denominator"]
    target = part.sum() / whole.sum()
    flags = flag_shares(part, whole, target)
    tails = [float(found[1]) for each in table if (found := re.match(r"binom_lim_(0\.0\d+)", each))]
    assert tails
    for tail in tails:
        level = 1 - 2 * tail
        found = share_limits(whole, target, level)
        same(found.lower, table[f"binom_lim_{tail:g}"])
        same(found.upper, table[f"binom_lim_{1 - tail:g}"])
        outside = (table["rate"] < found.lower) | (table["rate"] > found.upper)
        # Whom the exact tails flag lies outside the line that is drawn; not the other way round.
        flagged = (flags.tail <= tail) & (flags.reason == "")
        assert not (flagged & ~outside).any()
        line = normal_share_limits(whole, target, level)
        beyond = (table["rate"] - target) / ((line.upper - target) / normal_quantile(level))
        drawn = line.upper < 1
        same(beyond[drawn], table["null_normal_z"][drawn], relative=1e-9)


@each("data_type", "sr_method", "trim_by", "target", "phi", "tau2")
def test_dispersion_is_the_textbook_one_until_corrected(file):
    units = read(beside(file, "group", "numerator", "denominator"))
    rows = [
        row
        for row in read(file).to_dict("records")
        if (row["data_type"], row["sr_method"]) in SCALES
    ]
    if not rows:
        pytest.skip("ratios of two counts are not compared on a scale of their own here")
    for row in rows:
        scale, is_cut = SCALES[row["data_type"], row["sr_method"]]
        counted = (units["numerator"], units["denominator"], row["target"])
        found = overdispersion(*counted, scale, row["trim_by"], is_cut=is_cut, is_corrected=False)
        same([found.phi, found.tau2], [row["phi"], row["tau2"]])
        assert found.places == row["n_used"]
        if not is_cut:
            corrected = overdispersion(*counted, scale, row["trim_by"]).phi
            assert corrected == pytest.approx(found.phi / by_chance(row["trim_by"]))
        table = table_of(file, row)
        raw = overdispersion(*counted, scale, trim=0).phi
        same(raw, (table["Uzscore"] ** 2).mean())
        check_table(table, scale, row["target"], found.tau2)


SCALES = {
    ("PR", "SHMI"): ("share", False),
    ("PR", "CQC"): ("share", False),
    ("SR", "SHMI"): ("log_ratio", True),
    ("SR", "CQC"): ("root_ratio", False),
}
"""Kind of data and method of the package -> scale of the comparison, and whether outliers are cut or drawn in."""


def table_of(file, row: dict) -> pd.DataFrame:
    """The places of one line of the summary; its file is named by as much of the line as is needed."""
    parts = [row["data_type"], row["sr_method"], f"{row['trim_by']:g}"]
    names = ["_".join(["table", *parts[:length]]) + ".csv" for length in (3, 2, 1)]
    return read(next(path for name in names if (path := file.parent / name).exists()))


def check_table(table: pd.DataFrame, scale: str, target: float, tau2: float) -> None:
    score, error = scores(table["numerator"], table["denominator"], target, scale)
    same(score, table["Uzscore"])
    same(error, table["s"])
    size = table["denominator"]
    for (level, end), rounded in zip(LINES.items(), (1.959964, 3.090232), strict=True):
        # The package rounds the normal quantile to six decimals.
        as_drawn = math.erf(rounded / math.sqrt(2))
        found = dispersed_limits(size, target, tau2, scale, as_drawn)
        chance = dispersed_limits(size, target, 0.0, scale, as_drawn)
        if scale != "share":
            chance = exact_count(size, size, level)
        # It draws the limits of the root without squaring them back.
        back = np.sqrt if scale == "root_ratio" else np.asarray
        for side in ("lower", "upper"):
            for line, column in ((back(getattr(found, side)), "od"), (getattr(chance, side), "")):
                # Where the arcsine curve turns back the package cuts, and so do we, each its own way.
                clear = (line > 0) & ((line < 1) | (scale != "share"))
                same(line[clear], table[f"{column}{side[0]}l{end}"][clear])
