"""The counted source of research tables: how many people share every attribute and outcome. Rows of persons end here."""

from disclosure.policy import threshold
from disclosure.research.base import OTHER_PLACES, PERIOD, PLACE, Base
from disclosure.research.places import LEFT_OUT, POOLED, treatments


def count_source(con, base: Base) -> dict[str, str]:
    """Make `research_source`, one row a combination with `units` and the class minimum `least`; the treatment of each place.

    Raises ValueError for a code that the base does not declare: an allow-list, not a habit.
    """
    outcomes = [outcome.name for outcome in base.outcomes]
    names = [PLACE, PERIOD, *(each.name for each in base.attributes), *outcomes]
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_counted AS
        SELECT {", ".join(f"CAST({name} AS VARCHAR) AS {name}" for name in names)}, count(*) AS units
        FROM ({base.sql}) GROUP BY ALL"""
    )
    _check_codes(con, base)
    sizes = con.execute(
        f"SELECT {PLACE}, sum(units)::BIGINT FROM research_counted GROUP BY {PLACE} ORDER BY {PLACE}"
    ).fetchall()
    found = treatments(dict(sizes))
    con.execute(
        "CREATE OR REPLACE TEMP TABLE research_places (place VARCHAR, told VARCHAR, least INTEGER)"
    )
    if kept := [_place_row(place, each) for place, each in found.items() if each != LEFT_OUT]:
        con.executemany("INSERT INTO research_places VALUES (?, ?, ?)", kept)
    rest = ", ".join(name for name in names if name != PLACE)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_source AS
        SELECT told AS {PLACE}, {rest}, max(least) AS least, sum(units)::BIGINT AS units
        FROM research_counted JOIN research_places ON place = {PLACE} GROUP BY told, {rest}"""
    )
    return found


def count_units(con, base: Base, key: tuple[str, ...]) -> None:
    """Make `research_units`: one row a combination of `key`, with a number, and a column for every level of every attribute."""
    levels = [
        f"{_recoded(each.name, recoding)} AS {each.name}_{level}"
        for each in base.attributes
        for level, recoding in enumerate(each.recodings)
    ]
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_units AS
        SELECT row_number() OVER () AS cell, *, {", ".join(levels)} FROM (
          SELECT {", ".join(key)}, max(least) AS least, sum(units)::BIGINT AS units
          FROM research_source GROUP BY {", ".join(key)})"""
    )


def _place_row(place: str, treatment: str) -> tuple[str, str, int]:
    least = threshold("research_class_minimum", jurisdiction=place)
    return place, OTHER_PLACES if treatment == POOLED else place, least


def _recoded(name: str, recoding: dict[str, str]) -> str:
    if not recoding:
        return name
    cases = " ".join(f"WHEN '{code}' THEN '{coarser}'" for code, coarser in recoding.items())
    return f"CASE {name} {cases} ELSE {name} END"


def _check_codes(con, base: Base) -> None:
    for each in (*base.attributes, *base.outcomes):
        found = con.execute(f"SELECT DISTINCT {each.name} FROM research_counted").fetchall()
        if not {row[0] for row in found} <= set(each.codes):
            raise ValueError(f"{base.name}: {each.name} holds a code that is not declared")
    empty = con.execute(
        f"SELECT count(*) FROM research_counted WHERE {PLACE} IS NULL OR {PERIOD} IS NULL"
    ).fetchone()[0]
    if empty:
        raise ValueError(f"{base.name}: a record without jurisdiction or period")
