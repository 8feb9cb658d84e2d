"""The parts of research tables by hand: rounding, the key, places, codes, what is left out, and utility."""

import hashlib
import hmac
import stat

import numpy as np
import pandas as pd
import pytest

from disclosure.research import (
    DEFAULT,
    NOT_TOLD,
    Attribute,
    Outcome,
    build_research,
    research_columns,
    research_key,
)
from disclosure.research.base import Base
from disclosure.research.places import treatments
from disclosure.research.rounding import keyed_chances, raised_to, rounded
from disclosure.research.utility import coarse, dropped_at_most
from tests.disclosure.research.people import KEY, base_of, people, store_of


def test_chance_is_the_start_of_an_hmac_of_the_cell():
    found = keyed_chances(KEY, ["research_stage\x1fP0\x1f7"])
    by_hand = hmac.new(KEY, b"research_stage\x1fP0\x1f7", hashlib.sha256).digest()
    assert int(found[0]) == int.from_bytes(by_hand[:8], "big")


def test_rounding_adds_and_loses_nothing_on_average():
    for count in range(11):
        chances = keyed_chances(KEY, [f"{n}\x1f{count}" for n in range(4000)])
        shown = rounded(np.full(4000, count), chances, 5)
        assert set(shown % 5) == {0}
        assert (abs(shown - count) <= 4).all()
        # Five standard errors of a count of five by chance.
        assert shown.mean() == pytest.approx(count, abs=5 * 2.5 / np.sqrt(4000))


def test_a_cell_that_did_not_change_reads_the_same_in_the_next_release():
    frame, base = people(8, 1200, 2, 3.0, 3.0), base_of(2)
    first = build_research(store_of(frame), [base], KEY, DEFAULT)["research_stage"]
    late = frame[frame["jurisdiction"] == "P1"].head(1)
    later = build_research(store_of(pd.concat([frame, late])), [base], KEY, DEFAULT)
    columns = [*base.keys, "stage"]
    counts = [each.groupby(columns).size() for each in (first, later["research_stage"])]
    changed = counts[1].sub(counts[0], fill_value=0)
    assert (changed[changed != 0].reset_index()["jurisdiction"] == "P1").all()
    assert (changed != 0).sum() <= 1


def test_no_class_reads_fewer_than_ten_and_no_count_is_further_off_for_it():
    counts = np.array([4, 4, 3, 12, 2, 9])
    classes = np.array([0, 0, 0, 1, 1, 2])
    shown = raised_to(np.array([0, 0, 0, 10, 0, 5]), counts, classes, 10, 5)
    assert shown.tolist() == [5, 5, 0, 10, 0, 10]
    assert (abs(shown - counts) <= 4).all()


def test_pool_is_never_one_place_and_never_smaller_than_a_place_alone():
    assert treatments({"A": 900, "B": 500}) == {"A": "alone", "B": "alone"}
    assert treatments({"A": 900, "B": 500, "C": 12}) == {"A": "alone", "B": "pooled", "C": "pooled"}
    assert treatments({"C": 12}) == {"C": "left_out"}
    assert treatments({"A": 150, "B": 100, "C": 600}) == {
        "A": "pooled",
        "B": "pooled",
        "C": "alone",
    }


def test_key_is_made_once_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.delenv("ANSWERABLE_KEY_FILE", raising=False)
    key = research_key(tmp_path / "vault", is_synthetic=False)
    file = tmp_path / "vault" / "research.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert research_key(tmp_path / "vault", is_synthetic=False) == key
    assert len(key) >= 32
    assert [each.name for each in (tmp_path / "vault").iterdir()] == ["research.key"]


def test_named_key_is_read_and_a_short_one_refused(tmp_path, monkeypatch):
    file = tmp_path / "key"
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(file))
    with pytest.raises(FileNotFoundError):
        research_key(tmp_path, is_synthetic=False)
    file.write_text("k" * 40 + "\n")
    assert research_key(tmp_path, is_synthetic=False) == b"k" * 40
    file.write_text("too short")
    with pytest.raises(ValueError, match="shorter"):
        research_key(tmp_path, is_synthetic=False)
    assert research_key(tmp_path, is_synthetic=True) != b"too short"


def test_another_key_gives_another_table():
    frame, base = people(2, 1500), base_of()
    one, other = (
        build_research(store_of(frame), [base], key, DEFAULT)["research_stage"]
        for key in (KEY, KEY[::-1])
    )
    assert not one.equals(other)


def test_codes_that_are_not_declared_are_refused():
    frame = people(2, 50).assign(sex="a name, by mistake")
    with pytest.raises(ValueError, match="not declared"):
        build_research(store_of(frame), [base_of()], KEY, DEFAULT)


def test_names_that_are_no_plain_words_are_refused():
    with pytest.raises(ValueError, match="plain words"):
        Base("x", "FROM people", "s", (Attribute("a; DROP", "", ("b",)),), ())
    with pytest.raises(ValueError, match=NOT_TOLD):
        Base(
            "x",
            "FROM people",
            "s",
            (Attribute("a", "", (NOT_TOLD,)),),
            (Outcome("t", "o", "", "", ()),),
        )


def test_profile_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="No profile"):
        build_research(store_of(people(2, 50)), [base_of()], KEY, "lenient")


def test_table_that_would_lose_too_many_is_left_out_and_says_so():
    tables = build_research(store_of(people(2, 15, 1)), [base_of(1)], KEY, DEFAULT)
    assert tables["research_stage"].empty
    assert set(tables["research_notes"]["treatment"]) == {"left_out"}
    assert list(tables["research_stage"].columns) == list(
        research_columns(base_of(), base_of().outcomes[0])
    )


def test_nothing_true_is_left_in_the_connection():
    con = store_of(people(2, 400))
    build_research(con, [base_of()], KEY, DEFAULT)
    left = con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()
    assert left == []


def test_measures_are_too_coarse_to_undo_the_protection():
    assert coarse(0.01234, 100_000) == 0.01
    assert coarse(0.0123, 1_000) == 0.02
    assert coarse(0.0123, 300) == 0.0
    assert coarse(0.0123, 100) is None
    assert [dropped_at_most(n) for n in (0, 3, 30, 31)] == [30, 30, 30, 40]


def test_report_names_every_measure_that_readers_need():
    tables = build_research(store_of(people(4, 3000, 3, 4.0, 4.0)), [base_of()], KEY, DEFAULT)
    mine = tables["research_utility"].query("table_name == 'research_stage'")
    measures = dict(zip(mine["measure"], mine["value"], strict=True))
    assert measures["records kept, share"] >= 0.99
    assert measures["share_convicted, mean difference from the official figure"] <= 0.05
    assert measures["jurisdiction by period, total variation"] <= 0.02
    assert measures["shares of stage by jurisdiction, mean absolute error"] <= 0.02
    assert "sex held back, share" in measures
