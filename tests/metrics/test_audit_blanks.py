"""Why a number is blank, and what stands around the blank: each worked out by hand."""

from datetime import date

import pytest

from metrics.compute import as_planned, compute
from metrics.coverage import Coverage
from metrics.example import example_store
from metrics.example_rows import answered, charged, claims, invited, left, together


def computed(rows, metric, **store):
    return as_planned(compute(example_store(rows, **store), only=(metric,)).results)


def one(results, year, **where):
    where = {"breakdown": "total", "scope": "trafficking"} | where
    for column, value in where.items():
        results = results[results[column] == value]
    ends = zip(results["period_start"], results["period_end"], strict=True)
    results = results[[start.year == end.year == year for start, end in ends]]
    assert len(results) == 1
    return results.iloc[0]


def sent(*periods, agency="XAA-COURT"):
    """Receipts of one agency: (start, end) each."""
    return {
        "submissions": tuple(
            {
                "submission_id": f"{agency}-{number}",
                "agency_id": agency,
                "period_start": start,
                "period_end": end,
                "as_of": end,
            }
            for number, (start, end) in enumerate(periods, start=1)
        )
    }


OTHER = {"agencies": ({"name": "Court"}, {"name": "Other", "agency_id": "XAA-OTHER"})}


def of_other(rows, submission="XAA-OTHER-1"):
    """The same rows, conducted and sent by the other court."""
    rows["proceedings"] = [
        row | {"agency_id": "XAA-OTHER", "submission_id": submission} for row in rows["proceedings"]
    ]
    return rows


@pytest.mark.parametrize(
    ("ended", "still_open", "blank"),
    [
        (18, 0, "insufficient"),  # all over: no twentieth end can come
        (15, 4, "insufficient"),  # 19 in all: nor here
        (15, 8, "not_yet"),
        (9, 0, "insufficient"),
        (24, 26, "not_yet"),  # half are not over
        (30, 10, None),
    ],
)
def test_a_median_waits_only_where_time_brings_more(ended, still_open, blank):
    rows = together(
        charged("a", ended, "2020-01-01", "2020-04-10", "convicted"),
        charged("b", still_open, "2020-01-01"),
    )
    found = one(computed(rows, "time_to_disposition"), 2020)
    assert found["blank"] == blank if blank else found["value"] == 100
    assert tuple(found[["numerator", "denominator"]]) == (ended, ended + still_open)
    assert (found["status"] == "insufficient") is (blank == "insufficient")


def test_all_on_one_day_have_no_interval_and_nothing_to_wait_for():
    rows = charged("a", 25, "2020-01-01", "2020-04-10", "convicted")
    assert one(computed(rows, "time_to_disposition"), 2020)["blank"] == "insufficient"


def test_a_horizon_nobody_reached_in_sight_is_not_a_matter_of_time():
    rows = left("a", 20, "2020-01-01", last_contact="2020-03-01")
    found = one(computed(rows, "retrafficking"), 2020, horizon_days=365)
    assert (found["maturity"], found["blank"], found["status"]) == ("mature", "insufficient", "insufficient")  # fmt: skip
    assert (found["bound_lower"], found["bound_upper"]) == (0, 1)


def test_a_cohort_that_is_over_is_known_however_young():
    rows = together(
        charged("a", 12, "2024-01-10", "2024-06-10", "convicted"),
        charged("b", 8, "2024-02-10", "2024-07-10", "acquitted"),
    )
    found = one(computed(rows, "cohort_conviction"), 2024, horizon_days=365)
    assert tuple(found[["maturity", "value", "bound_lower", "bound_upper"]]) == ("mature", 0.6, 0.6, 0.6)  # fmt: skip


def test_a_court_that_stopped_is_not_reported_rather_than_young():
    stopped = together(
        charged("a", 12, "2020-03-01"),
        OTHER,
        sent(("2018-01-01", "2020-12-31")),
        sent(("2018-01-01", "2023-12-31"), agency="XAA-OTHER"),
        invited("i", 12, "answered", wave="2023"),
    )
    for row in stopped["survey_invitations"]:
        row["submission_id"] = "XAA-OTHER-1"
    con = example_store(stopped)
    cohort = as_planned(compute(con, only=("cohort_conviction", "survey_response_rate")).results)
    cohort = cohort[cohort["metric_id"] == "cohort_conviction"]
    assert one(cohort, 2020, horizon_days=365)["blank"] == "not_reported"
    assert one(cohort, 2020, horizon_days=1095)["blank"] == "not_reported"
    alone = as_planned(compute(con, only=("cohort_conviction",)).results)
    assert one(alone, 2020, horizon_days=365)["blank"] == "not_yet"


