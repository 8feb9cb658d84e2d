"""Keeps what a build has worked out for the next one, by the hash of all that it was made from.

It holds true counts, so it lies in the vault. Nothing depends on it: whoever removes the folder, or
asks for a build from scratch, gets the same release later.
"""

import os
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather

from data.store.durable import TEMPORARY
from data.store.places import PRIVATE

SUFFIX = ".arrow"


class Reuse:
    """Frames by name. With `from_scratch` none is there at first, and what is put replaces what was."""

    def __init__(self, vault: Path, *, from_scratch: bool = False):
        self._folder = Path(vault) / "reuse"
        self._folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        self._from_scratch = from_scratch
        self._in_use: set[str] = set()

    def get(self, name: str) -> pd.DataFrame | None:
        """The frame of this name as it was put; None where there is none, or where it cannot be read."""
        self._in_use.add(name)
        if self._from_scratch:
            return None
        try:
            return feather.read_feather(self._folder / f"{name}{SUFFIX}")
        except (OSError, pa.ArrowInvalid):
            return None

    def put(self, name: str, frame: pd.DataFrame) -> None:
        """Keeps a frame; one that would not come back as it is is not kept."""
        self._in_use.add(name)
        working = self._folder / f"{TEMPORARY}{os.getpid()}-{name}"
        try:
            feather.write_feather(frame, working, compression="zstd")
            back = feather.read_feather(working)
            if back.equals(frame) and back.dtypes.equals(frame.dtypes):
                # Not flushed: a file that a crash cut short is not read, and made again.
                os.replace(working, self._folder / f"{name}{SUFFIX}")
        except pa.ArrowInvalid:
            # Columns of values of several types have no place in the file format.
            pass
        finally:
            working.unlink(missing_ok=True)

    def forget_others(self) -> None:
        """Removes what this build has neither asked for nor put."""
        for path in self._folder.iterdir():
            if path.name.removesuffix(SUFFIX) not in self._in_use:
                path.unlink(missing_ok=True)
