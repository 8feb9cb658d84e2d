"""From the counts of one cell to figures, one file a kind.

Each file has `estimate(metric, rows, scope) -> list[Figure]`: `rows` are the rows of the count
table that belong to one jurisdiction, year and category, as dictionaries; they may be none.
"""
