"""The obligations keep the schema's promise, and none of the catalogue they were carried from is lost."""

import csv
import re
from collections import Counter

import pytest

from data.instruments import KINDS, instruments, obligation_rows, obligations
from data.schema import PATTERNS, code_lists, tables

NAMES_IN_CATALOGUE = {
    "palermo": "Palermo Protocol (2000)",
    "untoc": "UNTOC (2000)",
    "coe": "CoE Conv. CETS 197 (2005)",
    "eu_trafficking": "EU Dir 2011/36 as am. 2024/1712",
    "eu_victims": "EU Dir 2012/29",
    "eu_victims_2026": "EU Dir (EU) 2026/1472",
    "eu_confiscation": "EU Dir 2024/1260",
    "eu_eio": "EU Dir 2014/41 (EIO)",
    "eu_freezing": "EU Reg 2018/1805",
    "eu_compensation": "EU Dir 2004/80",
    "eu_residence": "EU Dir 2004/81",
    "ilo_p029": "ILO P029 (2014)",
    "ilo_r203": "ILO R203 (2014)",
    "actip": "ACTIP (ASEAN 2015)",
    "tvpa": "US TVPA s108 min. standards",
    "echr": "ECHR",
    "iccpr": "ICCPR",
}


@pytest.fixture(scope="module")
def catalogue(shared):
    path = shared / "domain" / "obligations.csv"
    if not path.exists():
        pytest.skip("the catalogue of obligations is not beside this checkout (../shared/domain)")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_188_obligations_and_no_id_is_used_twice():
    ids = [row["obligation_id"] for row in obligations()]
    assert len(ids) == 188
    assert [one for one, times in Counter(ids).items() if times > 1] == []


def test_an_id_begins_with_its_instrument():
    strays = [
        row["obligation_id"]
        for row in obligations()
        if not row["obligation_id"].startswith(row["instrument"].replace("_", "-") + "-")
    ]
    assert strays == []


def test_rows_have_the_columns_of_the_table():
    expected = list(tables()["obligations"].columns)
    assert all(sorted(row) == sorted(expected) for row in obligation_rows())


def test_every_value_keeps_what_its_column_declares():
    broken = [
        (row["obligation_id"], name)
        for row in obligation_rows()
        for name, column in tables()["obligations"].columns.items()
        if not _is_allowed(column, row[name])
    ]
    assert broken == []


def _is_allowed(column, value):
    if value is None:
        return not column.required
    if column.codes:
        return value in code_lists()[column.codes].codes
    if column.codes_of and not set(value.split("\n")) <= set(code_lists()[column.codes_of].codes):
        return False
    return re.fullmatch(PATTERNS[column.pattern], value) is not None


def test_instruments_state_what_kind_of_text_they_are():
    assert all(one.kind in KINDS and 1945 < one.adopted < 2100 for one in instruments().values())


def test_every_instrument_carries_as_many_obligations_as_the_catalogue(catalogue):
    expected = Counter(row["instrument"] for row in catalogue)
    carried = {
        NAMES_IN_CATALOGUE[name]: len(one.obligations) for name, one in instruments().items()
    }
    assert carried == dict(expected)


def test_no_sentence_of_the_catalogue_was_copied(catalogue):
    plain = lambda text: " ".join(re.findall(r"[a-z0-9]+", text.lower()))  # noqa: E731 - one use
    theirs = {plain(row["obligation"]) for row in catalogue}
    copied = [
        row["obligation_id"]
        for row in obligations()
        if {plain(row["duty"]), plain(row["attested"] or "")} & theirs
    ]
    assert copied == []


def test_what_the_catalogue_marks_as_unread_is_not_shown_as_read(catalogue):
    unread = sum(row["certainty"].startswith("K") for row in catalogue)
    shown = sum(row["certainty"] == "unchecked" for row in obligations())
    assert shown >= unread > 0


def test_indicators_of_the_catalogue_stay_attached(catalogue):
    named = Counter(
        code for row in catalogue for code in re.findall(r"[A-Z]{2}-\d{2}", row["indicators"])
    )
    kept = Counter(code for row in obligations() for code in (row["indicators"] or "").split())
    assert kept == named
