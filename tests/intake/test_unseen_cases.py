"""Case files whose rows are charges, many victims, answers or claims: docs/mapping.md is enough."""

import datetime

import openpyxl

from tests.intake.layouts import HEAD, counts, findings, rows, submit, submit_files

PERIOD = (datetime.date(2015, 1, 1), datetime.date(2024, 12, 31))
DAY = datetime.date


def test_a_row_a_charge_counts_defendants_and_cases_once_and_tells_what_conflicts(tmp_path):
    mapping = (
        HEAD
        + """
[[file]]
id = "charges"
name = "charges.csv"
[[table]]
into = "cases"
from = "charges"
merge = true
[table.columns]
case_id = "case"
lead_source = "lead"
[[table]]
into = "defendants"
from = "charges"
merge = true
on_conflict = "fail"
[table.columns]
defendant_id = "person"
sex = { from = "sex", codes = { M = "male", F = "female" } }
[[table]]
into = "charges"
from = "charges"
[table.columns]
charge_id = { formula = "[case] & '-' & [person] & '-' & position(per [case], [person])" }
proceeding_id = { formula = "[case] & '-' & [person]" }
offence = { from = "law", codes = { "TIP-1" = "0204" }, otherwise = "05" }
"""
    )
    text = (
        "case,person,sex,law,lead\nA,1,M,TIP-1,hotline\nA,1,M,THEFT,police\nA,2,F,TIP-1,hotline\n"
        "B,3,F,TIP-1,police\nB,3,M,TIP-1,police\n"
    )
    found = submit(tmp_path, mapping, PERIOD, charges=text)
    assert counts(found) == (4, 1, 0)
    assert findings(found) == [
        ("merge_conflict", "fail", "sex", 6),
        ("merge_conflict", "review", "lead_source", 3),
    ]
    assert rows(found, "SELECT case_id, lead_source FROM mapped.cases") == [
        ("A", "hotline"),
        ("B", "police"),
    ]
    assert rows(found, "SELECT charge_id, offence FROM mapped.charges ORDER BY 1") == [
        ("A-1-1", "0204"),
        ("A-1-2", "05"),
        ("A-2-1", "0204"),
        ("B-3-1", "0204"),
    ]


def test_a_wide_row_of_victims_and_cells_with_several_forms(tmp_path):
    victim = "victim_id = { formula = \"[case] & '-{item}'\" }\n"
    mapping = (
        HEAD
        + """
[lists.form]
labour = "forced_labour"
sexual = "sexual_exploitation"
begging = "forced_begging"
[[file]]
id = "wide"
name = "wide.csv"
[[table]]
into = "cases"
from = "wide"
[table.columns]
case_id = "case"
victim_count = { formula = "count_across('victim[0-9]+_sex')" }
[[table]]
into = "case_victims"
from = "wide"
repeat_headings = "victim([0-9]+)_sex"
where = "[{heading}] is present"
[table.columns]
case_id = "case"
"""
        + victim
        + """
[[table]]
into = "victim_exploitation_forms"
from = "wide"
repeat_headings = "victim([0-9]+)_sex"
where = "[{heading}] is present and [victim{item}_form] is present"
split = { column = "victim{item}_form", by = [";", "/"] }
[table.columns]
exploitation_form = { from = "victim{item}_form", codes = "form" }
"""
        + victim
    )
    text = (
        "case,victim1_sex,victim1_form,victim2_sex,victim2_form,victim3_sex,victim3_form\n"
        "A,f,labour; sexual /labour;,m,sexual,,\nB,,,f,begging,,\nC,,,,,,\n"
    )
    found = submit(tmp_path, mapping, PERIOD, wide=text)
    assert rows(found, "SELECT case_id, victim_count FROM mapped.cases") == [
        ("A", 2),
        ("B", 1),
        ("C", 0),
    ]
    assert rows(found, "SELECT victim_id FROM mapped.case_victims ORDER BY 1") == [
        ("A-1",),
        ("A-2",),
        ("B-2",),
    ]
    made = "SELECT victim_id, exploitation_form, row_ids FROM mapped.victim_exploitation_forms"
    assert rows(found, f"{made} ORDER BY ALL") == [
        ("A-1", "forced_labour", [1]),
        ("A-1", "sexual_exploitation", [1]),
        ("A-2", "sexual_exploitation", [1]),
        ("B-2", "forced_begging", [2]),
    ]


