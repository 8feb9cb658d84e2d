"""Awkward cases of requests, returns, recurrence, complaints and audits."""

from datetime import date

import pandas as pd

from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import left, together
from metrics.example_tables import complaints, happened, requests, several

RETURN = ("return_id", "victim_id")


def result(rows, metric: str, year: int = 2021, **where):
    """The one total of a metric and year, from a store with these rows."""
    results = as_planned(compute(example_store(rows), only=(metric,)).results)
    where = {"breakdown": "total", "scope": "trafficking"} | where
    for column, value in where.items():
        results = results[results[column] == value]
    starts, ends = date(year, 1, 1), date(year, 12, 31)
    results = results[(results["period_start"] == starts) & (results["period_end"] == ends)]
    assert len(results) == 1
    return results.iloc[0]


def counts(row) -> tuple[float, float]:
    return row["numerator"], row["denominator"]


def test_silence_is_no_refusal_and_no_answer():
    rows = requests("a", 20, "2021-02-01")
    assert result(rows, "refusal_share")["blank"] == "not_applicable"
    assert result(rows, "request_execution", horizon_days=365)["value"] == 0


def test_a_request_refused_first_and_executed_later_was_refused():
    rows = together(
        requests("a", 12, "2021-02-01", refused_on="2021-03-01", executed_on="2021-06-01"),
        requests("b", 12, "2021-02-01", executed_on="2021-06-01"),
    )
    assert counts(result(rows, "refusal_share")) == (12, 24)
    assert counts(result(rows, "request_execution", horizon_days=365)) == (12, 24)


def test_directions_are_never_mixed():
    rows = together(
        requests("a", 12, "2021-02-01", direction="sent"),
        requests("b", 15, "2021-02-01", direction="received"),
    )
    assert result(rows, "requests_sent")["value"] == 12
    assert result(rows, "requests_received")["value"] == 15


def test_a_request_about_another_crime_is_not_counted():
    rows = together(
        requests("a", 12, "2021-02-01"),
        {"cases": ({"case_id": "theft", "exploitation_form": "unknown"},)},
        requests("b", 12, "2021-02-01", case_id="theft"),
    )
    # Nothing but the request of a named case can be told apart in data that cover all crime.
    rows["submissions"] = ({"scope": "all_crime"},)
    results = as_planned(compute(example_store(rows), only=("requests_received",)).results)
    assert not results["value"].gt(0).any()


def test_a_ground_nobody_recorded_stays_in_the_mix():
    rows = together(
        requests("a", 15, "2021-02-01", refused_on="2021-03-01", ground="security"),
        requests("b", 15, "2021-02-01", refused_on="2021-03-01"),
    )
    where = {"breakdown": "refusal_ground", "category": "unknown"}
    assert counts(result(rows, "refusal_grounds", **where)) == (15, 30)


def test_a_risk_assessed_after_the_journey_makes_no_safe_return():
    travelled = {"returned_on": "2021-05-01", "is_voluntary": True}
    rows = together(
        several("victims", "a", 12, "victim_id"),
        several("returns", "a", 12, RETURN, assessed_on="2021-06-01", **travelled),
    )
    assert counts(result(rows, "safe_returns")) == (0, 12)


def test_a_return_nobody_knows_to_be_voluntary_is_missing_where_assessed():
    rows = together(
        several("victims", "a", 10, "victim_id"),
        several("victims", "b", 10, "victim_id"),
        several("victims", "c", 10, "victim_id"),
        several("returns", "a", 10, RETURN, returned_on="2021-05-01", assessed_on="2021-04-01"),
        several("returns", "b", 10, RETURN, returned_on="2021-05-01"),
        several("returns", "c", 10, RETURN, returned_on="2021-05-01", is_voluntary=True,
                assessed_on="2021-05-01"),
    )  # fmt: skip
    found = result(rows, "safe_returns")
    assert counts(found) == (10, 20) and abs(found["missing_share"] - 1 / 3) < 1e-12


