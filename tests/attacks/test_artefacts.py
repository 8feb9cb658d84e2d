"""Attack 10: bytes, statistics, metadata, logs and leftovers of everything that a build leaves behind."""

import json
import re
import struct
import zipfile
from functools import cache

import duckdb
import numpy as np
import pandas as pd
import pytest
from pypdf import PdfReader

from tests.attacks.making import CANARY, RARE_AMOUNT, RARE_DAY

WORD = re.compile(rb"[A-Za-z0-9][A-Za-z0-9_.:-]{5,}")
OF_DUTIES = ("attestations", "benchmarks", "participations", "recommendations", "replies", "statutory_reports")  # fmt: skip
"""What oversight bodies send about duties, and about nobody: a record's own id is how readers cite it."""
OF_CASES = ("results", "comparisons", "disparities", "strata", "trends")


def words(data: bytes) -> set[str]:
    return {found.decode() for found in WORD.findall(data)}


@cache
def ids_of(made) -> set[str]:
    """Everything in the case store that names a record or a person, long enough not to be met by chance."""
    found: set[str] = set()
    with duckdb.connect(str(made.folder / "vault" / "case_store.duckdb"), read_only=True) as con:
        columns = con.execute(
            """SELECT table_name, column_name FROM duckdb_columns() WHERE data_type = 'VARCHAR'
            AND column_name LIKE '%\\_id' ESCAPE '\\'
            AND column_name NOT IN ('agency_id', 'obligation_id', 'submission_id')
            AND table_name NOT IN (SELECT unnest($public))""",
            {"public": list(OF_DUTIES)},
        ).fetchall()
        coders = con.execute("SELECT DISTINCT coder FROM attestations").fetchall()
        found |= {coder for (coder,) in coders if coder and len(coder) >= 6}
        for table, column in columns:
            rows = con.execute(f'SELECT DISTINCT "{column}" FROM "{table}"').fetchall()
            found |= {value for (value,) in rows if value and len(value) >= 6}
    return found


def told_texts(made) -> set[str]:
    """Words of every text and number of every table, and of the statistics that the file keeps of them."""
    found: set[str] = set()
    with duckdb.connect(str(made.database), read_only=True) as con:
        tables = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        for table in tables:
            names = con.execute(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND data_type = 'VARCHAR'",
                [table],
            ).fetchall()
            for (name,) in names:
                rows = con.execute(f'SELECT DISTINCT "{name}" FROM "{table}"').fetchall()
                for (value,) in rows:
                    found |= words(str(value).encode())
            stats = con.execute(f"SELECT stats FROM pragma_storage_info('{table}')").fetchall()
            for (value,) in stats:
                found |= words(str(value).encode())
        comments = con.execute("SELECT comment FROM duckdb_columns() WHERE comment IS NOT NULL")
        for (value,) in comments.fetchall():
            found |= words(value.encode())
    return found


def report_parts(made) -> dict[str, bytes]:
    found = {}
    for path in sorted((made.folder / "reports").glob("*")):
        found[path.name] = path.read_bytes()
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found |= {f"{path.name}/{name}": book.read(name) for name in book.namelist()}
        if path.suffix == ".pdf":
            pdf = PdfReader(path)
            text = "\n".join(page.extract_text() for page in pdf.pages)
            found[f"{path.name}/text"] = f"{text}\n{pdf.metadata}".encode()
    return found


def test_release_is_two_files_and_nothing_else(attacked):
    assert sorted(path.name for path in attacked.directory.iterdir()) == [
        "answerable.duckdb",
        "manifest.json",
    ]
    beside = {path.name for path in attacked.directory.parent.iterdir()}
    assert all(name == "current" or name.startswith("20") or name == ".lock" for name in beside)


def test_nothing_is_left_where_the_build_ran(attacked):
    for name in ("cwd", "tmp"):
        assert not list((attacked.folder / name).iterdir()), name


def test_no_id_of_the_source_is_in_any_byte_or_statistic(attacked):
    ids = ids_of(attacked)
    assert len(ids) > 100
    for path in attacked.directory.iterdir():
        assert not words(path.read_bytes()) & ids, path.name
    assert not told_texts(attacked) & ids


def test_no_id_of_the_source_is_said_while_building(attacked):
    assert not words((attacked.folder / "said.txt").read_bytes()) & ids_of(attacked)


def test_the_search_finds_ids_where_they_are(attacked):
    store = (attacked.folder / "vault" / "case_store.duckdb").read_bytes()
    text = json.dumps(sorted(ids_of(attacked)))
    assert words(text.encode()) & ids_of(attacked)
    assert b"DUCK" in store


def test_dates_told_of_cases_are_ends_of_periods(attacked):
    with duckdb.connect(str(attacked.database), read_only=True) as con:
        as_of = {day for (day,) in con.execute("SELECT DISTINCT as_of FROM submissions").fetchall()}
        spans = con.execute("SELECT period_start, period_end FROM submissions").fetchall()
        allowed = as_of | {day for span in spans for day in span}
        columns = con.execute(
            f"""SELECT table_name, column_name FROM duckdb_columns()
            WHERE data_type IN ('DATE', 'TIMESTAMP') AND table_name IN {OF_CASES}"""
        ).fetchall()
        assert columns
        for table, column in columns:
            days = con.execute(f'SELECT DISTINCT "{column}" FROM "{table}"').fetchall()
            for day in {pd.Timestamp(day) for (day,) in days if day is not None}:
                is_end = day.is_quarter_start or day.is_quarter_end
                assert is_end or day.date() in allowed, (table, column)


