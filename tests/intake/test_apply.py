"""A mapping applied to small files: what is accepted, set aside, left out, blanked, merged and repeated."""

import datetime
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.problems import IntakeError
from data.intake.submission import open_submission
from tests.intake.layouts import HEAD, PERIOD, findings, rows, submit

PEOPLE = HEAD + '[[file]]\nid = "people"\nname = "people.csv"\n'
DEFENDANTS = '[[table]]\ninto = "defendants"\nfrom = "people"\n[table.columns]\n'
EVENT = (
    '[[table]]\ninto = "events"\nfrom = "people"\n[table.columns]\n'
    'event_id = { formula = "\'E\' & {row}" }\nsubject_kind = { value = "case" }\n'
    'subject_id = "id"\nevent = { value = "opened" }\n'
)


def counts(submission):
    found = submission.counts()
    assert found.received == found.accepted + found.quarantined + found.excluded
    return found.accepted, found.quarantined, found.excluded


def test_codes_otherwise_and_blank(tmp_path):
    mapping = (
        PEOPLE
        + DEFENDANTS
        + (
            'defendant_id = "id"\nsex = { from = "s", codes = { "0" = "male", "1" = "female" }, otherwise = "unknown" }\n'
            'age_band = { from = "a", codes = { Young = "child" }, ignore_case = true, blank = "unknown" }\n'
        )
    )
    found = submit(tmp_path, mapping, people="id,s,a\n1,0,YOUNG\n2,7,\n3,,old\n4,1,young\n")
    assert rows(found, "SELECT defendant_id, sex, age_band FROM mapped.defendants") == [
        ("1", "male", "child"),
        ("2", "unknown", "unknown"),
        ("4", "female", "child"),
    ]
    assert findings(found) == [("unknown_code", "fail", "age_band", 4)]
    assert counts(found) == (3, 1, 0)


def test_identifiers_stay_text_and_constants_fill(tmp_path):
    found = submit(
        tmp_path, PEOPLE + DEFENDANTS + 'defendant_id = "id"\n', people="id\n3.10\n003\n"
    )
    assert rows(found, "SELECT defendant_id, jurisdiction, row_ids FROM mapped.defendants") == [
        ("3.10", "XAA", [1]),
        ("003", "XAA", [2]),
    ]


def test_several_date_formats_precision_sentinels_and_bounds(tmp_path):
    mapping = PEOPLE.replace(
        "[constants]", "earliest = 1990-01-01\nlatest = 2020-06-30\n[constants]"
    )
    mapping += (
        EVENT
        + 'occurred_on = { from = "d", dates = ["%d.%m.%Y", "%Y-%m-%d", "%m/%Y", "%Y", "excel"], missing = ["999"] }\n'
    )
    cells = [
        "03.02.2020",
        "2020-02-04",
        "05/2019",
        "2018",
        "999",
        "43831",
        "2109-01-01",
        "1965-01-01",
        "soon",
    ]
    text = "id,d\n" + "\n".join(f"{n},{cell}" for n, cell in enumerate(cells)) + "\n"
    found = submit(tmp_path, mapping, people=text)
    day = datetime.date
    assert rows(found, "SELECT subject_id, occurred_on, date_precision FROM mapped.events") == [
        ("0", day(2020, 2, 3), "day"),
        ("1", day(2020, 2, 4), "day"),
        ("2", day(2019, 5, 1), "month"),
        ("3", day(2018, 1, 1), "year"),
        ("4", None, "unknown"),
        ("5", day(2020, 1, 1), "day"),
        ("6", None, "unknown"),
        ("7", None, "unknown"),
    ]
    assert findings(found) == [
        ("date_impossible", "blanked", "occurred_on", 8),
        ("date_impossible", "blanked", "occurred_on", 9),
        ("unreadable_date", "fail", "occurred_on", 10),
    ]


def test_missing_tokens_and_their_exceptions(tmp_path):
    mapping = PEOPLE.replace("[constants]", 'missing = ["na", "-99"]\n[constants]')
    mapping += '[[table]]\ninto = "cases"\nfrom = "people"\n[table.columns]\ncase_id = { from = "id", not_missing = ["NA"] }\n'
    mapping += 'victim_count = { from = "v", missing = ["-1"] }\ndefendant_count = "w"\n'
    found = submit(tmp_path, mapping, people="id,v,w\nNA,-99,NA\n2,-1,3\n")
    assert rows(found, "SELECT case_id, victim_count, defendant_count FROM mapped.cases") == [
        ("NA", None, None),
        ("2", None, 3),
    ]


