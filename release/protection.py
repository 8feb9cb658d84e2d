"""The last look at a release before it is written, and the tables that say how its people were protected."""

from collections.abc import Mapping

import pandas as pd

from disclosure.attacking.audit import audit
from disclosure.earlier import Earlier
from disclosure.error import DisclosureError
from disclosure.protection_report import audit_report, protection_report
from disclosure.singletons import few_hidden
from disclosure.step import Told, check_safe
from disclosure.succession.checking import check_succession
from disclosure.succession.opened import opened
from disclosure.succession.revisions import REVISION_COLUMNS, revisions
from metrics.definition import Metric

ATTACKED = (
    "results",
    "counted_sets",
    "nested_sets",
    "definitions",
    "trends",
    "comparisons",
    "disparities",
)
"""Tables of counts, and what is needed to read them."""
TRIED = ("line", "linear", "integer", "visible", "artefacts")
"""Attacks that are tried on every release; the last by `release.artefacts`, without which nothing is written."""


def protected(
    tables: Mapping[str, pd.DataFrame],
    told: Told,
    catalogue: Mapping[str, Metric],
    undisclosed: pd.DataFrame,
    earlier: Earlier | None,
    research_bounds: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """Tables plan, protection, audits and revisions of a release that withstood every attack.

    Raises DisclosureError with the families of cells that did not: everything is attacked together
    here, with the tables that were made of the results, the research tables and earlier releases.
    """
    results = told.results
    kinds = {name: metric.kind for name, metric in catalogue.items()}
    published = {name: tables[name] for name in ATTACKED}
    research = () if research_bounds.empty else (research_bounds,)
    singleton = few_hidden(
        undisclosed, results[~told.held.reindex(results.index, fill_value=False)]
    )
    check_safe(audit(published, earlier.tables if earlier else None, research, singleton))
    if earlier and (problems := check_succession(results, earlier.told, kinds, opened(published))):
        raise DisclosureError("Nothing was published.\n" + "\n".join(problems))
    headlines = [name for name, metric in catalogue.items() if metric.is_headline]
    return {
        "plan": told.plan,
        "protection": protection_report(results, told.plan, headlines),
        "audits": audit_report(_outcomes(results, research, singleton, earlier)),
        "revisions": revisions(results, told.held, earlier.newest, kinds)
        if earlier
        else pd.DataFrame(columns=list(REVISION_COLUMNS), dtype=object),
    }


def _outcomes(results: pd.DataFrame, research, singleton, earlier: Earlier | None) -> list[dict]:
    is_hidden = results["blank"].eq("suppressed")
    hidden = int(results.loc[is_hidden, ["numerator", "denominator"]].isna().to_numpy().sum())
    passed = {"outcome": "passed", "cells": hidden}
    needed = {"informed": len(singleton) > 0, "research": bool(research), "previous": bool(earlier)}
    found = [{"audit": name} | passed for name in TRIED]
    return found + [
        {"audit": name} | (passed if is_needed else {"outcome": "not_needed"})
        for name, is_needed in needed.items()
    ]
