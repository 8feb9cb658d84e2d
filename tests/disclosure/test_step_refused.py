"""What the step would not have let through is refused, in words that give nothing away."""

import re

import pandas as pd
import pytest

from disclosure import step
from disclosure.error import DisclosureError
from disclosure.step import check_safe
from tests.disclosure.people import count_people, frame, row
from tests.disclosure.telling import COUNTS, attacked, hide, told, unsafe_rows


def table(**counts):
    """A protected-looking table of one horizon: category -> (denominator, numerator) or None."""
    rows, hidden = [], []
    for category, pair in counts.items():
        breakdown = "total" if category == "total" else "sex"
        if pair is None:
            hidden.append(len(rows))
        rows.append(row(breakdown, category, *(pair or (0, 0)), 365))
    return hide(frame(rows), *hidden)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(table(total=(100, 50), female=(95, 45), male=(5, 5)), id="small_denominator"),
        pytest.param(table(total=(100, 23), female=(50, 20), male=(50, 3)), id="small_numerator"),
        pytest.param(table(total=(100, 75), female=(50, 27), male=(50, 48)), id="small_rest"),
        pytest.param(table(total=(100, 50), female=(95, 40), male=None), id="hidden_alone"),
        pytest.param(
            table(total=(100, 48), female=(60, 42), male=None, unknown=None),
            id="hidden_sum_is_small",
        ),
        pytest.param(table(total=(100, 50), female=(60, 30), male=(35, 15)), id="few_unclassified"),
        pytest.param(table(total=(12, 11), female=None, male=None), id="total_leaves_one"),
    ],
)
def test_broken_table_is_refused(broken):
    with pytest.raises(DisclosureError, match=r"\d+ cells"):
        check_safe(attacked(broken))


def test_refusal_names_metrics_and_counts_but_no_value():
    broken = table(total=(4321, 1234), female=(4316, 1229), male=(5, 5))
    with pytest.raises(DisclosureError) as refusal:
        check_safe(attacked(broken))
    text = refusal.value.text()
    assert "cohort_conviction" in text
    assert not {"4321", "1234", "4316", "1229"} & set(re.findall(r"\d+", text))


def test_safe_table_passes():
    check_safe(attacked(table(total=(200, 100), female=(120, 60), male=(80, 40))))
    check_safe(attacked(table(total=(200, 100), female=(120, 60), male=None, unknown=None)))


@pytest.mark.parametrize("name", ["upper", "value", "missing_share", "bound_lower"])
def test_a_number_left_in_a_suppressed_row_is_refused(name):
    published = table(total=(200, 100), female=(120, 60), male=None, unknown=None)
    published.loc[2, name] = 0.7
    assert unsafe_rows(published) == [2]


def test_every_hidden_count_of_few_is_needed():
    """Mutants: publish any one count of few again, and the attack finds it."""
    before = count_people(11, 160, skew=0.4, horizons=(365,))
    published = told(before)
    tried = 0
    for name in COUNTS:
        few = before[name].between(1, 9)
        for label in published.index[published[name].isna() & few[published.index]]:
            mutant = published.copy()
            mutant.loc[label, name] = before.loc[label, name]
            assert unsafe_rows(mutant), (label, name)
            tried += 1
    assert tried >= 4


def test_horizons_a_small_step_apart_are_refused():
    rows = [row("total", "total", 300, 100, 365), row("total", "total", 300, 104, 730)]
    assert unsafe_rows(frame(rows))


def test_stages_a_small_step_apart_are_refused():
    stages = {"identified": 300, "investigated": 150, "charged": 144}
    counted = {"metric_id": "attrition", "unit_counted": "victims"}
    rows = [row("stage", name, 300, k, 1095, **counted) for name, k in stages.items()]
    assert unsafe_rows(frame(rows))


def test_ratio_of_two_flows_has_no_rest():
    """Of 100 proceedings begun and 97 ended, three are nobody in particular."""
    flows = {"metric_id": "clearance_rate", "period_kind": "period", "unit_counted": "proceedings"}
    assert unsafe_rows(frame([row("total", "total", 100, 97, **flows)])) == []


def test_contradictory_numbers_are_not_called_safe():
    rows = [
        row("total", "total", 300, 100, 365),
        row("sex", "female", 100, 60, 365),
        row("total", "total", 300, 150, 730),
        row("sex", "female", 100, 10, 730),
        row("sex", "male", 200, 40, 365),
        row("sex", "male", 200, 40, 730),
    ]
    findings = attacked(hide(frame(rows), 4, 5))
    assert findings.contradictions or not findings.is_safe


def test_step_leaves_out_what_its_own_protection_lets_through(monkeypatch):
    """Were the protector to hide nothing, what is unsafe would not be told at all."""
    real = step.protect_universe

    def protect_nobody(rows, *arguments, **more):
        from dataclasses import replace

        hidden = pd.DataFrame(False, index=rows.index, columns=list(COUNTS))
        return replace(real(rows, *arguments, **more), hidden=hidden)

    monkeypatch.setattr(step, "protect_universe", protect_nobody)
    assert len(told(frame([row("total", "total", 5, 3, 365)]))) == 0


def test_step_refuses_what_it_cannot_leave_out(monkeypatch):
    """Were nothing left out either, the attack would stop the release."""
    real = step.protect_universe

    def protect_nobody(rows, *arguments, **more):
        from dataclasses import replace

        hidden = pd.DataFrame(False, index=rows.index, columns=list(COUNTS))
        return replace(real(rows, *arguments, **more), hidden=hidden)

    monkeypatch.setattr(step, "protect_universe", protect_nobody)
    monkeypatch.setattr(step, "_tables_beside", lambda rows, unsafe: set())
    with pytest.raises(DisclosureError, match="Nothing was published") as refusal:
        told(frame([row("total", "total", 5, 3, 365)]))
    assert "cohort_conviction, total: a count of few people is shown" in refusal.value.text()
