"""What the metrics of prosecution, sentencing and timeliness promise where records are odd, thin, or missing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from metrics.catalogue import metrics
from metrics.compute import as_planned, compute
from metrics.example import example_store
from metrics.example_prosecution import (
    accused,
    listed,
    opened,
    second_accused,
    sentenced,
    suspected_and_charged,
    used,
)
from metrics.example_rows import charged, suspected, together
from metrics.example_tables import happened, several
from tests.metrics.stores import dated, proceedings, store_of

ENDS = (
    "cohort_conviction",
    "cohort_acquittal",
    "cohort_discontinued",
    "cohort_other_conviction",
    "cohort_other_end",
)
CONVICTION_RATES = (
    "cohort_conviction",
    "court_conviction_rate",
    "end_to_end_conviction",
    "cases_with_conviction",
)


def counted(store, metric: str, year: int = 2021, category: str = "total", **where) -> dict:
    """The one yearly row of a metric for trafficking."""
    found = as_planned(compute(store, scopes=("trafficking",), only=(metric,)).results)
    found = found[found["period_start"] == date(year, 1, 1)]
    found = found[found["period_end"] == date(year, 12, 31)]
    for column, value in (where | {"category": category}).items():
        found = found[found[column] == value]
    (row,) = found.to_dict("records")
    return row


def counts(row: dict) -> tuple[float, float]:
    return row["numerator"], row["denominator"]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proceedings)
def test_the_ends_of_a_cohort_and_those_still_open_add_up_to_all(drawn):
    records = dated(drawn)
    results = as_planned(compute(store_of(records), scopes=("trafficking",), only=ENDS).results)
    results = results[(results["breakdown"] == "total") & (results["horizon_days"] == 730)]
    for (start, end), rows in results.groupby(["period_start", "period_end"]):
        if rows["numerator"].isna().any():
            assert rows["numerator"].isna().all()
            continue
        assert len(rows) == len(ENDS) and rows["denominator"].nunique() == 1
        first = {}
        for one in records:
            if one["offence"].startswith("0204") and one["charged_on"]:
                day = first.get(one["person"], one["charged_on"])
                first[one["person"]] = min(day, one["charged_on"])
        entered = {person for person, day in first.items() if start <= day <= end}
        assert rows["denominator"].iloc[0] == len(entered)
        assert rows["numerator"].sum() <= len(entered)
        values = rows["value"].dropna()
        if len(values) == len(ENDS):
            assert values.sum() <= 1 + 1e-9


def test_who_is_cleared_and_charged_later_stays_cleared():
    rows = together(
        suspected_and_charged("a", 12, "2021-02-01", "2021-09-01"),
        happened("defendant", "a", 12, "closed", "2021-06-01"),
        suspected_and_charged("b", 10, "2021-02-01", "2021-09-01"),
    )
    store = example_store(together(rows, suspected("c", 10, "2021-02-01")))
    assert counts(counted(store, "charge_rate", horizon_days=365)) == (10, 32)
    mix = "prosecution_decision_mix"
    assert counts(counted(store, mix, category="closed_without_charge")) == (12, 22)
    assert counts(counted(store, mix, category="charged_trafficking")) == (10, 22)


def test_from_suspicion_on_a_case_dropped_before_the_charge_is_no_conviction_and_stays_below():
    rows = together(
        suspected_and_charged("a", 10, "2020-02-01", "2020-08-01", "2020-12-01", "convicted"),
        suspected("b", 30, "2020-02-01", closed="2020-06-01"),
    )
    store = example_store(rows)
    assert counted(store, "end_to_end_conviction", 2020, horizon_days=730)["value"] == 0.25
    assert counted(store, "court_conviction_rate", 2020)["value"] == 1
    assert counted(store, "cohort_conviction", 2020, horizon_days=730)["value"] == 1


def test_suspects_are_counted_though_the_courts_are_unknown_and_their_share_charged_is_not():
    police = {"agencies": ({"agency_id": "XAA-POLICE", "name": "Police", "kind": "police"},)}
    sent = {"submissions": ({"agency_id": "XAA-POLICE", "submission_id": "XAA-POLICE-1"},)}
    people = {
        table: tuple(
            row | {"submission_id": "XAA-POLICE-1"}
            | ({"agency_id": "XAA-POLICE"} if table == "cases" else {})
            for row in group
        )
        for table, group in suspected("a", 12, "2021-02-01").items()
    }  # fmt: skip
    store = example_store(together(police, sent, people))
    assert counted(store, "persons_suspected")["numerator"] == 12
    assert counted(store, "charge_rate", horizon_days=365)["blank"] == "not_reported"


def test_a_file_of_the_charged_alone_cannot_count_suspects():
    store = example_store(suspected_and_charged("a", 12, "2021-02-01", "2021-09-01"))
    assert counted(store, "persons_suspected")["blank"] == "not_reported"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # A sentence that another one replaced does not count.
        (({"sanction": "custody", "is_current": False}, {"sanction": "fine", "is_current": True}), 0),
        # Where nothing took its place, the sentence first imposed does.
        (({"sanction": "custody", "is_current": False},), 12),
        # The gravest of several sanctions tells.
        (({"sanction": "fine"}, {"sanction": "custody"}), 12),
        (({"sanction": "suspended_custody"}, {"sanction": "ban"}), 0),
    ],
)  # fmt: skip
def test_the_gravest_sanction_that_stands_tells(sentences, expected):
    rows = together(
        charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
        *(several("sentences", "a", 12, "proceeding_id", **one) for one in sentences),
    )
    assert counts(counted(example_store(rows), "custody_share")) == (expected, 12)


def test_sentences_of_one_person_are_not_added_up_and_life_has_no_length():
    rows = together(
        sentenced("a", 20, "2021-02-01", "custody", months=40),
        several("sentences", "a", 20, "proceeding_id", sanction="custody", months=10),
        sentenced("b", 5, "2021-02-01", "custody", months=30),
        several("sentences", "b", 5, "proceeding_id", sanction="custody"),
    )
    row = counted(example_store(rows), "custodial_length")
    assert (*counts(row), row["value"]) == (800, 20, 40)
    assert row["missing_share"] == pytest.approx(0.2)


def test_custody_counts_up_to_the_verdict_and_from_before_the_charge():
    rows = together(
        charged("a", 10, "2021-03-02", "2021-05-01", "convicted"),
        # 60 days from before the charge, without a proceeding; 10 more, and 5 of a spell that outlasts the verdict.
        several("detentions", "a", 10, "defendant_id", started_on="2021-01-01", ended_on="2021-03-02"),
        several("detentions", "a", 10, ("defendant_id", "proceeding_id"), started_on="2021-03-10", ended_on="2021-03-20"),
        several("detentions", "a", 10, ("defendant_id", "proceeding_id"), started_on="2021-04-26"),
        # After the verdict, and in a proceeding of somebody else.
        several("detentions", "a", 10, "defendant_id", started_on="2021-05-02", ended_on="2021-09-01"),
        charged("b", 10, "2021-03-01", "2021-05-01", "acquitted"),
    )  # fmt: skip
    row = counted(example_store(rows), "custody_before_verdict")
    assert counts(row) == (750, 10)


def test_a_case_is_charged_as_soon_as_one_of_its_suspects_is():
    rows = together(
        opened("a", 12, "2020-02-01", closed="2020-05-01", reason="evidence"),
        happened("case", "a", 12, "referred_to_prosecution", "2020-04-01"),
        accused("a", 12, "2021-03-01"),
        second_accused("a", 12, "2021-04-01"),
    )
    store = example_store(rows)
    assert counts(counted(store, "declination_rate")) == (0, 12)
    assert counts(counted(store, "declination_rate", 2020)) == (0, 0)


def test_without_referrals_nobody_can_say_what_was_declined():
    store = example_store(opened("a", 12, "2020-02-01", closed="2021-05-01", reason="evidence"))
    assert counted(store, "declination_rate")["blank"] == "not_reported"
    assert counts(counted(store, "withdrawal_attrition")) == (0, 12)


def test_without_closings_nobody_can_say_what_was_declined():
    rows = together(
        opened("a", 12, "2020-02-01"),
        happened("case", "a", 12, "referred_to_prosecution", "2020-06-01"),
        accused("a", 12, "2021-03-01"),
    )
    assert counted(example_store(rows), "declination_rate")["blank"] == "not_reported"


def test_where_only_suspects_are_cleared_a_case_ends_with_the_last_of_them():
    rows = together(
        opened("a", 12, "2020-02-01"),
        happened("case", "a", 12, "referred_to_prosecution", "2020-06-01"),
        accused("a", 12, "2021-03-01"),
        {t: r for t, r in suspected("b", 10, "2020-02-01").items() if t != "cases"},
        {t: r for t, r in suspected("bsecond", 10, "2020-02-01").items() if t != "cases" and t != "case_defendants"},
        {"case_defendants": tuple({"case_id": f"b{n}", "defendant_id": f"bsecond{n}"} for n in range(1, 11))},
        opened("b", 10, "2020-02-01"),
        happened("case", "b", 10, "referred_to_prosecution", "2020-06-01"),
        happened("defendant", "b", 10, "closed", "2020-09-01", reason="evidence"),
        happened("defendant", "bsecond", 10, "closed", "2021-04-01", reason="victim_withdrew"),
        # Nobody cleared, no end.
        suspected("c", 8, "2020-02-01"),
        happened("case", "c", 8, "referred_to_prosecution", "2020-06-01"),
    )  # fmt: skip
    store = example_store(rows)
    assert counts(counted(store, "declination_rate")) == (10, 22)
    assert counts(counted(store, "declination_reasons", category="victim_withdrew")) == (10, 10)


def test_without_testimonies_nobody_can_say_what_the_evidence_was():
    rows = together(
        opened("a", 12, "2020-02-01"), accused("a", 12, "2020-05-01", "2021-02-01", "convicted")
    )
    assert counted(example_store(rows), "evidence_led_verdicts")["blank"] == "not_reported"


def test_one_live_testimony_makes_a_case_rest_on_it():
    rows = together(
        opened("a", 12, "2020-02-01"),
        accused("a", 12, "2020-05-01", "2021-02-01", "convicted"),
        several("testimonies", "a", 12, ("victim_id", "case_id"), mode="recorded"),
        several("testimonies", "a", 12, ("victim_id", "case_id"), mode="video_link"),
        opened("b", 10, "2020-02-01"),
        accused("b", 10, "2020-05-01", "2021-02-01", "convicted"),
        several("testimonies", "b", 10, ("victim_id", "case_id"), mode="recorded"),
        several("testimonies", "b", 10, ("victim_id", "case_id"), mode="not_given"),
    )
    assert counts(counted(example_store(rows), "evidence_led_verdicts")) == (10, 22)


def test_a_case_ends_with_its_last_proceeding_and_an_unclear_end_is_missing():
    rows = together(
        opened("a", 12, "2020-02-01"),
        accused("a", 12, "2020-05-01", "2020-12-01", "acquitted"),
        second_accused("a", 12, "2020-05-01", "2021-03-01", "convicted"),
        opened("b", 10, "2020-02-01"),
        accused("b", 10, "2020-05-01", "2021-03-01", "convicted"),
        second_accused("b", 10, "2020-05-01"),
        opened("c", 8, "2020-02-01"),
        accused("c", 8, "2020-05-01", "2021-03-01", "convicted_other"),
        second_accused("c", 8, "2020-05-01", "2021-04-01", "unknown"),
    )
    row = counted(example_store(rows), "cases_with_conviction")
    assert counts(row) == (12, 12)
    assert row["missing_share"] == pytest.approx(8 / 20)


def test_an_acquittal_that_is_appealed_is_no_conviction_changed():
    second = {"instance": "second", "outcome": "convicted_trafficking"}
    rows = together(
        charged("a", 12, "2020-03-01", "2020-09-01", "acquitted"),
        happened("proceeding", "a", 12, "disposition", "2021-05-01", **second),
        charged("b", 10, "2020-03-01", "2020-09-01", "convicted"),
        happened("proceeding", "b", 10, "disposition", "2021-05-01", **second),
    )
    store = example_store(rows)
    assert counts(counted(store, "appeal_alteration")) == (0, 10)
    mix = counted(store, "appeal_judgment_mix", category="convicted_trafficking")
    assert counts(mix) == (22, 22)
    # What a higher court does changes nothing at first instance.
    assert counts(counted(store, "judgment_mix", 2020, category="acquitted")) == (12, 22)


def test_a_zero_is_told_from_silence():
    known = charged("a", 12, "2021-03-01", is_public_official=False)
    assert counts(counted(example_store(known), "officials_prosecuted")) == (0, 12)
    silent = counted(example_store(charged("a", 12, "2021-03-01")), "officials_prosecuted")
    assert silent["blank"] == "not_reported"


def test_hearings_without_a_result_are_missing_and_causes_are_those_of_adjournments():
    rows = together(
        listed("a", 12, "2021-03-01", "adjourned", cause="court"),
        listed("b", 8, "2021-03-01", "held", cause="defence"),
        listed("c", 5, "2021-03-01", "unknown"),
    )
    store = example_store(rows)
    row = counted(store, "adjournment_rate")
    assert counts(row) == (12, 20) and row["missing_share"] == pytest.approx(0.2)
    assert counts(counted(store, "adjournment_causes", category="court")) == (12, 12)


def test_who_used_services_counts_though_it_is_no_charge_of_trafficking():
    rows = charged("a", 12, "2021-03-01", offence="03")
    rows["proceedings"] = [row | {"is_use_of_services": True} for row in rows["proceedings"]]
    store = example_store(rows, covered_from=date(2020, 1, 1))
    store.execute("UPDATE submissions SET scope = 'all_crime'")
    store.execute("UPDATE cases SET exploitation_form = 'unknown'")
    assert counted(store, "use_of_services_prosecuted", breakdown="total")["numerator"] == 12
    assert counted(store, "persons_prosecuted")["numerator"] == 0


def test_a_conviction_in_a_proceeding_about_use_is_one_of_use_and_no_other_is():
    """Whatever the offence is called; nobody counts who is acquitted, or of whom it is not recorded."""
    path = "2020-03-01", "2021-02-01"
    rows = together(
        used(True, "a", 12, *path, "convicted", offence="03", sex="male", age_band="30-38"),
        used(True, "b", 3, *path, "convicted", sex="female", age_band="9-17"),
        used(False, "c", 20, *path, "convicted", sex="male", age_band="30-38"),
        used(None, "d", 5, *path, "convicted", sex="male", age_band="30-38"),
        used(False, "e", 7, *path, "convicted_other", sex="male", age_band="30-38"),
        used(True, "f", 4, *path, "acquitted", offence="03"),
        used(True, "g", 6, "2020-03-01", "2022-02-01", "convicted", offence="03"),
    )
    store = example_store(rows)
    name = "use_of_services_convicted"
    assert counted(store, name, breakdown="total")["numerator"] == 12 + 3
    found = as_planned(compute(store, scopes=("trafficking",), only=(name,)).results)
    # Three years together, with those of 2022 of whom nobody recorded more.
    block = found[found["period_start"] == date(2020, 1, 1)]
    block = block[block["numerator"] > 0].set_index(["breakdown", "category"])["numerator"]
    assert block["age_group"].to_dict() == {"child": 3, "adult": 12, "unknown": 6}
    assert block["sex"].to_dict() == {"female": 3, "male": 12, "unknown": 6}


@pytest.mark.parametrize("name", CONVICTION_RATES)
def test_a_conviction_rate_says_of_whom(name):
    """The same file gives four conviction rates (docs/real-data.md): each of ours names its base in its question."""
    metric = metrics()[name]
    base = {
        "cohort_conviction": "persons charged in the year",
        "court_conviction_rate": "persons whose proceedings ended in the year",
        "end_to_end_conviction": "persons first suspected in the year",
        "cases_with_conviction": "prosecuted cases",
    }[name]
    assert base in metric.question
    assert any("conviction rate" in caveat for caveat in metric.caveats)


def test_each_conviction_rate_comes_out_otherwise_on_one_set_of_persons():
    """Five ways to divide the same convictions, on persons whose numbers are easy to follow."""
    rows = together(
        opened("a", 10, "2021-01-10"),
        {t: r for t, r in suspected_and_charged("a", 10, "2021-01-20", "2021-02-01", "2021-06-01", "convicted").items() if t != "cases"},
        {t: r for t, r in suspected_and_charged("asecond", 10, "2021-01-20", "2021-02-01", "2021-07-01", "acquitted").items() if t not in ("cases", "case_defendants", "proceedings")},
        {"proceedings": second_accused("a", 10, "2021-02-01")["proceedings"]},
        suspected_and_charged("b", 5, "2021-01-20", "2021-02-01", "2021-08-01", "discontinued"),
        suspected_and_charged("c", 15, "2021-01-20", "2021-02-01"),
        suspected("d", 10, "2021-01-20", closed="2021-03-01"),
    )  # fmt: skip
    store = example_store(rows)
    found = {
        "end_to_end_conviction": counts(counted(store, "end_to_end_conviction", horizon_days=730)),
        "cohort_conviction": counts(counted(store, "cohort_conviction", horizon_days=365)),
        "court_conviction_rate": counts(counted(store, "court_conviction_rate")),
        "judgment_mix": counts(counted(store, "judgment_mix", category="convicted_trafficking")),
        "cases_with_conviction": counts(counted(store, "cases_with_conviction")),
    }
    assert found == {
        "end_to_end_conviction": (10, 50),
        "cohort_conviction": (10, 40),
        "court_conviction_rate": (10, 25),
        "judgment_mix": (10, 20),
        "cases_with_conviction": (10, 15),
    }
