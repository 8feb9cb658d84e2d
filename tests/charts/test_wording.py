"""Sentences name what was counted, who hid what, and never call other people a part."""

from datetime import date

import pytest

from charts.describe import blank_words, counts, sentence
from charts.labels import Labels
from charts.order import in_justice_order

LABELS = Labels(
    {"XAA": "Altaria"},
    {("scope", "all_crime"): "All crime", ("publication", "made_up"): "Bureau of Altaria, Crime"},
)


def row(**changes) -> dict:
    return {
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_kind": "period",
        "period_start": date(2024, 1, 1),
        "period_end": date(2024, 12, 31),
        "horizon_days": None,
        "breakdown": "total",
        "category": "total",
        "unit_counted": "proceedings",
        "currency": None,
        "numerator": 12.0,
        "denominator": 40.0,
        "value": 0.3,
        "lower": 0.2,
        "upper": 0.4,
        "interval_method": "made up",
        "bound_lower": None,
        "bound_upper": None,
        "maturity": None,
        "status": "reportable",
        "blank": None,
    } | changes


@pytest.mark.parametrize(
    ("kind", "value_unit", "currency", "said"),
    [
        ("share", "share", None, "12 of 40 proceedings"),
        ("ratio", "ratio", None, "12 to 40 proceedings"),
        ("published", "ratio", None, "12 to 40 proceedings"),
        ("stock_to_flow", "days", None, "12 to 40 proceedings"),
        ("stock_age", "days", None, "40 proceedings"),
        ("money_funnel", "ratio", "XDM", "XDM 12 of XDM 40"),
        ("mix", "share", None, "12 of 40 proceedings"),
        ("stock_share", "share", None, "12 of 40 proceedings"),
        ("rate", "per_hundred_thousand", None, "12 proceedings among 40 inhabitants"),
        ("mean", "months", None, "12 months in all, for 40 proceedings"),
        ("mean", "mean", None, "12 in all, for 40 proceedings"),
        ("recurrent", "mean", None, "12 in all, for 40 proceedings"),
        ("quantity", "days", None, "12 days in all, for 40 proceedings"),
        ("quantity", "share", None, "12 of 40 proceedings"),
        ("agreement", "agreement", None, "alike in 12 of 40 proceedings"),
        ("survey_weighted", "share", None, "12 of 40 proceedings before weighting"),
    ],
)
def test_only_a_part_is_called_one(kind, value_unit, currency, said):
    definition = {"kind": kind, "value_unit": value_unit}
    assert counts(row(currency=currency), definition, LABELS) == said


def test_days_followed_are_told_in_years():
    definition = {"kind": "rate", "value_unit": "per_hundred_person_years"}
    told = counts(row(unit_counted="victims", denominator=365_250.0), definition, LABELS)
    assert told == "12 victims in 1,000 years followed, of all together"


def test_a_number_about_all_crime_says_so():
    definition = {"kind": "share", "value_unit": "share"}
    said = sentence(row(scope="all_crime"), definition, LABELS)
    assert "all crime, not trafficking alone" in said
    assert "crime" not in sentence(row(), definition, LABELS)


def test_whoever_hid_a_figure_is_named():
    hidden = {"blank": "suppressed", "status": "suppressed", "value": None, "lower": None}
    here, there = row(**hidden), row(source="official", **hidden, bound_lower=0, bound_upper=4)
    assert blank_words(here).label == "Suppressed to protect people"
    assert blank_words(there).label == "Suppressed by its publisher"
    said = sentence(there, {"kind": "published", "value_unit": "count"}, LABELS)
    assert "suppressed by its publisher" in said and "published only as 0 to 4" in said


def test_a_publication_is_named_with_its_edition():
    assert LABELS.publication("made_up 2024") == "Bureau of Altaria, Crime, edition 2024"
    assert LABELS.publication("not_listed 2001-2010") == "not listed, edition 2001-2010"
    assert "not named" in LABELS.publication(None)


def test_metrics_stand_in_the_order_of_justice():
    groups = ["official", "experience", "a new one", "redress", "identification"]
    found = in_justice_order({"metric_group": group} for group in groups)
    told = [each["metric_group"] for each in found]
    assert told == ["identification", "redress", "experience", "official", "a new one"]
