"""What a stranger reads in the research tables: which people a class may hold, and the fewest and most of them."""

import duckdb
import pandas as pd

NOT_TOLD, OTHER_PLACES = "not_told", "other_places"
ATTRIBUTES = ("exploitation_form", "sex", "age_group", "citizenship_group")
KEYS = ["jurisdiction", "period", *ATTRIBUTES]
OUTCOMES = {
    "research_victims": "stage",
    "research_victims_assistance": "assistance",
    "research_defendants": "outcome",
    "research_compensation": "compensation",
}
SETS = (
    ("research_victims", "victims_identified", "numerator", None),
    ("research_victims_assistance", "victims_identified", "numerator", None),
    ("research_defendants", "persons_prosecuted", "numerator", None),
    ("research_compensation", "claim_rate", "denominator", None),
    ("research_compensation", "claim_rate", "numerator", ("awarded", "claimed_only")),
    ("research_compensation", "compensation_awarded", "numerator", ("awarded",)),
)
"""Research table, the metric and measure that count the same people, and which outcomes of them."""
BASE, SMALLEST_CLASS = 5, 11


def open_tables(path) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(str(path), read_only=True)
    con.execute("SET threads = 1")
    return con


def told_tables(con) -> dict[str, pd.DataFrame]:
    """Research tables that hold anybody."""
    there = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    found = {name: con.execute(f"FROM {name}").df() for name in OUTCOMES if name in there}
    return {name: rows for name, rows in found.items() if len(rows)}


def classes(rows: pd.DataFrame, outcome: str, codes, slack: int) -> pd.DataFrame:
    """Each class with the fewest and the most people of the codes (all where None); `slack` is what rounding may hide."""
    every = sorted(set(rows[outcome]))
    counts = (
        rows.groupby([*KEYS, outcome])
        .size()
        .unstack(fill_value=0)
        .reindex(columns=every, fill_value=0)
    )
    wanted = counts[[code for code in codes or every if code in counts]]
    found = wanted.index.to_frame(index=False)
    found["least"] = (wanted - slack).clip(lower=0).sum(axis=1).to_numpy()
    # Outcomes that nobody in the class seems to have may be a few all the same.
    found["most"] = (wanted.sum(axis=1) + slack * (len(codes) if codes else 8)).to_numpy()
    if slack and not codes:
        found["least"] = found["least"].clip(lower=SMALLEST_CLASS)
    return found


def bounds(
    rows: pd.DataFrame, outcome: str, codes, cells: pd.DataFrame, dropped: float, slack=BASE - 1
):
    """The same for the counts of `cells` (jurisdiction, start, end, breakdown, category): columns least and most."""
    found = classes(rows, outcome, codes, slack)
    places = set(rows["jurisdiction"])
    least, most = [], []
    for cell in cells.itertuples():
        block = f"{cell.start.year}-{cell.end.year}"
        block = str(cell.start.year) if cell.start.year == cell.end.year else block
        pooled = cell.jurisdiction not in places
        is_place = found["jurisdiction"].eq(cell.jurisdiction)
        may = is_place | found["jurisdiction"].eq(NOT_TOLD)
        if pooled:
            may |= found["jurisdiction"].eq(OTHER_PLACES)
        is_block = found["period"].eq(block)
        may &= is_block | found["period"].eq(NOT_TOLD)
        sure = is_place & is_block
        if cell.breakdown != "total":
            own = found[cell.breakdown].eq(cell.category)
            # Whatever is no code of the results is a coarser one, and may be anything.
            coarse = ~found[cell.breakdown].isin(
                cells.loc[cells["breakdown"] == cell.breakdown, "category"]
            )
            # Results may put categories together that the research table tells apart.
            is_known = cell.category in set(found[cell.breakdown])
            may &= own | coarse | (not is_known)
            sure &= own
        is_anywhere = not pooled or OTHER_PLACES in places
        is_told_of = is_anywhere and block in set(rows["period"])
        least.append(found.loc[sure, "least"].sum())
        most.append(found.loc[may, "most"].sum() + dropped if is_told_of else float("inf"))
    return pd.DataFrame({"least": least, "most": most}, index=cells.index)