def test_a_year_that_was_skipped_is_not_reported():
    rows = together(
        charged("a", 12, "2018-03-01", "2018-09-01", "convicted"),
        charged("b", 12, "2020-03-01", "2020-09-01", "convicted"),
        sent(("2018-01-01", "2018-12-31"), ("2020-01-01", "2020-06-30"), ("2020-07-01", "2020-12-31")),
    )  # fmt: skip
    results = computed(rows, "clearance_rate")
    assert [one(results, year)["value"] for year in (2018, 2020)] == [1, 1]
    skipped = one(results, 2019)
    assert (skipped["blank"], skipped["numerator"] == 0) == ("not_reported", False)


def test_files_left_over_from_before_a_court_reported_are_not_its_cohort():
    rows = together(
        charged("a", 20, "2018-03-01", "2018-06-01", "convicted"),
        # Sent from 2020 on: of the proceedings begun in 2018 only those still open then.
        of_other(charged("b", 10, "2018-03-01", "2021-06-01", "acquitted")),
        OTHER,
        sent(("2018-01-01", "2022-12-31")),
        sent(("2020-01-01", "2022-12-31"), agency="XAA-OTHER"),
    )
    cohort = one(computed(rows, "cohort_conviction"), 2018, horizon_days=365)
    assert tuple(cohort[["numerator", "denominator"]]) == (20, 20)
    assert one(computed(rows, "clearance_rate"), 2018)["denominator"] == 20
    stock = computed(rows, "pending_age")
    assert one(stock, 2018)["blank"] == "not_applicable"
    assert one(stock, 2020)["denominator"] == 10
    assert one(computed(rows, "court_conviction_rate"), 2021)["denominator"] == 10


def test_half_a_year_of_a_court_that_stopped_is_not_a_year():
    rows = together(
        charged("a", 20, "2019-03-01", "2019-06-01", "convicted"),
        of_other(charged("b", 10, "2019-02-01", "2019-06-01", "acquitted")),
        OTHER,
        sent(("2018-01-01", "2022-12-31")),
        sent(("2019-01-01", "2019-06-30"), agency="XAA-OTHER"),
    )
    assert one(computed(rows, "court_conviction_rate"), 2019)["denominator"] == 20


def test_a_pace_needs_a_whole_year():
    late = {"covered_from": date(2020, 3, 1), "as_of": date(2020, 12, 31)}
    early = {"covered_from": date(2020, 1, 1), "as_of": date(2020, 6, 30)}
    rows = charged("a", 20, "2020-03-05", "2020-05-01", "convicted")
    assert one(computed(rows, "disposition_time", **late), 2020)["blank"] == "not_reported"
    assert one(computed(rows, "disposition_time", **early), 2020)["blank"] == "not_yet"


def test_what_nobody_recorded_is_not_reported():
    unknown = charged("a", 12, "2020-03-01", "2020-09-01", "unknown")
    found = one(computed(unknown, "court_conviction_rate"), 2020)
    assert (found["blank"], found["missing_share"], found["denominator"]) == ("not_reported", 1, 0)
    silent = together(invited("i", 12, "answered"), answered("r", 12, None))
    assert one(computed(silent, "survivor_satisfaction"), 2022)["blank"] == "not_reported"
    # Here nobody was there to be counted.
    assert one(computed(unknown, "court_conviction_rate"), 2021)["blank"] == "not_applicable"


def test_a_ratio_with_nothing_above_or_below():
    rows = together(
        charged("a", 30, "2020-03-01"), charged("b", 12, None, "2021-03-01", "convicted")
    )
    results = computed(rows, "clearance_rate")
    none = one(results, 2020)
    assert (none["value"], none["lower"], none["status"]) == (0, 0, "very_uncertain")
    # Exact: with 30 below, the share above p has (1 - p)^30 = .025.
    share = 1 - 0.025 ** (1 / 30)
    assert none["upper"] == pytest.approx(share / (1 - share))
    assert tuple(one(results, 2021)[["blank", "numerator", "denominator"]]) == (
        "not_applicable",
        12,
        0,
    )


