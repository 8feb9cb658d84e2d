"""The numbers that instruments set themselves: these and no others, and each names something there is."""

import pytest

from data.instruments import obligations
from metrics.catalogue import metrics

FOUND = {
    duty["obligation_id"]: [
        {key: value for key, value in number.items() if key != "says"} for number in duty["numbers"]
    ]
    for duty in obligations()
    if duty["numbers"]
}
NUMBERS = [
    pytest.param(duty, number, id=f"{duty['obligation_id']}-{place}")
    for duty in obligations()
    for place, number in enumerate(duty["numbers"])
]

EXPECTED = {
    "coe-13-1": [{"statute": "reflection_days", "at_least": 30}],
    "eu-trafficking-4-1": [
        {"statute": "maximum_penalty_years", "at_least": 5},
        {"statute": "aggravated_maximum_years", "at_least": 10},
    ],
    "eu-trafficking-19a-3": [{"report": True}],
    "eu-trafficking-19b-1": [{"report": True}],
    "eu-victims-28-1": [{"report": True}],
    "eu-eio-12-3": [{"metric": "orders_answered_in_120_days", "each": True}],
}


def test_the_numbers_are_those_that_the_texts_set():
    assert FOUND == EXPECTED


@pytest.mark.parametrize(("duty", "number"), NUMBERS)
def test_a_number_says_what_it_is(duty, number):
    assert number["says"][0].isupper() and number["says"].endswith(".")


@pytest.mark.parametrize(("duty", "number"), NUMBERS)
def test_a_number_is_judged_on_an_aspect_of_its_duty(duty, number):
    if "statute" in number:
        assert "law" in duty["aspects"]
    else:
        assert set(duty["aspects"]) - {"law"}


@pytest.mark.parametrize(("duty", "number"), NUMBERS)
def test_only_a_binding_text_that_was_read_sets_a_number(duty, number):
    assert duty["force"] == "shall" and duty["certainty"] == "read"


@pytest.mark.parametrize(("duty", "number"), NUMBERS)
def test_a_metric_that_decides_exists_answers_to_the_duty_and_has_the_row(duty, number):
    if "metric" not in number:
        return
    metric = metrics()[number["metric"]]
    assert duty["obligation_id"] in metric.answers_to
    assert number.get("breakdown", "total") in ("total", *metric.breakdowns)
    assert number["horizon_days"] in metric.horizons if "horizon_days" in number else True
    if "horizon_days" not in number:
        assert len(metric.horizons) <= 1, "the number does not say at which horizon"


@pytest.mark.parametrize("duty", obligations(), ids=lambda duty: duty["obligation_id"])
def test_a_floor_for_the_maximum_says_nothing_of_sentences(duty):
    for number in duty["numbers"]:
        if "maximum" in number.get("statute", ""):
            assert "sentences given" in number["says"] and "floor for the maximum" in number["says"]


def test_no_number_comes_from_human_rights_treaties():
    assert [duty for duty in FOUND if duty.startswith(("echr-", "iccpr-", "tvpa-"))] == []