def test_no_rate_gives_a_hidden_count_back(attacked):
    results = attacked.tables["results"]
    hidden = results[results["blank"].eq("suppressed")]
    kept = ["value", "lower", "upper", "bound_lower", "bound_upper", "missing_share"]
    assert hidden[kept].isna().all(axis=None)
    whole = results[results["denominator"].isna() & results["numerator"].notna()]
    kinds = whole["metric_id"].map(attacked.tables["definitions"].set_index("metric_id")["kind"])
    assert whole.loc[kinds.isin(("share", "mix", "stock_share")).to_numpy(), "value"].isna().all()


def test_a_rate_that_is_told_beside_a_hidden_count_would_give_it_back(attacked):
    """The control: of most hidden rows, rate times denominator is the count."""
    true = attacked.true
    hidden = attacked.tables["results"]["blank"].eq("suppressed") & true["denominator"].gt(0)
    rate = (true["numerator"] / true["denominator"]).round(3)[hidden]
    back = (rate * true["denominator"][hidden]).round()
    assert (back == true["numerator"][hidden]).mean() > 0.5


def test_nothing_is_compared_that_is_hidden(attacked):
    keys = [
        "metric_id",
        "scope",
        "jurisdiction",
        "period_start",
        "period_end",
        "horizon_days",
        "breakdown",
        "category",
    ]
    results = attacked.tables["results"]
    hidden = results[results["blank"].eq("suppressed") & results["currency"].isna()]
    measures = ["numerator", "denominator"]
    hidden = hidden[[*keys, *measures]].drop_duplicates(keys)
    with duckdb.connect(str(attacked.database), read_only=True) as con:
        for table in ("comparisons", "disparities"):
            rows = con.execute(f"FROM {table}").df()
            for frame in (rows, hidden):
                frame["horizon_days"] = pd.to_numeric(frame["horizon_days"]).fillna(-1).astype(int)
                for name in ("period_start", "period_end"):
                    frame[name] = pd.to_datetime(frame[name])
            both = rows.merge(hidden, on=keys, suffixes=("", "_told"))
            assert both["value"].isna().all(), table
            for name in measures:
                assert both.loc[both[f"{name}_told"].isna(), name].isna().all(), table


def test_order_of_rows_tells_nothing(attacked):
    with duckdb.connect(str(attacked.database), read_only=True) as con:
        for table in ("research_victims", "research_defendants", "research_compensation"):
            rows = con.execute(f"FROM {table}").df()
            if len(rows):
                ordered = rows.sort_values(list(rows.columns), ignore_index=True)
                pd.testing.assert_frame_equal(rows, ordered)


@pytest.fixture(scope="module")
def everything(poor) -> dict[str, bytes]:
    """Every byte that left, by where it stands; compressed parts opened."""
    found = {"said": (poor[0].folder / "said.txt").read_bytes()} | report_parts(poor[0])
    for made in poor:
        for path in made.directory.iterdir():
            found[f"{made.directory.name}/{path.name}"] = path.read_bytes()
        found[f"{made.directory.name} told"] = "\n".join(told_texts(made)).encode()
    assert {name.rsplit(".")[-1] for name in found} >= {"duckdb", "json", "pdf", "xlsx"}
    return found


def test_canaries_were_counted(poor):
    with duckdb.connect(str(poor[0].folder / "vault" / "case_store.duckdb"), read_only=True) as con:
        [(people,)] = con.execute(
            f"SELECT count(*) FROM victims WHERE victim_id LIKE '{CANARY}%'"
        ).fetchall()
        [(paid,)] = con.execute("SELECT max(amount) FROM compensation").fetchall()
        [(day,)] = con.execute(
            f"SELECT count(*) FROM events WHERE occurred_on = '{RARE_DAY}'"
        ).fetchall()
    assert people >= 3 and float(paid) == RARE_AMOUNT and day == 1


@pytest.mark.parametrize("writing", ["utf-8", "utf-16-le", "utf-16-be"])
def test_no_canary_is_in_any_byte(everything, writing):
    for name, data in everything.items():
        lowered = data.lower()
        for word in ("ZQCANARY", "ZQLATE"):
            assert word.lower().encode(writing) not in lowered, name


def test_no_amount_or_day_of_a_canary_is_in_any_byte(everything, poor):
    cents = round(RARE_AMOUNT * 100)
    numbers = [
        struct.pack("<d", RARE_AMOUNT), struct.pack(">d", RARE_AMOUNT),
        struct.pack("<q", cents), struct.pack("<i", cents), f"{RARE_AMOUNT:.2f}".encode(),
        f"{RARE_AMOUNT:,.2f}".encode(), str(cents).encode(), f"{RARE_AMOUNT:.0f}".encode(),
        f"{RARE_AMOUNT:,.0f}".encode(),
    ]  # fmt: skip
    days = [
        f"{RARE_DAY}".encode(),
        f"{RARE_DAY:%d.%m.%Y}".encode(),
        f"{RARE_DAY:%d %B %Y}".encode(),
    ]
    for name, data in everything.items():
        for number in (*numbers, *days):
            assert number not in data, (name, number)
    for made in poor:
        true, told = made.true, made.tables["results"]
        dominated = true["numerator"].between(
            RARE_AMOUNT, RARE_AMOUNT / 0.9
        )  # nearly all of it is one person's
        dominated &= told["currency"].notna()
        assert dominated.any()
        assert told.loc[dominated, ["numerator", "value"]].isna().all(axis=None)
        assert np.isnan(told.loc[dominated, "upper"].astype(float)).all()
