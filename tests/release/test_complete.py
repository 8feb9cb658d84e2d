"""A number that stands alone stops the build."""

import pytest

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


def test_metric_without_its_pair_or_definition(whole):
    results, definitions = whole
    lacking = definitions[definitions["metric_id"] != "compensation_paid"]
    found = incomplete(results, lacking)
    assert any("compensation_awarded has no counter-metric" in sentence for sentence in found)
    assert any("compensation_paid has results but no definition" in sentence for sentence in found)
