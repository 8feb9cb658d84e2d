"""Looks at two published releases side by side, as somebody who kept the earlier one would."""

import duckdb
import pandas as pd

from disclosure.policy import threshold
from metrics.result import KEY

PAIRS = """
WITH old AS (SELECT * FROM earlier), new AS (SELECT *, row_number() OVER () AS place FROM later),
same AS (
  SELECT new.*, old.numerator AS old_numerator, old.denominator AS old_denominator,
    old.blank AS old_blank, old.definition_hash = new.definition_hash AS same_meaning, true AS same_period
  FROM new JOIN old ON {same_key}
),
grown AS (
  SELECT new.*, old.numerator AS old_numerator, old.denominator AS old_denominator,
    old.blank AS old_blank, old.definition_hash = new.definition_hash AS same_meaning, false AS same_period
  FROM new JOIN old ON {same_but_end}
  WHERE old.period_end <> new.period_end
    AND NOT (strftime(old.period_start, '%m%d') = '0101' AND strftime(old.period_end, '%m%d') = '1231')
),
parts AS (
  SELECT new.*, old.numerator AS old_numerator, old.denominator AS old_denominator,
    old.period_start AS part_start, old.period_end AS part_end
  FROM new JOIN old ON {same_but_period}
  WHERE new.period_start <= old.period_start AND old.period_end <= new.period_end
    AND new.period_end - new.period_start > old.period_end - old.period_start
    AND new.period_end - new.period_start > INTERVAL 365 DAY AND {told}
),
longest AS (
  SELECT * FROM parts WHERE NOT EXISTS (
    SELECT 1 FROM parts AS wider WHERE wider.place = parts.place
      AND wider.part_start <= parts.part_start AND parts.part_end <= wider.part_end
      AND wider.part_end - wider.part_start > parts.part_end - parts.part_start
  )
),
beside AS (
  SELECT any_value(metric_id) AS metric_id, any_value(breakdown) AS breakdown,
    bool_and(people_above) AND few(any_value(numerator) - sum(old_numerator)) AS above,
    bool_and(people_below) AND few(any_value(denominator) - sum(old_denominator)) AS below
  FROM longest GROUP BY place
),
pairs AS (SELECT * FROM same UNION ALL SELECT * FROM grown),
found AS (
  SELECT metric_id, breakdown, unnest([
    CASE WHEN people_above AND few(numerator - old_numerator) THEN 'above the line differ by fewer than {least} from those' END,
    CASE WHEN people_below AND few(denominator - old_denominator) THEN 'below the line differ by fewer than {least} from those' END,
    CASE WHEN is_part AND numerator <= denominator
      AND few((denominator - numerator) - (old_denominator - old_numerator))
      THEN 'left over differ by fewer than {least} from those' END,
    CASE WHEN same_period AND same_meaning AND old_blank = 'suppressed'
      AND ((old_numerator IS NULL AND numerator IS NOT NULL) OR (old_denominator IS NULL AND denominator IS NOT NULL))
      THEN 'are shown that were hidden' END
  ]) AS problem
  FROM pairs
  UNION ALL
  SELECT metric_id, breakdown, 'leave fewer than {least} beside their parts' FROM beside WHERE above OR below
)
SELECT metric_id, breakdown, problem, count(*) AS results
FROM found WHERE problem IS NOT NULL GROUP BY ALL ORDER BY ALL
"""
PERIOD = ("period_start", "period_end")
SUMS_ABOVE = ("mean", "amount")
NOT_PEOPLE_BELOW = ("rate", "recurrent")


def check_succession(
    published: pd.DataFrame,
    previous: pd.DataFrame,
    kinds: dict[str, str] | None = None,
    opened: pd.DataFrame | None = None,
) -> list[str]:
    """Sentences about what the two releases tell together and must not; none where they are safe side by side.

    Both frames are published `results`. A problem names metric and breakdown, never a place or a value. Sums
    of money and days are not looked at: what a reader may take from them depends on the largest of
    them, which is not published. `opened` says of each row's counts, numerator and denominator,
    whether another row tells the same people as a fact of open court.
    """
    con = duckdb.connect()
    # What open court tells now is nobody's secret; what it told before is known like everything else.
    is_secret = ~is_true(published, "public_fact")
    if opened is not None:
        published = published.copy()
        for name in ("numerator", "denominator"):
            published.loc[opened[name], name] = None
    con.register("later", _prepared(published[is_secret], kinds or {}))
    con.register("earlier", _prepared(previous, kinds or {}))
    least = threshold("revision_minimum")
    con.execute(f"CREATE MACRO few(n) AS round(abs(n), 6) > 0 AND round(abs(n), 6) < {least}")
    rows = con.execute(
        PAIRS.format(
            least=least,
            same_key=_equal(KEY),
            told="coalesce(old.numerator, old.denominator) IS NOT NULL",
            same_but_period=_equal(name for name in KEY if name not in PERIOD),
            same_but_end=_equal(name for name in KEY if name != "period_end"),
        )
    ).fetchall()
    con.close()
    return [
        f"{number} counts of {metric_id} by {breakdown} {problem} in the release before"
        for metric_id, breakdown, problem, number in rows
    ]


def _equal(names) -> str:
    # Empty texts and missing horizons are filled beforehand, so that a plain join finds them.
    return " AND ".join(f"new.{name} = old.{name}" for name in names)


def is_true(frame: pd.DataFrame, name: str) -> pd.Series:
    """Whether a column that not every release has is true."""
    if name not in frame:
        return pd.Series(False, index=frame.index)
    return frame[name].eq(True)


def _prepared(results: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    protected = results["source"].isin(threshold("protected_sources"))
    protected &= ~results["unit_counted"].isin(threshold("units_not_people"))
    rows = results[protected]
    kind = rows["metric_id"].map(kinds)
    is_sum = rows["unit_counted"].isin(threshold("sum_units"))
    found = pd.DataFrame(
        {name: rows[name].astype(object).where(rows[name].notna(), "").astype(str) for name in KEY}
    )
    for name in PERIOD:
        found[name] = pd.to_datetime(rows[name])
    found["horizon_days"] = pd.to_numeric(rows["horizon_days"]).fillna(-1).astype(int)
    for name in ("numerator", "denominator"):
        found[name] = pd.to_numeric(rows[name]).astype(float)
    for name in ("blank", "definition_hash"):
        found[name] = rows[name].astype(object).where(rows[name].notna(), "").astype(str)
    found["people_above"] = ~is_sum & ~kind.isin(SUMS_ABOVE)
    found["people_below"] = ~is_sum & ~kind.isin(NOT_PEOPLE_BELOW)
    found["is_part"] = ~is_sum & (kind.isin(threshold("part_of_whole_kinds")) | kind.isna())
    return found
