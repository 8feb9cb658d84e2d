"""Published tables that nobody showed the authors: a mapping written from docs/mapping.md is enough."""

import datetime

import openpyxl
import pytest

from tests.intake.layouts import counts, findings, rows, submit_files

HEAD = """
title = "Fictional statistics"
scope = "trafficking"
missing = ["..."]
[constants]
jurisdiction = "XAA"
source = "xaa_statistics"
vintage = "2024"
scope = "trafficking"
unit_counted = "persons"
breakdown = "region"
age_group = "total"
"""
PERIOD = (datetime.date(2015, 1, 1), datetime.date(2024, 12, 31))

REGIONS = (
    HEAD
    + """
sex = "total"
[[file]]
id = "regions"
name = "regionen_*.xlsx"
header_rows = [4, 5]
fill_right = true
fill_down = ["Region"]
[[file.exclude]]
rule = "note"
where = "[Verdächtige 2022] is missing"
because = "A note under the table."
[[file.exclude]]
rule = "sum"
where = "[Bezirk] = 'Zwischensumme' or [Region] = 'Insgesamt'"
because = "A sum of rows above."
[[file.check]]
rule = "printed_share"
assert = "100 * number([Verurteilte 2023]) / number([Verdächtige 2023]) = number([Anteil [%]]])"
tolerance = 0.05
because = "The printed share is another."
[[check]]
rule = "sub_total"
file = "regions"
group_by = ["Region"]
where = "[Region] != 'Insgesamt'"
assert = "sum([Verdächtige 2022] where [Bezirk] != 'Zwischensumme') = sum([Verdächtige 2022] where [Bezirk] = 'Zwischensumme')"
because = "The districts do not add up to their region."
severity = "review"
[[table]]
into = "official_counts"
from = "regions"
repeat_headings = "(?P<what>Verdächtige|Verurteilte) (?P<year>[0-9]{4})"
[table.columns]
period_start = { value = "{year}-01-01" }
period_end = { value = "{year}-12-31" }
measure = { value = "{what}", codes = { "Verdächtige" = "persons_suspected", Verurteilte = "persons_convicted" } }
category = { formula = "[Region] & ': ' & [Bezirk]" }
value = { from = "{heading}", at_most = { "<5" = 4 } }
"""
)


@pytest.fixture
def regions(tmp_path):
    """A workbook: banner, merged headings over years, sub-totals, notes, a last column without heading."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Menschenhandel nach Region"])
    sheet.append(["Stand: 31.12.2023"])
    sheet.append([])
    sheet.append(["Region", "Bezirk", "Verdächtige", None, "Verurteilte", None, "Anteil\n[%]"])
    sheet.append([None, None, 2022, 2023, 2022, 2023])
    sheet.merge_cells("C4:D4")
    sheet.merge_cells("E4:F4")
    for row in (
        ["Nord", "Alt", 10, 12, 4, 5, 41.7, "b"],
        [None, "Berg", 3, "<5", 1, 1, None],
        [None, "Zwischensumme", 13, 14, 5, 6, 42.9],
        ["Süd", "Cham", 20, 22, 10, 11, 49.0],
        [None, "Zwischensumme", 21, 22, 10, 11, 50],
        ["Insgesamt", None, 33, 36, 15, 17, 47.2],
        ["1) vorläufig"],
    ):
        sheet.append(row)
    book.save(tmp_path / "regionen_2023.xlsx")
    return tmp_path / "regionen_2023.xlsx"


def test_a_workbook_with_sub_totals_notes_and_a_share_that_is_wrong(regions):
    found = submit_files([regions], REGIONS, PERIOD)
    assert counts(found) == (2, 1, 4)
    assert findings(found) == [
        ("printed_share", "fail", None, 9),
        ("sub_total", "review", None, 9),
    ]
    made = "SELECT category, measure, year(period_end), value, value_at_most FROM mapped.official_counts"
    assert rows(found, f"{made} WHERE category = 'Nord: Berg' ORDER BY ALL") == [
        ("Nord: Berg", "persons_convicted", 2022, 1.0, None),
        ("Nord: Berg", "persons_convicted", 2023, 1.0, None),
        ("Nord: Berg", "persons_suspected", 2022, 3.0, None),
        ("Nord: Berg", "persons_suspected", 2023, None, 4.0),
    ]


def test_of_which_rows_know_the_row_above_and_a_short_note_is_left_out(tmp_path):
    mapping = (
        HEAD
        + """
