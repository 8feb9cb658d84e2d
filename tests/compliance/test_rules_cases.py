"""The rules as a table of cases that a human can read: cases.toml."""

import tomllib
from pathlib import Path

import pytest

from compliance.deciding import decide
from compliance.rules import RULES
from tests.compliance.telling import piece

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case):
    pieces = [piece(line, str(place)) for place, line in enumerate(case["pieces"])]
    because = "The State is no party."
    found = decide(case.get("force", "shall"), case.get("applies", "yes"), pieces, because)
    assert (found.state, found.rule, found.counts_as) == (
        case["state"], case["rule"], case["counts_as"],
    )  # fmt: skip
    if "because" in case:
        assert found.because == case["because"]
    if "rests_on" in case:
        assert len(found.rests_on) == case["rests_on"]


def test_every_rule_has_a_case():
    assert {rule.name for rule in RULES} == {case["rule"] for case in CASES}


def test_names_of_cases_differ():
    assert len({case["name"] for case in CASES}) == len(CASES)
