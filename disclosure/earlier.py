"""What earlier releases told, as the disclosure step asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from disclosure.succession.history import last_told

Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Earlier:
    """Published tables of earlier releases, the newest first; each has at least `results`.

    `is_same_policy` says whether the newest was protected by the policy of today.
    """

    releases: Sequence[Tables]
    is_same_policy: bool

    @property
    def newest(self) -> pd.DataFrame:
        return self.releases[0]["results"]

    @property
    def plan(self) -> pd.DataFrame | None:
        return self.releases[0].get("plan")

    @property
    def strata(self) -> pd.DataFrame | None:
        return self.releases[0].get("strata")

    @property
    def may_be_held(self) -> bool:
        """Numbers may stand as they were only where they were protected as they would be today."""
        return self.is_same_policy and self.plan is not None

    @cached_property
    def told(self) -> pd.DataFrame:
        """For every number the newest row that any of them has."""
        return last_told(tables["results"] for tables in self.releases)

    @property
    def tables(self) -> Tables | None:
        """Of the newest, what an attacker reads; None where it did not yet say what its counts are of."""
        newest = self.releases[0]
        return newest if "counted_sets" in newest else None
