"""A small, complete release of made-up results, written by the real writer, for tests of the doors.

Three fictional places, five years, every kind of metric, every status, every kind of blank. The numbers are
drawn from a seed; what they say about anything real is nothing.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from compliance.columns import CELL_KEY
from compliance.deciding import states
from compliance.piece import mark_current
from compliance.rules import rules_table
from compliance.summaries import summaries
from disclosure.research.bounds import BOUND_COLUMNS
from disclosure.step import disclose
from release.protection import protected
from release.write import write_release
from tests.factory_comparisons import compared
from tests.factory_compliance import made_up_compliance
from tests.factory_metrics import METRICS
from tests.factory_reference import reference_tables
from tests.factory_research import made_up_research
from tests.factory_results import fabricate_results
from tests.factory_sets import made_up_sets

RELEASED_ON = date(2026, 2, 1)


def make_release(folder: Path, *, seed: int = 1, released_on: date = RELEASED_ON) -> Path:
    """Write a made-up release below `folder` (a folder of releases) and return its directory."""
    tables = made_up_tables(seed)
    return write_release(folder, tables, facts(released_on, tables))


@cache
def made_up_tables(seed: int = 1) -> dict[str, pd.DataFrame]:
    """The tables of the made-up release, its results through the real disclosure step."""
    catalogue = {metric.id: metric.definition for metric in METRICS}
    undisclosed, sets = fabricate_results(seed), made_up_sets(list(catalogue.values()))
    told = disclose(undisclosed, catalogue, **sets)
    tables = reference_tables(told.results) | compared(undisclosed, told.results) | sets
    unknown = pd.DataFrame(columns=BOUND_COLUMNS)
    tables |= protected(tables, told, catalogue, undisclosed, None, unknown)
    tables |= made_up_research()
    return tables | decided(made_up_compliance(tables), tables["obligations"])


def decided(told: dict[str, pd.DataFrame], duties: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Made-up tables of compliance, with the states that follow from their evidence by the real rules."""
    evidence = mark_current(told["compliance_evidence"])
    asked = told["compliance"][[*CELL_KEY, "applies", "applies_because"]]
    force = duties.set_index("obligation_id")["force"]
    asked = asked.assign(force=asked["obligation_id"].map(force))
    found = states(asked, evidence, told["replies"])
    rows = duties.assign(themes=duties["themes"].str.split("\n")).to_dict("records")
    return told | {
        "compliance": found,
        "compliance_evidence": evidence,
        "compliance_rules": rules_table(),
        "compliance_summary": summaries(found, rows),
    }


def facts(released_on: date, tables: dict[str, pd.DataFrame]) -> dict:
    """What the builder of a release knows beside the tables."""
    return {
        "released_on": released_on,
        "parameters": {"scopes": ["all_crime", "trafficking"]},
        "code_version": "factory",
        "receipts": list(tables["submissions"]["submission_id"]),
        "is_synthetic": True,
        "scopes": ["trafficking", "all_crime"],
    }
