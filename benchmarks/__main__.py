"""`python -m benchmarks [NAME...]`: runs every benchmark found in `benchmarks/tasks/`, or those named.

Leaves with 1 where a measurement is over its bar.
"""

import importlib
import sys
from pathlib import Path

from benchmarks.measure import NotMeasured

TASKS = Path(__file__).parent / "tasks"


def names() -> list[str]:
    """Every benchmark, by file name."""
    return sorted(path.stem for path in TASKS.glob("*.py") if path.stem != "__init__")


def run(chosen: list[str]) -> bool:
    """Prints each measurement as it comes; True where all keep their bar."""
    all_keep = True
    for name in chosen:
        try:
            for measurement in importlib.import_module(f"benchmarks.tasks.{name}").measure():
                print(measurement.line(), flush=True)
                all_keep = all_keep and measurement.keeps_bar is not False
        except NotMeasured as reason:
            print(f"{name}: not measured, {reason}.", flush=True)
    return all_keep


def main(arguments: list[str]) -> int:
    unknown = sorted(set(arguments) - set(names()))
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(names())}.")
        return 2
    return 0 if run(arguments or names()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
