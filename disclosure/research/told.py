"""What is told of people: every class and outcome with its true count, and the count that is shown."""

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.research.base import Base, Outcome
from disclosure.research.classes import assign_classes
from disclosure.research.homogeneity import is_shared_by_nearly_all, widen_homogeneous
from disclosure.research.lattice import Node, chosen_node
from disclosure.research.rounding import JOINT, keyed_chances, raised_to, rounded
from disclosure.research.source import count_units

DEFAULT, STRICT = "default", "strict"
PROFILES = (DEFAULT, STRICT)


def tell(con, base: Base, profile: str) -> list[tuple[tuple[Outcome, ...], Node, str]]:
    """Outcomes that share their classes, the level of each attribute, and the name of the table that holds the classes.

    In the default profile the outcomes of a base share them, but for those that nearly everybody
    shares: their classes are wide, and would widen those of the others. In the strict profile an
    outcome is part of what must be alike, so each has classes of its own.
    """
    groups = [(outcome,) for outcome in base.outcomes]
    if profile == DEFAULT:
        mixed = tuple(each for each in base.outcomes if not is_shared_by_nearly_all(con, each))
        groups = [mixed] if mixed else []
        groups += [(each,) for each in base.outcomes if each not in mixed]
    return [_told(con, base, outcomes, profile) for outcomes in groups]


def _told(con, base: Base, outcomes: tuple[Outcome, ...], profile: str):
    names = [outcome.name for outcome in outcomes]
    key = base.keys if profile == DEFAULT else (*base.keys, *names)
    count_units(con, base, key)
    node = chosen_node(con, base, key, threshold("research_residual_max"))
    assign_classes(con, base, key, node)
    same = " AND ".join(f"research_units.{name} = research_source.{name}" for name in key)
    told = ", ".join(f"research_classes.{name}" for name in base.keys)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_told AS
        SELECT {told}, {", ".join(f"research_source.{name}" for name in names)},
          sum(research_source.units)::BIGINT AS units
        FROM research_source JOIN research_units ON {same} JOIN research_classes USING (cell)
        GROUP BY ALL"""
    )
    widen_homogeneous(con, base, outcomes)
    kept = f"research_told_{names[0]}"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {kept} AS FROM research_told")
    return outcomes, node, kept


def shown_counts(con, base: Base, outcome: Outcome, told: str, key: bytes) -> pd.DataFrame:
    """Every class and outcome: codes, true `units` and `shown`, a multiple of the base within base - 1 of the truth."""
    columns = ", ".join([*base.keys, outcome.name])
    cells = con.execute(
        f"""SELECT *, dense_rank() OVER (ORDER BY {", ".join(base.keys)}) - 1 AS class,
          concat_ws(chr({ord(JOINT)}), ?, {columns}, units) AS definition
        FROM (SELECT {columns}, sum(units)::BIGINT AS units FROM {told} GROUP BY {columns})
        ORDER BY {columns}""",
        [outcome.table],
    ).df()
    helping = ["class", "definition"]
    if cells.empty:
        return cells.drop(columns=helping).assign(shown=pd.Series(dtype="int64"))
    step, least = threshold("research_rounding_base"), threshold("minimum_count")
    counts, classes = (cells[name].to_numpy(np.int64) for name in ("units", "class"))
    chances = keyed_chances(key, cells["definition"].tolist())
    shown = raised_to(rounded(counts, chances, step), counts, classes, least, step)
    return cells.drop(columns=helping).assign(shown=shown)
