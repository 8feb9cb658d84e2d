"""`python -m benchmarks [NAME...]`: runs every benchmark found in `benchmarks/tasks/`, or those named; --help lists them.

Leaves with 1 where a measurement is over its bar.
"""

import ast
import importlib
import sys
from pathlib import Path

from benchmarks.measure import NotMeasured

TASKS = Path(__file__).parent / "tasks"


def names() -> list[str]:
    """Every benchmark, by file name."""
    return sorted(path.stem for path in TASKS.glob("*.py") if path.stem != "__init__")


def subject(name: str) -> str:
    """What the benchmark measures: the first line of its file, read without what it imports."""
    text = (TASKS / f"{name}.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(text)).splitlines()[0]


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
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        for name in names():
            print(f"  {name:<16} {subject(name)}")
        return 0
    unknown = sorted(set(arguments) - set(names()))
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(names())}.")
        return 2
    return 0 if run(arguments or names()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
