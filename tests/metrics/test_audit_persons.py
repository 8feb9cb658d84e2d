"""Persons, proceedings and charges where the log is awkward: each result worked out by hand."""

from datetime import date

import pytest

from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_rows import charged, identified, suspected, together


def computed(rows, metric, **store):
    return as_planned(compute(example_store(rows, **store), only=(metric,)).results)


def one(results, year, horizon=None, **where):
    where = {"breakdown": "total", "scope": "trafficking"} | where
    for column, value in where.items():
        results = results[results[column] == value]
    spans = zip(results["period_start"], results["period_end"], strict=True)
    results = results[[span == (date(year, 1, 1), date(year, 12, 31)) for span in spans]]
    if horizon:
        results = results[results["horizon_days"] == horizon]
    assert len(results) == 1
    return results.iloc[0]


def event(kind, subject, what, on, **more):
    return {"subject_kind": kind, "subject_id": subject, "event": what, "occurred_on": on} | more


def again(letter, person, on, ended=None, outcome=None):
    """One more proceeding against somebody already known."""
    rows = charged(letter, 1, on, ended, outcome)
    del rows["defendants"]
    rows["proceedings"][0]["defendant_id"] = person
    return rows


def test_a_person_with_two_proceedings_is_one_person():
    rows = together(
        charged("a", 10, "2020-02-01", "2021-02-01", "acquitted"),
        again("b", "a1", "2020-03-01", "2021-06-01", "convicted"),
        again("c", "a2", "2021-03-01", "2022-06-01", "convicted"),
    )
    rate = computed(rows, "court_conviction_rate")
    # a1 is acquitted and convicted in 2021: one person, convicted. a2 counts once in each year.
    assert tuple(one(rate, 2021)[["numerator", "denominator"]]) == (1, 10)
    assert tuple(one(rate, 2022)[["numerator", "denominator"]]) == (1, 1)
    cohort = computed(rows, "cohort_conviction")
    # Nobody enters twice: 10 entered in 2020 with the first proceeding, which acquitted each of them.
    assert tuple(one(cohort, 2020, 1095)[["numerator", "denominator"]]) == (0, 10)
    assert one(cohort, 2021, 1095)["blank"] == "not_applicable"
    flows = computed(rows, "convictions_to_prosecutions")
    assert tuple(one(flows, 2020)[["numerator", "denominator"]]) == (0, 10)
    assert tuple(one(flows, 2021)[["numerator", "denominator"]]) == (1, 1)
    assert one(computed(rows, "clearance_rate"), 2021)["numerator"] == 11


def test_the_gravest_charge_tells_and_appeals_do_not():
    rows = charged("a", 12, "2020-02-01")
    rows["charges"] = [
        {"charge_id": f"{name}{kind}", "proceeding_id": name, "offence": offence}
        for name in [f"a{n}" for n in range(1, 13)]
        for kind, offence in (("t", "02041"), ("o", "05"))
    ]
    for n in range(1, 13):
        trafficking, other = ("convicted", "acquitted") if n <= 5 else ("acquitted", "convicted")
        rows["events"] += [
            event("charge", f"a{n}t", "disposition", "2021-03-01", outcome=trafficking),
            event("charge", f"a{n}o", "disposition", "2021-03-01", outcome=other),
            event("proceeding", f"a{n}", "disposition", "2021-03-01", outcome="convicted"),
            event("proceeding", f"a{n}", "disposition", "2022-03-01", outcome="acquitted", instance="second"),
        ]  # fmt: skip
    rate = computed(rows, "court_conviction_rate")
    assert tuple(one(rate, 2021)[["numerator", "denominator"]]) == (5, 12)
    assert one(rate, 2022)["blank"] == "not_applicable"
    whole = rows | {"submissions": ({"scope": "all_crime"},)}
    assert one(computed(whole, "court_conviction_rate"), 2021, scope="all_crime")["numerator"] == 12