def test_a_survey_with_items_in_columns_and_a_nine_for_dont_know(tmp_path):
    mapping = (
        HEAD
        + """
[[file]]
id = "survey"
name = "survey.csv"
[[table]]
into = "survey_responses"
from = "survey"
repeat = [{ item = "Q1 overall", code = "overall" }, { item = "Q2 court", code = "court" }]
where = "[{item}] is present"
[table.columns]
response_id = "respondent"
wave = "wave"
outcome_group = { value = "unknown" }
sex = { from = "gender", codes = { w = "female", m = "male" }, otherwise = "unknown" }
age_band = { value = "unknown" }
citizenship_group = { value = "unknown" }
item = { value = "{code}" }
score = { from = "{item}", missing = ["9"] }
answer = { from = "{item}", codes = { 9 = "dont_know" }, otherwise = "scored" }
"""
    )
    text = "respondent,wave,gender,Q1 overall,Q2 court\nr1,2023,w,5,9\nr2,2023,,1,\n"
    found = submit(tmp_path, mapping, PERIOD, survey=text)
    made = "SELECT response_id, sex, item, score, answer FROM mapped.survey_responses ORDER BY 1, 3"
    assert rows(found, made) == [
        ("r1", "female", "court", None, "dont_know"),
        ("r1", "female", "overall", 5, "scored"),
        ("r2", "unknown", "overall", 1, "scored"),
    ]


def test_claimed_awarded_and_paid_in_one_row_of_a_workbook(tmp_path):
    mapping = (
        HEAD.replace("[constants]", 'missing = ["9999-12-31"]\n[constants]')
        + """
[[file]]
id = "claims"
name = "claims.xlsx"
[[table]]
into = "compensation"
from = "claims"
repeat = [{ item = "Claimed", fact = "claimed" }, { item = "Awarded", fact = "awarded" }, { item = "Paid", fact = "paid" }]
where = "[{item} on] is present"
[table.columns]
compensation_id = { formula = "[Claim] & '-{fact}'" }
claim_id = "Claim"
victim_id = "Victim"
route = { value = "criminal_court" }
fact = { value = "{fact}" }
occurred_on = "{item} on"
amount = "{item}"
currency = { from = "Currency", codes = { "€" = "EUR" } }
"""
    )
    book = openpyxl.Workbook()
    sheet = book.active
    names = ("Claimed", "Awarded", "Paid")
    sheet.append(["Claim", "Victim", *(one for name in names for one in (name, f"{name} on"))])
    sheet["I1"] = "Currency"
    morning = datetime.datetime(2020, 1, 6, 10, 30)
    sheet.append(["C1", "007", 1000, DAY(2020, 1, 5), 500, DAY(2020, 5, 1), None, None, "€"])
    sheet.append(["C2", "3.10", 200.5, morning, 0, DAY(2020, 6, 1), 0, DAY(9999, 12, 31), "€"])
    book.save(tmp_path / "claims.xlsx")
    found = submit_files([tmp_path / "claims.xlsx"], mapping, PERIOD)
    made = "SELECT compensation_id, victim_id, occurred_on, CAST(amount AS DOUBLE) FROM mapped.compensation"
    assert rows(found, f"{made} ORDER BY 1") == [
        ("C1-awarded", "007", DAY(2020, 5, 1), 500.0),
        ("C1-claimed", "007", DAY(2020, 1, 5), 1000.0),
        ("C2-awarded", "3.10", DAY(2020, 6, 1), 0.0),
        ("C2-claimed", "3.10", DAY(2020, 1, 6), 200.5),
    ]
