"""A release is written whole or not at all, and the same inputs give the same content."""

import json
import os
import pickle
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import release.write as writer
from release.lock import only_writer
from release.problems import BuildError
from release.read import latest, open_release
from release.verify import verify
from release.write import write_release

ROOT = Path(__file__).resolve().parents[2]
NEVER_RELEASED = ("contributors", "largest", "second_largest", "unsettled", "not_open")
"""What only the protector may know of a number."""


def names(folder):
    return {path.name for path in folder.iterdir()} - {".lock"}


def with_another_value(tables):
    results = tables["results"].copy()
    first = results.index[results["value"].notna()][0]
    results.loc[first, "value"] = results.loc[first, "lower"]
    return {**tables, "results": results}


def test_directory_is_named_by_date_and_hash_and_cannot_be_changed(made_up_release):
    manifest = json.loads((made_up_release / "manifest.json").read_text())
    assert made_up_release.name == f"2026-02-01-{manifest['content_hash'][:12]}"
    for path in made_up_release.iterdir():
        assert path.stat().st_mode & 0o777 == 0o444


def test_manifest_says_what_is_needed_to_check_and_rebuild(made_up_release):
    manifest = json.loads((made_up_release / "manifest.json").read_text())
    needed = "release_id content_hash sha256 parameters code_version receipts previous_release"
    assert set(f"{needed} is_synthetic scopes rows".split()) <= set(manifest)
    with open_release(made_up_release) as release:
        assert manifest["rows"]["results"] == len(release.results())


def test_same_inputs_in_another_order_and_at_another_time_reuse_the_release(tmp_path, parts):
    tables, facts = parts
    first = write_release(tmp_path, tables, facts)
    shuffled = {n: t.sample(frac=1, random_state=3) for n, t in tables.items()}
    shuffled["submissions"] = shuffled["submissions"].assign(received_at="2027-05-05T00:00:00Z")
    later = facts | {"released_on": date(2027, 5, 5), "code_version": "another"}
    assert write_release(tmp_path, shuffled, later) == first
    assert names(tmp_path) == {first.name, "current"}


def test_another_value_or_policy_gives_another_release(tmp_path, parts):
    tables, facts = parts
    first = write_release(tmp_path, tables, facts)
    second = write_release(tmp_path, with_another_value(tables), facts)
    stricter = tables["policy"].assign(value="11")
    third = write_release(tmp_path, {**tables, "policy": stricter}, facts)
    assert len({first, second, third}) == 3
    assert json.loads((third / "manifest.json").read_text())["previous_release"] == second.name
    assert latest(tmp_path) == third


