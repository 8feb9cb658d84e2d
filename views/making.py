"""Files made at a reader's click, by a process of its own: drawing a picture takes more memory than all readers together."""

import pickle
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from languages import ENGLISH

ROOT = Path(__file__).resolve().parents[1]
LONGEST_SECONDS = 120
AT_ONCE = BoundedSemaphore(2)
"""Whoever clicks meanwhile waits: a server has few cores and little memory."""


def made(kind: str, thing, language: str = ENGLISH) -> bytes:
    """The file, said in `language`: `kind` pdf or xlsx of a Document, svg or png of a Drawing.

    Raises RuntimeError where it cannot be made; the reader is told so beside the button, the log says why.
    """
    given = pickle.dumps(thing)
    try:
        with AT_ONCE:
            done = subprocess.run(
                [sys.executable, "-m", "reports.page", kind, language],
                input=given,
                capture_output=True,
                cwd=ROOT,
                timeout=LONGEST_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as problem:
        raise RuntimeError("This file took too long to make.") from problem
    if done.returncode:
        raise RuntimeError(f"This file could not be made: {done.stderr.decode().strip()}")
    return done.stdout
