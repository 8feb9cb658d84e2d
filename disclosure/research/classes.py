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
        if held == PERIOD:
            _join_smallest(con, base, key)
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


def _join_smallest(con, base: Base, key: tuple[str, ...]) -> None:
    """Those with nothing left to hold back are joined by the smallest class of their place and period, where there is one.

    It costs one class its attributes, and spares the others their period and their place.
    """
    names = [each.name for each in base.attributes]
    around = ", ".join(name for name in key if name not in names)
    codes = ", ".join(f"research_classes.{name}" for name in base.keys)
    outcomes = "".join(f", research_units.{name}" for name in key if name not in base.keys)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_joining AS
        SELECT * FROM (
          SELECT {", ".join(key)}, row_number() OVER (PARTITION BY {around} ORDER BY sum(units), {", ".join(key)}) AS number
          FROM (SELECT {codes}{outcomes}, units FROM research_classes JOIN research_units USING (cell))
          WHERE ({around}) IN (SELECT ({around}) FROM research_sized WHERE NOT fits)
            AND ({" OR ".join(f"{name} <> '{NOT_TOLD}'" for name in names)})
          GROUP BY {", ".join(key)})
        WHERE number = 1"""
    )
    same = " AND ".join(
        f"{'research_classes' if name in base.keys else 'research_units'}.{name} = research_joining.{name}"
        for name in key
    )
    con.execute(
        f"""UPDATE research_classes SET {", ".join(f"{name} = '{NOT_TOLD}'" for name in names)}
        WHERE cell IN (SELECT research_classes.cell FROM research_classes
          JOIN research_units USING (cell) JOIN research_joining ON {same})"""
    )
    joined = f"({around}) IN (SELECT ({around}) FROM research_joining)"
    con.execute(
        f"""INSERT INTO research_classes
        SELECT cell, {", ".join(base.keys)} FROM research_sized WHERE NOT fits AND {joined}"""
    )
    con.execute(f"DELETE FROM research_sized WHERE NOT fits AND {joined}")
