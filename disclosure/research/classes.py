"""Classes of people who look alike: attributes held back where too few do, in one order for all and blind to outcomes."""

from disclosure.research.base import NOT_TOLD, PLACE, Base
from disclosure.research.lattice import Node, columns_at


def assign_classes(con, base: Base, key: tuple[str, ...], node: Node) -> None:
    """Fill `research_classes`: for each unit cell, the codes that are told of it.

    Every class, that is every combination of `key`, holds at least `least` people, the highest of
    its members. `research_units` has one row a cell; cells that fit into no class are missing from
    the answer. Only how many people look alike decides: `key` names outcomes in the strict profile
    alone, where they are part of what must be alike.
    """
    shown = ", ".join(base.keys)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_rest AS
        SELECT cell, units, least, {", ".join(name for name in key if name not in base.keys) or "NULL AS none"},
          {columns_at(base, node)}, period, {PLACE} FROM research_units"""
    )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE research_classes AS SELECT cell, {shown} FROM research_rest LIMIT 0"
    )
    for held in (None, *base.keys):
        if held:
            con.execute(f"UPDATE research_rest SET {held} = '{NOT_TOLD}'")
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE research_sized AS
            SELECT *, sum(units) OVER alike >= max(least) OVER alike AS fits FROM research_rest
            WINDOW alike AS (PARTITION BY {", ".join(key)})"""
        )
        con.execute(
            f"INSERT INTO research_classes SELECT cell, {shown} FROM research_sized WHERE fits"
        )
        con.execute(
            "CREATE OR REPLACE TEMP TABLE research_rest AS SELECT * EXCLUDE (fits) FROM research_sized WHERE NOT fits"
        )
