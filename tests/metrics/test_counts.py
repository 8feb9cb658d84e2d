"""A count table by column says what its rows say, and nothing is left of a population that was counted."""

from collections import defaultdict
from decimal import Decimal

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import metrics
from metrics.compute import compute
from metrics.counts import NONE, Counts
from metrics.drawing import drawn
from metrics.example import example_store
from metrics.places import by_place

SCHEMA = pa.schema(
    {
        **dict.fromkeys(("jurisdiction", "breakdown", "category"), pa.string()),
        "period_year": pa.int32(),
        # Sums of whole numbers come out of the database as the widest there are.
        "units": pa.decimal128(38, 0),
        "days": pa.int64(),
        "money": pa.decimal128(38, 2),
    }
)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "jurisdiction": st.sampled_from(("XAA", "XAB")),
            "breakdown": st.sampled_from(("total", "sex")),
            "category": st.sampled_from(("female", "unknown", None)),
            "period_year": st.one_of(st.none(), st.integers(2018, 2022)),
            "units": st.integers(0, 10**12),
            "days": st.one_of(st.none(), st.integers(0, 4000)),
            "money": st.one_of(st.none(), st.decimals("0", "99", places=2)),
        }
    ),
    max_size=30,
)


def counted(drawn_rows: list[dict]) -> Counts:
    return Counts.read(pa.Table.from_pylist(drawn_rows, SCHEMA))


@given(rows)
def test_columns_hold_the_rows(drawn_rows):
    counts = counted(drawn_rows)
    assert list(counts) == drawn_rows and len(counts) == len(drawn_rows)
    for name in ("units", "days", "money"):
        wanted = sum((row[name] or 0 for row in drawn_rows), Decimal(0))
        assert counts.total(name) == float(wanted)


@given(st.lists(st.tuples(rows, st.integers(0, 30)), max_size=4))
def test_rows_of_many_stand_one_after_the_other(several):
    tables = [(counted(one), one, min(begin, len(one))) for one, begin in several if one]
    parts = [(NONE, [])]
    for table, one, begin in tables:
        parts += [(table.between(0, len(one)), one), (table.between(begin, len(one)), one[begin:])]
    together, owner = Counts.stack([mine for mine, _ in parts], ("category", "units", "days"))
    wanted = [
        (number, {name: row[name] for name in ("category", "units", "days")})
        for number, (_, mine) in enumerate(parts)
        for row in mine
    ]
    assert list(zip(owner.tolist(), together, strict=True)) == wanted


@given(rows, st.integers(2018, 2022), st.integers(0, 3))
def test_places_hold_each_row_once_in_its_years(drawn_rows, first, more):
    wanted = defaultdict(int)
    for row in drawn_rows:
        place = row["jurisdiction"], row["breakdown"], row["category"] or "unknown"
        year = row["period_year"]
        when = "none" if year is None else "within" if first <= year <= first + more else "other"
        wanted[*place, when] += row["units"]
    found = {}
    for jurisdiction, places in by_place(counted(drawn_rows)).items():
        for place, years in places.items():
            within = years.between(first, first + more).total("units")
            found[jurisdiction, *place, "none"] = years.without_year.total("units")
            found[jurisdiction, *place, "within"] = within
            found[jurisdiction, *place, "other"] = years.with_year.total("units") - within
    assert {where: n for where, n in found.items() if n} == {w: n for w, n in wanted.items() if n}


def test_no_rows_add_up_to_nothing():
    assert NONE.total("units") == 0 and list(NONE) == [] and by_place(NONE) == {}


def test_a_population_stands_only_while_it_is_read():
    con = example_store(metrics()["charge_rate"].worked_example.rows)
    standing = "SELECT table_name FROM duckdb_tables() WHERE temporary"
    readers = {name: ["SELECT unit_id"] for name in ("charging_decisions", "opened_cases")}
    seen = []
    for name in drawn(con, readers):
        tables = {row[0] for row in con.execute(standing).fetchall()}
        seen.append(name)
        assert tables & set(readers) == {name}
        columns = [row[0] for row in con.execute(f"DESCRIBE {name}").fetchall()]
        assert "unit_id" in columns and "is_observable" in columns and "sex" not in columns
    assert sorted(seen) == sorted(readers) and con.execute(standing).fetchall() == []


def test_progress_counts_metrics_to_the_last():
    told = []
    con = example_store(metrics()["charge_rate"].worked_example.rows)
    only = ("charge_rate", "cases_opened")
    compute(con, only=only, progress=lambda message, done, total: told.append((done, total)))
    assert told == sorted(told) and told[-1] == (len(only), len(only))
