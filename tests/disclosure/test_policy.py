"""Every threshold is one line with its clause and its reason, and the code obeys the file."""

import pytest

from disclosure.policy import policy, threshold


@pytest.mark.parametrize("line", policy().values(), ids=lambda line: line.name)
def test_threshold_states_clause_and_reason(line):
    assert line.clause.strip() and line.reason.strip().endswith(".")
    assert line.text


def test_minimum_count_is_the_one_of_the_disclosure_note():
    assert threshold("minimum_count") == 10
    assert threshold("protection_width") >= threshold("minimum_count")
