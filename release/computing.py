"""Computes what has changed: results of a place serve again while all that they were counted from is the same."""

import hashlib
import json
from collections.abc import Callable

import duckdb

from data.store.reuse import Reuse
from metrics.chosen_places import place_inputs
from metrics.compute import Computed, compute, find_all_crime, join_places

LAST_DAY = "SELECT max(as_of) FROM submissions WHERE superseded_by IS NULL AND verdict <> 'fail'"


def compute_changed(
    store: duckdb.DuckDBPyConnection,
    scopes: list[str],
    program: str,
    reuse: Reuse,
    progress: Callable | None = None,
) -> Computed:
    """What `compute` gives for all places, of which only those are counted that `reuse` does not have.

    A place is known by the program (`hash_program`), the scopes, the submissions that its numbers rest on,
    and what is asked of all places at once: the data date, and whether any reports all crime.
    """
    content = dict(store.execute("SELECT submission_id, sha256 FROM submissions").fetchall())
    everywhere = [program, scopes, store.execute(LAST_DAY).fetchall(), bool(find_all_crime(store))]
    names = {
        place: _hash(everywhere, place, [(one, content[one]) for one in submissions])
        for place, submissions in place_inputs(store).items()
    }
    parts = {place: _read(reuse, name) for place, name in names.items()}
    changed = {place for place, part in parts.items() if part is None}
    unchanged = [part for part in parts.values() if part is not None]
    if not unchanged:
        computed = compute(store, scopes, progress)
    elif changed:
        computed = join_places([*unchanged, compute(store, scopes, progress, places=changed)])
    else:
        computed = join_places(unchanged)
    for place in changed:
        for what, frame in zip(Computed._fields, computed, strict=True):
            mine = frame[frame["jurisdiction"] == place].reset_index(drop=True)
            reuse.put(f"{names[place]}-{what}", mine)
    return computed


def _read(reuse: Reuse, name: str) -> Computed | None:
    frames = [reuse.get(f"{name}-{what}") for what in Computed._fields]
    return None if any(frame is None for frame in frames) else Computed(*frames)


def _hash(*facts) -> str:
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()
