"""Formulas come out as arithmetic and logic say, and a wrong one is explained."""

import datetime
import math

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.formula import FormulaError, Surroundings, read_formula

CELLS = {
    "a": "12",
    "b": "5",
    "code": "3.10",
    "name": "O'Brien; DROP TABLE x",
    "big": "1,234,567.5",
    "comma": "1.234,5",
    "none": None,
    "day": "03/02/2020",
    'odd "head" ]x': "odd",
}


@pytest.fixture(scope="module")
def con():
    con = duckdb.connect()
    columns = ", ".join('"' + name.replace('"', '""') + '" VARCHAR' for name in CELLS)
    con.execute(f'CREATE TABLE here (row_id BIGINT, "row" BIGINT, {columns})')
    con.execute(f"INSERT INTO here VALUES (1, 7{', ?' * len(CELLS)})", list(CELLS.values()))
    return con


def value(con, text, **around):
    sql = read_formula(text).sql(Surroundings(headings=tuple(CELLS), **around)).sql
    return con.execute(f"SELECT {sql} FROM here").fetchone()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a] + [b] * 2 - -3", 25),
        ("([a] + [b]) * 2", 34),
        ("[a] / 0", None),
        ("[a] = 12 and not [b] > 5", True),
        ("[a] > 100 or [b] = 5 and [a] = 12", True),
        ("[none] = 'x'", None),
        ("[none] is missing and [a] is present", True),
        ("[none] is not missing", False),
        ("[b] in ('5', '6')", True),
        ("[b] in (4, 5.0)", True),
        ("[b] not in (4, 6)", True),
        ("[code] & '/' & 2", "3.10/2"),
        ("[code] = '3.1'", False),
        ("[code] = 3.1", True),
        ("[none] & 'x'", None),
        ("coalesce([none], '') & 'x'", "x"),
        ("number([big], ',')", 1234567.5),
        ("number([comma], '.', ',')", 1234.5),
        ("number([big])", None),
        ("number('3,5', ',')", None),
        ("number('12,34,567', ',')", 1234567),
        ("number('nan')", None),
        ("number('inf')", None),
        ("date([day], '%m/%d/%Y')", datetime.date(2020, 3, 2)),
        ("date([day], '%Y-%m-%d', '%d/%m/%Y')", datetime.date(2020, 2, 3)),
        ("date('43891', 'excel')", datetime.date(2020, 3, 1)),
        ("date([day], '%Y-%m-%d')", None),
        ("days('2020-02-28', '2020-03-01')", 2),
        ("date('2020-02-28') + 2", datetime.date(2020, 3, 1)),
        ("date('2020-03-01') - date('2020-02-28')", 2),
        ("date('2020-01-01') + 1e", FormulaError),
        ("if([a] > number([b]), 'more', missing)", "more"),
        ("matches([code], '[0-9.]+') and not matches([code], '[0-9]+')", True),
        ("part([name], '(.)[^ ]* ([A-Z]+).*', 2)", "DROP"),
        ("replace([code], '[.]', '-')", "3-10"),
        ("upper([name]) & lower('A')", "O'BRIEN; DROP TABLE Xa"),
        ("band([a], '0-8', '9-17', '18+')", "9-17"),
        ("band(200, '0-8', '18+')", "18+"),
        ("band([none], '0-8')", None),
        ('[odd "head" ]]x]', "odd"),
        ("greatest([a], [b], 3)", 12),
        ("least([a], [b], 3)", 3),
        ("round(2.345, 1)", 2.3),
        ("floor(2.9)", 2),
        ("year('2020-05-01') + month('2020-05-01')", 2025),
        ("length([code])", 4),
        ("0.1 + 0.2 = 0.3", True),
        ("'it''s'", "it's"),
    ],
)
def test_a_formula_means_what_it_says(con, text, expected):
    if expected is FormulaError:
        with pytest.raises(FormulaError):
            value(con, text)
        return
    assert value(con, text) == expected


def test_a_tolerance_widens_equality_only(con):
    assert value(con, "[a] = 12.04", tolerance=0.05)
    assert not value(con, "[a] = 12.06", tolerance=0.05)
    assert not value(con, "[a] >= 12.01", tolerance=0.05)


def test_tokens_for_missing_are_missing_in_formulas_and_raw_sees_them(con):
    assert value(con, "[b] is missing", missing=("5",))
    assert value(con, "raw([b])", missing=("5",)) == "5"


def test_sums_across_headings_skip_what_is_missing(con):
    assert value(con, "sum_across('a|b|none')") == 17
    assert value(con, "count_across('a|b|none')") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("[a", "never closed by a ]"),
        ("'a", "never closed by a '"),
        ('"a"', "single quotes"),
        ("[a] ; DROP TABLE here", "';'"),
        ("[a] = [b] = 3", "compare two values at a time"),
        ("[a] +", "end of the formula"),
        ("rond([a])", "Did you mean 'round'?"),
        ("[aa] = 1 and [nmae] = 'x'", "'aa'"),
        ("round([a], [b])", "fixed value"),
        ("number([a], 'x')", "cannot separate"),
        ("sum([a])", "per"),
        ("count(sum([a] per [b]) per [a])", "derive the inner figure first"),
        ("if([a], 1, 2)", "condition"),
        ("date([day]) + 'x' and true", "condition"),
        ("[a] = missing", "is missing"),
        ("{rwo} & 'x'", "Did you mean 'row'?"),
        ("coalesce(1, 'x')", "one kind"),
        ("[a] > [b]", "number(...) or date(...)"),
        ("lookup('other', 'x', 'y', [a])", "no file 'other'"),
        ("band([a], 'young')", "no band"),
        ("(" * 60 + "1" + ")" * 60, "nested"),
    ],
)
def test_a_wrong_formula_is_explained(con, text, said):
    from data.intake.mapping_formulas import placeholders

    around = {"placeholders": placeholders()}
    with pytest.raises(FormulaError) as caught:
        value(con, text, **around)
    assert said in str(caught.value)


def test_no_text_of_a_formula_reaches_the_database_unquoted(con):
    evil = "'; DROP TABLE here; --"
    assert value(con, "'" + evil.replace("'", "''") + "'") == evil
    with pytest.raises(FormulaError):
        value(con, '[x" FROM here; DROP TABLE here; --]')
    assert con.execute("SELECT count(*) FROM here").fetchone() == (1,)


def test_a_long_condition_is_no_deep_one(con):
    assert value(con, " or ".join(f"[a] = {number}" for number in range(300))) is True


def _joined(parts):
    (left, a), sign, (right, b) = parts
    if a is None or b is None or (sign == "/" and b == 0):
        result = None
    else:
        result = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[sign]
    return f"({left} {sign} {right})", result


numbers = st.integers(-999, 999) | st.decimals(-99, 99, places=2).map(float)
trees = st.recursive(
    numbers.map(lambda n: (f"({n})" if n < 0 else f"{n}", float(n))),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(_joined),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(trees)
def test_arithmetic_agrees_with_python(con, tree):
    text, expected = tree
    found = value(con, text)
    if expected is None:
        assert found is None
    else:
        assert math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from([",", " ", "'"]))
def test_thousands_are_read_as_they_are_printed(con, number, sign):
    printed = f"{number:,}".replace(",", sign).replace("'", "''")
    assert value(con, f"number('{printed}', '{sign.replace(chr(39), chr(39) * 2)}')") == number
