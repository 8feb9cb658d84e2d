"""Case files in unseen formats, with dates of many kinds: a mapping written from docs/mapping.md is enough."""

import datetime
import zipfile

import pyarrow as pa
import pyarrow.parquet as parquet

from tests.intake.layouts import HEAD, counts, findings, rows, submit_files

PERIOD = (datetime.date(2015, 1, 1), datetime.date(2024, 12, 31))
DAY = datetime.date

EVENT = (
    'subject_kind = {{ value = "case" }}\nsubject_id = "{0}"\nevent = {{ value = "opened" }}\n'
    "event_id = {{ formula = \"'O' & [{0}]\" }}\n"
)


def test_a_utf_16_file_with_dates_of_four_kinds_and_identifiers_that_look_like_numbers(tmp_path):
    mapping = (
        HEAD.replace("[constants]", 'missing = ["NA", "n/a", ".", "-99"]\n[constants]')
        + """
[lists.months]
Mrz = "03"
April = "04"
Apr = "04"
[[file]]
id = "cases"
name = "faelle.csv"
delimiter = ";"
[[table]]
into = "cases"
from = "cases"
[table.columns]
case_id = "Fall-Nr"
victim_count = { from = "Opferzahl", missing = ["999"] }
is_cross_border = { from = "grenzüberschreitend?", codes = { ja = "true", nein = "false", unbekannt = "" }, ignore_case = true }
[[table]]
into = "events"
from = "cases"
[table.columns]
occurred_on = { formula = "replace_codes([Eröffnet am], 'months')", dates = ["%d.%m.%Y", "%d.%m.%y", "%d. %m %Y", "excel"], missing = ["31.12.9999"] }
"""
        + EVENT.format("Fall-Nr")
    )
    text = (
        "Fall-Nr;Eröffnet am;Opferzahl;grenzüberschreitend?;\r\n007;31.12.2021;3;ja;x\r\n"
        "3.10;1. Mrz 2022;999;nein;\r\n1E5;44562;-99;unbekannt;\r\n0815;31.12.9999;n/a;;\r\n"
        "12/A;05.04.22;2;JA;\r\n13;2. April 2022;.;;\r\n"
    )
    (tmp_path / "faelle.csv").write_bytes(text.encode("utf-16"))
    found = submit_files([tmp_path / "faelle.csv"], mapping, PERIOD)
    assert rows(found, "SELECT case_id, victim_count, is_cross_border FROM mapped.cases") == [
        ("007", 3, True),
        ("3.10", None, False),
        ("1E5", None, None),
        ("0815", None, None),
        ("12/A", 2, True),
        ("13", None, None),
    ]
    assert rows(found, "SELECT occurred_on FROM mapped.events") == [
        (DAY(2021, 12, 31),),
        (DAY(2022, 3, 1),),
        (DAY(2022, 1, 1),),
        (None,),
        (DAY(2022, 4, 5),),
        (DAY(2022, 4, 2),),
    ]
    assert counts(found) == (6, 0, 0) and findings(found) == []


def test_a_cp1252_file_with_durations_instead_of_end_dates_and_an_unknown_age(tmp_path):
    mapping = (
        HEAD
        + """
[lists.mois]
"février" = "02"
[[file]]
id = "people"
name = "*.tsv"
encoding = "cp1252"
[file.derive]
charged = "date(replace_codes([Mise en examen], 'mois'), '%d/%m/%Y', '%d %m %Y')"
[[table]]
into = "defendants"
from = "people"
[table.columns]
defendant_id = "N°"
age_band = { formula = "band([Âge], '0-17', '18+')", codes = { "0-17" = "child", "18+" = "adult" }, blank = "unknown" }
[[table]]
into = "events"
from = "people"
where = "[Issue] is present"
[table.columns]
event_id = { formula = "'D' & [N°]" }
subject_kind = { value = "proceeding" }
subject_id = "N°"
event = { value = "disposition" }
outcome = { from = "Issue", codes = { "condamné" = "convicted", relaxe = "acquitted" } }
occurred_on = { formula = "[charged] + [Jours]" }
"""
    )
    text = (
        "N°\tÂge\tMise en examen\tJours\tIssue\tIssue\n1\t34\t03/02/2021\t200\tcondamné\tappel\n"
        "2\t17\t4 février 2021\t1\trelaxe\t\n3\t\t\t\t\t\n"
    )
    (tmp_path / "personnes.tsv").write_bytes(text.encode("cp1252"))
    found = submit_files([tmp_path / "personnes.tsv"], mapping, PERIOD)
    assert rows(found, "SELECT age_band FROM mapped.defendants") == [
        ("adult",),
        ("child",),
        ("unknown",),
    ]
    assert rows(found, "SELECT outcome, occurred_on FROM mapped.events") == [
        ("convicted", DAY(2021, 8, 22)),
        ("acquitted", DAY(2021, 2, 5)),
    ]


