"""`python -m benchmarks.catalogue_run STORE MEMORY`: the whole catalogue on one case store, in a process of its own.

Prints one line of JSON: seconds of the run and of processor time in it, seconds of a bare GROUP BY of the event log, how many
count tables were asked for, how many results came out, and the most memory the process ever held, in
bytes. MEMORY is what the database may take before it writes to disk, as DuckDB writes it ("3GB").
"""

import json
import resource
import sys
import time
from pathlib import Path

import duckdb

from benchmarks.measure import median_seconds_of, seconds_of
from metrics.catalogue import metrics
from metrics.compute import compute

GROUPED = """
SELECT jurisdiction, event, year(occurred_on), count(*) FROM events GROUP BY jurisdiction, event, year(occurred_on)
"""


def main(store: str, memory: str) -> None:
    # Temporary tables need a place to spill to, which a read-only store has not by itself.
    spill = {"memory_limit": memory, "temp_directory": str(Path(store).parent / "spill")}
    with duckdb.connect(store, read_only=True, config=spill) as con:
        (grouped,) = median_seconds_of([lambda: con.execute(GROUPED).fetchall()])
        computed, worked = [], time.process_time()
        seconds = seconds_of(lambda: computed.append(compute(con)))
        worked = time.process_time() - worked
    told = {
        "seconds": seconds,
        "processor": worked,
        "grouped": grouped,
        "metrics": len(metrics()),
        "results": len(computed[0].results),
        "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
