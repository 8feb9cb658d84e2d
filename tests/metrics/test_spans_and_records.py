"""Longer spans add up, coarser categories take in every code, and closed doors are counted."""

from data.schema import code_lists
from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import charged, together
from metrics.groupings import groupings

OPEN = {"openness": "open"}


def test_coarser_categories_take_in_every_code_once():
    for breakdown, groups in groupings().items():
        taken = [code for group in groups.values() for code in group["codes"]]
        assert sorted(taken) == sorted(set(code_lists()[breakdown].codes) - {"unknown"})
        for name, group in groups.items():
            assert ("label" in group) != (group["codes"] == [name])


def test_doubles_and_coarser_categories_add_up():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted", citizenship_group="other"),
        charged("b", 15, "2022-03-01", "2023-09-01", "convicted", citizenship_group="stateless"),
        charged("c", 9, "2024-03-01", "2025-09-01", "acquitted", citizenship_group="own"),
    )
    store = example_store(rows, covered_from="2020-01-01", as_of="2025-12-31")
    found = compute(store, only=("court_conviction_rate",), scopes=("trafficking",)).results
    double = found[(found["span"] == "double") & (found["breakdown"] == "citizenship_group")]
    fine, coarse = (double[double["merged"] == level].set_index("category") for level in (0, 1))
    assert fine["denominator"].to_dict() == {"other": 12, "own": 9, "stateless": 15}
    assert coarse["denominator"].to_dict() == {"foreign": 27, "own": 9}
    assert set(as_planned(found)["span"]) == {"year", "block"}


def test_a_child_or_a_silent_court_is_not_on_open_record():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted", age_band="24-26"),
        charged("b", 3, "2020-03-01", "2020-09-01", "convicted", age_band="9-17"),
        charged("c", 2, "2020-03-01", "2020-09-01", "convicted", age_band="24-26"),
    )
    rows["proceedings"] = tuple(
        row if row["proceeding_id"].startswith("c") else row | OPEN for row in rows["proceedings"]
    )
    found = as_planned(
        compute(example_store(rows), only=("persons_convicted",), scopes=("trafficking",)).results
    )
    row = found[(found["period_start"].astype(str) == "2020-01-01") & (found["span"] == "year")]
    totals = row[row["breakdown"] == "total"]
    assert (totals["numerator"].iloc[0], totals["not_open"].iloc[0]) == (17, 5)
    assert row[row["breakdown"] != "total"]["not_open"].isna().all()
