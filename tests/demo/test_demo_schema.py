"""Every row keeps what the schema declares, but for the rows of the court that misreports on purpose."""

import re

import pytest

from data.demo import TRUTHS
from data.instruments import obligations
from data.schema import PATTERNS, code_lists, tables

NOT_IN_THE_DEMO = {"obligations", "submissions"}
SPOILED = TRUTHS.misreporting.jurisdiction
SUBJECTS = {
    "victim": ("victims", "victim_id"),
    "defendant": ("defendants", "defendant_id"),
    "case": ("cases", "case_id"),
    "proceeding": ("proceedings", "proceeding_id"),
    "charge": ("charges", "charge_id"),
}
FILLED = sorted(set(tables()) - NOT_IN_THE_DEMO)


def columns_of(demo, name):
    return {row[0]: row[1] for row in demo.rows(f"DESCRIBE {name}")}


@pytest.mark.parametrize("name", FILLED)
def test_every_table_is_filled_with_declared_columns_of_the_declared_type(demo, name):
    declared = tables()[name].columns
    found = columns_of(demo, name)
    # Money and decimals travel as floating-point numbers; the store makes money exact.
    stored = {"decimal": "DOUBLE", "money": "DOUBLE"}
    expected = {c: stored.get(declared[c].type, declared[c].sql_type) for c in found}
    assert demo.value(f"SELECT count(*) FROM {name}") > 0
    assert found == expected
    assert [c for c, column in declared.items() if column.required and c not in found] == []


@pytest.mark.parametrize("name", FILLED)
def test_values_keep_codes_patterns_bounds_and_requirements(demo, name):
    broken = []
    for column in tables()[name].columns.values():
        if column.name not in columns_of(demo, name):
            continue
        where = f"WHERE jurisdiction <> '{SPOILED}'"
        if column.type == "string":
            values = [
                row[0] for row in demo.rows(f"SELECT DISTINCT {column.name} FROM {name} {where}")
            ]
            allowed = code_lists()[column.codes].codes if column.codes else None
            pattern = re.compile(PATTERNS[column.pattern]) if column.pattern else None
            for value in values:
                if value is None:
                    continue
                if allowed is not None and value not in allowed:
                    broken.append((column.name, value))
                if pattern and not pattern.fullmatch(value):
                    broken.append((column.name, value))
        if column.required and demo.value(
            f"SELECT count(*) FROM {name} WHERE {column.name} IS NULL"
        ):
            broken.append((column.name, "empty"))
        for bound, sign in ((column.minimum, "<"), (column.maximum, ">")):
            if bound is not None and demo.value(
                f"SELECT count(*) FROM {name} WHERE {column.name} {sign} {bound}"
            ):
                broken.append((column.name, f"{sign} {bound}"))
    assert broken == []


@pytest.mark.parametrize("name", FILLED)
def test_keys_are_unique(demo, name):
    key = ", ".join(tables()[name].key)
    assert demo.rows(f"SELECT {key}, count(*) FROM {name} GROUP BY {key} HAVING count(*) > 1") == []


@pytest.mark.parametrize("name", FILLED)
def test_references_lead_somewhere(demo, name):
    for column, table, referenced in tables()[name].references():
        if column not in columns_of(demo, name):
            continue
        if table == "obligations":
            known = {row["obligation_id"] for row in obligations()}
            named = demo.rows(f"SELECT {column} FROM {name} WHERE {column} IS NOT NULL")
            assert {row[0] for row in named} <= known
            continue
        # An agency or place is named alike everywhere; all else belongs to its jurisdiction.
        join = f"b.{referenced} = a.{column} AND b.jurisdiction = a.jurisdiction"
        lost = demo.value(
            f"SELECT count(*) FROM {name} a WHERE a.{column} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM {table} b WHERE {join})"
        )
        assert lost == 0, (name, column)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_events_happen_to_something_that_exists(demo, kind):
    table, key = SUBJECTS[kind]
    lost = demo.value(
        f"SELECT count(*) FROM events e WHERE subject_kind = '{kind}' AND NOT EXISTS"
        f" (SELECT 1 FROM {table} t WHERE t.{key} = e.subject_id AND t.jurisdiction = e.jurisdiction)"
    )
    assert lost == 0
    assert demo.value(f"SELECT count(*) FROM events WHERE subject_kind = '{kind}'") > 0


def test_references_are_sent_before_the_rows_that_need_them(demo):
    """Received in order, no submission refers to a row that comes later."""
    seen: dict[str, set] = {}
    for one in demo.submissions:
        paths = {path.stem: path for path in one.paths[0].glob("*.parquet")}
        for name, path in paths.items():
            for column, table, referenced in tables()[name].references():
                present = [r[0] for r in demo.rows(f"DESCRIBE SELECT * FROM '{path}'")]
                if table == "obligations" or column not in present:
                    continue
                known = seen.setdefault(f"{table}.{referenced}", set())
                if table in paths:
                    known |= {
                        r[0]
                        for r in demo.rows(f"SELECT DISTINCT {referenced} FROM '{paths[table]}'")
                    }
                needed = demo.rows(
                    f"SELECT DISTINCT {column} FROM '{path}' WHERE {column} IS NOT NULL"
                )
                assert {r[0] for r in needed} <= known, (one.paths[0].name, name, column)


def test_nothing_happens_after_the_data_date(demo):
    late = {}
    for name in FILLED:
        for column in tables()[name].columns.values():
            if column.type != "date" or column.name in ("due_on", "reports_from", "reports_until"):
                continue
            if column.name not in columns_of(demo, name):
                continue
            late[name, column.name] = demo.value(
                f"SELECT count(*) FROM {name} WHERE {column.name} > DATE '2025-12-31'"
                f" AND jurisdiction <> '{SPOILED}'"
            )
    assert len(late) > 15 and set(late.values()) == {0}


def test_only_the_misreporting_court_breaks_codes_and_dates(demo):
    faults = TRUTHS.misreporting
    wrong = demo.rows(
        f"SELECT DISTINCT jurisdiction FROM charges WHERE offence = '{faults.wrong_code}'"
        f" UNION SELECT DISTINCT jurisdiction FROM events WHERE occurred_on = DATE '{faults.impossible_date}'"
    )
    assert wrong == [(SPOILED,)]
