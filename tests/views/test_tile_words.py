"""What stands in a tile: a range in words, and a counterpart of another time that says so."""

from tests.views.made_results import result
from views import tiles
from views.summaries import Summary

SHARE = {"value_unit": "share"}


def test_a_range_reads_as_a_range():
    young = result("charge_rate", blank="not_yet", bound_lower=0.169, bound_upper=0.66)
    assert tiles.parts(young, SHARE) == (
        "No number",
        "Between 16.9% and 66.0%, whatever the open cases bring",
    )
    assert tiles.parts(young | {"bound_upper": 0.169}, SHARE) == ("No number", "")
    assert tiles.parts(young | {"bound_upper": None}, SHARE) == ("No number", "")


def test_a_counterpart_of_another_time_says_so():
    number = result("charge_rate", (2022, 2022), value=0.5, horizon_days=730)
    same = result("cohort_conviction", (2022, 2022), value=0.5, horizon_days=730)
    later = result("cohort_conviction", (2023, 2023), value=0.5, horizon_days=730)
    shorter = same | {"horizon_days": 365}

    def said(pair):
        return tiles.elsewhen(Summary("charge_rate", number, "cohort_conviction", pair))

    assert said(same) == "" and said(None) == ""
    assert "2023" in said(later)
    assert "within 12 months" in said(shorter)