def test_rows_are_ordered_and_meanings_stand_beside_the_columns(made_up_release):
    with duckdb.connect(str(made_up_release / "answerable.duckdb"), read_only=True) as connection:
        ids = connection.execute("SELECT metric_id FROM results").df()["metric_id"]
        bare = connection.execute(
            "SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        ).fetchone()
        version = connection.execute(
            "SELECT tags['storage_version'] FROM duckdb_databases() WHERE path IS NOT NULL"
        ).fetchone()
    assert ids.is_monotonic_increasing
    assert bare == (0,)
    assert version[0].startswith("v1.4.0")


def test_undeclared_missing_and_misfit_columns_are_refused_without_their_values(tmp_path, parts):
    tables, facts = parts
    for broken, said in (
        (tables["results"].assign(secret="Maria"), "undeclared columns"),
        (tables["results"].drop(columns="value"), "missing columns"),
        (tables["results"].assign(value="Maria"), "not DOUBLE"),
    ):
        with pytest.raises(ValueError, match=said) as refusal:
            write_release(tmp_path, {**tables, "results": broken}, facts)
        assert "Maria" not in str(refusal.value)
    assert not any(path.is_dir() for path in tmp_path.iterdir())


@pytest.mark.parametrize("step", ["_write_database", "sha256_of", "_sync", "os.rename"])
def test_failure_at_any_step_leaves_the_last_release_and_nothing_else(
    tmp_path, parts, monkeypatch, step
):
    tables, facts = parts
    first = write_release(tmp_path, tables, facts)

    def fail(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        target = writer.os if step == "os.rename" else writer
        patch.setattr(target, step.removeprefix("os."), fail)
        with pytest.raises(OSError, match="no space"):
            write_release(tmp_path, with_another_value(tables), facts)
    assert names(tmp_path) == {first.name, "current"}
    assert latest(tmp_path) == first


KILLED = """
import os, pickle, signal, sys
from pathlib import Path
import release.write as writer
calls = 0
real = writer._sync
def sync(path):
    global calls
    calls += 1
    if calls == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    real(path)
writer._sync = sync
writer.write_release(Path(sys.argv[1]), *pickle.loads(Path(sys.argv[2]).read_bytes()))
"""


@pytest.mark.long
@pytest.mark.parametrize("at_sync", [1, 3, 4])
def test_killed_writer_leaves_no_half_release(tmp_path, parts, at_sync):
    """Killed before the rename, after it, and before `current` is re-pointed."""
    folder, pickled = tmp_path / "releases", tmp_path / "parts"
    tables, facts = parts
    first = write_release(folder, tables, facts)
    pickled.write_bytes(pickle.dumps((with_another_value(tables), facts)))
    arguments = [sys.executable, "-c", KILLED, str(folder), str(pickled), str(at_sync)]
    assert subprocess.run(arguments, cwd=ROOT).returncode == -signal.SIGKILL
    assert verify(latest(folder)) == []
    whole = [path for path in folder.iterdir() if path.is_dir() and path.name[0] != "."]
    assert [verify(path) for path in whole] == [[]] * len(whole)
    again = write_release(folder, with_another_value(tables), facts)
    assert again != first and latest(folder) == again
    assert names(folder) == {first.name, again.name, "current"}


def test_damaged_release_is_not_made_current_again(tmp_path, parts):
    tables, facts = parts
    first = write_release(tmp_path, tables, facts)
    second = write_release(tmp_path, with_another_value(tables), facts)
    database = first / "answerable.duckdb"
    database.chmod(0o644)
    database.write_bytes(database.read_bytes()[:-4096])
    with pytest.raises(BuildError, match="damaged"):
        write_release(tmp_path, tables, facts)
    assert latest(tmp_path) == second


def test_second_writer_is_told_to_wait(tmp_path, parts):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from release.lock import only_writer\n"
            "with only_writer(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)",
            str(tmp_path),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BuildError, match="Another release is being written"):
            write_release(tmp_path, *parts)
    finally:
        holder.kill()
        holder.wait()
    with only_writer(tmp_path):
        pass


def test_nothing_of_the_undisclosed_results_is_in_the_file(tmp_path, parts):
    """A canary in a suppressed row's place must not be found among the bytes."""
    tables, facts = parts
    marked = {**tables, "results": tables["results"].assign(origin="visible-canary")}
    path = write_release(tmp_path, marked, facts) / "answerable.duckdb"
    assert b"visible-canary" in path.read_bytes()
    with duckdb.connect(str(path), read_only=True) as connection:
        columns = connection.execute("SELECT column_name FROM duckdb_columns()").df()
    assert not set(columns["column_name"]) & set(NEVER_RELEASED)


def test_reader_that_holds_the_old_release_keeps_it(tmp_path, parts):
    tables, facts = parts
    write_release(tmp_path, tables, facts)
    with open_release(tmp_path) as old:
        before = old.release_id
        new = write_release(tmp_path, with_another_value(tables), facts)
        assert len(old.results()) == len(tables["results"])
        with open_release(tmp_path) as fresh:
            assert fresh.release_id == new.name != before


def test_many_rows_are_written(tmp_path, parts):
    tables, facts = parts
    many = pd.concat(
        [tables["results"].assign(origin=f"edition {n}") for n in range(10)], ignore_index=True
    )
    write_release(tmp_path, {**tables, "results": many}, facts)
    assert os.path.islink(tmp_path / "current")
