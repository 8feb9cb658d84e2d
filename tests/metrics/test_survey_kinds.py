"""Kinds of survey metrics and of agreement: what they say where little is known."""

from dataclasses import replace

import pytest

from metrics.catalogue import metrics
from metrics.estimating import agreement, survey_score, survey_weighted


def stratum(outcome: str, part: int, whole: int, eligible: int, sex: str = "female") -> dict:
    """A row of the count table; all other traits are the same for everybody."""
    return {
        "outcome_group": outcome,
        "sex": sex,
        "age_group": "adult",
        "citizenship_group": "own",
        "part": part,
        "whole": whole,
        "unknown": 0,
        "eligible": eligible,
    }


def weighted(*rows: dict):
    return survey_weighted.estimate(metrics()["weighted_satisfaction"], list(rows), "trafficking")[
        0
    ]


def test_years_of_a_block_are_weighted_together():
    one = weighted(stratum("convicted", 30, 40, 50), stratum("not_convicted", 2, 10, 50))
    two = weighted(
        stratum("convicted", 10, 20, 20),
        stratum("convicted", 20, 20, 30),
        stratum("not_convicted", 2, 10, 50),
    )
    assert one == two
    assert one.value == pytest.approx(0.475)


def test_the_interval_is_that_of_fewer_answers_than_were_given():
    """Kish: 40 answers of weight 1.25 and 10 of weight 5 are worth 100^2 / (62.5 + 250) = 32 answers."""
    figure = weighted(stratum("convicted", 30, 40, 50), stratum("not_convicted", 2, 10, 50))
    n, p, z = 32, 0.475, 1.959963984540054
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    assert (figure.lower + figure.upper) / 2 == pytest.approx(centre)
    assert figure.bound_lower < figure.lower < figure.upper < figure.bound_upper


def test_without_a_list_of_those_eligible_nothing_is_weighted():
    figure = weighted(stratum("convicted", 30, 40, 0))
    assert (figure.value, figure.blank, figure.denominator) == (None, "not_reported", 40)


def test_an_item_nobody_asked_is_not_reported():
    assert weighted(stratum("convicted", 0, 0, 50)).blank == "not_reported"
    assert weighted().blank == "not_applicable"
    row = {"part": 0, "whole": 0, "unknown": 0, "eligible": 50, "odds": 1}
    metric = metrics()["feeling_safe"]
    assert survey_score.estimate(metric, [row], "trafficking")[0].blank == "not_reported"


def test_margins_no_weights_can_meet_are_too_few_to_say():
    """Only women won and only men lost among those who answered; among those eligible it was the other way round."""
    figure = weighted(
        stratum("convicted", 10, 20, 0, "female"),
        stratum("not_convicted", 10, 20, 0, "male"),
        stratum("convicted", 0, 0, 60, "male"),
        stratum("not_convicted", 0, 0, 20, "female"),
    )
    assert (figure.value, figure.blank) == (None, "insufficient")


def test_few_answers_worth_fewer_still_say_nothing():
    figure = weighted(stratum("convicted", 5, 11, 12), stratum("not_convicted", 1, 1, 400))
    assert (figure.value, figure.blank, figure.denominator) == (None, "insufficient", 12)


@pytest.fixture
def read_twice():
    """A metric of agreement over three ordered findings."""
    some = next(metric for metric in metrics().values() if metric.kind == "agreement")
    counting = some.counting | {"categories": ("met", "partly", "not_met"), "statistic": "kappa"}
    return replace(some, counting=counting)


def test_files_either_reader_could_not_judge_are_left_out(read_twice):
    rows = [
        {"one_read": "met", "other_read": "met", "units": 20, "unknown": 0},
        {"one_read": "not_met", "other_read": "not_met", "units": 15, "unknown": 0},
        {"one_read": "met", "other_read": "not_met", "units": 5, "unknown": 0},
        {"one_read": "cannot_tell", "other_read": "met", "units": 0, "unknown": 10},
    ]
    figure = agreement.estimate(read_twice, rows, "trafficking")[0]
    assert (figure.numerator, figure.denominator, figure.missing_share) == (35, 40, 0.2)
    # Seen .875; by chance 25/40 times 20/40 and 15/40 times 20/40, one half together.
    assert figure.value == pytest.approx(0.75)


def test_the_order_of_findings_counts_where_asked(read_twice):
    near = [
        {"one_read": "met", "other_read": "met", "units": 20, "unknown": 0},
        {"one_read": "met", "other_read": "partly", "units": 10, "unknown": 0},
        {"one_read": "not_met", "other_read": "not_met", "units": 20, "unknown": 0},
    ]
    far = [row | {"other_read": row["other_read"].replace("partly", "not_met")} for row in near]
    ordered = replace(read_twice, counting=read_twice.counting | {"statistic": "weighted_kappa"})
    close, apart = (
        agreement.estimate(ordered, rows, "trafficking")[0].value for rows in (near, far)
    )
    assert apart < close < 1
