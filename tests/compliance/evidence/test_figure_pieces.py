"""Figures as evidence: where they bear, who stands behind them, and how they lead back to their row."""

from datetime import date

import pandas as pd
import pytest

from compliance.evidence import gather_evidence
from compliance.evidence.figures import aspect_of
from compliance.evidence.official import measures, publisher
from data.instruments import obligations
from data.schema import code_lists
from metrics.catalogue import metrics
from tests.compliance.making import definition, duty, inputs, result, results

PRINTED = {
    "metric_id": "official_figures",
    "source": "official",
    "origin": "unodc_glotip 2024",
    "breakdown": "measure",
    "category": "persons_convicted",
    "unit_counted": "persons",
    "numerator": 12.0,
    "denominator": None,
    "value": 12.0,
}
OFFICIAL = definition(
    metric_id="official_figures", metric_group="official", kind="published", value_unit="count",
    answers_to="palermo-5-1",
)  # fmt: skip


ONE_METRIC = (definition(),)


def found(*rows, definitions=ONE_METRIC, **changes) -> list[dict]:
    given = inputs(results=results(*rows), definitions=pd.DataFrame(definitions), **changes)
    return gather_evidence(given).to_dict("records")


@pytest.mark.parametrize(
    ("group", "listed", "aspect"),
    [
        ("prosecution", ("law", "practice", "outcome"), "outcome"),
        ("prosecution", ("law", "institution", "practice"), "practice"),
        ("prosecution", ("law", "institution"), "institution"),
        ("protection", ("law", "outcome"), "outcome"),
        ("prosecution", ("law",), None),
    ],
)
def test_a_figure_bears_on_the_nearest_aspect_and_never_on_law(group, listed, aspect):
    assert aspect_of(group, listed) == aspect


def test_every_group_of_metrics_has_an_aspect():
    for metric in metrics().values():
        assert aspect_of(metric.group, ("practice", "outcome"))


def test_a_figure_leads_to_its_row():
    (piece,) = found(result(horizon_days=365))
    assert piece["kind"] == "figure"
    assert piece["finding"] == "happens"
    assert piece["dated_on"] == piece["period_end"] == date(2024, 12, 31)
    assert (piece["metric_id"], piece["result_source"], piece["horizon_days"]) == (
        "charge_share",
        "case",
        365,
    )
    assert (piece["breakdown"], piece["category"], piece["scope"]) == (
        "total",
        "total",
        "trafficking",
    )
    assert pd.isna(piece["grade"])
    assert piece["reason"] == "30 of 40 proceedings."


def test_a_figure_older_than_three_years_is_stale():
    (new,) = found(result(), data_date=date(2027, 12, 31))
    (old,) = found(result(), data_date=date(2028, 1, 1))
    assert not new["is_stale"] and old["is_stale"]


def test_groups_of_states_and_other_metrics_bear_on_nothing():
    assert found(result(jurisdiction="QUN-X")) == []
    assert found(result(), definitions=[definition(answers_to=None)]) == []
    assert found(result(), definitions=[definition(answers_to="gone-1-1")]) == []
    assert found(result(), obligations=[duty(aspects=("law",))]) == []


def test_a_number_of_the_instrument_speaks_instead_of_the_total():
    number = {
        "metric": "charge_share", "each": True, "says": "All.",
        "breakdown": "limit", "category": "on_time", "horizon_days": 30,
    }  # fmt: skip
    rows = [
        result(),
        result(breakdown="limit", category="on_time", horizon_days=30, numerator=40.0, value=1.0),
        result(breakdown="limit", category="on_time", horizon_days=90, numerator=0.0, value=0.0),
    ]
    (piece,) = found(*rows, obligations=[duty(numbers=(number,))])
    assert (piece["finding"], piece["number_asked"], piece["number_found"]) == ("meets", 1.0, 1.0)
    assert piece["horizon_days"] == 30


def test_a_metric_beside_the_number_on_another_one_only_happens():
    number = {"metric": "charge_share", "each": True, "says": "All."}
    both = [definition(), definition(metric_id="other_share", title="Other")]
    pieces = found(
        result(), result(metric_id="other_share", numerator=1.0, value=0.025),
        definitions=both, obligations=[duty(numbers=(number,))],
    )  # fmt: skip
    assert {piece["metric_id"]: piece["finding"] for piece in pieces} == {
        "charge_share": "in_part",
        "other_share": "happens",
    }


def test_a_printed_figure_is_outcome_evidence_with_its_publisher():
    (piece,) = found(
        result(**PRINTED),
        definitions=[OFFICIAL],
        obligations=[duty("palermo-5-1", aspects=("law", "outcome")), duty("coe-10-1")],
    )
    assert piece["kind"] == "official_figure"
    assert (piece["aspect"], piece["finding"], piece["grade"]) == ("outcome", "happens", "B")
    assert piece["title"] == "Persons convicted"
    assert piece["link"].startswith("https://")
    assert piece["origin"] == "unodc_glotip 2024"


def test_a_printed_zero_and_a_hidden_figure_cannot_tell():
    duties = [duty("palermo-5-1")]
    for changes in (
        {"numerator": 0.0, "value": 0.0},
        {"numerator": None, "value": None, "blank": "suppressed"},
    ):
        (piece,) = found(result(**PRINTED | changes), definitions=[OFFICIAL], obligations=duties)
        assert piece["finding"] == "cannot_tell"


def test_a_state_speaking_for_itself_is_grade_c():
    assert publisher("unodc_glotip 2024").grade == "B"
    assert publisher("some_ministry 2023") == publisher("some_ministry 2023")
    assert (publisher("some_ministry 2023").grade, publisher("some_ministry 2023").link) == (
        "C",
        None,
    )


def test_measures_bear_on_duties_that_the_metric_answers_to_and_that_figures_can_show():
    assert measures().keys() <= code_lists()["official_measure"].codes.keys()
    named = {each for ids in measures().values() for each in ids}
    assert named == set(metrics()["official_figures"].answers_to)
    aspects = {each["obligation_id"]: each["aspects"] for each in obligations()}
    for obligation_id in named:
        assert aspect_of("official", aspects[obligation_id]), obligation_id
