"""Populations and what they are built on, as temporary tables that stand for as long as somebody reads them."""

import re
from collections.abc import Iterable, Iterator

from metrics.catalogue import populations
from metrics.stages import without_stages

OF_ALL = "jurisdiction covered_from as_of is_observable sent_by"
"""Columns that tell what a population covers."""


def drawn(cursor, readers: dict[str, Iterable[str]]) -> Iterator[str]:
    """The name of each population, while there is a temporary table of that name.

    `readers` maps a population to the statements that will read it: other columns are left out.
    Populations share their stages: each is worked out once, and dropped when nothing that is still
    to be drawn reads it.
    """
    parts = {name: without_stages(populations()[name].rows) for name in readers}
    # Populations of the same stages one after the other, so that stages are soon done with.
    order = sorted(parts, key=lambda name: (list(parts[name][0]), name))
    steps = _steps([parts[name] for name in order], order)
    read = [words(text) for _, text in steps]
    last_read = {word: place for place, each in enumerate(read) for word in each}
    named = words(OF_ALL, *(text for texts in readers.values() for text in texts))
    standing: list[str] = []
    for place, (name, text) in enumerate(steps):
        if name in readers:
            _keep(cursor, name, text, words(OF_ALL, *readers[name]))
            yield name
            cursor.execute(f"DROP TABLE temp.{name}")
        else:
            _keep(cursor, name, text, named.union(*read[place + 1 :]))
            standing.append(name)
        for stage in [each for each in standing if last_read.get(each, 0) <= place]:
            cursor.execute(f"DROP TABLE temp.{stage}")
            standing.remove(stage)


def words(*texts: str) -> set[str]:
    """Every name that occurs, and much else: what is not among these words is not read."""
    return set(re.findall(r"\w+", " ".join(texts)))


def _steps(parts: list[tuple[dict[str, str], str]], order: list[str]) -> list[tuple[str, str]]:
    """Name and SELECT of each stage, before the first population that needs it, and of each population."""
    steps: dict[str, str] = {}
    for name, (stages, statement) in zip(order, parts, strict=True):
        steps |= {stage: text for stage, text in stages.items() if stage not in steps}
        steps[name] = statement
    return list(steps.items())


def _keep(cursor, name: str, statement: str, wanted: set[str]) -> None:
    found = [row[0] for row in cursor.execute(f"DESCRIBE {statement}").fetchall()]
    columns = ", ".join(column for column in found if column in wanted)
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {columns} FROM ({statement}) AS whole"
    )
