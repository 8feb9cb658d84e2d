"""Makes one file for the page that asks for it: an order as JSON on standard input, the file on standard output.

python -m reports.door < order.json
"""

import json
import sys
import tempfile
from pathlib import Path

from release.read import ReleaseError, open_release
from reports.door.asked import Order
from reports.door.making import make
from reports.door.writable import CannotWrite
from reports.names import ReportError


def main() -> int:
    """0 where the file was written; else 1, with one line on standard error."""
    try:
        asked = json.load(sys.stdin)
        place = asked["place"]
        order = Order(
            (asked["kind"],),
            tuple(place) if isinstance(place, list) else place,
            asked["return_id"],
            asked["year"],
            asked["language"],
        )
        with (
            open_release(Path(asked["release"])) as release,
            tempfile.TemporaryDirectory() as folder,
        ):
            [path] = make(release, order, Path(folder))
            sys.stdout.buffer.write(path.read_bytes())
    # Where a server keeps its drafts is no reader's business.
    except CannotWrite:
        print("there is no room for the file on the server", file=sys.stderr)
        return 1
    except (ReportError, ReleaseError) as problem:
        print(" ".join(str(problem).split()), file=sys.stderr)
        return 1
    # Whatever else goes wrong is told by its kind alone: its words may quote data.
    except Exception as problem:
        print(f"{type(problem).__name__} while the file was made", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
