"""Classes in which nearly everybody shares an outcome tell it of each of them: they are widened until they do not."""

from disclosure.policy import threshold
from disclosure.research.base import NOT_TOLD, Base, Outcome

UNKNOWN = "unknown"
"""That an outcome is not known of anybody gives nobody away."""


def widen_homogeneous(con, base: Base, outcomes: tuple[Outcome, ...]) -> None:
    """Hold back one more attribute of every class with too large a share of one outcome, until there is none.

    Works on `research_told` (the codes told, the outcomes, `units`). A class that is still alike with
    nothing told of it is taken out. Facts of open court are not looked at.
    """
    watched = [outcome for outcome in outcomes if not outcome.is_public]
    if not watched:
        return
    names = ", ".join(["units", *base.keys, *(outcome.name for outcome in outcomes)])
    while _find_homogeneous(con, base, watched):
        _take_out(con, base)
        # Backwards, so that what was widened just now is not taken for one of the classes it joins.
        for name in reversed(base.keys):
            con.execute(
                f"""UPDATE research_told SET {name} = '{NOT_TOLD}' FROM research_alike
                WHERE next = '{name}' AND {_same(base)}"""
            )
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE research_told AS
            SELECT * REPLACE (units::BIGINT AS units) FROM (
              SELECT sum(units) AS {names} FROM research_told GROUP BY ALL)"""
        )


def _find_homogeneous(con, base: Base, watched: list[Outcome]) -> bool:
    keys = ", ".join(base.keys)
    found = " UNION ".join(
        f"""SELECT {keys} FROM (
          SELECT {keys}, {outcome.name} AS code, sum(units) AS part, sum(sum(units)) OVER (PARTITION BY {keys}) AS whole
          FROM research_told GROUP BY {keys}, {outcome.name})
        WHERE part > {threshold("homogeneity_share")} * whole AND code <> '{UNKNOWN}'"""
        for outcome in watched
    )
    told = " ".join(f"WHEN {name} <> '{NOT_TOLD}' THEN '{name}'" for name in base.keys)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE research_alike AS SELECT *, CASE {told} END AS next FROM ({found})"
    )
    return con.execute("SELECT count(*) FROM research_alike").fetchone()[0] > 0


def _take_out(con, base: Base) -> None:
    con.execute(
        f"DELETE FROM research_told USING research_alike WHERE next IS NULL AND {_same(base)}"
    )


def _same(base: Base) -> str:
    return " AND ".join(f"research_told.{name} = research_alike.{name}" for name in base.keys)
