"""What is hidden, linked or told in open court reads the same at every door."""

from datetime import date

import pytest

from charts import protection as words
from charts.describe import counts, statement
from charts.format import BLANKS, PUBLIC_FACT
from charts.labels import Labels
from charts.linkage import SUBJECT, linkage
from disclosure.policy import threshold
from disclosure.protection_report import AUDITS, OUTCOMES
from metrics.catalogue import metrics

DEFINITION = {
    "kind": "share",
    "value_unit": "share",
    "unit_counted": "victims",
    "caveats": f"It is not all.\n{SUBJECT}some are missed.",
}
ROW = {
    "jurisdiction": "XAA",
    "source": "case",
    "period_kind": "period",
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 12, 31),
    "horizon_days": None,
    "breakdown": "total",
    "category": "total",
    "unit_counted": "victims",
    "currency": None,
    "numerator": 24.0,
    "denominator": 240.0,
    "value": 0.1,
    "lower": 0.07,
    "upper": 0.14,
    "interval_method": "Wilson",
    "bound_lower": None,
    "bound_upper": None,
    "maturity": None,
    "status": "reportable",
    "blank": None,
}
HIDDEN = ROW | {"value": None, "lower": None, "upper": None, "blank": "suppressed"}


def test_hidden_count_beside_a_shown_one_is_said_to_be_hidden():
    below = HIDDEN | {"numerator": None}
    above = HIDDEN | {"denominator": None}
    neither = HIDDEN | {"numerator": None, "denominator": None}
    assert counts(below, DEFINITION, Labels()) == "a hidden number of 240 victims"
    assert counts(above, DEFINITION, Labels()) == "24 victims, of a hidden number"
    assert counts(neither, DEFINITION, Labels()) == ""
    said = statement(below, DEFINITION, Labels())
    assert said.startswith("no number (suppressed to protect people); a hidden number of 240")


def test_recall_of_the_linkage_goes_out_with_the_number():
    assert linkage(ROW, DEFINITION) == "lower bound; linkage recall not stated"
    stated = ROW | {"linkage_recall": 0.92}
    assert linkage(stated, DEFINITION) == "lower bound; linkage recall stated as 92.0%"
    assert "linkage recall stated as 92.0%" in statement(stated, DEFINITION, Labels())
    assert linkage(stated, DEFINITION | {"caveats": "It is not all."}) == ""
    gone = HIDDEN | {"numerator": None, "denominator": None}
    assert "linkage" not in statement(gone, DEFINITION, Labels())


def test_every_metric_about_people_who_come_again_rests_on_linkage():
    for name, metric in metrics().items():
        rests = any(line.startswith(SUBJECT) for line in metric.caveats)
        is_again = "retraffick" in name or name in ("rereferral", "episodes_per_survivor")
        assert rests == is_again, name


def test_fact_of_open_court_says_so():
    assert PUBLIC_FACT.label.lower() in statement(ROW | {"public_fact": True}, DEFINITION, Labels())
    for older in ({}, {"public_fact": None}, {"public_fact": False}):
        assert "court" not in statement(ROW | older, DEFINITION, Labels())


def test_words_say_the_threshold_of_the_policy():
    least = threshold("rate_denominator_minimum")
    assert f"Fewer than {least} stand below" in BLANKS["insufficient"].meaning
    assert any(f"at least {least} below the line" in each for each in words.CONCLUSIONS)


def test_primary_and_secondary_are_one_word():
    said = " ".join([BLANKS["suppressed"].meaning, *words.CONCLUSIONS, *words.SUCCESSIVE]).lower()
    assert not any(word in said for word in ("primary", "secondary", "complementary"))


def test_every_attack_and_outcome_has_words():
    assert set(words.AUDITS) == set(AUDITS)
    assert set(words.OUTCOMES) == set(OUTCOMES)


@pytest.mark.parametrize(
    ("row", "is_less"),
    [
        ({"offer": "blocks", "passed_over": "years"}, True),
        ({"offer": "left_out", "passed_over": None}, True),
        ({"offer": "years", "passed_over": None}, False),
    ],
)
def test_less_detail_is_where_something_finer_was_passed_over(row, is_less):
    assert words.is_in_less_detail(row) == is_less
    assert words.plan_sentence(row | {"told": "blocks", "reason": None})
    assert words.plan_sentence(row | {"told": "blocks", "reason": "So it is."}) == "So it is."
