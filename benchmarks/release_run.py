"""`python -m benchmarks.release_run CASES PLACES FOLDER`: a whole release in a process of its own, from submissions made for it to writing.

Tells its phases on standard error, and at the end one line of JSON: how many people there were, how
many results were counted and are told, and how many problems were solved to protect them.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from benchmarks.world import world_of
from cli import show_progress
from data.store import open_case_store
from disclosure.protecting.problem import Solution
from disclosure.step import Told
from disclosure.universe.solving import Workers
from release import build
from release.demo import build_demo

COUNTS: Counter[str] = Counter()


def main(cases: str, places: str, folder: str) -> None:
    overhear(build, "disclose", count_results)
    overhear(Workers, "solve", count_problems)
    vault = Path(folder) / "vault"
    build_demo(
        vault,
        Path(folder) / "releases",
        cases=int(cases),
        progress=show_progress,
        truths=world_of(int(places)),
    )
    with open_case_store(vault) as store:
        (people,) = store.execute("SELECT count(*) FROM victims").fetchone()
    print(json.dumps({"people": people, **COUNTS}))


def count_results(told: Told, results: pd.DataFrame, *_) -> dict[str, int]:
    """How many results the disclosure step was given, and how many it tells."""
    return {"results counted": len(results), "results told": len(told.results)}


def count_problems(solutions: list[Solution], *_) -> dict[str, int]:
    """How many problems workers solved at one asking."""
    return {"problems solved": len(solutions)}


def overhear(owner: object, name: str, count: Callable[..., dict[str, int]]) -> None:
    """From now on adds to COUNTS what `count` makes of each answer of the function and its arguments."""
    function = getattr(owner, name)

    def overheard(*given, **named):
        answer = function(*given, **named)
        COUNTS.update(count(answer, *given))
        return answer

    setattr(owner, name, overheard)


if __name__ == "__main__":
    main(*sys.argv[1:])
