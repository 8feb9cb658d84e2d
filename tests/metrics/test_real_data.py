"""Real files through mapping and metrics: what the files are known to say comes out, and what cannot be said stays blank.

The submissions are mapped but not validated here: these tests are about counting.
"""

import csv
from datetime import date

from metrics.catalogue import populations
from metrics.compute import as_planned, compute
from tests.metrics.real_stores import store_of


def totals(results, metric: str, scope: str):
    """Year by year: the years that are told together are left aside."""
    years = [start.year == end.year for start, end in zip(results.period_start, results.period_end, strict=True)]  # fmt: skip
    results = results[years]
    return results[
        (results.metric_id == metric) & (results.scope == scope) & (results.breakdown == "total")
    ]


def test_federal_outcomes(federal):
    endings = dict(
        federal.execute(
            f"SELECT outcome, count(*) FROM ({populations()['court_proceedings'].rows}) GROUP BY outcome"
        ).fetchall()
    )
    # 57 are ongoing by the file's own mark; of one of them the file says all the same that the court closed it.
    assert (endings["open"], endings["unknown"], sum(endings.values())) == (56, 1, 290)
    # 213 guilty of a felony; one more closed row counts guilt in a statute block but no felony.
    convicted = sum(count for outcome, count in endings.items() if outcome.startswith("convicted"))
    assert convicted == 213 + 1


def test_federal_defendants_cannot_have_a_charge_rate(federal):
    results = as_planned(
        compute(federal, only=("charge_rate", "cohort_conviction", "time_to_disposition")).results
    )
    assert set(totals(results, "charge_rate", "trafficking")["blank"]) == {"not_reported"}
    cohorts = totals(results, "cohort_conviction", "trafficking")
    entered = cohorts[cohorts.horizon_days == 365].set_index("period_start")["denominator"]
    # Charged with trafficking, or in a trafficking case without any charge on record.
    (charged,) = federal.execute(
        """SELECT count(DISTINCT defendant_id) FROM proceedings AS p
        JOIN events ON subject_id = proceeding_id AND event = 'charged'
        WHERE year(occurred_on) BETWEEN 1998 AND 2013 AND (
            EXISTS (SELECT 1 FROM charges c WHERE c.proceeding_id = p.proceeding_id AND offence LIKE '0204%')
            OR NOT EXISTS (SELECT 1 FROM charges c WHERE c.proceeding_id = p.proceeding_id))"""
    ).fetchone()
    assert entered.sum() == charged


def test_county_persons_are_counted_once(county):
    results = as_planned(
        compute(
            county, only=("court_conviction_rate", "time_to_disposition", "charge_rate")
        ).results
    )
    (rate,) = totals(results, "court_conviction_rate", "all_crime").to_dict("records")
    persons = dict(
        county.execute(
            """SELECT outcome, count(DISTINCT subject_id) FROM events
            WHERE event = 'disposition' AND subject_kind = 'proceeding'
            AND occurred_on BETWEEN DATE '2019-01-01' AND DATE '2019-12-13' GROUP BY outcome"""
        ).fetchall()
    )
    assert rate["numerator"] == persons["convicted"]
    assert rate["denominator"] == sum(
        persons[name] for name in ("convicted", "acquitted", "dismissed", "discontinued")
    )
    assert 0.3 < rate["value"] < 0.45


def test_county_conviction_rates_differ_by_whom_they_count(county):
    """One file, one year, the same convictions: what stands below the line decides (docs/real-data.md)."""
    names = ("court_conviction_rate", "cases_with_conviction", "convictions_to_prosecutions")
    results = as_planned(
        compute(county, only=(*names, "judgment_mix"), scopes=("all_crime",)).results
    )
    values = {name: totals(results, name, "all_crime")["value"].item() for name in names}
    mix = results[results.metric_id == "judgment_mix"].set_index("category")["numerator"]
    values["verdicts"] = mix["convicted_other"] / (mix["convicted_other"] + mix["acquitted"])
    assert {name: round(100 * value, 1) for name, value in values.items()} == {
        "court_conviction_rate": 37.3,
        "cases_with_conviction": 36.9,
        "convictions_to_prosecutions": 17.9,
        "verdicts": 98.8,
    }


def test_county_trafficking_has_no_rate_and_no_median(county):
    results = as_planned(
        compute(county, only=("court_conviction_rate", "time_to_disposition")).results
    )
    (rate,) = totals(results, "court_conviction_rate", "trafficking").to_dict("records")
    assert (rate["denominator"], rate["blank"]) == (0, "not_applicable")
    (time,) = totals(results, "time_to_disposition", "trafficking").to_dict("records")
    assert (time["numerator"], time["blank"]) == (0, "insufficient")


def test_printed_rates_come_out(shared):
    folder = shared / "data" / "ncrb_court_disposal_2022"
    con = store_of(
        folder, "ncrb_court_disposal_2022", "IND-NCRB", (date(2022, 1, 1), date(2022, 12, 31))
    )
    results = as_planned(
        compute(con, only=("official_conviction_share", "official_pendency")).results
    )
    found = {
        (row["metric_id"], row["category"]): row["value"]
        for row in results[results.breakdown == "offence_label"].to_dict("records")
    }
    (file,) = folder.glob("*.csv")
    with file.open(encoding="utf-8-sig") as lines:
        printed = list(csv.DictReader(lines))
    assert len(found) == 2 * len(printed) == 26
    for row in printed:
        share = found["official_conviction_share", row["crime_head"]]
        assert abs(100 * share - float(row["conviction_rate"])) <= 0.05 + 1e-9
        pendency = found["official_pendency", row["crime_head"]]
        assert abs(100 * pendency - float(row["pendency_pct"])) <= 0.05 + 1e-9


def test_published_figures_stand_as_printed(shared):
    con = store_of(
        shared / "data" / "unodc_glotip_2024",
        "unodc_glotip_2024",
        "QUN-UNODC",
        (date(2003, 1, 1), date(2021, 12, 31)),
    )
    results = as_planned(compute(con, only=("official_figures",)).results)
    prosecuted = results[
        (results.category == "persons_prosecuted") & (results.period_start == date(2019, 1, 1))
    ]
    # 90 places print a figure, with the groups of countries among them; some print no more than "below five".
    assert prosecuted["value"].sum() == 12_312
    assert len(prosecuted) == prosecuted["jurisdiction"].nunique() == 90
    hidden = results[results.blank == "suppressed"]
    assert len(hidden) > 20_000 and set(hidden["bound_upper"]) == {4.0}
    assert hidden["value"].isna().all()