def test_a_superseded_outcome_is_not_an_outcome():
    rows = charged("a", 12, "2020-02-01", "2021-02-01", "convicted")
    wrong = rows["events"][1]
    wrong["event_id"] = "wrong"
    rows["events"].append(wrong | {"event_id": "right", "outcome": "acquitted", "supersedes": "wrong"})  # fmt: skip
    assert tuple(one(computed(rows, "court_conviction_rate"), 2021)[["numerator", "denominator"]]) == (11, 12)  # fmt: skip


def test_an_outcome_before_the_charge_cannot_be_timed_and_one_on_the_day_can():
    rows = together(
        charged("a", 10, "2020-05-01", "2020-05-01", "convicted"),
        charged("b", 10, "2020-05-01", "2020-04-01", "convicted"),
        charged("c", 5, "2020-05-01", None, "convicted"),
        charged("d", 5, None, "2020-06-01", "convicted"),
    )
    rows["events"] = [
        each | ({} if each["occurred_on"] else {"date_precision": "unknown"}) for each in rows["events"]
    ]  # fmt: skip
    found = one(computed(rows, "cohort_conviction"), 2020, 365)
    assert tuple(found[["numerator", "denominator", "value"]]) == (10, 10, 1)
    # 15 of 25 of the year cannot be timed; 5 of 30 belong to no year.
    assert found["missing_share"] == pytest.approx(1 - (10 / 25) * (25 / 30))


def test_days_known_to_the_month_are_days_and_to_the_year_are_not():
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "convicted"),
        charged("b", 8, "2020-01-01", "2021-01-01", "convicted"),
    )
    for each in rows["events"]:
        each["date_precision"] = "month" if each["subject_id"][0] == "a" else "year"
    cohort = one(computed(rows, "cohort_conviction"), 2020, 365)
    assert tuple(cohort[["numerator", "denominator"]]) == (12, 12)
    assert cohort["missing_share"] == pytest.approx(8 / 20)
    # The year is all that a flow asks for.
    assert one(computed(rows, "court_conviction_rate"), 2021)["denominator"] == 8
    assert one(computed(rows, "pending_age"), 2020)["blank"] == "not_applicable"
    assert one(computed(rows, "disposition_time"), 2020)["numerator"] == 8


def test_a_death_without_a_day_ends_a_proceeding():
    rows = charged("a", 12, "2020-02-01")
    rows["events"] += [
        event("defendant", f"a{n}", "died", None, date_precision="unknown") for n in range(1, 13)
    ]
    assert one(computed(rows, "pending_age"), 2021)["blank"] == "not_applicable"
    found = one(computed(rows, "cohort_conviction"), 2020, 365)
    assert (found["blank"], found["missing_share"]) == ("not_reported", 1)


def test_each_proceeding_waits_up_to_its_own_courts_day():
    rows = together(
        charged("a", 20, "2020-01-01", "2020-04-10", "convicted"),
        charged("b", 20, "2020-01-01"),
        {
            "agencies": ({"name": "Court"}, {"name": "Other", "agency_id": "XAA-OTHER"}),
            "submissions": (
                {},
                {
                    "submission_id": "XAA-OTHER-1",
                    "agency_id": "XAA-OTHER",
                    "period_end": "2020-02-20",
                    "as_of": "2020-02-20",
                },
            ),
        },
    )
    for row in rows["proceedings"]:
        if row["proceeding_id"].startswith("b"):
            row["agency_id"] = "XAA-OTHER"
    # The other court's 20 leave sight on day 50: at day 100, 20 of the 20 still seen had ended.
    found = one(computed(rows, "cohort_conviction"), 2020, 365)
    assert (found["maturity"], found["bound_lower"], found["bound_upper"]) == (
        "bounds_only",
        0.5,
        1,
    )
    stock = one(computed(rows, "pending_age"), 2020)
    assert stock["blank"] == "not_applicable"


