"""Every duty can be shown somehow, or says why not; every number and metric that is named exists."""

from collections import Counter

import pytest

from data.instruments import obligations
from data.schema import code_lists
from metrics.catalogue import metrics

ANSWERED = {duty for metric in metrics().values() for duty in metric.answers_to}
ALL = pytest.mark.parametrize("duty", obligations(), ids=lambda duty: duty["obligation_id"])


def unshown(duties, answered):
    """Ids of the duties that no metric answers to, no statement can show and no reason excuses."""
    return [
        duty["obligation_id"]
        for duty in duties
        if duty["obligation_id"] not in answered
        and not duty["attested"]
        and not duty["not_measured"]
    ]


def test_no_duty_is_left_without_a_metric_a_statement_or_a_reason():
    assert unshown(obligations(), ANSWERED) == []


@pytest.mark.parametrize(
    ("attested", "not_measured", "answered", "expected"),
    [
        (None, None, set(), ["x-1"]),
        ("It is done.", None, set(), []),
        (None, "Nobody records it.", set(), []),
        (None, None, {"x-1"}, []),
        (None, None, {"x-2"}, ["x-1"]),
        ("", "", set(), ["x-1"]),
    ],
)
def test_a_duty_that_nothing_shows_is_found(attested, not_measured, answered, expected):
    duty = {"obligation_id": "x-1", "attested": attested, "not_measured": not_measured}
    assert unshown([duty], answered) == expected


def test_no_metric_answers_to_an_unknown_duty():
    assert ANSWERED - {duty["obligation_id"] for duty in obligations()} == set()


def test_a_duty_without_a_metric_says_why():
    silent = [
        duty["obligation_id"]
        for duty in obligations()
        if duty["obligation_id"] not in ANSWERED and not duty["not_measured"]
    ]
    assert silent == []


@ALL
def test_what_must_be_shown_is_a_sentence(duty):
    if duty["attested"] is None:
        assert duty["force"] == "unseen", "only a text that was not read asks for nothing"
        return
    assert duty["attested"][0].isupper() and duty["attested"].endswith(".")
    assert duty["attested"] != duty["duty"]


@ALL
def test_a_duty_with_a_metric_can_be_judged_on_more_than_the_law(duty):
    """Figures never show what a law says, so a duty that figures bear on has a further aspect."""
    if duty["obligation_id"] in ANSWERED:
        assert set(duty["aspects"]) - {"law"}


def test_what_must_be_shown_differs_from_duty_to_duty():
    often = Counter(duty["attested"] for duty in obligations() if duty["attested"])
    assert [sentence for sentence, times in often.items() if times > 1] == []


def test_every_theme_and_aspect_has_duties():
    assert {each for duty in obligations() for each in duty["themes"]} == set(
        code_lists()["theme"].codes
    )
    assert {each for duty in obligations() for each in duty["aspects"]} == set(
        code_lists()["aspect"].codes
    )