def test_numbers_separators_bounds_and_wide_years(tmp_path):
    mapping = PEOPLE + (
        '[[file.exclude]]\nrule = "total"\nwhere = "[place] = \'Total\'"\nbecause = "A total."\n'
        '[[check]]\nrule = "adds_up"\nfile = "people"\nbecause = "Sum."\nseverity = "review"\n'
        "assert = \"sum(number([2020], ',') where [place] != 'Total') = sum(number([2020], ',') where [place] = 'Total')\"\n"
        '[[table]]\ninto = "official_counts"\nfrom = "people"\nrepeat_headings = "(?P<year>[0-9]{4})"\n[table.columns]\n'
        'source = { value = "s" }\nvintage = { value = "1" }\nscope = { value = "trafficking" }\n'
        'period_start = { value = "{year}-01-01" }\nperiod_end = { value = "{item}-12-31" }\n'
        'measure = { value = "persons_convicted" }\nunit_counted = { value = "persons" }\n'
        'breakdown = { value = "place" }\ncategory = "place"\nsex = { value = "total" }\nage_group = { value = "total" }\n'
        'value = { from = "{heading}", thousands = ",", at_most = { "<5" = 4 } }\n'
    )
    found = submit(
        tmp_path, mapping, people='place,2019,2020\nA,"1,200",<5\nB,7,10\nTotal,"1,207",12\n'
    )
    assert rows(
        found,
        "SELECT category, year(period_end), value, value_at_most FROM mapped.official_counts ORDER BY ALL",
    ) == [
        ("A", 2019, 1200.0, None),
        ("A", 2020, None, 4.0),
        ("B", 2019, 7.0, None),
        ("B", 2020, 10.0, None),
    ]
    assert counts(found) == (2, 0, 1)
    assert findings(found) == [("adds_up", "review", None, 2)]


def test_merge_counts_what_belongs_to_the_case_once_and_tells_conflicts(tmp_path):
    case = '[[table]]\ninto = "cases"\nfrom = "people"\nmerge = true\n{}[table.columns]\ncase_id = "case"\nvictim_count = "v"\n'
    text = "id,case,v\n1,A,\n2,A,5\n3,A,5\n4,B,2\n5,B,3\n"
    found = submit(tmp_path, PEOPLE + case.format(""), people=text)
    assert rows(found, "SELECT case_id, victim_count, row_ids FROM mapped.cases") == [
        ("A", 5, [1, 2, 3]),
        ("B", 2, [4, 5]),
    ]
    assert findings(found) == [("merge_conflict", "review", "victim_count", 6)]
    strict = submit(tmp_path, PEOPLE + case.format('on_conflict = "fail"\n'), people=text)
    assert rows(strict, "SELECT case_id, victim_count, row_ids FROM mapped.cases")[1] == (
        "B",
        2,
        [4],
    )
    assert counts(strict) == (4, 1, 0)


def test_a_row_set_aside_leaves_every_table(tmp_path):
    mapping = (
        PEOPLE
        + DEFENDANTS
        + 'defendant_id = "id"\nis_legal_person = "legal"\n'
        + EVENT
        + 'occurred_on = "d"\n'
    )
    found = submit(
        tmp_path, mapping, people="id,legal,d\n1,no,2020-01-01\n2,?,2020-01-01\n3,yes,2020-01-03\n"
    )
    assert rows(found, "SELECT defendant_id, is_legal_person FROM mapped.defendants") == [
        ("1", False),
        ("3", True),
    ]
    assert rows(found, "SELECT subject_id FROM mapped.events") == [("1",), ("3",)]
    assert found.quarantine([3], "by_hand") == 1
    assert found.quarantine([3], "again") == 0
    found.map()
    assert rows(found, "SELECT subject_id FROM mapped.events") == [("1",)]
    assert counts(found) == (1, 2, 0)


def test_one_wide_row_becomes_many_charges(tmp_path):
    mapping = PEOPLE + (
        '[[table]]\ninto = "charges"\nfrom = "people"\nwhere = "[has {item}] = \'y\'"\n'
        'repeat = [{ item = "a", offence = "0204" }, { item = "b", offence = "07" }]\n[table.columns]\n'
        'charge_id = { formula = "[id] & \'-{item}\'" }\nproceeding_id = "id"\n'
        'offence = { value = "{offence}" }\ncounts = "n {item}"\n'
    )
    found = submit(tmp_path, mapping, people="id,has a,n a,has b,n b\n1,y,2,y,1\n2,n,,y,4\n")
    assert rows(found, "SELECT charge_id, offence, counts, row_ids FROM mapped.charges") == [
        ("1-a", "0204", 2, [1]),
        ("1-b", "07", 1, [1]),
        ("2-b", "07", 4, [2]),
    ]