[[file]]
id = "years"
name = "years.csv"
delimiter = ";"
[[file.exclude]]
rule = "note"
where = "matches([Indicator], '[*].*')"
because = "A note under the table."
[file.derive]
head = "fill_down(if([Indicator] = 'of which', missing, [Indicator]))"
[[table]]
into = "official_counts"
from = "years"
repeat_headings = "20[0-9]{2}"
[table.columns]
period_start = { value = "{item}-01-01" }
period_end = { value = "{item}-12-31" }
measure = { from = "head", codes = { Convicted = "persons_convicted", Victims = "victims_detected" } }
category = { value = "total" }
sex = { from = "Sex", codes = { All = "total", Women = "female" } }
value = { from = "{item}", thousands = ".", decimal = "," }
"""
    )
    text = (
        "Indicator;Sex;2022;2023\nConvicted;All;1.200,0;1.300,0\nof which;Women;...;400\n"
        "Victims;All;50;60\nof which;Women;40;45\n* Source: statistics office\n"
    )
    (tmp_path / "years.csv").write_bytes(text.encode())
    found = submit_files([tmp_path / "years.csv"], mapping, PERIOD)
    assert counts(found) == (4, 0, 1)
    assert rows(
        found,
        "SELECT measure, sex, value FROM mapped.official_counts WHERE year(period_start) = 2022 ORDER BY ALL",
    ) == [
        ("persons_convicted", "female", None),
        ("persons_convicted", "total", 1200.0),
        ("victims_detected", "female", 40.0),
        ("victims_detected", "total", 50.0),
    ]


def test_month_columns_end_on_the_last_day_of_their_month(tmp_path):
    mapping = (
        HEAD
        + """
sex = "total"
[[file]]
id = "months"
name = "months.csv"
[[file.check]]
rule = "year_adds_up"
assert = "sum_across('[A-Z][a-z]{2}-[0-9]{2}') = number([Year])"
because = "The months do not add up to the year."
[[table]]
into = "official_counts"
from = "months"
repeat_headings = "[A-Z][a-z]{2}-[0-9]{2}"
[table.columns]
period_start = { value = "{heading}", dates = ["%b-%y"] }
period_end = { formula = "month_end(date('{heading}', '%b-%y'))" }
measure = { value = "persons_suspected" }
category = "Office"
value = "{heading}"
"""
    )
    (tmp_path / "months.csv").write_text("Office,Jan-23,Feb-23,Feb-24,Year\nA,1,2,3,6\nB,4,,6,11\n")
    found = submit_files([tmp_path / "months.csv"], mapping, PERIOD)
    assert findings(found) == [("year_adds_up", "fail", None, 3)]
    assert rows(
        found, "SELECT period_start, period_end, value FROM mapped.official_counts ORDER BY 1"
    ) == [
        (datetime.date(2023, 1, 1), datetime.date(2023, 1, 31), 1.0),
        (datetime.date(2023, 2, 1), datetime.date(2023, 2, 28), 2.0),
        (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29), 3.0),
    ]


def test_yearly_files_in_another_order_whose_year_stands_in_the_name_only(tmp_path):
    mapping = (
        HEAD
        + """
sex = "total"
[[file]]
id = "courts"
name = "20??.csv"
[[file.exclude]]
rule = "total"
where = "[Court] = 'Total'"
because = "The sum of the courts."
[file.derive]
year = "part({file}, '(20[0-9]{2})')"
[[file.check]]
rule = "printed_rate"
assert = "100 * number([Convicted]) / (number([Convicted]) + number([Acquitted])) = number(replace([Rate \\"C/(C+A)\\"], '%', ''))"
tolerance = 0.05
severity = "review"
because = "The printed rate is another."
[[check]]
rule = "total"
file = "courts"
group_by = ["year"]
assert = "sum([Convicted] where [Court] != 'Total') = sum([Convicted] where [Court] = 'Total')"
severity = "review"
because = "The courts do not add up."
[[table]]
into = "official_counts"
from = "courts"
repeat = [{ item = "Convicted", measure = "cases_convicted" }, { item = "Acquitted", measure = "cases_acquitted" }]
[table.columns]
period_start = { formula = "date([year] & '-01-01')" }
period_end = { formula = "date([year] & '-12-31')" }
measure = { value = "{measure}" }
category = "Court"
value = "{item}"
"""
    )
    (tmp_path / "2020.csv").write_text(
        'Court,Convicted,Acquitted,"Rate\n""C/(C+A)"""\nN,3,1,75.0%\nS,1,2,33.3%\nTotal,4,3,57.1%\n'
    )
    (tmp_path / "2021.csv").write_text(
        'Acquitted,Court,"Rate ""C/(C+A)""",Convicted\n2,N,50%,2\n1,S,80%,9\n,Total,,12\n'
    )
    found = submit_files([tmp_path / "2020.csv", tmp_path / "2021.csv"], mapping, PERIOD)
    assert counts(found) == (4, 0, 2)
    assert findings(found) == [
        ("printed_rate", "review", None, 3),
        ("total", "review", None, 2),
    ]
    assert rows(
        found,
        "SELECT year(period_start), category, value FROM mapped.official_counts "
        "WHERE measure = 'cases_convicted' ORDER BY ALL",
    ) == [(2020, "N", 3.0), (2020, "S", 1.0), (2021, "N", 2.0), (2021, "S", 9.0)]
