"""A number that stands alone stops the build."""

import pandas as pd
import pytest

from disclosure.planning.leaving_out import LEFT_OUT
from release.complete import incomplete


@pytest.fixture(scope="module")
def whole(parts):
    return parts[0]["results"], parts[0]["definitions"]


def test_made_up_release_is_complete(whole):
    assert incomplete(*whole) == []


@pytest.mark.parametrize("column", ["lower", "upper", "interval_method", "status"])
def test_value_needs_interval_method_and_status(whole, column):
    results, definitions = whole
    broken = results.copy()
    broken.loc[broken.index[broken["value"].notna()][:3], column] = None
    assert any(
        s.startswith(f"3 values stand without {column}") for s in incomplete(broken, definitions)
    )


def test_other_ways_to_be_unfit(whole):
    results, definitions = whole
    shown = results.index[results["value"].notna()]
    outside, both, strange = results.copy(), results.copy(), results.copy()
    outside.loc[shown[0], "value"] = 1e9
    both.loc[shown[0], "blank"] = "withheld"
    strange.loc[shown[0], "status"] = "excellent"
    assert "outside their own interval" in incomplete(outside, definitions)[0]
    assert "a value and a reason" in incomplete(both, definitions)[0]
    assert "status of no known kind" in incomplete(strange, definitions)[0]
    doubled = results.iloc[[*range(len(results)), 0]]
    assert "share their key" in incomplete(doubled, definitions)[0]


def test_status_and_blank_must_say_the_same(whole):
    results, definitions = whole
    shown = results.index[results["value"].notna()][0]
    called, hidden, hollow = results.copy(), results.copy(), results.copy()
    called.loc[shown, "status"] = "insufficient"
    hidden.loc[shown, ["value", "blank"]] = [None, "suppressed"]
    hollow.loc[shown, ["value", "blank"]] = [None, "not_yet"]
    assert "called insufficient in one place only" in incomplete(called, definitions)[0]
    assert "called suppressed in one place only" in incomplete(hidden, definitions)[0]
    assert "a status but no value" in incomplete(hollow, definitions)[0]


def test_metric_whose_pair_has_no_results(whole):
    results, definitions = whole
    alone = results[results["metric_id"] != "compensation_paid"]
    said = "Metric compensation_awarded has results, but its counter-metric compensation_paid has none."
    assert said not in incomplete(results, definitions)
    assert said in incomplete(alone, definitions)


def test_metric_whose_pair_is_left_out_to_protect_people(whole):
    """The plan tells readers so, as a blank would."""
    results, definitions = whole
    alone = results[results["metric_id"] != "compensation_paid"]
    plan = pd.DataFrame({"metric_id": ["compensation_paid"], "offer": [LEFT_OUT]})
    said = "Metric compensation_awarded has results, but its counter-metric compensation_paid has none."
    assert said not in incomplete(alone, definitions, plan)
    assert said in incomplete(alone, definitions, plan.assign(offer="years"))


def test_metric_without_its_pair_or_definition(whole):
    results, definitions = whole
    lacking = definitions[definitions["metric_id"] != "compensation_paid"]
    found = incomplete(results, lacking)
    assert any("compensation_awarded has no counter-metric" in sentence for sentence in found)
    assert any("compensation_paid has results but no definition" in sentence for sentence in found)