def test_two_notes_of_one_day_are_one_referral():
    rows = together(
        several("victims", "a", 20, "victim_id"),
        happened("victim", "a", 20, "referred", "2021-03-01"),
        happened("victim", "a", 20, "referred", "2021-03-01"),
    )
    assert counts(result(rows, "rereferral")) == (0, 20)


def test_a_second_referral_of_the_same_year_is_a_repeat():
    rows = together(
        several("victims", "a", 20, "victim_id"),
        happened("victim", "a", 20, "referred", "2021-03-01"),
        happened("victim", "a", 5, "referred", "2021-09-01"),
    )
    assert counts(result(rows, "rereferral")) == (5, 20)


def test_the_young_part_of_a_cohort_is_not_called_lost():
    rows = together(left("a", 12, "2021-02-01", last_contact="2021-03-01"))
    young = example_store(rows, as_of=date(2021, 12, 31))
    results = as_planned(compute(young, only=("lost_to_followup",)).results)
    assert not results["value"].gt(0).any()
    assert counts(result(rows, "lost_to_followup")) == (12, 12)


def test_who_died_is_not_lost():
    rows = together(
        left("a", 12, "2020-02-01"),
        several("followups", "a", 12, "victim_id", contact_on="2021-03-01", reached=False,
                reason_lost="died"),
    )  # fmt: skip
    results = as_planned(compute(example_store(rows), only=("loss_reasons",)).results)
    assert not results["numerator"].gt(0).any()


def test_an_upheld_complaint_without_a_recorded_consequence_is_missing():
    closed = {"on": "2020-12-01", "decided": "2021-02-01", "outcome": "upheld"}
    rows = together(
        complaints("a", 15, sanction="discipline", **closed), complaints("b", 15, **closed)
    )
    found = result(rows, "complaint_sanctions")
    assert counts(found) == (15, 15) and found["missing_share"] == 0.5


def test_an_open_complaint_is_not_one_that_was_not_upheld():
    rows = together(
        complaints("a", 12, "2021-02-01", outcome="pending"),
        complaints("b", 12, "2021-02-01", "2021-05-01", outcome="upheld"),
    )
    assert counts(result(rows, "complaints_upheld")) == (12, 12)
    assert result(rows, "complaints_received")["value"] == 24


def test_few_reports_tell_all_the_same_because_all_are_counted():
    rows = together(
        several("statutory_reports", "a", 1, "report_id", due_on="2021-06-30", published_on="2021-06-30"),
        several("statutory_reports", "b", 2, "report_id", due_on="2021-06-30", published_on="2021-07-30"),
        several("statutory_reports", "c", 1, "report_id", due_on="2026-06-30"),
    )  # fmt: skip
    found = result(rows, "reports_on_time")
    assert counts(found) == (1, 3) and found["status"] == "reportable"
    assert result(rows, "report_delay")["value"] == 20


def test_what_is_said_to_be_done_without_evidence_does_not_count():
    done = {"made_on": "2020-01-01", "due_on": "2021-06-30", "implemented_on": "2021-01-01"}
    rows = several("recommendations", "a", 3, "recommendation_id", source="audit", **done)
    assert counts(result(rows, "recommendations_implemented")) == (0, 3)


def test_a_fault_found_twice_is_mended_once():
    fault = {"criterion": "interpreter", "result": "not_met", "due_on": "2021-06-30"}
    rows = together(
        several("audit_findings", "a", 12, "sample_id", auditor="r1", closed_on="2021-05-01", **fault),
        several("audit_findings", "a", 12, "sample_id", auditor="r2", **fault),
        several("audit_findings", "b", 12, "sample_id", auditor="r1", **fault),
    )  # fmt: skip
    assert counts(result(rows, "findings_closed_on_time")) == (12, 24)


def test_a_place_that_sends_no_complaints_has_no_count_of_zero():
    rows = requests("a", 12, "2021-02-01")
    results = as_planned(
        compute(example_store(rows), only=("complaints_received", "requests_received")).results
    )
    silent = results[results["metric_id"] == "complaints_received"]
    assert set(silent["blank"]) == {"not_reported"}
    assert pd.isna(silent["value"]).all()
