"""Counting some places only, and what decides the numbers of each: so that a release counts anew what changed.

The rows of one jurisdiction meet those of another in few ways, and all of them are in this file.
Dates are an agency's: `submissions` and the data dates made of it are read whole, wherever the rows
of an agency stand. Everything else is joined within a jurisdiction.
"""

from collections.abc import Iterable

from data.schema import submitted_tables

READ_WHOLE = ("submissions", "agency_rows", "data_dates")
"""What was sent and how far its senders have got: it is never cut down to some places."""
OF_ALL_PLACES = ("reporting_months",)
"""Populations that ask whether an agency reported at all, in rows of whatever place: counted whole, told for some places."""

TABLES = """
SELECT tables.table_catalog, tables.table_name
FROM information_schema.tables AS tables
JOIN information_schema.columns AS columns ON columns.table_catalog = tables.table_catalog
  AND columns.table_schema = tables.table_schema AND columns.table_name = tables.table_name
WHERE tables.table_catalog = current_database() AND tables.table_type = 'BASE TABLE'
  AND columns.column_name = 'jurisdiction'
ORDER BY tables.table_name
"""


def restrict(cursor, places: Iterable[str]) -> None:
    """Lets a cursor see the rows of these jurisdictions only, in every table but those of `READ_WHOLE`.

    Other cursors of the connection go on seeing all rows.
    """
    named = ", ".join("'" + place.replace("'", "''") + "'" for place in sorted(places))
    for catalog, table in cursor.execute(TABLES).fetchall():
        if table not in READ_WHOLE:
            cursor.execute(
                f'CREATE TEMP VIEW "{table}" AS SELECT * FROM "{catalog}"."{table}" '
                f"WHERE jurisdiction IN ({named or 'NULL'})"
            )


def place_inputs(con) -> dict[str, list[str]]:
    """Jurisdiction -> the current submissions that its numbers rest on, ordered by their ids.

    These are the ones whose rows speak of it, all that its agencies sent (they date what is there),
    and all that carry rows of its agencies, wherever these rows stand. An agency is of a place that
    lists it, or in which it sent or stands in rows. `con` is a connection to the case store.
    """
    listed = " UNION ".join(
        f"SELECT jurisdiction, submission_id FROM {name}"
        for name, table in submitted_tables().items()
        if table.kind == "reference" and "jurisdiction" in table.columns
    )
    rows = con.execute(
        f"""
        WITH current AS (
          SELECT submission_id, agency_id, jurisdiction FROM submissions
          WHERE superseded_by IS NULL AND verdict <> 'fail'
        ), direct AS (
          SELECT jurisdiction, submission_id FROM agency_rows
          UNION SELECT jurisdiction, submission_id FROM current WHERE jurisdiction IS NOT NULL
          UNION {listed}
        ), known AS (
          SELECT jurisdiction, agency_id FROM agency_rows
          UNION SELECT jurisdiction, agency_id FROM agencies
          UNION SELECT direct.jurisdiction, current.agency_id
          FROM direct JOIN current ON current.submission_id = direct.submission_id
        ), behind AS (
          SELECT jurisdiction, submission_id FROM direct
          UNION SELECT known.jurisdiction, current.submission_id
          FROM known JOIN current ON current.agency_id = known.agency_id
          UNION SELECT known.jurisdiction, carried.submission_id
          FROM known JOIN agency_rows AS carried ON carried.agency_id = known.agency_id
        )
        SELECT behind.jurisdiction, behind.submission_id
        FROM behind JOIN current ON current.submission_id = behind.submission_id
        ORDER BY behind.jurisdiction, behind.submission_id
        """
    ).fetchall()
    found: dict[str, list[str]] = {}
    for jurisdiction, submission in rows:
        found.setdefault(jurisdiction, []).append(submission)
    return found
