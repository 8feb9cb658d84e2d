"""Three lines and what was in sight, month by month."""

from datetime import date

from charts.after_exit_lines import IN_SIGHT, NAMES, three_lines
from charts.labels import Labels

DEFINITION = {
    "metric_id": "retrafficking",
    "title": "Re-trafficking",
    "value_unit": "share",
    "kind": "time_to_event",
    "estimate": "cumulative_incidence",
    "unit_counted": "victims",
}


def of(days, value, low, high, blank=None, numerator=20.0):
    return {
        "metric_id": "retrafficking",
        "jurisdiction": "XAA",
        "scope": "trafficking",
        "source": "case",
        "currency": None,
        "unit_counted": "victims",
        "period_kind": "cohort",
        "period_start": date(2020, 1, 1),
        "period_end": date(2020, 12, 31),
        "horizon_days": days,
        "breakdown": "total",
        "category": "total",
        "numerator": numerator,
        "denominator": 200.0,
        "value": value,
        "lower": value and value - 0.02,
        "upper": value and value + 0.02,
        "bound_lower": low,
        "bound_upper": high,
        "interval_method": "log-log",
        "maturity": "mature" if value else None,
        "status": "reportable" if value else None,
        "blank": blank,
    }


def drawn(rows, followed):
    return three_lines(DEFINITION, rows, followed, Labels(), title="11% again", subtitle="Share")


def test_three_lines_at_three_horizons():
    rows = [of(365, 0.06, 0.05, 0.3), of(730, 0.11, 0.08, 0.5), of(1095, 0.16, 0.1, 0.7)]
    chart = drawn(rows, {365: 0.83, 730: 0.73})
    lines = {name: [row["value"] for row in chart.rows if row["series"] == name] for name in NAMES}
    assert list(lines.values()) == [[0.06, 0.11, 0.16], [0.05, 0.08, 0.1], [0.3, 0.5, 0.7]]
    assert chart.open_series == NAMES[1:]
    said = dict(chart.under)
    told = dict(zip(chart.categories, said[IN_SIGHT], strict=True))
    assert (told["12"], told["24"], told["36"]) == ("83.0%", "73.0%", "")
    assert "83.0% within 12 months" in chart.alt


def test_young_cohort_is_drawn_as_its_bounds():
    chart = drawn([of(365, None, 0.03, 0.69, "not_yet"), of(730, None, 0.05, 1.0, "not_yet")], {})
    told = {row["series"]: row["value"] for row in chart.rows if row["value"] is not None}
    assert set(told) == set(NAMES[1:])


def test_nothing_is_drawn_where_all_is_hidden():
    hidden = [of(days, None, None, None, "suppressed", None) for days in (365, 730)]
    assert drawn(hidden, {365: 0.8}) is None
