"""Gaps between groups are told with what they leave open, and not told where numbers are few."""

import numpy as np
import pandas as pd
import pytest

from metrics.comparing import DISPARITY_COLUMNS, disparities
from metrics.comparing.references import REFERENCES
from metrics.comparing.verdicts import verdicts
from tests.metrics.comparing_frames import CATALOGUE, group, metric, results, row, strata


def audited(*rows, held=None, catalogue=CATALOGUE, minimum=10) -> pd.DataFrame:
    return disparities(results(*rows), held, catalogue, minimum)


def only(frame: pd.DataFrame) -> pd.Series:
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_gap_has_its_interval_and_its_ratio():
    # Newcombe 1998, table II, contrast (a): 56 of 70 against 48 of 80
    found = only(audited(group("female", 56, 70), group("male", 48, 80)))
    assert list(found.index) == list(DISPARITY_COLUMNS)
    assert (found["category"], found["reference"]) == ("female", "male")
    assert found["difference"] == pytest.approx(0.2)
    assert round(found["difference_lower"], 4) == 0.0524
    assert round(found["difference_upper"], 4) == 0.3339
    assert found["ratio"] == pytest.approx(4 / 3)
    # exp(ln(4/3) ± 1.96 √(1/56 − 1/70 + 1/48 − 1/80))
    assert found["ratio_lower"] == pytest.approx(1.0766, abs=5e-5)
    assert found["gap_not_ruled_out"] == found["difference_upper"]
    assert found["verdict"] == "difference"
    assert pd.isna(found["adjusted_difference"])


@pytest.mark.parametrize(
    ("one", "other"),
    [((15, 29), (48, 80)), ((4, 40), (48, 80)), ((36, 40), (48, 80)), ((48, 80), (15, 29))],
)
def test_small_groups_cannot_tell_but_leave_a_gap_open(one, other):
    found = only(audited(group("female", *one), group("male", *other)))
    assert (found["verdict"], found["reason"]) == ("cannot_tell", "too_few")
    assert found["gap_not_ruled_out"] > 0 and pd.isna(found["p_value"])


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((group("female", 0, 0, blank="suppressed"), group("male", 48, 80)), "suppressed"),
        ((group("female", 56, 70), group("male", 0, 0, blank="suppressed")), "suppressed"),
        ((group("female", 56, 70),), "no_reference_group"),
    ],
)
def test_what_is_hidden_or_absent_is_said(rows, reason):
    found = only(audited(*rows))
    assert (found["verdict"], found["reason"]) == ("cannot_tell", reason)
    assert pd.isna(found["difference"]) and pd.isna(found["gap_not_ruled_out"])


def test_equal_groups_show_no_difference_and_say_what_they_could_have_shown():
    found = only(audited(group("female", 50, 100), group("male", 50, 100)))
    assert found["verdict"] == "no_difference_shown"
    assert found["smallest_detectable_gap"] == pytest.approx(0.198, abs=5e-4)
    assert 0.13 < found["gap_not_ruled_out"] < 0.14


def test_a_difference_that_case_mix_explains_is_called_so():
    # Within each stratum women and men are alike; women are more often in the one with few.
    held = strata(
        {
            ("female", "labour"): (30, 150),
            ("female", "sexual"): (30, 50),
            ("male", "labour"): (10, 50),
            ("male", "sexual"): (90, 150),
        }
    )
    rows = (group("female", 60, 200), group("male", 100, 200))
    crude, found = only(audited(*rows)), only(audited(*rows, held=held))
    assert crude["verdict"] == "difference"
    assert found["verdict"] == "difference_explained"
    assert found["adjusted_difference"] == 0 and found["adjusted_ratio"] == 1
    assert found["strata_used"] == 2 and found["homogeneity_p"] == 1
    assert found["difference"] == crude["difference"]


def test_simpsons_reversal_is_marked():
    # Crude: women 310 of 1000 against men 490 of 1000; within strata women do better.
    held = strata(
        {
            ("female", "labour"): (200, 900),
            ("female", "sexual"): (95, 100),
            ("male", "labour"): (10, 100),
            ("male", "sexual"): (480, 900),
        }
    )
    rows = (group("female", 295, 1000), group("male", 490, 1000))
    # 95 of 100 leaves 5: at a minimum of ten these are no published strata.
    assert pd.isna(only(audited(*rows, held=held))["adjusted_difference"])
    found = only(audited(*rows, held=held, minimum=5))
    assert found["difference"] < 0 < found["adjusted_difference_lower"]
    assert found["is_reversed"] and found["verdict"] == "difference"


def test_strata_that_only_take_power_away_explain_nothing():
    held = strata(
        {
            ("female", "labour"): (20, 40),
            ("female", "sexual"): (20, 40),
            ("male", "labour"): (10, 40),
            ("male", "sexual"): (12, 40),
        }
    )
    found = only(audited(group("female", 40, 80), group("male", 22, 80), held=held))
    assert found["adjusted_difference"] == pytest.approx(found["difference"])
    assert found["verdict"] == "difference"


