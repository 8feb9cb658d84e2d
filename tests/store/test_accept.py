"""An accepted submission is there whole and for good, or not there at all."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from data.store import StoreError, current_receipts, receipts
from data.store.durable import TEMPORARY
from data.store.places import accepted_folder
from tests.store.stored import case, put

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.stored import case, put
import data.store.durable as durable
step = sys.argv[2]
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if step == "before_rename":
    durable.os.rename = die
else:
    durable._flush = die
put(Path(sys.argv[1]), {"cases": [case(1)]})
"""


@pytest.mark.parametrize("step", ["before_flush", "before_rename"])
def test_a_kill_in_the_middle_leaves_nothing_half_accepted(tmp_path, step):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), step], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    assert receipts(tmp_path) == []
    assert list(accepted_folder(tmp_path).glob(TEMPORARY + "*")), "it did not die in the middle"
    put(tmp_path, {"cases": [case(1)]})
    assert len(receipts(tmp_path)) == 1
    assert not list(accepted_folder(tmp_path).glob(TEMPORARY + "*"))


def test_a_failure_in_the_middle_leaves_nothing(tmp_path):
    with pytest.raises(KeyError):
        put(tmp_path, {"cases": [case(1)]}, is_synthetic=False, tables=None, **broken_papers())
    assert list(accepted_folder(tmp_path).iterdir()) == []


def broken_papers() -> dict:
    class Unwritable:
        def __str__(self):
            raise KeyError("cannot be written")

    return {"sentence": Unwritable()}


def test_vault_is_closed_to_others_and_files_are_read_only(tmp_path):
    vault = tmp_path / "vault"
    kept = put(vault, {"cases": [case(1)]})
    assert mode(vault) == mode(kept.folder) == mode(kept.folder.parent) == 0o700
    files = list(kept.folder.iterdir())
    assert {path.name for path in files} == {"cases.parquet", "receipt.json", "validation.json"}
    assert {mode(path) for path in files} == {0o400}


def mode(path: Path) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def test_same_bytes_again_change_nothing_and_say_so(tmp_path):
    first = put(tmp_path, {"cases": [case(1)]})
    before = {path: path.stat().st_mtime_ns for path in first.folder.iterdir()}
    again = put(tmp_path, {"cases": [case(1)]}, received_at="later")
    assert again.already_received and "Nothing changed" in again.text()
    assert again.submission_id == first.submission_id and again.received_at == first.received_at
    assert {path: path.stat().st_mtime_ns for path in first.folder.iterdir()} == before
    assert len(receipts(tmp_path)) == 1


def test_correction_supersedes_and_the_older_files_stay(tmp_path):
    first = put(tmp_path, {"cases": [case(1)]})
    second = put(tmp_path, {"cases": [case(2)]}, sha256="b" * 64)
    assert (second.vintage, second.supersedes) == (2, first.submission_id)
    assert first.folder.exists()
    assert [one.submission_id for one in current_receipts(tmp_path)] == [second.submission_id]
    # Sending the first file again takes the correction back: a third vintage, not "already received".
    third = put(tmp_path, {"cases": [case(1)]})
    assert (third.vintage, third.supersedes) == (3, second.submission_id)
    assert not third.already_received


def test_another_period_or_mapping_is_another_series(tmp_path):
    put(tmp_path, {"cases": [case(1)]})
    assert put(tmp_path, {"cases": [case(1)]}, mapping="other", sha256="b" * 64).vintage == 1
    assert len(current_receipts(tmp_path)) == 2


def test_synthetic_and_real_submissions_never_meet(tmp_path):
    put(tmp_path, {"cases": [case(1)]})
    with pytest.raises(StoreError, match="Synthetic"):
        put(tmp_path, {"cases": [case(2)]}, sha256="b" * 64, is_synthetic=True)
    assert len(receipts(tmp_path)) == 1


def test_damaged_receipt_is_named(tmp_path):
    kept = put(tmp_path, {"cases": [case(1)]})
    path = kept.folder / "receipt.json"
    path.chmod(0o600)
    path.write_text("{")
    with pytest.raises(StoreError, match=kept.submission_id):
        receipts(tmp_path)
