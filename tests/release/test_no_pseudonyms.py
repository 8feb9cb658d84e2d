"""No pseudonym of the case store may be in a table or in the bytes of a release, and no prose may tell of a person."""

from functools import partial

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from compliance.columns import EVIDENCE_COLUMNS, REPLY_COLUMNS
from data.schema import tables as case_model
from disclosure.error import DisclosureError
from release.artefacts import PROSE, ROW, check_file, check_tables, pseudonyms_among

TOKENS = frozenset({"VICTIM-000017", "900123", "Kept/7b:X", "PROTECTED"})


def stored(tokens) -> duckdb.DuckDBPyConnection:
    """A case store whose tables of victims and events hold these pseudonyms, half of them in each."""
    store = duckdb.connect()
    for name, column, mine in (("victims", "victim_id", 0), ("events", "subject_id", 1)):
        names = ", ".join(f"NULL AS {key}" for key in case_model()[name].columns if key != column)
        rows = pd.DataFrame({column: sorted(tokens)[mine::2]}, dtype=object)
        store.register("rows_told", rows)
        store.execute(
            f"CREATE TABLE {name} AS SELECT CAST({column} AS VARCHAR) AS {column}, {names} FROM rows_told"
        )
    return store


@pytest.fixture(scope="module")
def among():
    """The search in a case store that holds the pseudonyms above."""
    with stored(TOKENS) as store:
        yield partial(pseudonyms_among, store)


@given(
    some.sets(some.text("aAbB1é-İ", min_size=4, max_size=8), max_size=8),
    some.sets(some.text("aAbB1é-İ", min_size=4, max_size=8), max_size=8),
)
def test_the_search_in_the_store_gives_all_that_a_word_may_be(tokens, words):
    words |= {token.lower() for token in sorted(tokens)[:2]} | set(sorted(tokens)[2:4])
    with stored(tokens) as store:
        found = pseudonyms_among(store, words)
    long = {token for token in tokens if len(token) >= 6}
    assert {token for token in long if {token, token.lower()} & words} <= found <= long
    assert all({token, token.lower()} & words or not token.isascii() for token in found)


@pytest.mark.parametrize(
    "text",
    [
        "VICTIM-000017",
        "see 900123, please",
        "It was VICTIM-000017.",
        "file:VICTIM-000017/2",
        "in small letters, victim-000017.",
        "in some of them (Victim-000017)",
        "as KEPT/7B:X has it",
        "PROTECTED as it stands",
    ],
)
def test_a_pseudonym_in_a_text_stops_the_release_and_is_not_repeated(among, text):
    with pytest.raises(DisclosureError, match=r"results\.note") as refusal:
        check_tables({"results": pd.DataFrame({"note": ["nothing", text]})}, among)
    assert not any(token.lower() in str(refusal.value).lower() for token in TOKENS)


def test_what_only_looks_alike_is_let_through(among):
    check_tables(
        {"results": pd.DataFrame({"note": ["9001234", None], "count": [900123, 1]})}, among
    )
    # A pseudonym without a digit is a word, and ordinary sentences hold it in small letters.
    check_tables({"results": pd.DataFrame({"note": ["They are protected, Protected."]})}, among)


@pytest.mark.parametrize("word", [b"VICTIM-000017", b"victim-000017", b"Victim-000017"])
def test_a_pseudonym_in_the_bytes_stops_the_release(among, tmp_path, word):
    file = tmp_path / "answerable.duckdb"
    file.write_bytes(b"\x00" * 999 + word + b"\x00" * 999)
    with pytest.raises(DisclosureError, match="bytes"):
        check_file(file, among)
    file.write_bytes(b"\x00" * 999 + b"protected victim-0000171" + b"\x00" * 999)
    check_file(file, among)


def replies(*texts: str | None) -> pd.DataFrame:
    rows = [
        ("XAA", "palermo-5-1", "law", f"Y{number}", text) for number, text in enumerate(texts, 1)
    ]
    names = ["jurisdiction", "obligation_id", "aspect", "reply_id", "reply"]
    return pd.DataFrame(rows, columns=names, dtype=object)


def evidence(kind: str, reason: str | None, title: str = "A title") -> pd.DataFrame:
    row = {
        "evidence_id": "3f2a",
        "jurisdiction": "XAA",
        "obligation_id": "coe-13-1",
        "aspect": "practice",
        "kind": kind,
        "title": title,
        "reason": reason,
    }
    return pd.DataFrame([row], dtype=object)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Write to name (at) hidden.example.", "hidden"),
        ("Call 06 12 34 56 78.", "12 34"),
        ("She was born on 2 May 1990.", "1990"),
    ],
)
def test_prose_that_tells_of_a_person_stops_the_release_and_names_the_row_only(among, text, secret):
    with pytest.raises(
        DisclosureError, match=r"replies\.reply \(XAA palermo-5-1 law Y2: "
    ) as refusal:
        check_tables({"replies": replies("The Act of 2015.", text, None)}, among)
    assert secret not in str(refusal.value) and "Y1" not in str(refusal.value)
    with pytest.raises(
        DisclosureError, match=r"\.reason \(XAA coe-13-1 practice 3f2a: "
    ) as refusal:
        check_tables({"compliance_evidence": evidence("attestation", text)}, among)
    assert secret not in str(refusal.value)
    with pytest.raises(DisclosureError, match=r"\.title \(XAA coe-13-1 practice 3f2a: ") as refusal:
        check_tables({"compliance_evidence": evidence("report", None, text)}, among)
    assert secret not in str(refusal.value)


def test_a_pseudonym_in_prose_names_the_row_that_is_to_be_sent_again(among):
    """Statements may come before the cases whose pseudonyms they hold: nobody could refuse them then."""
    told = replies("The Act of 2015.", "In VICTIM-000017 nothing was done.", None)
    with pytest.raises(
        DisclosureError, match=r"replies\.reply \(XAA palermo-5-1 law Y2\)\."
    ) as refusal:
        check_tables({"replies": told}, among)
    assert "VICTIM" not in str(refusal.value)


def test_sentences_of_our_own_and_prose_about_law_are_let_through(among):
    prose = "Application no. 25965/04, Directive 2011/36/EU, CETS 197, in force since 2010."
    check_tables(
        {
            "replies": replies(prose, None),
            "compliance_evidence": evidence("attestation", prose),
            "definitions": pd.DataFrame({"sql": ["SELECT 12345678"]}),
        },
        among,
    )
    check_tables({"compliance_evidence": evidence("figure", "1 204 of 123 456.")}, among)
    check_tables(
        {"compliance_evidence": evidence("report", "Due.", "Annual report 2023/24, no. 12")},
        among,
    )
    check_tables({"compliance_evidence": evidence("attestation", None)}, among)


def test_the_columns_searched_are_those_of_the_release():
    columns = {"compliance_evidence": EVIDENCE_COLUMNS, "replies": REPLY_COLUMNS}
    assert {prose.table for prose in PROSE} == set(columns)
    assert all(prose.column in columns[prose.table] for prose in PROSE)
    assert all(prose.kind is None or "kind" in columns[prose.table] for prose in PROSE)
    assert set(ROW) <= {column for several in columns.values() for column in several}
