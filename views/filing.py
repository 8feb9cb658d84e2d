"""Files of a release made at a reader's click: reports, returns, data. Each by a process of its own."""

import json
import subprocess
import sys

from languages import current, phrase, speaking
from release.read import Release
from reports.door.asked import Order
from views.making import AT_ONCE, LONGEST_SECONDS, ROOT


def maker(release: Release, order: Order):
    """What a button calls to make the one file of `order`; raises RuntimeError with a sentence where it cannot."""
    asked = {
        "release": str(release.path),
        "kind": order.kinds[0],
        "place": order.place,
        "return_id": order.return_id,
        "year": order.year,
        "language": current(),
    }
    return lambda: _made(asked)


def _made(asked: dict) -> bytes:
    # The server makes files in a thread of its own, which has spoken no language yet.
    with speaking(asked["language"]):
        return _asked_for(asked)


def _asked_for(asked: dict) -> bytes:
    try:
        with AT_ONCE:
            done = subprocess.run(
                [sys.executable, "-m", "reports.door"],
                input=json.dumps(asked).encode(),
                capture_output=True,
                cwd=ROOT,
                timeout=LONGEST_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as problem:
        raise RuntimeError(phrase("This file took too long to make.")) from problem
    if done.returncode:
        why = done.stderr.decode().strip()
        raise RuntimeError(phrase("This file could not be made: {why}", why=why))
    return done.stdout
