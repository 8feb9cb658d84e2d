"""What a figure says of a duty: a table of cases, the traps among them."""

import pytest

from compliance.evidence.bearing import bearing, beside, failing
from metrics.catalogue import metrics
from tests.compliance.making import definition, result

EACH = {"metric": "charge_share", "each": True, "says": "Within 30 days."}
FLOOR = {"metric": "charge_share", "at_least": 0.5, "says": "At least half."}
CEILING = {"metric": "charge_share", "at_most": 0.5, "says": "At most half."}
BLANK = {"numerator": None, "denominator": None, "value": None, "blank": "suppressed"}

CASES = {
    "some": ({}, {}, None, "happens"),
    "a low level is no gap": ({"numerator": 1.0, "denominator": 900.0, "value": 1 / 900}, {}, None, "happens"),
    "a high level is no merit": ({"numerator": 40.0, "value": 1.0}, {}, None, "happens"),
    "none of enough": ({"numerator": 0.0, "value": 0.0}, {}, None, "nothing_seen"),
    "none of too few": ({"numerator": 0.0, "denominator": 9.0, "value": 0.0}, {}, None, "cannot_tell"),
    "none, of nobody knows how many": ({"numerator": 0.0, "denominator": None, "value": 0.0}, {"value_unit": "count"}, None, "cannot_tell"),
    "no money of much money": ({"numerator": 0.0, "denominator": 9e6, "value": 0.0, "currency": "XDM"}, {}, None, "cannot_tell"),
    "hidden": (BLANK, {}, None, "cannot_tell"),
    "hidden, though a number of the treaty waits": (BLANK, {}, EACH, "cannot_tell"),
    "a wait, however long": ({"value": 900.0}, {"kind": "time_to_event", "value_unit": "days", "good_direction": "down"}, None, "cannot_tell"),
    "an estimate without counts": ({"numerator": None, "denominator": None, "value": 3.2}, {}, None, "happens"),
    "an estimate of nought": ({"numerator": None, "denominator": None, "value": 0.0}, {}, None, "cannot_tell"),
    # Breaches counted are not the duty at work, and none counted is no zero of it.
    "breaches": ({}, {"good_direction": "down"}, None, "cannot_tell"),
    "no breach": ({"numerator": 0.0, "value": 0.0}, {"good_direction": "down"}, None, "cannot_tell"),
    "refusals": ({}, {"metric_id": "refusal_share"}, None, "cannot_tell"),
    "every unit within the limit": ({"numerator": 40.0, "value": 1.0}, {}, EACH, "meets"),
    "some within": ({}, {}, EACH, "in_part"),
    "none within": ({"numerator": 0.0, "value": 0.0}, {}, EACH, "misses"),
    "none within, of too few": ({"numerator": 0.0, "denominator": 9.0, "value": 0.0}, {}, EACH, "cannot_tell"),
    "none within so far": ({"numerator": 0.0, "value": 0.0, "maturity": "provisional"}, {}, EACH, "cannot_tell"),
    "all known within, some unknown": ({"numerator": 40.0, "value": 1.0, "missing_share": 0.1}, {}, EACH, "cannot_tell"),
    "some within, some unknown": ({"missing_share": 0.1}, {}, EACH, "in_part"),
    "at least, above": ({}, {}, FLOOR, "meets"),
    "at least, below": ({"value": 0.4}, {}, FLOOR, "misses"),
    "at most, on it": ({"value": 0.5}, {}, CEILING, "meets"),
    "at most, above": ({}, {}, CEILING, "misses"),
}  # fmt: skip


def says(row=None, metric=None, number=None, obligation_id="pact-1-1"):
    return bearing(result(**row or {}), definition(**metric or {}), number, 10, obligation_id)


@pytest.mark.parametrize("case", CASES)
def test_what_a_figure_says(case):
    row, metric, number, finding = CASES[case]
    assert says(row, metric, number).finding == finding


def test_the_number_asked_stands_beside_the_number_found():
    floor, each = says(number=FLOOR), says(number=EACH)
    assert (floor.asked, floor.found) == (0.5, 0.75)
    assert (each.asked, each.found, each.reason) == (1.0, 0.75, "Within 30 days. Kept in 30 of 40.")


def test_no_level_without_a_number_of_the_instrument_gives_a_gap():
    for numerator in range(41):
        row = {"numerator": float(numerator), "value": numerator / 40}
        assert says(row).finding in ("happens", "nothing_seen")


def test_metrics_said_to_count_what_goes_wrong_are_metrics():
    assert failing() <= metrics().keys()


@pytest.mark.parametrize(
    ("blank", "why"),
    [
        ("not_yet", "too early to tell"),
        ("suppressed", "suppressed to protect people"),
        (None, "not told why"),
    ],
)
def test_why_there_is_no_number_is_told_in_words(blank, why):
    assert says(BLANK | {"blank": blank}).reason == f"No number: {why}."


def test_a_ratio_tells_both_its_sides():
    assert says(metric={"value_unit": "ratio"}).reason == "30 against 40 proceedings."


def test_what_stands_beside_a_duty_shows_nothing_of_it():
    aside = {"metric_id": "custodial_length"}
    # The directive sets a floor for the maximum in the law, and says nothing of sentences passed.
    assert says(metric=aside, obligation_id="eu-trafficking-4-1").finding == "cannot_tell"
    assert says(metric=aside, obligation_id="untoc-11-1").finding == "happens"


def test_metrics_said_to_stand_beside_a_duty_answer_to_it():
    for duty, names in beside().items():
        for name in names:
            assert duty in metrics()[name].answers_to, (duty, name)
