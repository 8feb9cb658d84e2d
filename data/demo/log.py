"""The event log of one submission: batches of events, cut off at the data date, numbered at the end."""

import numpy as np
import pyarrow as pa

from data.demo.rows import identifiers, table


class EventLog:
    """Collects events of one jurisdiction up to `cut`, the last day its agency has reported."""

    def __init__(self, jurisdiction: str, prefix: str, cut: int):
        self.jurisdiction = jurisdiction
        self.prefix = prefix
        self.cut = cut
        self.batches: list[pa.Table] = []
        self.length = 0

    def add(self, kind: str, subjects: pa.Array, event: str, day, agency: str, **facts) -> None:
        """Events of one sort: subject identifiers and day numbers of equal length.

        `facts` are `outcome`, `reason` and `instance`: arrays of that length, or one value for all.
        """
        happened = np.asarray(day) <= self.cut
        if not happened.any():
            return
        chosen = {
            name: value[happened] if isinstance(value, np.ndarray) else value
            for name, value in facts.items()
        }
        rows = table(
            "events",
            jurisdiction=self.jurisdiction,
            event_id=identifiers(self.prefix, np.arange(happened.sum()) + self.length),
            subject_kind=kind,
            subject_id=subjects.filter(pa.array(happened)),
            event=event,
            occurred_on=np.asarray(day)[happened],
            date_precision="day",
            agency_id=agency,
            outcome=chosen.get("outcome"),
            reason=chosen.get("reason"),
            instance=chosen.get("instance"),
        )
        self.length += rows.num_rows
        self.batches.append(rows)

    def table(self) -> pa.Table:
        """All events so far."""
        return pa.concat_tables(self.batches)