@pytest.mark.long
def test_other_crime_never_reaches_trafficking_numbers():
    rows = together(
        charged("a", 12, "2020-02-01", "2020-08-01", "convicted"),
        charged("b", 30, "2020-02-01", "2020-08-01", "convicted", offence="05"),
        suspected("c", 15, "2020-02-01"),
        {"submissions": ({"scope": "all_crime"},)},
    )
    for row in rows["cases"]:
        row["exploitation_form"] = "forced_labour" if row["case_id"][0] == "a" else None
    con = example_store(rows)
    results = as_planned(compute(con).results)
    inside = results[(results["scope"] == "trafficking") & (results["source"] == "case")]
    counts = inside[inside["metric_id"] != "reporting_completeness"]["denominator"].dropna()
    assert counts.max() == 12
    rate = as_planned(compute(con, only=("court_conviction_rate",)).results)
    assert one(rate, 2020, scope="all_crime")["denominator"] == 42


def test_stages_before_identification_and_exits_between_stages():
    rows = together(
        # Convicted before anybody was identified: every stage counts from the first day.
        identified("a", 5, "2021-01-10", opened="2020-01-10"),
        charged("a", 5, "2020-02-01", "2020-06-01", "convicted"),
        # Charged, then withdrew before the verdict, which still came.
        identified("b", 6, "2021-01-10", opened="2021-01-20", withdrew="2021-06-01"),
        charged("b", 6, "2021-02-01", "2021-09-01", "convicted"),
        # Acquitted: tried, not convicted.
        identified("c", 4, "2021-01-10", opened="2021-01-20"),
        charged("c", 4, "2021-02-01", "2021-09-01", "acquitted"),
        # No case at all.
        identified("d", 5, "2021-01-10"),
    )
    results = computed(rows, "attrition")
    found = {
        step: one(results, 2021, breakdown="stage", category=step)
        for step in ("investigated", "charged", "tried", "convicted")
    }
    assert [row["numerator"] for row in found.values()] == [15, 15, 9, 5]
    assert {row["denominator"] for row in found.values()} == {20}
    assert [row["value"] for row in found.values()] == pytest.approx([0.75, 0.75, 0.45, 0.25])


def test_a_step_without_a_day_takes_the_victim_off_every_step():
    rows = together(
        identified("a", 12, "2020-01-10", opened="2020-01-20"),
        charged("a", 12, "2020-02-01", "2020-09-01", "convicted"),
        identified("b", 3, "2020-01-10", opened="2020-01-20"),
        charged("b", 3, "2020-02-01"),
    )
    for n in (1, 2, 3):
        rows["events"] += (
            event("proceeding", f"b{n}", "disposition", None, outcome="convicted", date_precision="unknown"),
        )  # fmt: skip
    results = computed(rows, "attrition")
    for step in ("investigated", "charged", "tried", "convicted"):
        found = one(results, 2020, breakdown="stage", category=step)
        assert tuple(found[["numerator", "denominator"]]) == (12, 12)
        assert found["missing_share"] == pytest.approx(3 / 15)


def test_the_first_thing_that_ends_a_suspicion_counts():
    rows = together(
        suspected("a", 12, "2020-02-01", closed="2020-06-01"),
        {
            t: r
            for t, r in charged("a", 12, "2020-09-01").items()
            if t not in ("cases", "defendants")
        },
        suspected("b", 8, "2020-02-01"),
    )
    # Cleared, charged all the same, and dead long after: cleared is what came first.
    deaths = [event("defendant", f"a{n}", "died", "2022-05-01") for n in range(1, 13)]
    rows["events"] = [*rows["events"], *deaths]
    assert one(computed(rows, "charge_rate"), 2020, 730)["numerator"] == 0
    mean = one(computed(rows, "mean_time_to_outcome"), 2020, 1095)
    assert mean["value"] == pytest.approx((12 * 121 + 8 * 1095) / 20)
