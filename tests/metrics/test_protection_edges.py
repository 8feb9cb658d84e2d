"""What decides whether a victim counts as helped, supported, guarded or looked at again: the awkward days."""

from datetime import date

import pytest

from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import charged, identified, together
from metrics.example_victims import accused, helped, protected, reconsidered, victims


def one(rows, name, year=2021, breakdown="total", category="total", **store):
    found = as_planned(compute(example_store(rows, **store), only=(name,)).results)
    found = found[
        (found["breakdown"] == breakdown)
        & (found["category"] == category)
        & (found["period_start"] <= date(year, 1, 1))
        & (found["period_end"] >= date(year, 12, 31))
    ]
    return found[found["period_end"] == found["period_end"].min()].iloc[0]


@pytest.mark.parametrize(
    ("started", "counts"),
    [("2021-02-20", 12), ("2021-03-31", 12), ("2021-04-01", 0)],
)
def test_help_counts_up_to_the_thirtieth_day_and_before_identification(started, counts):
    rows = together(
        victims("a", 12, identified="2021-03-01"), helped("a", 12, "2021-02-20", started)
    )
    found = one(rows, "assistance_within_30_days")
    assert (found["numerator"], found["denominator"]) == (counts, 12)


def test_help_accepted_and_not_begun_is_not_help():
    rows = together(victims("a", 12, identified="2021-03-01"), helped("a", 12, "2021-03-05"))
    assert one(rows, "assistance_within_30_days")["numerator"] == 0


def test_without_any_word_of_help_nothing_is_said_about_it():
    rows = victims("a", 12, identified="2021-03-01")
    found = one(rows, "assistance_within_30_days")
    assert (found["blank"], found["missing_share"]) == ("not_reported", 1)


def test_those_identified_at_the_end_of_the_data_are_left_out():
    rows = together(
        victims("a", 12, identified="2021-03-01"),
        helped("a", 12, "2021-03-05", "2021-03-06"),
        victims("b", 4, identified="2021-12-20"),
        helped("b", 2, "2021-12-22", "2021-12-23"),
    )
    found = one(
        rows, "assistance_within_30_days", covered_from=date(2020, 1, 1), as_of=date(2021, 12, 31)
    )
    assert (found["numerator"], found["denominator"], found["missing_share"]) == (12, 12, 0.25)


def test_an_offer_without_any_day_may_have_come_in_time():
    rows = together(
        victims("a", 12, identified="2021-03-01"),
        helped("a", 10, "2021-03-05", "2021-03-06"),
        helped("a", 12, None, reply="accepted"),
    )
    found = one(rows, "assistance_within_30_days")
    assert (found["numerator"], found["denominator"]) == (10, 10)
    assert found["missing_share"] == pytest.approx(2 / 12)


@pytest.mark.parametrize(("started", "support"), [("2020-04-09", "yes"), ("2020-04-10", "no")])
def test_support_counts_where_it_began_within_ninety_days(started, support):
    rows = together(
        identified("a", 12, "2020-01-10", opened="2020-01-20"),
        charged("a", 12, "2020-06-01", "2020-12-01", "convicted"),
        helped("a", 12, "2020-02-01", started),
    )
    found = one(
        rows, "victims_conviction_within_3_years", 2020, breakdown="support", category=support
    )
    assert (found["numerator"], found["denominator"]) == (12, 12)


def test_a_guardian_is_due_from_the_first_referral():
    child = {"age_band": "9-17", "migration_status": "unaccompanied_child"}
    rows = together(
        victims("a", 10, "2021-02-01", "2021-03-01", **child),
        protected("a", 10, "guardian", "2021-02-20", "2021-03-02"),
        victims("b", 5, identified="2021-03-01", **child),
        protected("b", 5, "guardian", "2021-03-01", "2021-03-08"),
    )
    found = one(rows, "guardian_within_7_days")
    assert (found["numerator"], found["denominator"]) == (5, 15)


def test_citizens_and_the_settled_need_no_reflection_period():
    rows = together(
        victims("a", 11, identified="2021-03-01", citizenship_group="other", migration_status="irregular"),
        protected("a", 11, "reflection_period", "2021-03-01", "2021-03-02"),
        victims("b", 3, identified="2021-03-01", citizenship_group="own", migration_status="irregular"),
        victims("c", 3, identified="2021-03-01", citizenship_group="other", migration_status="refugee"),
        victims("d", 4, identified="2021-03-01", citizenship_group="other"),
    )  # fmt: skip
    found = one(rows, "reflection_period_coverage")
    assert (found["numerator"], found["denominator"]) == (11, 11)
    assert found["missing_share"] == pytest.approx(4 / 15)


def test_a_request_before_the_refusal_is_no_request_about_it():
    rows = together(
        victims("a", 12, refused="2021-03-01"), reconsidered("a", 12, "2021-02-01", "2021-02-10")
    )
    found = one(rows, "reconsideration_rate")
    assert (found["numerator"], found["denominator"]) == (0, 12)


def test_a_step_against_one_victim_counts_once():
    rows = together(
        victims("a", 12, identified="2021-03-01"),
        accused("a", 4, "2021-01-01"),
        accused("a", 4, "2021-02-01", "penalised"),
        accused("a", 4, "2021-06-01", "quashed"),
    )
    found = one(rows, "non_punishment_breach")
    assert (found["numerator"], found["denominator"]) == (4, 12)


def test_a_death_ends_the_wait_without_a_decision():
    rows = together(
        victims("a", 12, referred="2020-06-01"),
        victims("b", 10, referred="2020-06-01"),
        {
            "events": tuple(
                {
                    "subject_kind": "victim",
                    "subject_id": f"b{number}",
                    "event": "died",
                    "occurred_on": "2020-09-01",
                }
                for number in range(1, 11)
            )
        },
    )
    assert one(rows, "identification_backlog")["denominator"] == 12
    waited = one(rows, "time_to_identification", 2020)
    assert (waited["numerator"], waited["denominator"]) == (0, 22)