def test_a_zip_with_a_log_that_knows_cases_by_their_other_number(tmp_path):
    mapping = (
        HEAD.replace("[constants]", 'ignore_files = ["*.txt"]\n[constants]')
        + """
[[file]]
id = "cases"
name = "files.csv"
delimiter = ";"
[[file]]
id = "log"
name = "log.csv"
delimiter = ";"
[[file.exclude]]
rule = "no_event"
where = "[what] = 'Note'"
because = "A note is no event."
[file.derive]
own = "lookup('cases', 'internal', 'reference', [ref])"
[[file.check]]
rule = "known_case"
assert = "[own] is present"
because = "The case is not in the list of files."
[[table]]
into = "events"
from = "log"
[table.columns]
event_id = { formula = "'L' & {row}" }
subject_kind = { value = "case" }
subject_id = "own"
event = { from = "what", codes = { Opened = "opened", "Sent to court" = "referred_to_prosecution" } }
occurred_on = { from = "when", dates = ["%b %d, %Y", "%d-%b-%y", "%m/%d/%y"] }
"""
    )
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as packed:
        packed.writestr("export/files.csv", "internal;reference\n1;2021/007\n2;2021/008\n")
        packed.writestr(
            "export/log.csv",
            "ref;what;when\n2021/007;Opened;Mar 3, 2021\n2021/007;Sent to court;04-Apr-21\n"
            "2021/008;Opened;1/2/21\n2021/008;Note;\n2021/009;Opened;Mar 3, 2021\n",
        )
        packed.writestr("export/readme.txt", "hello")
    found = submit_files([tmp_path / "export.zip"], mapping, PERIOD)
    assert counts(found) == (5, 1, 1)
    assert findings(found) == [("known_case", "fail", None, 6)]
    assert rows(found, "SELECT subject_id, event, occurred_on FROM mapped.events") == [
        ("1", "opened", DAY(2021, 3, 3)),
        ("1", "referred_to_prosecution", DAY(2021, 4, 4)),
        ("2", "opened", DAY(2021, 1, 2)),
    ]


def test_a_parquet_file_with_moments_and_truths(tmp_path):
    mapping = (
        HEAD
        + """
[[file]]
id = "log"
name = "log.parquet"
[[table]]
into = "cases"
from = "log"
[table.columns]
case_id = "id"
victim_count = "n"
is_online = "flag"
[[table]]
into = "events"
from = "log"
[table.columns]
occurred_on = "opened"
"""
        + EVENT.format("id")
    )
    moments = [datetime.datetime(2021, 3, 1, 23, 59), None, datetime.datetime(2100, 1, 1)]
    table = pa.table(
        {
            "id": ["007", "1E5", "3.10"],
            "opened": pa.array(moments, pa.timestamp("us", tz="UTC")),
            "n": [1.0, 2.0, None],
            "flag": [True, False, None],
        }
    )
    parquet.write_table(table, tmp_path / "log.parquet")
    found = submit_files([tmp_path / "log.parquet"], mapping, PERIOD)
    assert rows(found, "SELECT case_id, victim_count, is_online FROM mapped.cases") == [
        ("007", 1, True),
        ("1E5", 2, False),
        ("3.10", None, None),
    ]
    assert rows(found, "SELECT occurred_on, date_precision FROM mapped.events") == [
        (DAY(2021, 3, 1), "day"),
        (None, "unknown"),
        (None, "unknown"),
    ]
    assert findings(found) == [("date_impossible", "blanked", "occurred_on", 3)]
