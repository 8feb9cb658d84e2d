"""What the research tables promise, over random people: no small class, no exact count, bounds that hold, no selection of a few."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from disclosure.research import DEFAULT, NOT_TOLD, OTHER_PLACES, STRICT, bounds, build_research
from disclosure.research.base import Base
from tests.disclosure.research.people import KEY, RARE, base_of, people, store_of

TABLES = {"research_stage": "stage", "research_help": "help"}
CROWDS = st.tuples(
    st.integers(0, 10_000),
    st.sampled_from([0, 5, 30, 150, 400, 900, 2500]),
    st.integers(1, 5),
    st.sampled_from([0.3, 1.0, 4.0]),
    st.sampled_from([0.3, 1.0, 4.0]),
)
TRIED = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=(Phase.generate,),
)


def built(crowd, profile) -> tuple[pd.DataFrame, Base, dict]:
    seed, size, places, skew, lopsided = crowd
    frame, base = people(seed, size, places, skew, lopsided), base_of(places)
    con = store_of(frame)
    con.execute("CREATE OR REPLACE TABLE sink AS FROM people LIMIT 0")
    tables = build_research(con, [base], KEY, profile)
    con.close()
    return frame, base, tables


def recoded(frame: pd.DataFrame, tables: dict, table: str) -> pd.DataFrame:
    """The people under the names that a table tells their places by; those left out are gone."""
    notes = tables["research_notes"].query("table_name == @table")
    treated = dict(zip(notes["jurisdiction"], notes["treatment"], strict=True))
    kept = frame[frame["jurisdiction"].map(treated).ne("left_out")]
    told = [
        OTHER_PLACES if treated.get(place) == "pooled" else place for place in kept["jurisdiction"]
    ]
    return kept.assign(jurisdiction=told)


def may_be(shown: pd.Series, frame: pd.DataFrame) -> np.ndarray:
    """Whether each person may stand in a class that is shown so."""
    fits = np.ones(len(frame), bool)
    for name, code in shown.items():
        own = frame[name].to_numpy()
        coarser = np.array([RARE.get(each, each) for each in own], dtype=object)
        fits &= (code == NOT_TOLD) | (own == code) | (coarser == code)
    return fits


@pytest.mark.long
@TRIED
@given(CROWDS, st.sampled_from([DEFAULT, STRICT]), st.integers(0, 10_000))
def test_every_promise_holds(crowd, profile, seed):
    frame, base, tables = built(crowd, profile)
    check_bounds(frame, base, tables)
    check_classes(frame, base, tables)
    check_nobody_comes_out(tables)
    if profile == STRICT:
        check_selections(base, tables, seed)


def check_bounds(frame, base, tables):
    """The truth lies within them, of every place and of the small ones together."""
    told = next((table for table in TABLES if len(tables[table])), "research_stage")
    pooled = recoded(frame, tables, told)
    frame = pd.concat([frame, pooled[pooled["jurisdiction"] == OTHER_PLACES]], ignore_index=True)
    found = bounds(tables, [base])
    members = {
        "everybody": np.ones(len(frame), bool),
        "convicted": (frame["stage"] == "convicted").to_numpy(),
        "tried": frame["stage"].isin(["charged", "convicted"]).to_numpy(),
        "helped": (frame["help"] == "yes").to_numpy(),
    }
    long = pd.concat(
        frame.assign(
            set_id=name,
            breakdown=breakdown,
            category="total" if breakdown == "total" else frame[breakdown],
            period_start=frame["period"].str[:4] + "-01-01",
        )[inside]
        for name, inside in members.items()
        for breakdown in ("total", "sex", "age_group", "form")
    )
    keys = ["set_id", "jurisdiction", "period_start", "breakdown", "category"]
    true = long.groupby(keys).size().rename("true").reset_index()
    both = found.merge(true, on=keys, how="left").fillna({"true": 0})
    outside = both[(both["true"] < both["lower"]) | (both["true"] > both["upper"])]
    assert outside.empty


def check_classes(frame, base, tables):
    """Every class can hold eleven people, and reads a multiple of five."""
    for table, outcome in TABLES.items():
        rows = tables[table]
        source = recoded(frame, tables, table)
        for codes, group in rows.groupby(list(base.keys)):
            shown = pd.Series(dict(zip(base.keys, codes, strict=True)))
            assert may_be(shown, source).sum() >= 11
            counts = group[outcome].value_counts()
            assert (counts % 5 == 0).all()
            assert counts.sum() >= 10


def check_selections(base, tables, seed):
    """Whatever is selected, and whatever tells two selections apart: nobody, or ten and more."""
    draw = np.random.default_rng(seed)
    for table, outcome in TABLES.items():
        con = store_of(tables[table])
        columns = [*base.keys, outcome]
        codes = {name: sorted(set(tables[table][name])) for name in columns}
        if not len(tables[table]):
            continue
        for _ in range(25):
            one, other = (predicate(draw, codes, 3) for _ in range(2))
            counts = con.execute(
                f"""SELECT count(*) FILTER (WHERE {one}), count(*) FILTER (WHERE ({one}) AND NOT ({other})),
                count(*) FILTER (WHERE ({one}) <> ({other})) FROM people"""
            ).fetchone()
            assert all(count == 0 or count >= 10 for count in counts)
            assert all(count % 5 == 0 for count in counts)


def predicate(draw, codes: dict, depth: int) -> str:
    """A random condition of AND, OR, NOT, IN, equality and order."""
    kind = draw.integers(0, 6 if depth else 3)
    if kind >= 3:
        parts = [predicate(draw, codes, depth - 1) for _ in range(2)]
        return (
            f"NOT ({parts[0]})"
            if kind == 3
            else f"({parts[0]}) {('AND', 'OR')[kind % 2]} ({parts[1]})"
        )
    name = draw.choice(list(codes))
    chosen = draw.choice(codes[name], draw.integers(1, len(codes[name]) + 1), replace=False)
    if kind == 0:
        return f"{name} IN ({', '.join(repr(str(code)) for code in chosen)})"
    return f"{name} {('=', '>=')[kind - 1]} '{chosen[0]}'"


def check_nobody_comes_out(tables):
    for table in tables.values():
        words = {str(cell) for column in table for cell in table[column].unique()}
        assert not any("CANARY" in word for word in words)
    for table, outcome in TABLES.items():
        assert list(tables[table].columns) == [
            "jurisdiction",
            "period",
            "form",
            "age_group",
            "sex",
            outcome,
        ]
        ordered = tables[table].sort_values(list(tables[table].columns), ignore_index=True)
        pd.testing.assert_frame_equal(ordered, tables[table].reset_index(drop=True))


@pytest.mark.parametrize("profile", [DEFAULT, STRICT])
def test_order_of_the_source_leaves_no_trace(profile):
    frame, base = people(3, 800), base_of()
    one, other = (
        build_research(store_of(each), [base], KEY, profile)
        for each in (frame, frame.sample(frac=1, random_state=1))
    )
    for name in one:
        pd.testing.assert_frame_equal(one[name], other[name])


@pytest.mark.parametrize("lopsided", [0.5, 2.0])
def test_no_outcome_is_shared_by_nine_of_ten_in_a_class(lopsided):
    """Checked on the true counts of the classes, before they are rounded."""
    from disclosure.research.source import count_source
    from disclosure.research.told import tell

    frame, base = people(11, 3000, 4, 2.0, lopsided), base_of(4)
    con = store_of(frame)
    count_source(con, base)
    for outcomes, _, told in tell(con, base, DEFAULT):
        rows = con.execute(f"FROM {told}").df()
        assert len(rows)
        for outcome in outcomes:
            counts = rows.groupby([*base.keys, outcome.name])["units"].sum().unstack(fill_value=0)
            shares = counts.div(counts.sum(axis=1), axis=0)
            alike = (shares.drop(columns="unknown", errors="ignore") > 0.9).any(axis=1)
            # Whatever befell nearly everybody of a place and time stays a finding.
            told = (counts.index.to_frame()[["sex", "age_group", "form"]] != NOT_TOLD).any(axis=1)
            assert not (alike & (told | (counts.sum(axis=1) < 30))).any()
            assert (counts.sum(axis=1) >= 11).all()


def test_classes_do_not_look_at_outcomes():
    """Other outcomes, the same people: the same attributes are held back."""
    frame, base = people(5, 1500, 3, 2.0, 6.0), base_of(is_public=True)
    draw = np.random.default_rng(1)
    other = frame.assign(
        stage=draw.permutation(frame["stage"]), help=draw.permutation(frame["help"])
    )
    held = []
    for each in (frame, other):
        rows = build_research(store_of(each), [base], KEY, DEFAULT)["research_stage"]
        held.append({*rows[list(base.keys)].drop_duplicates().itertuples(index=False, name=None)})
    assert held[0] == held[1]
