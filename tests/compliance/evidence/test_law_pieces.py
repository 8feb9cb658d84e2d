"""Statutes, judgments and plans as evidence: tables of cases."""

from datetime import date

import pytest

from compliance.evidence import gather_evidence
from compliance.evidence.statutes import finding
from tests.compliance.making import duty, inputs, law

ELEMENTS = {
    "acts": {"question": "Acts?", "obligations": ("pact-1-1",), "from_on": None},
    "means": {"question": "Means?", "obligations": ("pact-1-1",), "from_on": None},
    "maximum_penalty_years": {"question": "Years?", "obligations": ("pact-1-1",), "from_on": None},
    "forced_criminality": {
        "question": "Crime?", "obligations": ("pact-1-1",), "from_on": date(2026, 7, 15),
    },
}  # fmt: skip
FIVE_YEARS = {"statute": "maximum_penalty_years", "at_least": 5, "says": "At least 5 years."}


def covers(statute_id: str, element: str, covered: str = "yes", number=None, **changes) -> dict:
    return {
        "statute_id": statute_id,
        "title": f"Act {statute_id}",
        "provision": "s. 1",
        "element": element,
        "covered": covered,
        "number": number,
        "valid_from": date(2005, 1, 1),
        "valid_until": None,
        "certainty": "read",
    } | changes


def found(*statutes, numbers=(), **changes) -> list[dict]:
    given = inputs(
        law=law(statutes=statutes, elements=ELEMENTS),
        obligations=[duty(numbers=numbers)],
        **changes,
    )
    return gather_evidence(given).to_dict("records")


@pytest.mark.parametrize(
    ("covered", "says"),
    [
        ("yes", "met"),
        ("no", "not_met"),
        ("yes no", "partly_met"),
        ("yes partly", "partly_met"),
        ("partly", "partly_met"),
        ("yes not_known", "cannot_tell"),
        ("not_known", "cannot_tell"),
        # Whatever the unread element turns out to be, it is neither met nor wholly unmet.
        ("partly not_known", "partly_met"),
        ("yes no not_known", "partly_met"),
    ],
)
def test_what_coverage_says(covered, says):
    assert finding(dict(enumerate(covered.split()))) == says


def test_statutes_complete_each_other():
    # Each covers one of the two elements without a day ahead; the number has no floor here.
    rows = [
        covers("XAA-a", "acts"), covers("XAA-a", "means", "no"),
        covers("XAA-b", "means"), covers("XAA-b", "acts", "not_known"),
        covers("XAA-b", "maximum_penalty_years", number=4.0),
    ]  # fmt: skip
    (piece,) = found(*rows)
    assert (piece["kind"], piece["aspect"], piece["finding"]) == ("statute", "law", "met")
    assert piece["title"] == "Act XAA-a, s. 1; Act XAA-b, s. 1"


def test_a_statute_in_force_is_never_stale_and_one_that_ended_or_lies_ahead_says_nothing():
    (piece,) = found(covers("XAA-a", "acts", "no"))
    assert not piece["is_stale"]
    assert found(covers("XAA-a", "acts", valid_until=date(2025, 12, 30))) == []
    assert found(covers("XAA-a", "acts", valid_from=date(2026, 1, 1))) == []


def test_an_element_counts_from_the_day_it_is_asked():
    rows = [covers("XAA-a", name) for name in ("acts", "means", "maximum_penalty_years")]
    rows.append(covers("XAA-a", "forced_criminality", "no"))
    (before,) = found(*rows)
    (after,) = found(*rows, data_date=date(2026, 7, 15))
    assert (before["finding"], after["finding"]) == ("met", "partly_met")


@pytest.mark.parametrize(
    ("certainty", "grade"), [("read", "B"), ("summary", "C"), ("unchecked", "C")]
)
def test_grade_by_whether_the_text_was_read(certainty, grade):
    (piece,) = found(covers("XAA-a", "acts", certainty=certainty))
    assert (piece["grade"], piece["certainty"]) == (grade, certainty)


@pytest.mark.parametrize(
    ("covered", "years", "says"),
    [
        ("yes", 10.0, {"met", "cannot_tell"}),
        ("partly", 10.0, {"cannot_tell"}),
        ("no", 4.0, {"cannot_tell"}),
    ],
)
def test_memory_finds_no_fault_and_reaches_no_number(covered, years, says):
    rows = [covers("XAA-a", name, covered, certainty="unchecked") for name in ("acts", "means")]
    rows.append(covers("XAA-b", "maximum_penalty_years", number=years, certainty="unchecked"))
    pieces = found(*rows, numbers=(FIVE_YEARS,))
    assert {each["finding"] for each in pieces} == says
    silent = [each for each in pieces if each["finding"] == "cannot_tell"]
    assert all(each["reason"].endswith("From memory, which decides nothing.") for each in silent)


