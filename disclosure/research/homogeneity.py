"""Classes in which nearly everybody shares an outcome tell it of each of them: they are widened until they do not."""

from disclosure.policy import threshold
from disclosure.research.base import NOT_TOLD, PERIOD, PLACE, Base, Outcome

UNKNOWN = "unknown"
"""That an outcome is not known of anybody gives nobody away."""


def widen_homogeneous(con, base: Base, outcomes: tuple[Outcome, ...]) -> None:
    """Hold back one more attribute of every class with too large a share of one outcome, until there is none.

    Works on `research_told` (the codes told, the outcomes, `units`). With no attribute left to hold
    back, a class of `homogeneity_below` people and more stays: what befell nearly everybody of a
    place and time is a finding about the authority. A smaller one is joined by the smallest class
    of its place and period; where there is none it loses its period and its place, and is taken
    out at last. Facts of open court are not looked at.
    """
    watched = [outcome for outcome in outcomes if not outcome.is_public]
    if not watched:
        return
    names = ", ".join([*base.keys, *(outcome.name for outcome in outcomes)])
    while _find_homogeneous(con, base, watched):
        _take_out(con, base)
        _join_smallest(con, base)
        # Backwards, so that what was widened just now is not taken for one of the classes it joins.
        for name in reversed(base.keys):
            con.execute(
                f"""UPDATE research_told SET {name} = '{NOT_TOLD}' FROM research_alike
                WHERE next = '{name}' AND {_same(base)}"""
            )
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE research_told AS
            SELECT {names}, sum(units)::BIGINT AS units FROM research_told GROUP BY {names}"""
        )


def is_shared_by_nearly_all(con, outcome: Outcome) -> bool:
    """Whether one code of it, other than unknown, belongs to nearly everybody in `research_source`."""
    if outcome.is_public:
        return False
    share = con.execute(
        f"""SELECT coalesce(max(part) FILTER (WHERE code <> '{UNKNOWN}') / sum(part), 0)
        FROM (SELECT {outcome.name} AS code, sum(units) AS part FROM research_source GROUP BY code)"""
    ).fetchone()[0]
    return share > threshold("homogeneity_share")


def _find_homogeneous(con, base: Base, watched: list[Outcome]) -> bool:
    keys = ", ".join(base.keys)
    is_told = " OR ".join(f"{each.name} <> '{NOT_TOLD}'" for each in base.attributes)
    found = " UNION ".join(
        f"""SELECT {keys} FROM (
          SELECT {keys}, {outcome.name} AS code, sum(units) AS part, sum(sum(units)) OVER (PARTITION BY {keys}) AS whole
          FROM research_told GROUP BY {keys}, {outcome.name})
        WHERE part > {threshold("homogeneity_share")} * whole AND code <> '{UNKNOWN}'
          AND ({is_told} OR whole < {threshold("homogeneity_below")})"""
        for outcome in watched
    )
    told = " ".join(f"WHEN {name} <> '{NOT_TOLD}' THEN '{name}'" for name in base.keys)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE research_alike AS SELECT *, CASE {told} END AS next FROM ({found})"
    )
    return con.execute("SELECT count(*) FROM research_alike").fetchone()[0] > 0


def _join_smallest(con, base: Base) -> None:
    """Hold back every attribute of the smallest class that stands beside one with nothing left to hold back."""
    names = [each.name for each in base.attributes]
    keys = ", ".join(base.keys)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE research_joining AS
        SELECT {keys} FROM (
          SELECT {keys}, row_number() OVER (PARTITION BY {PLACE}, {PERIOD} ORDER BY sum(units), {keys}) AS number
          FROM research_told
          WHERE ({PLACE}, {PERIOD}) IN (SELECT ({PLACE}, {PERIOD}) FROM research_alike WHERE next = '{PERIOD}')
            AND ({" OR ".join(f"{name} <> '{NOT_TOLD}'" for name in names)})
          GROUP BY {keys})
        WHERE number = 1"""
    )
    con.execute(
        f"""UPDATE research_alike SET next = 'joined' WHERE next = '{PERIOD}'
        AND ({PLACE}, {PERIOD}) IN (SELECT ({PLACE}, {PERIOD}) FROM research_joining)"""
    )
    con.execute(
        f"""UPDATE research_told SET {", ".join(f"{name} = '{NOT_TOLD}'" for name in names)}
        FROM research_joining WHERE {_same(base, "research_joining")}"""
    )


def _take_out(con, base: Base) -> None:
    con.execute(
        f"DELETE FROM research_told USING research_alike WHERE next IS NULL AND {_same(base)}"
    )


def _same(base: Base, other: str = "research_alike") -> str:
    return " AND ".join(f"research_told.{name} = {other}.{name}" for name in base.keys)
