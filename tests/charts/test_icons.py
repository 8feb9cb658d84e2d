"""What a series shows in a few words, from points placed by hand."""

from datetime import date

import pytest

from charts.icons import ICONS, NATURAL, TOO_FEW, UNRELIABLE, alerts_in_grid, icon
from charts.verdicts import SIGNALS


def series(*values, signals=None, limits_kind="firm", leans=False):
    """Points of a yearly series around a centre of 10; `signals` is place -> signal."""
    signals = signals or {}
    return [
        {
            "period_start": date(2000 + order, 1, 1),
            "period_end": date(2000 + order, 12, 31),
            "value": value,
            "centre": 10.0,
            "signal": signals.get(order),
            "limits_kind": limits_kind,
            "is_autocorrelated": leans,
        }
        for order, value in enumerate(values)
    ]


def at(rows):
    return [row["period_start"].year - 2000 for row in rows]


QUIET = [9, 11, 9, 11, 9, 11]


def test_nothing_special_is_natural_variation():
    assert icon(series(*QUIET)) is NATURAL


@pytest.mark.parametrize("code", [code for code in SIGNALS if code != "Run Too Long"])
def test_the_latest_point_decides(code):
    rows = series(*QUIET, 12, signals={6: code})
    assert icon(rows) is ICONS[code]
    assert icon(series(*QUIET, 12, 11, signals={6: code})) is NATURAL


def test_every_signal_has_words():
    assert set(ICONS) == set(SIGNALS)


def test_signs_differ_where_words_do():
    states = {*ICONS.values(), NATURAL, TOO_FEW, UNRELIABLE}
    assert len({words.shorthand for words in states}) == len(states)


def test_words_do_not_say_whether_it_is_good():
    for words in (*ICONS.values(), NATURAL, TOO_FEW, UNRELIABLE):
        said = f"{words.label} {words.meaning}".lower()
        assert not any(word in said for word in ("good", "bad", "better", "worse", "improv"))


def test_order_of_rows_does_not_matter():
    rows = series(*QUIET, 19, signals={6: "Above UCL"})
    assert icon(rows[::-1]) is ICONS["Above UCL"]


def test_too_few_points():
    assert icon(series(9, 11, limits_kind="none")) is TOO_FEW
    assert icon([]) is TOO_FEW
    assert icon(series(None, None)) is TOO_FEW


def test_signals_of_a_series_that_leans_on_itself_are_not_relied_on():
    rows = series(*QUIET, 19, signals={6: "Above UCL"}, leans=True)
    assert icon(rows) is UNRELIABLE
    assert alerts_in_grid(rows) == []
    assert icon(series(*QUIET, leans=True)) is NATURAL


def test_many_charts_alert_on_outsiders_and_on_long_runs_only():
    values = [*QUIET, 19, 9, 12, 12, 12, 12, 12, 12, 12, 9, 16, 16]
    named = {order: "7 Points Above CL" for order in range(8, 15)}
    rows = series(*values, signals={6: "Above UCL", 16: "2 in 3 Above CL"} | named)
    assert at(alerts_in_grid(rows)) == [6, *range(8, 15)]
    assert icon(rows, of_grid=True) is NATURAL


def test_a_shift_behind_the_name_of_a_trend_still_alerts():
    values = [*QUIET, 11, 12, 13, 14, 15, 16, 17]
    trend = {order: "7 Point Trend (Increasing)" for order in range(6, 13)}
    rows = series(*values, signals=trend)
    # The point before the trend lies above the centre as well.
    assert at(alerts_in_grid(rows)) == [5, *range(6, 13)]
    assert icon(rows) is ICONS["7 Point Trend (Increasing)"]
    assert icon(rows, of_grid=True) is ICONS["7 Points Above CL"]


def test_a_point_on_the_centre_ends_a_run():
    rows = series(*QUIET[:-1], 12, 12, 12, 10, 12, 12, 12, 12)
    assert alerts_in_grid(rows) == []


def test_a_short_series_alerts_by_its_run():
    rows = series(*QUIET, 9, 9, signals={7: "Run Too Long"}, limits_kind="median")
    assert at(alerts_in_grid(rows)) == [7]
    assert icon(rows, of_grid=True) is ICONS["Run Too Long"]
    crossing = series(*QUIET, 9, 9, signals={7: "Too Few Crossings"}, limits_kind="median")
    assert alerts_in_grid(crossing) == []
