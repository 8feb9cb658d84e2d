"""Little results told by the whole disclosure step, under the declarations of the real metrics."""

from dataclasses import replace
from functools import cache

import pandas as pd

from disclosure.attacking.audit import audit
from disclosure.attacking.findings import Findings
from disclosure.step import Told, disclose
from metrics.catalogue import metrics
from metrics.counted_sets import counted_sets, nested_sets
from metrics.definition import Metric
from tests.disclosure.people import HORIZONS

COUNTS = ("numerator", "denominator")
MADE_OF_COUNTS = ("value", "lower", "upper", "bound_lower", "bound_upper", "missing_share")


def tell(results: pd.DataFrame, **more) -> Told:
    """What the step makes of undisclosed results; labels are those of the results in their order."""
    names = tuple(sorted(set(results["metric_id"])))
    catalogue = {name: _with_horizons(name) for name in names}
    return disclose(results, catalogue, **_sets(names), **more)


def told(results: pd.DataFrame, **more) -> pd.DataFrame:
    """The results that are published."""
    return tell(results, **more).results


def not_told(results: pd.DataFrame, **more) -> dict[int, set[str]]:
    """Label -> the counts that a reader does not get, whether hidden or in a row that is left out."""
    published = told(results, **more).reindex(range(len(results)))
    before = results.reset_index(drop=True)
    gone = {name: before[name].notna() & published[name].isna() for name in COUNTS}
    return {
        label: {name for name in COUNTS if gone[name][label]}
        for label in before.index
        if any(gone[name][label] for name in COUNTS)
    }


def unsafe_rows(published: pd.DataFrame) -> list[int]:
    """Labels of rows that the project's own attacker finds unsafe."""
    return list(attacked(published).labels)


def attacked(published: pd.DataFrame) -> Findings:
    """What the project's own attacker finds in these rows alone."""
    names = tuple(sorted(set(published["metric_id"])))
    return audit({"results": published, "definitions": _definitions(names), **_sets(names)})


def hide(rows: pd.DataFrame, *labels: int, only: tuple[str, ...] = COUNTS) -> pd.DataFrame:
    """The rows with these counts hidden, and with nothing that is made of them."""
    hidden = rows.copy()
    hidden.loc[list(labels), [*only, *MADE_OF_COUNTS]] = None
    hidden.loc[list(labels), ["status", "blank"]] = "suppressed"
    return hidden


def _definitions(names: tuple[str, ...]) -> pd.DataFrame:
    facts = [(name, metrics()[name].kind, metrics()[name].population) for name in names]
    return pd.DataFrame(facts, columns=["metric_id", "kind", "population"])


@cache
def _sets(names: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    catalogue = [_with_horizons(name) for name in names]
    return {
        "counted_sets": counted_sets(catalogue, ["trafficking"]),
        "nested_sets": nested_sets(catalogue, ["trafficking"]),
    }


def _with_horizons(name: str) -> Metric:
    """A metric that is followed to the horizons of the made-up people."""
    metric = metrics()[name]
    return replace(metric, horizons=HORIZONS) if metric.horizons else metric