def test_an_interval_that_only_grew_wider_explains_nothing():
    # In each stratum the gap is nearly the crude one, but the groups hardly meet in either.
    held = strata(
        {
            ("female", "labour"): (24, 40),
            ("female", "sexual"): (120, 200),
            ("male", "labour"): (88, 200),
            ("male", "sexual"): (18, 40),
        }
    )
    found = only(audited(group("female", 144, 240), group("male", 106, 240), held=held))
    assert found["adjusted_difference_lower"] > 0 and found["verdict"] == "difference"
    few = strata(
        {
            ("female", "labour"): (10, 20),
            ("female", "sexual"): (110, 200),
            ("male", "labour"): (80, 200),
            ("male", "sexual"): (10, 20),
        }
    )
    found = only(audited(group("female", 120, 220), group("male", 90, 220), held=few))
    assert found["adjusted_difference_lower"] < 0 < found["adjusted_difference"]
    assert found["adjusted_difference"] > found["difference"] / 2
    assert found["verdict"] == "difference"


def test_those_of_unknown_group_bound_the_gap():
    rows = (group("female", 30, 60), group("male", 30, 60), group("unknown", 20, 80))
    found = only(audited(*rows))
    assert found["unknown_share"] == pytest.approx(0.4)
    # Upper: 20 who count join women, 60 who do not join men: 50/80 - 30/120
    assert found["bound_upper"] == pytest.approx(50 / 80 - 30 / 120)
    assert found["bound_lower"] == pytest.approx(30 / 120 - 50 / 80)


def test_a_hidden_unknown_leaves_bounds_untold():
    rows = (group("female", 30, 60), group("male", 30, 60))
    found = only(audited(*rows, group("unknown", 0, 0, blank="suppressed")))
    assert pd.isna(found["bound_lower"]) and pd.isna(found["unknown_share"])
    complete = only(audited(*rows))
    assert complete["unknown_share"] == 0
    assert complete["bound_lower"] == complete["bound_upper"] == complete["difference"]


def test_reference_and_unknown_groups_have_no_row_of_their_own():
    rows = [group(code, 40, 90, "citizenship_group") for code in ("own", "other", "unknown")]
    assert audited(*rows)["category"].tolist() == ["other"]
    assert audited(group("x", 40, 90, "stage"), row(part=40, whole=90)).empty


@pytest.mark.parametrize("column", ["sex", "citizenship_group", "migration_status", "form+sex"])
def test_what_an_audit_is_about_is_never_held_fixed(column):
    with pytest.raises(ValueError, match="hides disparities"):
        audited(catalogue={"m": metric(case_mix=("exploitation_form", column))})


def test_probabilities_are_corrected_within_a_place_and_period():
    def asked(place: str, metrics: int) -> list[dict]:
        return [
            group(code, part, 100, jurisdiction=place, metric_id=f"m{k}")
            for k in range(metrics)
            for code, part in (("female", 40 if k else 68), ("male", 45))
        ]

    catalogue = {f"m{k}": metric() for k in range(20)}
    found = audited(*asked("XAA", 1), *asked("XAB", 20), catalogue=catalogue)
    first = found[found["metric_id"] == "m0"].set_index("jurisdiction")
    assert first.loc["XAA", "p_holm"] == pytest.approx(first.loc["XAA", "p_value"])
    assert first.loc["XAB", "p_holm"] == pytest.approx(20 * first.loc["XAA", "p_value"])
    assert first["verdict"].tolist() == ["difference", "difference"]


def test_audits_of_equal_groups_seldom_find_anything():
    draw = np.random.default_rng(11)
    codes = ["own", "regional", "other", "stateless"]
    rows = [
        group(
            code,
            draw.binomial(80, 0.4),
            80,
            "citizenship_group",
            jurisdiction=f"P{k:03}",
            metric_id=f"m{j}",
        )
        for k in range(200)
        for j in range(8)
        for code in codes
    ]
    found = audited(*rows, catalogue={f"m{j}": metric() for j in range(8)})
    places = found.groupby("jurisdiction")
    accused = places["verdict"].agg(lambda each: (each == "difference").any()).mean()
    assert (found["p_value"] <= 0.05).groupby(found["jurisdiction"]).any().mean() > 0.5
    assert accused <= 0.08
    assert places["p_holm"].min().le(0.05).mean() <= 0.08


def test_the_order_of_rows_changes_nothing():
    rows = [
        group(code, 30 + k, 90, b)
        for b in ("sex", "support")
        for k, code in enumerate(("male", "female", "yes", "no"))
    ]
    pd.testing.assert_frame_equal(audited(*rows), audited(*reversed(rows)))


def test_every_reference_is_one_word_and_no_unknown():
    assert all(code and code != "unknown" for code in REFERENCES.values())


def test_what_counts_alone_but_not_among_so_many_is_called_possible():
    gap = {"reason": "", "difference": 0.12, "difference_lower": 0.04, "difference_upper": 0.20}
    gap |= {f"adjusted_difference{end}": np.nan for end in ("", "_lower", "_upper")}
    rows = pd.DataFrame([gap | {"q_bh": q} for q in (0.2, 0.04)])
    rows.loc[2] = gap | {"q_bh": 0.2, "difference_lower": -0.01}
    assert list(verdicts(rows)) == ["possible_difference", "difference", "no_difference_shown"]
