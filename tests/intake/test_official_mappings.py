"""The true numbers of three published statistics come out of intake, to the unit.

What the mapped tables hold is compared with counts taken from the files by other means.
"""

import csv
from collections import Counter
from datetime import date

import openpyxl
import pytest

from data.intake.submission import open_submission

PERIOD = (date(2001, 1, 1), date(2022, 12, 31))


def mapped(folder, name):
    submission = open_submission([folder], name, PERIOD, "IND-NCRB")
    submission.map()
    return submission


def ask(submission, sql, *values):
    return submission.con.execute(sql, list(values)).fetchall()


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def glotip(shared):
    with mapped(shared / "data" / "unodc_glotip_2024", "unodc_glotip_2024") as submission:
        yield submission


@pytest.fixture(scope="module")
def printed(shared):
    path = shared / "data" / "unodc_glotip_2024" / "data_glotip.xlsx"
    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    heading = next(rows)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_glotip_every_row_is_accounted_for(glotip):
    counts = glotip.counts()
    assert counts.received == 46_556
    assert counts.received == counts.accepted + counts.quarantined + counts.excluded
    without_country = ask(
        glotip,
        "SELECT count(*), count(Iso3_code) FROM source.figures WHERE Country IS NULL",
    )
    assert without_country == [(957, 957)]
    groups = ask(
        glotip,
        "SELECT count(*), count(DISTINCT jurisdiction) FROM mapped.official_counts "
        "WHERE jurisdiction LIKE 'QUN-%'",
    )
    assert groups == [(957, 8)]


PROSECUTED_2019 = (
    "FROM mapped.official_counts WHERE measure = 'persons_prosecuted' "
    "AND period_start = '2019-01-01' AND breakdown = 'total' AND category = 'total' "
    "AND sex = 'total' AND age_group = 'total'"
)


def test_glotip_persons_prosecuted_in_2019(glotip):
    """What the file prints is 12,312 in 90 places; six of these are groups that repeat countries."""
    per_kind = ask(
        glotip,
        "SELECT jurisdiction LIKE 'QUN-%', sum(value), count(DISTINCT jurisdiction), count(value) "
        + PROSECUTED_2019
        + " GROUP BY 1 ORDER BY 1",
    )
    assert per_kind == [(False, 11_691, 84, 63), (True, 621, 6, 6)]
    assert ask(glotip, f"SELECT sum(value), count(*) {PROSECUTED_2019}") == [(12_312, 90)]


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_glotip_a_group_repeats_its_countries(glotip, year):
    """Why groups are no jurisdictions like others: the Caribbean one is the sum of two States."""
    where = PROSECUTED_2019.replace("2019", str(year))
    group = f"SELECT sum(value) {where} AND jurisdiction = 'QUN-CAR'"
    members = f"SELECT sum(value) {where} AND jurisdiction IN ('DOM', 'TTO')"
    assert ask(glotip, group) == ask(glotip, members)


def test_glotip_small_counts_keep_their_bound_and_never_become_a_figure(glotip, printed):
    assert sum(row["txtVALUE"] == "<5" for row in printed) == 23_076
    kept = ask(
        glotip,
        "SELECT count(*), count(value), min(value_at_most), max(value_at_most), min(blank) "
        "FROM mapped.official_counts WHERE blank IS NOT NULL OR value_at_most IS NOT NULL",
    )[0]
    assert kept[1:] == (0, 4, 4, "suppressed")
    assert kept[0] == 23_076


def test_glotip_figures_under_one_label_are_kept_as_lines(glotip, printed):
    labels = ("Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year")
    seen = Counter(
        # Only Sark has no code, and its rows are told apart by the rest.
        tuple(row[label] for label in labels)
        for row in printed
    )
    repeated = sum(times for times in seen.values() if times > 1)
    assert repeated == 860
    assert glotip.counts().quarantined == 0
    assert ask(glotip, "SELECT count(line), max(line) FROM mapped.official_counts") == [
        (repeated, max(seen.values()))
    ]
    alike = ask(
        glotip,
        "SELECT count(*) FROM (SELECT 1 FROM mapped.official_counts "
        "GROUP BY jurisdiction, period_start, measure, breakdown, category, sex, age_group, line "
        "HAVING count(*) > 1)",
    )
    assert alike == [(0,)]


