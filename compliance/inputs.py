"""What compliance reads: published results, public reference tables and curated law. No case data."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.law import Law


@dataclass(frozen=True)
class Inputs:
    """Everything that decides how duties stand.

    `results` are published rows with `RESULT_COLUMNS`, `definitions` the release's table of that
    name; `obligations` are rows of `data.instruments.obligations()`; the submitted tables have the
    columns of the case model. `minimum` is the smallest denominator of which a share may be shown.
    `earlier` holds the tables `compliance` and `compliance_evidence` of the release before, and
    its `release_id`; None for a first release.
    """

    jurisdictions: pd.DataFrame
    obligations: list[dict]
    results: pd.DataFrame
    definitions: pd.DataFrame
    attestations: pd.DataFrame
    replies: pd.DataFrame
    recommendations: pd.DataFrame
    statutory_reports: pd.DataFrame
    participations: pd.DataFrame
    benchmarks: pd.DataFrame
    law: Law
    data_date: date
    minimum: int
    earlier: dict | None = None

    def places(self) -> dict[str, str | None]:
        """The places that duties can bind, each with the place it is a part of; never a group of States."""
        bound = self.jurisdictions[self.jurisdictions["kind"].isin(BOUND)]
        parents = bound["parent"].astype(object).where(bound["parent"].notna(), None)
        return dict(zip(bound["jurisdiction"], parents, strict=True))


BOUND = ("state", "part", "fictional")
"""Kinds of places that duties can bind. A group of States repeats its members and binds nobody."""
