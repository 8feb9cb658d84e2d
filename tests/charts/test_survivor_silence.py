"""What may be claimed when many kept silent."""

from charts.survivor_silence import Band, band


def of(value, blank=None, status="reportable"):
    return {"value": value, "blank": blank, "status": status, "maturity": None} | {
        "lower": None,
        "upper": None,
    }


def test_band_runs_over_all_assumptions():
    assert band([of(0.49), of(0.56), of(0.77), of(0.81)]) == Band(0.49, 0.81)


def test_no_band_without_every_assumption():
    assert band([of(0.4), of(None, "suppressed")]) is None
    assert band([of(0.4)]) is None
    assert band([]) is None


def test_band_on_both_sides_of_half_allows_no_claim():
    assert Band(0.49, 0.81).claim.startswith("No claim")
    assert Band(0.5, 0.6).claim.startswith("No claim")


def test_wide_band_allows_no_claim_on_one_side_either():
    assert Band(0.55, 0.9).claim == "No claim: the silent could move this by 35 points."


def test_narrow_band_on_one_side_allows_one():
    assert "more than half" in Band(0.62, 0.7).claim
    assert "fewer than half" in Band(0.2, 0.31).claim