def test_glotip_places(glotip):
    places = dict(
        ask(glotip, "SELECT jurisdiction, count(*) FROM mapped.official_counts GROUP BY ALL")
    )
    assert len([place for place in places if not place.startswith("QUN-")]) == 200
    # Namibia survives although "NA" means "no value" in many files.
    assert places["NAM"] > 250
    assert "GGY-SARK" in places
    parts = ask(glotip, "SELECT jurisdiction, parent, kind FROM mapped.jurisdictions")
    assert ("GGY-SARK", "GGY", "part") in parts
    assert {jurisdiction for jurisdiction, _, kind in parts if kind == "group"} == {
        place for place in places if place.startswith("QUN-")
    }


@pytest.fixture(scope="module")
def disposal(shared):
    folder = shared / "data" / "ncrb_court_disposal_2022"
    with mapped(folder, "ncrb_court_disposal_2022") as submission:
        yield submission


def test_disposal_of_human_trafficking_cases(disposal):
    figures = dict(
        ask(
            disposal,
            "SELECT measure, value FROM mapped.official_counts WHERE scope = 'trafficking'",
        )
    )
    assert (figures["cases_convicted"], figures["trials_completed"]) == (44, 198)
    assert (figures["cases_pending_end"], figures["cases_for_trial"]) == (3_967, 4_170)


def test_disposal_every_printed_rate_reproduces(disposal, shared):
    path = next((shared / "data" / "ncrb_court_disposal_2022").glob("*.csv"))
    printed = {row["crime_head"]: row for row in read_csv(path)}
    assert len(printed) == 13
    found = ask(
        disposal,
        "SELECT offence_label, "
        "max(value) FILTER (WHERE measure = 'cases_convicted'), "
        "max(value) FILTER (WHERE measure = 'trials_completed'), "
        "max(value) FILTER (WHERE measure = 'cases_pending_end'), "
        "max(value) FILTER (WHERE measure = 'cases_for_trial') "
        "FROM mapped.official_counts GROUP BY offence_label",
    )
    assert {head for head, *_ in found} == set(printed)
    for head, convicted, completed, pending, for_trial in found:
        row = printed[head]
        assert abs(100 * convicted / completed - float(row["conviction_rate"])) <= 0.0501
        assert abs(100 * pending / for_trial - float(row["pendency_pct"])) <= 0.0501


def test_disposal_holds_every_printed_count_once(disposal, shared):
    path = next((shared / "data" / "ncrb_court_disposal_2022").glob("*.csv"))
    rows = read_csv(path)
    counts = [int(value) for row in rows for name, value in row.items() if _is_count(name)]
    figures = [row[0] for row in ask(disposal, "SELECT value FROM mapped.official_counts")]
    assert sorted(figures) == sorted(counts)


def _is_count(name):
    return name.startswith("cases_")


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("cases_for_trial", "4171", "for_trial_adds_up"),
        ("cases_quashed", "3", "without_trial_adds_up"),
        ("cases_discharged", "4", "trials_add_up"),
        ("cases_pending", "3968", "pending_adds_up"),
        ("conviction_rate", "22.4", "printed_rate_reproduces"),
        ("conviction_rate", "", "rate_printed_where_it_exists"),
        ("pendency_pct", "94.9", "printed_pendency_reproduces"),
        ("state_ut", "Goa", "all_india_only"),
    ],
)
def test_disposal_a_wrong_figure_is_quarantined(shared, tmp_path, column, value, rule):
    rows = read_csv(next((shared / "data" / "ncrb_court_disposal_2022").glob("*.csv")))
    rows[0][column] = value
    assert rule in broken_rules(tmp_path, rows)


