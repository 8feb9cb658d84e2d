"""Every column gets one name that a mapping can refer to."""

import duckdb
import pytest

from data.intake.problems import IntakeError
from data.intake.read import read_files
from data.intake.read_headings import headings_of
from data.intake.specification import FileSpecification


@pytest.mark.parametrize(
    ("rows", "fill_right", "expected"),
    [
        ([["a", "", "a", "A"]], False, ["a", "column 2", "a (2)", "A (2)"]),
        ([["file", "Row", "x\n y"]], False, ["file (2)", "Row (2)", "x y"]),
        (
            [["State", "Trials", "", ""], ["", "Won", "Lost", ""]],
            True,
            ["State", "Trials Won", "Trials Lost", "Trials"],
        ),
        ([["State", "Trials", ""], ["", "Won", "Lost"]], False, ["State", "Trials Won", "Lost"]),
        ([["\ufeffcase", None]], False, ["case", "column 2"]),
    ],
)
def test_headings(rows, fill_right, expected):
    headings = headings_of(rows, fill_right)
    if expected[-1] == "A (2)":
        # "A" collides with "a" and with "a (2)" in SQL, so its number goes on.
        expected = [*expected[:-1], "A (3)"]
    assert headings == expected


def read(folder, **properties):
    con = duckdb.connect()
    read_files(con, [folder], [FileSpecification("it", "*.csv", **properties)])
    return con


def test_blank_cells_under_a_merged_one_repeat_it(tmp_path):
    (tmp_path / "states.csv").write_text("state,year\nBihar,2001\n,2002\nGoa,2001\n,2002\n")
    con = read(tmp_path, fill_down=("state",))
    assert con.execute("SELECT state, year FROM source.it ORDER BY row").fetchall() == [
        ("Bihar", "2001"),
        ("Bihar", "2002"),
        ("Goa", "2001"),
        ("Goa", "2002"),
    ]


def test_rows_outside_the_table_are_left_out(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\nunits,units\n1,2\n3,4\nTotal,6\n")
    con = read(tmp_path, skip_rows=(2,), last_row=4)
    assert con.execute("SELECT row, a FROM source.it ORDER BY row").fetchall() == [
        (3, "1"),
        (4, "3"),
    ]


def test_headings_of_the_mapping_replace_those_of_the_file(tmp_path):
    (tmp_path / "t.csv").write_text("1,2\n3,4\n")
    con = read(tmp_path, header_rows=(), headings=("x", "y"))
    assert con.execute("SELECT row, x, y FROM source.it ORDER BY row").fetchall() == [
        (1, "1", "2"),
        (2, "3", "4"),
    ]


def test_files_of_one_kind_are_stacked_by_heading(tmp_path):
    (tmp_path / "a.csv").write_text("x,y\n1,2\n")
    (tmp_path / "b.csv").write_text("y,x\n4,3\n")
    con = read(tmp_path)
    assert con.execute("SELECT row_id, file, x, y FROM source.it ORDER BY row_id").fetchall() == [
        (1, "a.csv", "1", "2"),
        (2, "b.csv", "3", "4"),
    ]


def test_files_of_one_kind_with_other_headings_are_refused(tmp_path):
    (tmp_path / "a.csv").write_text("x,y\n1,2\n")
    (tmp_path / "b.csv").write_text("x,z\n4,3\n")
    with pytest.raises(IntakeError) as caught:
        read(tmp_path)
    places = {(one.code, one.file, one.column) for one in caught.value.problems}
    assert places == {("headings_differ", "b.csv", "y"), ("headings_differ", "b.csv", "z")}
