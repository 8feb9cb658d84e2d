"""The data package holds the whole release, is what it says to machines, and repeats byte for byte."""

import csv
import hashlib
import io
import json
import zipfile

import duckdb
import pyarrow.parquet as pq
import pytest
from csvw import CSVW
from frictionless import Package

from languages import speaking
from reports.package import write_package
from reports.safe_text import begins_formula


@pytest.fixture(scope="module")
def package(made_release, tmp_path_factory):
    path = tmp_path_factory.mktemp("package") / "package.zip"
    write_package(made_release, path)
    return path


@pytest.fixture(scope="module")
def unpacked(package):
    with zipfile.ZipFile(package) as members:
        members.extractall(package.parent / "all")
    return package.parent / "all"


@pytest.fixture(scope="module")
def database(made_release):
    with made_release.cursor() as cursor:
        yield cursor


def test_frictionless_finds_the_package_valid(unpacked):
    found = Package(str(unpacked / "datapackage.json")).validate()
    assert found.valid, found.flatten(["name", "type", "note"])[:5]


def test_csv_on_the_web_finds_its_tables_valid(unpacked):
    assert CSVW(str(unpacked / "csv-metadata.json"), validate=True).is_valid


def test_every_table_of_the_release_is_there_with_every_row(unpacked, database):
    tables = [
        name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    ]
    assert sorted(path.stem for path in (unpacked / "csv").iterdir()) == sorted(tables)
    for table in tables:
        [rows] = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        assert pq.read_metadata(unpacked / f"parquet/{table}.parquet").num_rows == rows
        assert len(read_csv(unpacked / f"csv/{table}.csv")) == rows


def test_results_say_what_the_release_says(unpacked, database):
    """The same sums and the same texts, asked of three files by three readers."""
    keys = "metric_id, scope, source, origin, jurisdiction, period_kind, period_start, period_end, breakdown, category, horizon_days, currency"
    asked = f"SELECT {keys}, numerator, value, blank FROM {{}} ORDER BY ALL"
    expected = database.execute(asked.format("results")).fetchall()
    with duckdb.connect() as other:
        parquet = other.execute(asked.format(f"'{unpacked}/parquet/results.parquet'")).fetchall()
    assert parquet == expected
    as_text = sorted(
        tuple("" if cell is None else str(cell) for cell in row[:12]) for row in expected
    )
    found = read_csv(unpacked / "csv/results.csv")
    names = keys.split(", ")
    assert sorted(tuple(row[name] for name in names) for row in found) == as_text
    by_key = {tuple(row[name] for name in names): row for row in found}
    for row in expected:
        told = by_key[tuple("" if cell is None else str(cell) for cell in row[:12])]
        assert told["blank"] == (row[14] or "")
        assert (told["value"] == "") == (row[13] is None)
        if row[13] is not None:
            assert float(told["value"]) == row[13]


def test_files_hash_to_what_the_package_says(unpacked):
    listed = dict(
        reversed(line.split("  ")) for line in (unpacked / "SHA256SUMS").read_text().splitlines()
    )
    files = {
        path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()
    }
    assert set(listed) == files - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((unpacked / name).read_bytes()).hexdigest() == digest
    record = json.loads((unpacked / "dcat.jsonld").read_text())
    for each in record["dcat:distribution"]:
        assert each["spdx:checksum"]["spdx:checksumValue"] == listed[each["dct:title"]]


def test_codebook_names_every_column(unpacked, database):
    told = (unpacked / "codebook.md").read_text()
    for table, column in database.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
    ).fetchall():
        section = told.split(f"## {table}\n")[1].split("\n## ")[0]
        assert f"| `{column}` |" in section


def test_readme_names_the_release_and_every_blank(unpacked, made_release):
    readme = (unpacked / "README.md").read_text()
    assert made_release.release_id in readme and "SYNTHETIC" in readme
    for (blank,) in {(row,) for row in made_release.results()["blank"].dropna()}:
        assert f"`{blank}`" in readme


def test_licence_stands_only_where_the_publisher_states_one(made_release, tmp_path, monkeypatch):
    assert "no licence" in texts(made_release, tmp_path / "a.zip")["LICENCE.txt"]
    monkeypatch.setenv("ANSWERABLE_LICENCE", "CC-BY-4.0")
    monkeypatch.setenv("ANSWERABLE_PUBLISHER", "Office of the Rapporteur")
    stated = texts(made_release, tmp_path / "b.zip")
    assert "CC-BY-4.0" in stated["LICENCE.txt"]
    assert json.loads(stated["datapackage.json"])["licenses"][0]["name"] == "CC-BY-4.0"
    assert (
        json.loads(stated["dcat.jsonld"])["dct:publisher"]["foaf:name"]
        == "Office of the Rapporteur"
    )
    assert 'name: "Office of the Rapporteur"' in stated["CITATION.cff"]


def test_same_release_gives_the_same_bytes_whatever_language_is_spoken(
    package, made_release, tmp_path
):
    with speaking("fr"):
        write_package(made_release, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == package.read_bytes()


def test_no_cell_begins_a_formula(unpacked):
    for path in (unpacked / "csv").iterdir():
        for row in read_csv(path):
            assert not [
                cell for cell in row.values() if begins_formula(cell) and not is_number(cell)
            ]


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def read_csv(path) -> list[dict]:
    return list(csv.DictReader(io.StringIO(path.read_text(), newline="")))


def texts(release, path) -> dict[str, str]:
    write_package(release, path)
    with zipfile.ZipFile(path) as members:
        return {name: members.read(name).decode() for name in members.namelist() if "/" not in name}