def test_disposal_without_a_completed_trial_the_rate_is_blank(shared, tmp_path):
    """No head of the file is without a trial; this one is made so, consistently."""
    rows = read_csv(next((shared / "data" / "ncrb_court_disposal_2022").glob("*.csv")))
    none = {name: "0" for name in rows[0] if _is_count(name)}
    open_only = {"cases_pending_trial_start": "9", "cases_for_trial": "9", "cases_pending": "9"}
    rows[0].update(none | open_only | {"conviction_rate": "", "pendency_pct": "100"})
    assert broken_rules(tmp_path, rows) == set()
    rows[0]["conviction_rate"] = "0"
    assert broken_rules(tmp_path, rows) == {"no_rate_without_trials"}


def broken_rules(folder, rows):
    path = folder / "ncrb_cii2022_table3A7_extract.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with mapped(path, "ncrb_court_disposal_2022") as submission:
        found = ask(submission, "SELECT rule, row FROM source_rows WHERE state = 'quarantined'")
        # The row at fault is the first below the heading, and no other suffers.
        assert {row for _, row in found} <= {2}
        fails = "SELECT DISTINCT rule FROM findings WHERE severity = 'fail'"
        return {rule for rule, _ in found} | {rule for (rule,) in ask(submission, fails)}


@pytest.fixture(scope="module")
def trials(shared):
    folder = shared / "data" / "ncrb_trials_2001_2010"
    with mapped(folder, "ncrb_trials_2001_2010") as submission:
        yield submission


def test_trials_detail_and_printed_total_stand_apart(trials):
    sums = dict(
        ask(
            trials,
            "SELECT breakdown, sum(value) FROM mapped.official_counts "
            "WHERE measure = 'trial_duration' AND period_start = '2004-01-01' GROUP BY breakdown",
        )
    )
    assert sums["court"] == 951_507
    assert sums["total"] == 953_608
    # Bands of duration do add up: to the printed total, and to the courts.
    assert sums["duration"] == 953_608
    assert sums["court_and_duration"] == 951_507


def test_trials_places_that_fall_short_are_shown_and_kept(trials):
    places = ask(
        trials,
        "SELECT DISTINCT Area_Name FROM findings JOIN source.periods USING (row_id) "
        "WHERE rule = 'courts_reach_total' AND severity = 'review' AND Year = '2004'",
    )
    assert {place for (place,) in places} == {
        "Daman & Diu",
        "Delhi",
        "Goa",
        "Jammu & Kashmir",
        "Jharkhand",
        "Kerala",
        "Tripura",
    }
    counts = trials.counts()
    assert (counts.received, counts.accepted) == (3_138 + 1_585, 3_138 + 1_585)


def test_trials_confession_and_trial_make_the_total(trials, shared):
    prefix = "Trial_of_Violent_Crimes_by_Courts_"
    path = shared / "data" / "ncrb_trials_2001_2010" / "28_Trial_of_violent_crimes_by_courts.csv"
    rows = read_csv(path)
    sums = dict(
        ask(
            trials,
            "SELECT measure, sum(value) FROM mapped.official_counts "
            "WHERE offence_label != 'total' AND measure != 'trial_duration' GROUP BY measure",
        )
    )
    detail = [row for row in rows if row["Group_Name"] != "TVC- Total"]
    for ending, measure in (
        ("By_Confession", "trials_by_confession"),
        ("By_trial", "trials_by_trial"),
        ("Total", "trials_total"),
    ):
        assert sums[measure] == sum(float(row[prefix + ending]) for row in detail)
    assert sums["trials_total"] == sums["trials_by_confession"] + sums["trials_by_trial"]


def test_trials_every_place_has_a_code_under_india(trials):
    unknown = ask(
        trials,
        "SELECT DISTINCT jurisdiction FROM mapped.official_counts "
        "WHERE jurisdiction NOT IN (SELECT jurisdiction FROM mapped.jurisdictions)",
    )
    assert unknown == []
    parents = ask(trials, "SELECT count(*), min(parent), max(parent) FROM mapped.jurisdictions")
    assert parents == [(35, "IND", "IND")]
