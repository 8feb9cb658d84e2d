"""The texts of a release that may be translated: titles and questions of metrics, labels, units and readable codes.

They are gathered beside the program's own, each in the context that `charts.release_words` asks for. A catalogue keeps
them from one gathering to the next, also those of releases that are not at hand; a missing one is no fault: it is shown
in English, and marked as English.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb

CONTEXTS = frozenset({"metric title", "metric question", "label", "unit", "code", "place name"})
"""Contexts whose texts come from releases, not from the program."""
TEXTS = (
    ("metric title", "SELECT title FROM definitions"),
    ("metric question", "SELECT question FROM definitions"),
    ("label", "SELECT label FROM vocabulary"),
    ("label", "SELECT short_title FROM instruments"),
    ("label", "SELECT title FROM instruments"),
    ("unit", "SELECT replace(unit_counted, '_', ' ') FROM definitions"),
    ("unit", "SELECT replace(code, '_', ' ') FROM vocabulary WHERE list = 'unit_counted'"),
    ("code", "SELECT metric_group FROM definitions"),
    ("code", "SELECT breakdown FROM results"),
    ("code", "SELECT list FROM vocabulary"),
    ("code", "SELECT name FROM policy"),
    ("code", "SELECT applies_to FROM policy"),
)
"""Context -> a query of texts, or of codes that are read as texts."""


def release_texts(database: Path) -> Iterator[tuple[str, str]]:
    """(context, English) of every text in a release's file."""
    with duckdb.connect(str(database), read_only=True) as release:
        for context, query in TEXTS:
            for (text,) in release.execute(
                f"SELECT DISTINCT * FROM ({query}) ORDER BY 1"
            ).fetchall():
                if text:
                    yield context, _readable(text) if context == "code" else text


def _readable(code: str) -> str:
    return code.replace("_", " ").capitalize() if code.islower() else code
