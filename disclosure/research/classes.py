"""Classes of people who look alike: attributes held back where too few do, in one order for all and blind to outcomes."""

from disclosure.research.base import NOT_TOLD, PERIOD, PLACE, Base
from disclosure.research.lattice import Node, columns_at


def assign_classes(con, base: Base, key: tuple[str, ...], node: Node) -> None:
    """Fill `research_classes`: for each unit cell, the codes that are told of it.

    Every class, that is every combination of `key`, holds at least `least` people, the highest of
    its members. `research_units` has one row a cell; cells that fit into no class are missing from
    the answer. Only how many people look alike decides: `key` names outcomes in the strict profile
    alone, where they are part of what must be alike.
    """
    shown = ", ".join(base.keys)
    outcomes = "".join(f"{name}, " for name in key if name not in base.keys)
    rest = f"""SELECT cell, units, least, {outcomes}{columns_at(base, node)}, {PERIOD}, {PLACE}
      FROM research_units"""
    for place, held in enumerate((None, *base.keys)):
        if held:
            rest = f"SELECT * EXCLUDE (fits) REPLACE ('{NOT_TOLD}' AS {held}) FROM research_sized WHERE NOT fits"
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE research_sized AS
            SELECT *, sum(units) OVER alike >= max(least) OVER alike AS fits FROM ({rest})
            WINDOW alike AS (PARTITION BY {", ".join(key)})"""
        )
        fitting = f"SELECT cell, {shown} FROM research_sized WHERE fits"
        if place == 0:
            con.execute(f"CREATE OR REPLACE TEMP TABLE research_classes AS {fitting}")
        else:
            con.execute(f"INSERT INTO research_classes {fitting}")
