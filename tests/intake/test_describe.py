"""An unknown file is profiled without showing people, and its draft is a mapping that loads."""

import csv
import random
from datetime import date

import openpyxl
import pytest

from data.intake.describe import describe, draft_mapping
from data.intake.describe_numbers import signs_of
from data.intake.mapping import read_mapping
from data.intake.submission import open_submission


def write(path, rows, encoding="utf-8", delimiter=","):
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


def column(path, heading):
    (table,) = describe([path]).tables
    return next(one.values for one in table.columns if one.heading == heading)


def mapping_of(*paths):
    return read_mapping(draft_mapping(describe(paths)), "draft")


@pytest.fixture
def cases(tmp_path):
    dice = random.Random(7)
    names = ["Ana", "Bela", "Chidi", "Dara", "Efua", "Faisal", "Gita", "Hana"]
    rows = [["Case Number", "First Name", "Gender", "Arrest Date", "Statement", "Outcome", "Age"]]
    for number in range(60):
        who = dice.choice(names) + dice.choice(names).lower()
        day = f"{dice.randint(13, 28)}/{dice.randint(1, 12):02}/2021"
        story = f"{who} said that number {number} happened"
        outcome = dice.choice(["GUILTY", "ACQ", "NA"])
        rows.append([f"C-{number:04}", who, dice.choice("FM"), day, story, outcome, 20 + number])
    return write(tmp_path / "cases.csv", rows), rows


def test_names_and_free_text_are_marked_and_never_shown(cases):
    path, rows = cases
    description = describe([path])
    text, draft = description.text(), draft_mapping(description)
    for heading in ("First Name", "Statement"):
        assert column(path, heading).kind == "personal"
        assert f'"{heading}"' not in draft
    assert text.count("looks like a name or free text: leave out") == 2
    for row in rows[1:]:
        for value in (row[0], row[1], row[4]):
            assert value not in text
            assert value not in draft


def test_dates_codes_and_missing_words_are_recognised(cases):
    path, _ = cases
    day = column(path, "Arrest Date")
    assert (day.kind, day.dates, day.is_ambiguous) == ("date", ("%d/%m/%Y",), False)
    assert day.lowest.startswith("2021-") and day.highest.startswith("2021-")
    assert column(path, "Case Number").kind == "identifier"
    outcome = column(path, "Outcome")
    assert (outcome.missing, outcome.shown) == (("NA",), ("ACQ", "GUILTY"))


def test_the_draft_of_case_data_maps_people_and_events(cases):
    path, rows = cases
    mapping = mapping_of(path)
    parts = {part.into: part for part in mapping.tables}
    assert parts["cases"].columns["case_id"].heading == "Case Number"
    assert parts["events"].columns["occurred_on"].dates == ("%d/%m/%Y",)
    assert parts["events"].columns["event"].value == "arrested"
    with open_submission([path], mapping, _year(2021), "XXX-A") as submission:
        submission.map()
        query = "SELECT subject_id, strftime(occurred_on, '%d/%m/%Y') FROM mapped.events"
        found = submission.con.execute(query).fetchall()
    assert sorted(found) == sorted((row[0], row[3]) for row in rows[1:])


def _year(number):
    return date(number, 1, 1), date(number, 12, 31)


def test_a_day_that_could_be_a_month_is_said(tmp_path):
    days = [["id", "charged"]] + [
        [f"x{n}", f"{n % 12 + 1:02}/{n % 9 + 1:02}/2020"] for n in range(40)
    ]
    path = write(tmp_path / "t.csv", days)
    assert column(path, "charged").is_ambiguous
    assert "other way round" in describe([path]).text()
    assert "CHECK: day and month" in draft_mapping(describe([path]))


@pytest.mark.parametrize(
    ("values", "missing", "bounds", "thousands"),
    [
        (["1", "2", "3", "999"], ("999",), (), None),
        (["0", "5", "-99"], ("-99",), (), None),
        (["990", "999", "1004"], (), (), None),
        (["1,250", "17", "<5", "8"], (), ("<5",), ","),
        (["4", "n/a", "Unknown", "6"], ("n/a", "Unknown"), (), None),
    ],
)
def test_numbers_with_customary_stand_ins(tmp_path, values, missing, bounds, thousands):
    path = write(tmp_path / "t.csv", [["months", "b"], *[[value, "x"] for value in values * 5]])
    found = column(path, "months")
    assert found.kind == "integer"
    assert (set(found.missing), found.bounds, found.thousands) == (set(missing), bounds, thousands)


def test_banner_lines_and_merged_headings_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    rows = [
        ["Ministry of Justice"],
        [],
        ["Place", "Trials", None, "Pending"],
        [None, "Convicted", "Acquitted", None],
        ["North", 12, 3, 40],
        ["South", 7, 1, 22],
    ]
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    (table,) = describe([tmp_path / "t.xlsx"]).tables
    assert table.specification.header_rows == (3, 4)
    assert table.banner_rows == (1,)
    headings = [one.heading for one in table.columns]
    assert headings[:3] == ["Place", "Trials Convicted", "Trials Acquitted"]
    mapping = mapping_of(tmp_path / "t.xlsx")
    assert mapping.files[0].specification.header_rows == (3, 4)


def test_one_column_a_year_is_repeated_over(tmp_path):
    places = ["France", "Ghana", "Nepal", "Total"]
    rows = [["Country", "2019", "2020", "2021"]]
    rows += [[place, n, n + 1, n + 2] for n, place in enumerate(places * 4, start=10)]
    path = write(tmp_path / "t.csv", rows)
    text, draft = describe([path]).text(), draft_mapping(describe([path]))
    assert "one column a year" in text
    assert "total rows: 'Total'" in text
    (part,) = read_mapping(draft, "draft").tables
    assert part.repeat_headings == "^((?:19|20)\\d\\d)$"
    codes = part.columns["jurisdiction"].codes
    assert codes == {"France": "FRA", "Ghana": "GHA", "Nepal": "NPL"}


