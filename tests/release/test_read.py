"""The door to a release: the numbers, the definition they were published with, clear sentences when it is shut."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from metrics.result import BLANKS, RESULT_COLUMNS, STATUSES
from release.read import ReleaseError, latest, open_release

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def release(made_up_release):
    with open_release(made_up_release) as opened:
        yield opened


def test_opens_by_directory_by_file_by_folder_and_by_setting(made_up_release, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(made_up_release.parent))
    file = made_up_release / "answerable.duckdb"
    for path in (made_up_release, file, made_up_release.parent, None):
        with open_release(path) as release:
            assert release.path == made_up_release
            assert release.is_synthetic is True
            assert release.release_id == made_up_release.name


def test_made_up_release_has_every_status_and_every_blank(release):
    results = release.results()
    assert list(results.columns) == list(RESULT_COLUMNS)
    assert set(results["status"].dropna()) == set(STATUSES)
    assert set(results["blank"].dropna()) == set(BLANKS)
    assert set(results["scope"]) == {"trafficking", "all_crime"}
    assert set(results["source"]) == {"case", "official"}
    assert set(results["metric_id"]) <= set(release.definitions()["metric_id"])


def test_filters_keep_equal_rows_and_none_keeps_empty_cells(release):
    everything = release.results()
    some = release.results("cohort_conviction", jurisdiction="XAA", horizon_days=365)
    same = everything[
        (everything["metric_id"] == "cohort_conviction")
        & (everything["jurisdiction"] == "XAA")
        & (everything["horizon_days"] == 365)
    ]
    assert len(some) == len(same) > 0
    assert len(release.results(origin=None)) == everything["origin"].isna().sum() > 0


def test_filter_value_is_never_read_as_sql(release):
    assert release.results(jurisdiction="XAA' OR '1'='1").empty


def test_unknown_names_get_a_sentence(release):
    with pytest.raises(ReleaseError, match="has no column colour"):
        release.results(colour="blue")
    with pytest.raises(ReleaseError, match="holds no table"):
        release.table('results"; DROP TABLE results; --')
    with pytest.raises(ReleaseError, match="holds no metric"):
        release.definition("happiness")


def test_definition_carries_its_sql_and_hash(release):
    definition = release.definition("attrition")
    row = release.results("attrition").iloc[0]
    assert definition["definition_hash"] == row["definition_hash"]
    assert definition["sql"] and definition["source_clause"]


def test_release_cannot_be_written_nor_reach_other_files(release, tmp_path):
    for statement in (
        "DELETE FROM results",
        "CREATE TABLE mine (a INTEGER)",
        f"COPY results TO '{tmp_path / 'out.csv'}'",
        f"ATTACH '{tmp_path / 'other.duckdb'}'",
        "SELECT * FROM read_text('/etc/hostname')",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error), release.cursor() as cursor:
            cursor.execute(statement).fetchall()
    assert list(tmp_path.iterdir()) == []


def test_many_threads_get_their_own_answers(release):
    ids = sorted(set(release.results()["metric_id"])) * 5
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(release.results, ids))
    for metric_id, answer in zip(ids, answers, strict=True):
        assert set(answer["metric_id"]) == {metric_id}


def test_no_release_yet_says_how_to_make_one(tmp_path):
    for ask in (latest, open_release):
        with pytest.raises(
            ReleaseError, match=r"no release .* yet .*Build one: python cli.py"
        ) as told:
            ask(tmp_path)
        # The page for everybody shows this sentence: it tells no path of the server.
        assert str(tmp_path) not in str(told.value)


def test_current_that_points_nowhere_is_told(tmp_path):
    (tmp_path / "current").symlink_to("2026-01-01-gone")
    with pytest.raises(ReleaseError, match="names a newest release that is not there"):
        latest(tmp_path)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda d: (d / "answerable.duckdb").unlink(), "answerable.duckdb is missing"),
        (lambda d: (d / "manifest.json").unlink(), "manifest.json is missing"),
        (lambda d: _overwrite(d / "manifest.json", b"{"), "manifest.json cannot be read"),
        (lambda d: _overwrite(d / "manifest.json", b"[]"), "manifest.json cannot be read"),
        (lambda d: _overwrite(d / "answerable.duckdb", b"not a database"), "cannot be opened"),
        (lambda d: _empty_database(d / "answerable.duckdb"), "it lacks definitions"),
    ],
)
def test_damaged_release_is_told_in_a_sentence(copied_release, damage, said):
    damage(copied_release)
    with pytest.raises(ReleaseError, match=said) as refusal:
        open_release(copied_release)
    assert refusal.value.text().startswith("Release ")


def test_reading_pulls_in_nothing_from_behind_the_wall():
    """Not even by way of another module: screens must have no path to case data."""
    rooms = "data metrics validations disclosure scipy great_expectations statsmodels".split()
    code = f"import sys, release.read; print([r for r in {rooms} if r in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert said.stdout.strip() == "[]", said.stderr


def _overwrite(path, content):
    path.chmod(0o644)
    path.write_bytes(content)


def _empty_database(path):
    os.unlink(path)
    duckdb.connect(str(path)).close()


def test_a_preview_is_opened_until_there_is_a_release(made_up_release, tmp_path):
    preview = tmp_path / "preview"
    shutil.copytree(made_up_release.parent, preview, symlinks=True)
    with open_release(tmp_path) as release:
        assert release.path == preview / made_up_release.name
        assert release.is_preview
    shutil.copytree(made_up_release, tmp_path / made_up_release.name)
    (tmp_path / "current").symlink_to(made_up_release.name)
    with open_release(tmp_path) as release:
        assert release.path == tmp_path / made_up_release.name
        assert not release.is_preview
    # A release that should be there and is not is a damage, which no preview covers up.
    shutil.rmtree(tmp_path / made_up_release.name)
    with pytest.raises(ReleaseError):
        latest(tmp_path)