@pytest.mark.parametrize(
    ("covered", "years", "says"),
    [
        ("yes", 10.0, {"met", "meets"}),
        ("partly", 10.0, {"cannot_tell", "meets"}),
        ("no", 4.0, {"cannot_tell"}),
    ],
)
def test_a_summary_finds_no_fault(covered, years, says):
    rows = [covers("XAA-a", name, covered, certainty="summary") for name in ("acts", "means")]
    rows.append(covers("XAA-b", "maximum_penalty_years", number=years, certainty="summary"))
    pieces = found(*rows, numbers=(FIVE_YEARS,))
    assert {each["finding"] for each in pieces} == says
    silent = [each for each in pieces if each["finding"] == "cannot_tell"]
    assert all(each["reason"].endswith("summary only, which finds no fault.") for each in silent)


def test_prison_for_life_is_told_in_words():
    (piece,) = found(covers("XAA-a", "maximum_penalty_years", number=99.0), numbers=(FIVE_YEARS,))
    assert piece["reason"] == "At least 5 years. The statutes say life."


@pytest.mark.parametrize(
    ("years", "says", "lowest"),
    [
        ((5.0,), "meets", 5.0),
        ((4.0,), "misses", 4.0),
        ((4.0, 10.0), "in_part", 4.0),
        ((99.0,), "meets", 99.0),
    ],
)
def test_a_number_of_the_instrument_is_a_floor_in_each_statute(years, says, lowest):
    rows = [
        covers(f"XAA-{place}", "maximum_penalty_years", number=number)
        for place, number in enumerate(years)
    ]
    pieces = found(*rows, numbers=(FIVE_YEARS,))
    (piece,) = [each for each in pieces if each["number_asked"] == 5.0]
    assert (piece["finding"], piece["number_found"]) == (says, lowest)


def test_the_reason_tells_each_element():
    (piece,) = found(covers("XAA-a", "acts"), covers("XAA-a", "means", "partly"))
    assert piece["reason"] == (
        "Covered: Acts. Partly covered: Means. Not known: Maximum penalty in years."
    )


def test_a_statute_of_which_nobody_read_the_point_is_no_evidence():
    assert found(covers("XAA-a", "acts", "not_known")) == []


def test_a_number_nobody_read_gives_no_piece():
    rows = [covers("XAA-a", "maximum_penalty_years", "not_known"), covers("XAA-a", "acts")]
    pieces = found(*rows, numbers=(FIVE_YEARS,))
    assert [each["finding"] for each in pieces] == ["cannot_tell"]


def test_a_judgment_is_of_the_strongest_grade():
    judged = {
        "judgment_id": "j1", "court": "High Court", "reference": "12/2024", "decided_on": date(2024, 3, 1),
        "finding": "not_met", "obligation_ids": "pact-1-1\ngone-1-1", "aspect": "practice", "certainty": "read",
    }  # fmt: skip
    later = judged | {"judgment_id": "j2", "decided_on": date(2026, 1, 1)}
    (piece,) = gather_evidence(inputs(law=law(judgments=[judged, later]))).to_dict("records")
    assert (piece["kind"], piece["finding"], piece["grade"]) == ("judgment", "not_met", "A")
    unread = judged | {"certainty": "unchecked"}
    (piece,) = gather_evidence(inputs(law=law(judgments=[unread]))).to_dict("records")
    assert piece["finding"] == "cannot_tell"
    assert piece["reason"].endswith("From memory, which decides nothing.")
    assert piece["title"] == "High Court, 12/2024, 1 March 2024"


@pytest.mark.parametrize(
    ("from_on", "until_on", "pieces"),
    [
        (date(2019, 1, 1), date(2025, 12, 31), 1),
        (date(2019, 1, 1), None, 1),
        (date(2019, 1, 1), date(2025, 12, 30), 0),
        (date(2026, 1, 1), None, 0),
    ],
)
def test_a_plan_counts_while_it_runs(from_on, until_on, pieces):
    plan = {
        "plan_id": "p1", "title": "Plan", "from_on": from_on, "until_on": until_on, "certainty": "read",
        "obligation_ids": "pact-1-1", "aspect": "institution", "has_budget": None,
    }  # fmt: skip
    found = gather_evidence(inputs(law=law(plans=[plan])))
    assert len(found) == pieces
    assert not found["is_stale"].any()
