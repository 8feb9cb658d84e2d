"""Files made at a reader's click, by a process of its own: drawing a picture takes more memory than all readers together."""

import pickle
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST_SECONDS = 120


def made(kind: str, thing) -> bytes:
    """The file: `kind` pdf or xlsx of a Document, svg or png of a Chart. Raises RuntimeError where it cannot be made."""
    done = subprocess.run(
        [sys.executable, "-m", "reports.page", kind],
        input=pickle.dumps(thing),
        capture_output=True,
        cwd=ROOT,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError("This file could not be made.")
    return done.stdout