def test_tables_linked_by_lookup_groups_and_positions(tmp_path):
    mapping = HEAD + (
        '[[file]]\nid = "courts"\nname = "courts.csv"\n'
        '[[file]]\nid = "people"\nname = "people.csv"\n[file.derive]\n'
        "court = \"lookup('courts', 'code', 'id', [case])\"\nlargest = \"max(number([n]) per [case])\"\n"
        'place = "position(per [case])"\n'
        '[[file.exclude]]\nrule = "repeated"\nbecause = "The same person twice."\n'
        'where = "{row} > min({row} per [id])"\n'
        '[[table]]\ninto = "cases"\nfrom = "people"\n[table.columns]\n'
        "case_id = { formula = \"[case] & '-' & [place] & coalesce('-' & [court], '')\" }\nvictim_count = \"largest\"\n"
    )
    found = submit(
        tmp_path,
        mapping,
        courts="id,code\nA,x\nA,y\n",
        people="id,case,n\n1,A,3\n2,A,9\n1,A,50\n3,B,\n",
    )
    assert rows(found, "SELECT case_id, victim_count FROM mapped.cases") == [
        ("A-1-x", 9),
        ("A-2-x", 9),
        ("B-1", None),
    ]
    assert counts(found) == (5, 0, 1)


def test_row_checks_quarantine_or_note_and_skip_what_is_missing(tmp_path):
    check = '[[file.check]]\nrule = "{}"\nassert = "[a] + [b] = [c]"\nbecause = "They add up."\n{}'
    mapping = (
        PEOPLE
        + check.format("exact", "")
        + check.format("near", 'tolerance = 2\nseverity = "review"\n')
    )
    mapping += check.format(
        "there", 'missing_fails = true\nseverity = "review"\nwhere = "[id] != \'1\'"\n'
    )
    found = submit(
        tmp_path,
        mapping + DEFENDANTS + 'defendant_id = "id"\n',
        people="id,a,b,c\n1,1,1,2\n2,1,1,4\n3,1,1,\n4,9,9,9\n",
    )
    assert findings(found) == [
        ("exact", "fail", None, 3),
        ("exact", "fail", None, 5),
        ("near", "review", None, 5),
        ("there", "review", None, 3),
        ("there", "review", None, 4),
        ("there", "review", None, 5),
    ]
    assert counts(found) == (2, 2, 0)


def test_a_failing_group_goes_whole(tmp_path):
    check = '[[check]]\nrule = "one"\nfile = "people"\ngroup_by = ["case"]\nassert = "count_distinct([v]) = 1"\nbecause = "b"\n'
    mapping = PEOPLE + check + DEFENDANTS + 'defendant_id = "id"\n'
    found = submit(tmp_path, mapping, people="id,case,v\n1,A,1\n2,A,2\n3,B,1\n4,,5\n5,,6\n")
    assert rows(found, "SELECT defendant_id FROM mapped.defendants") == [("3",)]


def test_literal_rows_and_an_optional_file_that_was_not_sent(tmp_path):
    mapping = PEOPLE + (
        '[[file]]\nid = "more"\nname = "more.csv"\noptional = true\n'
        '[[table]]\ninto = "agencies"\nrows = [{ name = "Police", kind = "police", linkage_unit = "u", reports_from = 2019-01-01 }]\n'
        '[[table]]\ninto = "defendants"\nfrom = ["people", "more"]\nmerge = true\n[table.columns]\ndefendant_id = "id"\n'
    )
    found = submit(tmp_path, mapping, people="id\n1\n1\n2\n")
    assert rows(found, "SELECT defendant_id, row_ids FROM mapped.defendants") == [
        ("1", [1, 2]),
        ("2", [3]),
    ]
    assert rows(found, "SELECT agency_id, reports_from, row_ids FROM mapped.agencies") == [
        ("XAA-POL", datetime.date(2019, 1, 1), [])
    ]


