"""A release that is attacked, with its truth; each is made once for all workers of a test session."""

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from release.read import DATABASE, open_release
from tests.attacks.making import NAME
from tests.conftest import ROOT

READ = ("results", "counted_sets", "nested_sets", "definitions", "policy")


@dataclass(frozen=True)
class Made:
    """A release and what stands behind it; `folder` holds vault, releases, reports and what was said while it was made."""

    folder: Path
    directory: Path

    @property
    def database(self) -> Path:
        return self.directory / DATABASE

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        with open_release(self.directory) as release:
            return {name: release.table(name).reset_index(drop=True) for name in READ}

    @cached_property
    def true(self) -> pd.DataFrame:
        """True numerators and denominators, row by row of the results."""
        kept = pd.read_pickle(self.folder / f"truth-{self.directory.name}.pkl")
        both = self.tables["results"][NAME].pipe(plain).merge(plain(kept), how="left", on=NAME)
        assert len(both) == len(self.tables["results"])
        return both


def plain(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.copy()
    for name in NAME:
        if name.startswith("period_") and name != "period_kind":
            rows[name] = pd.to_datetime(rows[name]).dt.strftime("%Y-%m-%d")
        elif name == "horizon_days":
            rows[name] = pd.to_numeric(rows[name]).fillna(-1).astype(int)
        else:
            rows[name] = rows[name].astype(object).where(rows[name].notna(), "").astype(str)
    return rows


def made(kind: str, tmp_path_factory, shared: Path | None = None) -> list[Made]:
    """Releases of a kind, oldest first; made by whoever asks first."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "attacked" / kind
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "finished").exists():
            _make(kind, folder, shared)
    names = (folder / "made.txt").read_text().split()
    return [Made(folder, folder / "releases" / name) for name in names]


def _make(kind: str, folder: Path, shared: Path | None) -> None:
    for name in ("cwd", "tmp"):
        (folder / name).mkdir()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(folder / "tmp"),
        "OMP_NUM_THREADS": "1",
        "ANSWERABLE_SHARED": str(shared or ""),
    }
    with (folder / "said.txt").open("w") as said:
        done = subprocess.run(
            [sys.executable, "-m", "tests.attacks.making", kind, str(folder)],
            cwd=folder / "cwd",
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    text = (folder / "said.txt").read_text()
    assert done.returncode == 0, text[-3000:]
    (folder / "finished").touch()
