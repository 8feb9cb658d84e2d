"""Which pairs of groups are drawn where not all can be, and what each says."""

from datetime import date

from charts.forest import signed
from charts.gaps import MOST_PAIRS, drawn, gaps, said
from charts.labels import Labels

LABELS = Labels(places={"XAA": "Altaria", "XAB": "Borovia"})
DEFINITIONS = {"rate": {"title": "A rate"}}
ROW = {
    "metric_id": "rate",
    "horizon_days": 730,
    "jurisdiction": "XAA",
    "breakdown": "sex",
    "category": "female",
    "reference": "male",
    "period_start": date(2023, 1, 1),
    "period_end": date(2025, 12, 31),
    "numerator": 20.0,
    "denominator": 100.0,
    "value": 0.2,
    "reference_numerator": 30.0,
    "reference_denominator": 100.0,
    "reference_value": 0.3,
    "difference": -0.1,
    "difference_lower": -0.217,
    "difference_upper": 0.02,
    "adjusted_difference": None,
    "adjusted_difference_lower": None,
    "adjusted_difference_upper": None,
    "smallest_detectable_gap": 0.17,
    "gap_not_ruled_out": 0.217,
    "verdict": "no_difference_shown",
    "reason": None,
}


def some(number: int, verdict: str) -> list[dict]:
    return [ROW | {"verdict": verdict, "category": f"{verdict} {n}"} for n in range(number)]


def test_verdicts_are_drawn_whole_and_what_says_most_first():
    rows = some(15, "cannot_tell") + some(12, "no_difference_shown") + some(3, "difference")
    kept = [row["verdict"] for row in drawn(rows)]
    assert kept == ["no_difference_shown"] * 12 + ["difference"] * 3


def test_all_are_drawn_where_they_fit_and_never_more_than_fit():
    rows = some(MOST_PAIRS - 1, "cannot_tell") + some(1, "difference")
    assert drawn(rows) == rows
    assert len(drawn(some(MOST_PAIRS + 30, "no_difference_shown"))) == MOST_PAIRS


def test_pairs_without_both_shares_are_left_to_the_table():
    hidden = ROW | {"verdict": "cannot_tell", "difference": None, "reference_value": None}
    assert drawn([hidden]) == []
    assert gaps([hidden], DEFINITIONS, LABELS, title="t", subtitle="s") is None


def test_a_pair_says_its_difference_or_what_could_hide():
    assert said(ROW) == "No difference shown, −10.0 points (−21.7 to +2.0)"
    silent = ROW | {"verdict": "cannot_tell", "reason": "too_few"}
    assert said(silent) == (
        "Cannot tell; up to 21.7 points cannot be ruled out; would be seen from 17.0 points"
    )
    assert (
        said(silent | {"gap_not_ruled_out": None, "smallest_detectable_gap": None}) == "Cannot tell"
    )


def test_chart_names_the_place_only_where_there_are_several():
    chart = gaps([ROW], DEFINITIONS, LABELS, title="t", subtitle="s")
    [mark] = chart.rows
    assert mark["x"] == "A rate, within 24 months, 2023–2025: female beside male"
    assert (mark[chart.y], mark[chart.second]) == (0.2, 0.3)
    two = gaps([ROW, ROW | {"jurisdiction": "XAB"}], DEFINITIONS, LABELS, title="t", subtitle="s")
    assert [("Altaria" in x, "Borovia" in x) for x in two.categories] == [
        (True, False),
        (False, True),
    ]


def test_a_difference_of_nothing_has_no_minus():
    assert signed(-0.0004) == "+0.0" and signed(0.0004) == "+0.0"
    assert signed(-0.0006) == "−0.1"