def test_own_layout_takes_declared_columns_and_refuses_others(tmp_path):
    (tmp_path / "Cases.csv").write_text(
        "jurisdiction,case_id,agency_id,is_online\nXAA,1,XAA-P,true\n"
    )
    with open_submission([tmp_path], None, PERIOD) as found:
        found.map()
        assert rows(found, "SELECT case_id, is_online, lead_source FROM mapped.cases") == [
            ("1", True, None)
        ]
    (tmp_path / "Cases.csv").write_text("jurisdiction,case_idd,agency_id,surname\nXAA,1,XAA-P,x\n")
    with pytest.raises(IntakeError) as caught:
        open_submission([tmp_path], None, PERIOD)
    assert [one.column for one in caught.value.problems] == ["case_idd", "surname"]
    assert "Did you mean 'case_id'?" in str(caught.value)


def test_own_layout_in_the_sheets_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Cases"
    book.active.append(["jurisdiction", "case_id", "agency_id"])
    book.active.append(["XAA", "1", "XAA-P"])
    sheet = book.create_sheet("events")
    sheet.append(["jurisdiction", "event_id", "occurred_on"])
    sheet.append(["XAA", "e1", datetime.date(2020, 5, 1)])
    book.save(tmp_path / "all.xlsx")
    with open_submission([tmp_path], "own", PERIOD) as found:
        found.map()
        assert rows(found, "SELECT case_id FROM mapped.cases") == [("1",)]
        assert rows(found, "SELECT occurred_on, date_precision FROM mapped.events") == [
            (datetime.date(2020, 5, 1), "day")
        ]
    with pytest.raises(IntakeError, match="Did you mean 'events'"):
        sheet.title = "event"
        book.save(tmp_path / "all.xlsx")
        open_submission([tmp_path], "own", PERIOD)


def test_what_the_database_refuses_is_a_problem_of_the_mapping(tmp_path):
    derive = "[file.derive]\nx = \"part([id], '(a)', 77)\"\n"
    with pytest.raises(IntakeError, match="people") as caught:
        submit(
            tmp_path, PEOPLE + derive + DEFENDANTS + 'defendant_id = "id"\n', people="id\nSecret\n"
        )
    assert "Secret" not in str(caught.value)


def test_a_big_submission_is_mapped_in_a_file_to_the_same_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("data.intake.submission.BIG", 1)
    mapping = PEOPLE + DEFENDANTS + 'defendant_id = "id"\n'
    with submit(tmp_path, mapping, people="id\n1\n2\n") as found:
        assert rows(found, "SELECT count(*) FROM mapped.defendants") == [(2,)]
        [(place,)] = rows(
            found, "SELECT path FROM duckdb_databases() WHERE database_name = 'submission'"
        )
        assert Path(place).exists()
    assert not Path(place).exists()


def test_messages_never_hold_a_value(tmp_path):
    mapping = PEOPLE + DEFENDANTS + 'defendant_id = "id"\nis_legal_person = "legal"\n'
    found = submit(tmp_path, mapping, people="id,legal\n1,Secretname\n")
    assert not [
        one for one in rows(found, "SELECT message FROM findings") if "Secretname" in one[0]
    ]


cells = st.sampled_from(["", "1", "2", "x", "Total", "2020-01-01", "<5", "NA", "9999-99-99"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=12))
def test_every_row_is_accepted_quarantined_or_excluded(table):
    mapping = PEOPLE + (
        '[[file.exclude]]\nrule = "total"\nwhere = "[a] = \'Total\'"\nbecause = "t"\n'
        '[[file.check]]\nrule = "b"\nassert = "[b] = 1"\nbecause = "b"\n'
        + DEFENDANTS.replace(
            "[table.columns]", 'merge = true\non_conflict = "fail"\n[table.columns]'
        )
        + 'defendant_id = "id"\nis_legal_person = "c"\n'
        + EVENT.replace('"id"', '"id"')
        + 'occurred_on = "c"\n'
    )
    text = "id,a,b,c\n" + "".join(f"{n % 3},{','.join(row)}\n" for n, row in enumerate(table))
    with (
        tempfile.TemporaryDirectory() as folder,
        submit(Path(folder), mapping, people=text) as found,
    ):
        accepted, quarantined, excluded = counts(found)
        assert accepted + quarantined + excluded == len(table)
        assert excluded == sum(row[0] == "Total" for row in table)
        inside = {
            one for (ids,) in rows(found, "SELECT row_ids FROM mapped.defendants") for one in ids
        }
        assert len(inside) == accepted
        mapped = rows(found, "SELECT count(*) FROM mapped.events")
        assert mapped == [(accepted,)]
