"""What linkage units have stated about how many true repeats of a person they recognise."""

LOWEST = """
SELECT jurisdiction, min(linkage_recall) AS linkage_recall
FROM agencies
WHERE linkage_recall IS NOT NULL
GROUP BY jurisdiction
ORDER BY jurisdiction
"""


def stated_recall(con) -> dict[str, float]:
    """Jurisdiction -> the lowest recall that its agencies' linkage units have stated, 0 to 1; who stated none is not in it."""
    return {row[0]: float(row[1]) for row in con.execute(LOWEST).fetchall()}
