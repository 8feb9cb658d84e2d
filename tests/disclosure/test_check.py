"""The check refuses what the protector would not have let through, in words that give nothing away."""

import re

import pytest

from disclosure.check import DisclosureError, check_protected, unsafe_rows
from disclosure.protect import protect
from tests.disclosure.people import count_people, frame, row

KINDS = {"cohort_conviction": "time_to_event", "clearance_rate": "ratio"}


def table(**counts):
    """A protected-looking table of one horizon: category -> (denominator, numerator) or None."""
    rows = []
    for category, pair in counts.items():
        breakdown = "total" if category == "total" else "sex"
        rows.append(row(breakdown, category, *(pair or (0, 0))))
        if pair is None:
            rows[-1] |= {"numerator": None, "denominator": None, "value": None}
            rows[-1] |= {"status": "suppressed", "blank": "suppressed"}
    return frame(rows)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(table(total=(100, 50), female=(95, 45), male=(5, 5)), id="small_denominator"),
        pytest.param(table(total=(100, 23), female=(50, 20), male=(50, 3)), id="small_numerator"),
        pytest.param(table(total=(100, 75), female=(50, 27), male=(50, 48)), id="small_rest"),
        pytest.param(table(total=(100, 50), female=(70, 40), male=None), id="hidden_alone"),
        pytest.param(
            table(total=(100, 48), female=(60, 42), male=None, unknown=None),
            id="hidden_sum_is_small",
        ),
        pytest.param(table(total=(100, 50), female=(60, 30), male=(35, 15)), id="few_unclassified"),
        pytest.param(table(total=(12, 11), female=None, male=None), id="total_leaves_one"),
    ],
)
def test_broken_table_is_refused(broken):
    with pytest.raises(DisclosureError, match=r"\d+ unsafe cells"):
        check_protected(broken, KINDS)


def test_refusal_names_metrics_and_counts_but_no_value():
    broken = table(total=(4321, 1234), female=(4316, 1229), male=(5, 5))
    with pytest.raises(DisclosureError) as refusal:
        check_protected(broken, KINDS)
    text = refusal.value.text()
    assert "cohort_conviction" in text
    assert not {"4321", "1234", "4316", "1229"} & set(re.findall(r"\d+", text))


def test_safe_table_passes():
    check_protected(table(total=(200, 100), female=(120, 60), male=(80, 40)), KINDS)
    check_protected(table(total=(200, 100), female=(120, 60), male=None, unknown=None), KINDS)


def test_a_number_left_in_a_suppressed_row_is_refused():
    published = table(total=(200, 100), female=(120, 60), male=None, unknown=None)
    published.loc[2, "upper"] = 0.7
    assert unsafe_rows(published, KINDS) == [2]


def test_every_hidden_row_is_needed():
    """Mutants: publish any one hidden row again, and the check refuses."""
    before = count_people(11, 160, skew=0.4, horizons=(365,))
    published = protect(before, KINDS)
    hidden = published.index[(published["blank"] == "suppressed") & (before["denominator"] > 0)]
    assert len(hidden) >= 4
    primary = before["numerator"].between(1, 9) | before["denominator"].between(1, 9)
    primary |= (before["denominator"] - before["numerator"]).between(1, 9)
    caught = 0
    for label in hidden:
        mutant = published.copy()
        mutant.loc[label] = before.loc[label, published.columns]
        is_caught = bool(unsafe_rows(mutant, KINDS))
        assert is_caught or not primary[label]
        caught += is_caught
    assert caught >= primary[hidden].sum()


def test_horizons_a_small_step_apart_are_refused():
    rows = [row("total", "total", 300, 100, 365), row("total", "total", 300, 104, 730)]
    assert unsafe_rows(frame(rows), KINDS) == [1]


def test_stages_a_small_step_apart_are_refused():
    stages = {"identified": 300, "charged": 150, "convicted": 144}
    rows = [row("stage", name, 300, k, 730) for name, k in stages.items()]
    rows.append(row("total", "total", 300, 144, 730))
    assert unsafe_rows(frame(rows), KINDS)


def test_ratio_of_two_flows_has_no_rest():
    """Of 100 proceedings begun and 97 ended, three are nobody in particular."""
    rows = [row("total", "total", 100, 97, metric_id="clearance_rate", period_kind="period")]
    assert unsafe_rows(frame(rows), KINDS) == []


def test_contradictory_numbers_are_not_called_safe():
    rows = [
        row("total", "total", 300, 100, 365),
        row("sex", "female", 100, 60, 365),
        row("total", "total", 300, 150, 730),
        row("sex", "female", 100, 10, 730),
    ]
    hidden = {"numerator": None, "denominator": None, "value": None}
    hidden |= {"status": "suppressed", "blank": "suppressed"}
    rows += [row("sex", "male", 200, 40, h) | hidden for h in (365, 730)]
    assert unsafe_rows(frame(rows), KINDS)
