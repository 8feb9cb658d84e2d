"""A place is compared with the pooled rest: flagged only when chance is ruled out, never ranked by a point."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import hypergeom

from metrics.comparing import COMPARISON_COLUMNS, compare
from metrics.comparing.comparable import SET
from tests.metrics.comparing_frames import (
    BLOCK,
    CATALOGUE,
    metric,
    rate_row,
    results,
    row,
    strata,
)

PLACES = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF"]


def compared(*rows, catalogue=CATALOGUE, held=None, minimum=10) -> pd.DataFrame:
    return compare(results(*rows), held, catalogue, minimum)


def one(frame: pd.DataFrame, place: str) -> pd.Series:
    found = frame[frame["jurisdiction"] == place]
    assert len(found) == 1
    return found.iloc[0]


@pytest.fixture(scope="module")
def funnel() -> pd.DataFrame:
    """Five places near 40 %, and one of 200 with 70 %."""
    near = [row(place, 80 + k, 200) for k, place in enumerate(PLACES[1:])]
    return compared(row("XAA", 140, 200), *near)


def test_the_columns_are_those_declared(funnel):
    assert list(funnel.columns) == list(COMPARISON_COLUMNS)
    assert not {"rank"} & set(funnel.columns)


def test_the_target_leaves_the_place_out(funnel):
    # 80 + 81 + 82 + 83 + 84 of 1000
    assert one(funnel, "XAA")["target"] == 0.41
    # 140 + 81 + 82 + 83 + 84 of 1000
    assert one(funnel, "XAB")["target"] == 0.47


def test_a_place_far_off_is_an_alarm_and_a_signal(funnel):
    far, near = one(funnel, "XAA"), one(funnel, "XAD")
    assert far["flag"] == "high_alarm" and far["is_signal"]
    assert near["flag"] == "within" and not near["is_signal"]
    assert far["reason"] is None
    assert far["tail_probability"] == pytest.approx(hypergeom(1200, 550, 200).sf(139))
    assert far["value"] > far["upper_998"] > far["upper_95"] > far["target"] > far["lower_95"]


def test_corrections_count_every_place_of_the_period(funnel):
    far = one(funnel, "XAA")
    assert far["p_holm"] == pytest.approx(6 * 2 * far["tail_probability"])
    # The smallest of six in one family: the same by both corrections.
    assert far["q_value"] == pytest.approx(far["p_holm"])


def test_places_that_do_not_differ_are_seldom_accused():
    draw = np.random.default_rng(18)
    sizes = [900, 400, 300, 250, 200, 150, 120, 100]
    places = [f"XA{letter}" for letter in "ABCDEFGH"]
    catalogue = {f"m{k}": metric() for k in range(400)}
    rows = [
        row(p, draw.binomial(n, 0.4), n, metric_id=name, scope=f"s{int(name[1:]) // 20}")
        for name in catalogue
        for p, n in zip(places, sizes, strict=True)
    ]
    found = compared(*rows, catalogue=catalogue)
    assert len(found) == 3200 and (found["reason"].isna()).mean() > 0.95
    alarms = np.isin(found["flag"], ["high_alarm", "low_alarm"])
    assert alarms.mean() <= 0.002
    assert np.isin(found["flag"], ["high_alert", "low_alert"]).mean() <= 0.05
    families = found.groupby("scope")["is_signal"].any()
    assert families.sum() <= 3  # 20 families at 5 %


def test_what_chance_allows_is_printed(funnel):
    assert (funnel["units_compared"] == 6).all()
    assert funnel["expected_false_alarms"].tolist() == pytest.approx([0.012] * 6)
    far = one(funnel, "XAA")
    assert (far["rank_lower"], far["rank_upper"]) == (1, 1)
    others = funnel[funnel["jurisdiction"] != "XAA"]
    assert (others["rank_upper"] - others["rank_lower"] >= 2).all()
    # Pulled towards the average, but not beyond it.
    assert one(funnel, "XAA")["shrunken"] < 0.7
    assert (others["shrunken"] > others["value"]).all()


def test_few_places_have_no_dispersion(funnel):
    assert funnel["phi"].isna().all() and funnel["od_upper_95"].isna().all()


def test_many_places_that_differ_are_called_not_comparable():
    places = [f"XA{letter}" for letter in "ABCDEFGHIJKL"]
    wild = compared(*(row(p, 40 + 20 * (k % 4), 200) for k, p in enumerate(places)))
    calm = compared(*(row(p, 78 + (k % 5), 200) for k, p in enumerate(places)))
    assert (wild["phi"] > 2).all() and wild["is_overdispersed"].all()
    assert (wild["od_upper_95"] > wild["upper_95"]).all()
    assert (calm["phi"] < 1).all() and not calm["is_overdispersed"].any()


def test_among_places_that_differ_anyway_only_the_unusual_is_a_signal():
    places = [f"XA{letter}" for letter in "ABCDEFGHIJKLMNOP"]
    parts = [300 + 40 * (k % 5) for k in range(15)] + [930]
    found = compared(*(row(p, x, 1000) for p, x in zip(places, parts, strict=True)))
    assert found["is_overdispersed"].all()
    assert np.isin(found["flag"], ["high_alarm", "low_alarm"]).sum() > 5
    assert found.loc[found["is_signal"], "jurisdiction"].tolist() == ["XAP"]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"blank": "suppressed", "status": "suppressed"}, "suppressed"),
        ({"blank": "not_reported"}, "not_reported"),
        ({"part": 11, "whole": 20}, "very_uncertain"),
        ({"part": 1, "whole": 3, "status": "insufficient", "value": 1 / 3}, "very_uncertain"),
        ({"part": 8, "whole": 9, "status": "reportable", "value": 8 / 9}, "too_few_units"),
        ({"part": 10, "whole": 11, "status": "reportable", "value": 10 / 11}, "too_few_expected"),
    ],
)
def test_a_cell_that_is_too_small_has_no_flag_but_a_reason(facts, reason):
    found = one(compared(row("XAA", **facts), *(row(p, 80, 200) for p in PLACES[1:])), "XAA")
    assert (found["flag"], found["reason"]) == ("not_assessable", reason)
    assert pd.isna(found["tail_probability"]) and pd.isna(found["q_value"])
    assert pd.isna(found["is_signal"])


def test_no_flag_under_the_minimum_whatever_the_counts():
    draw = np.random.default_rng(7)
    for minimum in (10, 25):
        rows = []
        for k in range(300):
            whole = int(draw.integers(1, minimum))
            part = int(draw.choice([0, whole]))
            # Even where the status does not say so.
            rows.append(
                row("XAA", part, whole, metric_id=f"m{k}", status="reportable", value=part / whole)
            )
            rows += [row(p, 2500, 5000, metric_id=f"m{k}") for p in PLACES[1:4]]
        catalogue = {f"m{k}": metric() for k in range(300)}
        found = compared(*rows, catalogue=catalogue, minimum=minimum)
        assert (found.loc[found["jurisdiction"] == "XAA", "flag"] == "not_assessable").all()


def test_two_places_cannot_say_which_is_odd():
    found = compared(row("XAA", 10, 200), row("XAB", 150, 200))
    assert set(found["reason"]) == {"too_few_places"}
    assert found["target"].isna().all()


def test_only_pooled_years_and_stocks_are_compared():
    year = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
    single = [row(p, 80, 200, **year) for p in PLACES]
    assert compared(*single).empty
    stock = [row(p, 80, 200, **year, period_kind="stock") for p in PLACES]
    assert len(compared(*stock, catalogue={"m": metric("stock_share")})) == 6


def test_a_cohort_is_compared_once_all_have_been_followed():
    cohort = {"m": metric("time_to_event", counting={"estimate": "cumulative_incidence"})}
    facts = {"horizon_days": 730, "maturity": "mature", "period_kind": "cohort"}
    rows = [row(p, 80, 200, **facts) for p in PLACES]
    rows[0]["maturity"] = "provisional"
    # Some were lost before the horizon, so the estimate is no plain share.
    rows[1]["value"] = 0.43
    found = compared(*rows, catalogue=cohort)
    assert one(found, "XAA")["reason"] == "not_mature"
    assert one(found, "XAB")["reason"] == "not_followed"
    assert one(found, "XAC")["flag"] == "within"
    assert (found["units_compared"] == 4).all()
    durations = {"m": metric("time_to_event", value_unit="days", counting={"estimate": "median"})}
    assert compared(*rows, catalogue=durations).empty


def test_rates_are_compared_as_poisson_counts():
    rates = {"m": metric("rate", value_unit="per_hundred_thousand", counting={"per": 100_000})}
    rows = [rate_row(p, 50, 1_000_000) for p in PLACES[1:]]
    found = compared(
        rate_row("XAA", 100, 1_000_000), rate_row("XAB", 2, 30_000), *rows[1:], catalogue=rates
    )
    high, small = one(found, "XAA"), one(found, "XAB")
    assert high["flag"] == "high_alarm"
    assert high["target"] == pytest.approx(100_000 * 202 / 4_030_000)
    assert high["lower_95"] < high["target"] < high["upper_95"] < high["value"]
    assert (small["flag"], small["reason"]) == ("not_assessable", "too_few_expected")


def test_sets_do_not_mix():
    later = {"period_start": date(2023, 1, 1), "period_end": date(2025, 12, 31)}
    rows = [row(p, 80, 200) for p in PLACES] + [row(p, 20, 200, **later) for p in PLACES]
    rows += [row(p, 50, 200, scope="all_crime") for p in PLACES[:3]]
    found = compared(*rows)
    targets = found.groupby(SET, dropna=False)["target"].unique().map(list)
    assert sorted(targets) == [[0.1], [0.25], [0.4]]


def test_the_order_of_rows_changes_nothing():
    rows = [row(p, 60 + 9 * k, 200) for k, p in enumerate(PLACES)]
    pd.testing.assert_frame_equal(compared(*rows), compared(*reversed(rows)))


def held(place: str, one: tuple, other: tuple) -> pd.DataFrame:
    counted = {("total", "labour"): one, ("total", "sexual"): other}
    return strata(counted, "total", place)


def test_expected_events_are_those_of_the_same_strata_elsewhere():
    # XAA has mostly the stratum in which few count; within strata it is like the others.
    parts = {
        "XAA": ((36, 180), (12, 20)),
        "XAB": ((20, 100), (60, 100)),
        "XAC": ((20, 100), (60, 100)),
    }
    rows = [row(p, a[0] + b[0], a[1] + b[1]) for p, (a, b) in parts.items()]
    # 12 of 20 leaves 8: a cell under ten, so these are no published strata.
    cells = pd.concat([held(p, a, b) for p, (a, b) in parts.items()])
    assert pd.isna(one(compared(*rows, held=cells), "XAA")["ratio"])
    found = one(compared(*rows, held=cells, minimum=5), "XAA")
    assert (found["observed"], found["expected"]) == (48, 180 * 0.2 + 20 * 0.6)
    assert found["ratio"] == 1 and found["case_mix_strata"] == 2
    assert found["ratio_lower"] < 1 < found["ratio_upper"]
    assert found["flag"] == "low_alarm"  # the crude share alone would accuse the place


def test_a_place_is_no_part_of_its_own_standard():
    # The others have 20 % and 60 %; the place 50 % in both strata.
    parts = {p: ((40, 200), (120, 200)) for p in PLACES[1:3]} | {"XAA": ((200, 400), (200, 400))}
    rows = [row(p, a[0] + b[0], a[1] + b[1]) for p, (a, b) in parts.items()]
    cells = pd.concat([held(p, a, b) for p, (a, b) in parts.items()])
    found = one(compared(*rows, held=cells), "XAA")
    assert (found["observed"], found["expected"]) == (400, 0.2 * 400 + 0.6 * 400)
    assert found["ratio"] == 1.25


def test_strata_that_nobody_can_have_published_are_not_used():
    draw = np.random.default_rng(17)
    parts, cells = {}, []
    for place in PLACES:
        whole = draw.integers(1, 90, 8)
        part = draw.binomial(whole, 0.4)
        parts[place] = row(place, part.sum(), whole.sum())
        counted = {("total", f"s{k}"): (part[k], whole[k]) for k in range(8)}
        cells.append(strata(counted, "total", place))
    assert compared(*parts.values(), held=pd.concat(cells))["expected"].isna().all()


def test_places_that_tell_their_case_mix_otherwise_are_compared_by_what_they_have_in_common():
    told = {
        "XAA": {"labour": (20, 100), "sexual": (60, 100), "begging": (30, 60)},
        "XAB": {"labour": (20, 100), "sexual": (60, 100), "rest": (30, 60)},
        "XAC": {"labour": (40, 200), "rest": (90, 160)},
        "XAD": {"sexual": (90, 160), "rest": (40, 200)},
    }
    rows = [row(p, *np.sum([*each.values()], axis=0)) for p, each in told.items()]
    cells = [
        strata({("total", name): n for name, n in each.items()}, "total", p)
        for p, each in told.items()
    ]
    found = compared(*rows, held=pd.concat(cells))
    # Three tell labour by itself; the fourth has it within its rest and is left aside.
    assert pd.isna(one(found, "XAD")["expected"])
    assert one(found, "XAA")["case_mix_strata"] == 2
    assert one(found, "XAA")["expected"] == pytest.approx(100 * 60 / 300 + 160 * 180 / 320)


def test_the_case_mix_is_judged_too():
    parts = {p: ((20, 100), (60, 100)) for p in PLACES}
    rows = [row(p, 80, 200) for p in PLACES]
    found = compared(*rows, held=pd.concat([held(p, *each) for p, each in parts.items()]))
    # Half of all pairs fall in different strata; 480 of those that count, 720 that do not.
    yes, no = np.array([120, 360]), np.array([480, 240])
    concordant = (yes[1] * no[0] + (yes * no).sum() / 2) / (yes.sum() * no.sum())
    assert found["c_statistic"].round(3).unique().tolist() == [round(concordant, 3)]
    assert found["calibration_slope"].unique().tolist() == [1.0]


def test_strata_that_do_not_add_up_to_what_is_published_are_not_used():
    rows = [row(p, 80, 200) for p in PLACES]
    cells = pd.concat([held(p, (20, 100), (61, 100)) for p in PLACES])
    assert compared(*rows, held=cells)["expected"].isna().all()


def test_strata_of_a_place_that_is_hidden_are_not_used():
    rows = [row(p, 80, 200) for p in PLACES[:5]] + [row("XAF", blank="suppressed")]
    cells = pd.concat([held(p, (20, 100), (60, 100)) for p in PLACES])
    found = compared(*rows, held=cells)
    assert pd.isna(one(found, "XAF")["expected"])
    shifted = cells.copy()
    hidden = shifted["jurisdiction"] == "XAF"
    shifted.loc[hidden, "part"] = 99
    pd.testing.assert_frame_equal(found, compared(*rows, held=shifted))


def test_nothing_to_compare_is_an_empty_table():
    assert list(compared().columns) == list(COMPARISON_COLUMNS)
    assert compared().empty and BLOCK