def test_two_flows_may_exceed_one():
    rows = together(
        charged("a", 40, "2020-03-01", "2021-03-01", "convicted"), charged("b", 10, "2021-03-01")
    )
    assert one(computed(rows, "convictions_to_prosecutions"), 2021)["value"] == 4


def test_the_first_exit_counts_and_earlier_or_later_facts_fall_in_place():
    rows = together(
        left("a", 4, "2020-01-01", last_contact="2022-06-01", again="2020-04-10"),
        left("b", 3, "2020-01-01", last_contact="2022-06-01", again="2019-06-01"),
        left("c", 5, "2020-01-01", last_contact="2020-03-01"),
        left("d", 8, "2020-01-01", last_contact="2022-06-01"),
    )
    # a: a second exit after the new episode, and a second episode after that.
    rows["exits"] += tuple({"victim_id": f"a{n}", "exited_on": "2020-09-01"} for n in range(1, 5))
    rows["retrafficking"] += tuple(
        {"victim_id": f"a{n}", "onset_on": "2021-02-01"} for n in range(1, 5)
    )
    # d1 and d2 die on day 200, d1 with an episode recorded for later.
    rows["events"] = tuple(
        {"subject_kind": "victim", "subject_id": f"d{n}", "event": "died", "occurred_on": "2020-07-19"}
        for n in (1, 2)
    )  # fmt: skip
    rows["retrafficking"] += ({"victim_id": "d1", "onset_on": "2020-10-01"},)
    found = one(computed(rows, "retrafficking"), 2020, horizon_days=365)
    assert tuple(found[["numerator", "denominator"]]) == (4, 20)
    # c is lost on day 60; on day 100, 4 of the 15 still in sight. b's episodes came before the exit.
    assert found["value"] == pytest.approx(4 / 15)
    assert (found["bound_lower"], found["bound_upper"]) == (4 / 20, 9 / 20)


def test_money_of_several_currencies():
    rows = together(
        claims("a", 10, "2021-03-01", awarded=1000, paid=500),
        claims("b", 10, "2021-03-01", awarded=90, paid=0, currency="USD"),
        # Awarded in euro, paid in dollars: what share was paid cannot be told.
        claims("c", 5, "2021-03-01", awarded=7000),
    )
    rows["compensation"] += tuple(
        {
            "claim_id": f"c{n}",
            "victim_id": f"c{n}",
            "fact": "paid",
            "amount": 1,
            "currency": "USD",
            "occurred_on": "2021-05-01",
        }
        for n in range(1, 6)
    )
    results = computed(rows, "compensation_paid")
    euro, dollar = one(results, 2021, currency="EUR"), one(results, 2021, currency="USD")
    assert tuple(euro[["numerator", "denominator", "value"]]) == (5000, 10000, 0.5)
    assert euro["missing_share"] == pytest.approx(5 / 15)
    assert tuple(dollar[["numerator", "denominator", "value"]]) == (0, 900, 0)


def test_the_newer_vintage_counts_once():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted"),
        sent(("2020-01-01", "2021-12-31"), ("2020-01-01", "2021-12-31")),
    )
    old, new = rows["submissions"]
    new |= {"vintage": 2}
    old |= {"superseded_by": new["submission_id"], "as_of": "2022-12-31"}
    for table in ("cases", "defendants", "proceedings", "charges", "events"):
        rows[table] = tuple(row | {"submission_id": new["submission_id"]} for row in rows[table])
    results = computed(rows, "court_conviction_rate")
    assert one(results, 2020)["denominator"] == 12
    # What the superseded submission said of its data date no longer counts.
    assert {row for row in results["as_of"]} == {date(2021, 12, 31)}


def test_gaps_do_not_hide_what_comes_before_and_after():
    covered = Coverage("XAA", date(2018, 1, 1), date(2021, 12, 31), True, frozenset({2019, 2020}))
    blanks = [period.blank for period in covered.periods()]
    assert blanks == [None, "not_reported", "not_reported", None]
