"""Who was heard: counts worked out on paper, and nothing drawn from a count that is hidden."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from charts.survivor_answers import NOT_ASKED, SILENT, answers_chart, wave

DAYS = {"period_kind": "period", "period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
DAYS |= {"horizon_days": None, "blank": None, "source": "case"}


def of(numerator, denominator, **more):
    return DAYS | {"numerator": numerator, "denominator": denominator} | more


def test_every_survivor_who_could_have_been_asked_is_in_one_part():
    found = wave(of(11, 20), of(25, 100), of(60, 100))
    # 11 of 20 satisfied; 60 invited, so 40 gave no answer; 40 could not be asked.
    assert list(found.parts.values()) == [0.11, 0.09, 0.40, 0.40]
    assert found.silent == 0.8
    chart = answers_chart([("2024", found, of(11, 20))], "80% were not heard", "Shares")
    assert [row["value"] for row in chart.rows] == [0.11, 0.09, 0.40, 0.40]
    assert chart.open_series == SILENT and chart.categories == ("2024",)
    assert "not satisfied 9%" in chart.alt and "40%" in chart.alt


def test_hidden_count_hides_the_whole_bar():
    for hidden in range(3):
        rows = [of(11, 20), of(25, 100), of(60, 100)]
        rows[hidden] |= {"numerator": None, "denominator": None, "blank": "suppressed"}
        assert wave(*rows) is None
    seen = wave(of(11, 20), of(25, 100), of(60, 100))
    told = [("2023", None, of(None, None, blank="suppressed")), ("2024", seen, of(11, 20))]
    chart = answers_chart(told, "80% were not heard", "Shares")
    assert chart.rows[0]["value"] is None and chart.rows[0]["blank"] == "suppressed"
    assert chart.rows[0]["blank_label"] == "Suppressed to protect people"


def test_nothing_is_drawn_where_no_survey_can_be_read():
    assert wave(of(0, 0), of(0, 0), of(0, 0)) is None
    assert (
        answers_chart([("2024", None, of(None, None, blank="suppressed"))], "None", "Shares")
        is None
    )


def test_counts_of_other_people_are_not_mixed():
    # Invitations of 90, answers of 100: the two are not about the same survivors.
    assert wave(of(11, 20), of(25, 100), of(60, 90)) is None
    # More answered than were invited.
    assert wave(of(11, 70), of(75, 100), of(60, 100)) is None


@given(st.lists(st.integers(0, 5000), min_size=4, max_size=4))
def test_parts_add_up_to_all(counts):
    satisfied, scored, asked, eligible = sorted(counts)
    found = wave(of(satisfied, scored), of(scored, eligible), of(asked, eligible))
    if eligible:
        assert abs(sum(found.parts.values()) - 1) < 1e-9
        assert min(found.parts.values()) >= 0
        assert found.parts[NOT_ASKED] == (eligible - asked) / eligible