def test_an_encoding_is_guessed_and_said_to_be_a_guess(tmp_path):
    rows = [["Ort", "Jahr", "Zahl"], *[["Zürich", 2000 + n, n] for n in range(9)]]
    path = write(tmp_path / "t.csv", rows, encoding="cp1252", delimiter=";")
    assert "guess" in describe([path]).text()
    specification = mapping_of(path).files[0].specification
    assert (specification.encoding, specification.delimiter) == ("cp1252", ";")


def test_a_file_that_cannot_be_read_is_told_among_others(tmp_path):
    write(tmp_path / "good.csv", [["year", "cases"], [2020, 4], [2021, 5]])
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 not really")
    description = describe([tmp_path])
    assert [table.file for table in description.tables] == ["good.csv"]
    assert [problem.file for problem in description.problems] == ["bad.xlsx"]
    assert "bad.xlsx" in description.text()


def test_headings_that_are_awkward_in_toml_and_formulas_still_load(tmp_path):
    headings = ['say "so"', "back\\slash", "a]b", "it's", "{item}", "", "Ünï", "case id"]
    rows = [headings, *[["2020-01-02"] * 7 + [f"c{n}"] for n in range(30)]]
    mapping = mapping_of(write(tmp_path / "t [1].csv", rows))
    assert mapping.files[0].specification.id == "t_1"


REAL = (
    "us_federal_ht_cases/march_htd_deid.csv",
    "cook_county_sao_2019/dispositions.parquet",
    "cook_county_sao_2019/intake.parquet",
    "ncrb_court_disposal_2022/ncrb_cii2022_table3A7_extract.csv",
    "ncrb_trials_2001_2010/28_Trial_of_violent_crimes_by_courts.csv",
    "ncrb_trials_2001_2010/29_Period_of_trials_by_courts.csv",
    "ngo_survey_2014/data_q3_19_25.csv",
)


@pytest.mark.parametrize("name", REAL)
def test_drafts_of_real_files_load(shared, name):
    path = shared / "data" / name
    if not path.is_file():
        pytest.skip(f"{name} is not among the shared data sets")
    mapping = mapping_of(path)
    assert mapping.tables
    assert mapping.files[0].specification.name.casefold() == path.name.casefold()


def test_the_draft_for_glotip_reads_its_figures(shared):
    mapping = mapping_of(shared / "data" / "unodc_glotip_2024" / "data_glotip.xlsx")
    (part,) = mapping.tables
    assert part.into == "official_counts"
    value = part.columns["value"]
    assert (value.heading, value.thousands, value.at_most) == ("txtVALUE", ",", ("<5",))
    assert part.columns["jurisdiction"].heading == "Iso3_code"
    assert part.columns["sex"].codes["Female"] == "female"


def test_describing_hostile_files_never_ends_in_a_traceback(shared):
    folder = shared / "attacks" / "bad_inputs"
    if not folder.is_dir():
        pytest.skip("the hostile files are not beside this checkout")
    for path in sorted(folder.glob("*")):
        if path.suffix == ".json":
            continue
        description = describe([path])
        assert description.tables or description.problems, path.name
        if description.tables:
            assert read_mapping(draft_mapping(description), "draft").tables, path.name


def test_european_numbers_and_days_are_told_with_their_signs(tmp_path):
    text = "case;opened;damage;note\n" + "".join(
        f"A{number};0{number}.02.21;{damage};x\n"
        for number, damage in enumerate(["1.234,50", "12,00", "7", "...", "3.000"], start=1)
    )
    (tmp_path / "f.csv").write_text(text)
    said = describe([tmp_path / "f.csv"]).text()
    assert "thousands separated by '.'; decimals after ','; perhaps no value: '...'" in said
    assert "numbers; 7 to 3000" in said
    assert "%d.%m.%y" in said


@pytest.mark.parametrize(
    ("values", "signs"),
    [
        (["1,200", "7"], (",", ".")),
        (["12,34,567", "1,234.5"], (",", ".")),
        (["3,5", "12"], (None, ",")),
        (["1 200,5", "3"], (" ", ",")),
        (["1.5", "2e3"], (None, ".")),
        (["1,5", "1,234"], (None, ",")),
    ],
)
def test_the_signs_of_numbers_are_those_under_which_most_can_be_read(values, signs):
    assert signs_of(values) == signs


def test_cells_with_several_values_are_told_and_sentences_are_not(tmp_path):
    forms = ["labour;sexual", "labour", "sexual; begging", "begging;", "labour;begging;sexual"]
    notes = [f"she said {word}; then left {word}" for word in ("a", "b", "c", "d", "e")]
    rows = "".join(f'"{form}","{note}"\n' for form, note in zip(forms, notes, strict=True))
    (tmp_path / "f.csv").write_text("forms,story\n" + rows)
    lines = describe([tmp_path / "f.csv"]).text().splitlines()
    assert [("separated by ';': split" in one) for one in lines if ": 100%" in one] == [True, False]


def test_years_that_repeat_under_merged_headings_are_a_second_heading_row(tmp_path):
    text = "Banner,,,,\nRegion,Suspects,,Convicted,\n,2022,2023,2022,2023\nNorth,1,2,3,4\nSouth,5,6,7,8\n"
    (tmp_path / "f.csv").write_text(text)
    assert "headings in row 2 and 3" in describe([tmp_path / "f.csv"]).text()
