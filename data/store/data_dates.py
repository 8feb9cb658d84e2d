"""Up to which day each agency's data speak: open episodes are censored there, never at the release date."""

import duckdb

from data.schema import submitted_tables


def create_data_dates(con: duckdb.DuckDBPyConnection) -> None:
    """View `data_dates(jurisdiction, agency_id, as_of)` over the receipts and the rows they brought.

    An agency that sends its own submissions has the latest data date of these, so one that stopped
    reporting keeps its older date whatever others say about it; where it sends through several
    mappings, a jurisdiction's date is that of the mappings that speak of it. An agency that only appears in
    rows sent by another (a linkage unit, a mapping that feeds it) has the latest data date of the
    submissions that carry its rows; being listed in `agencies` is not enough.
    """
    carried = " UNION ALL ".join(
        f"SELECT jurisdiction, agency_id, submission_id FROM {name}"
        for name, table in submitted_tables().items()
        if table.kind == "case" and "agency_id" in table.columns
    )
    sent = " UNION ALL ".join(
        f"SELECT jurisdiction, submission_id FROM {name}"
        for name, table in submitted_tables().items()
        if table.kind != "reference"
    )
    # Materialised: every metric joins it, and the rows behind it do not change once rebuilt.
    con.execute(
        f"""
        CREATE TABLE agency_rows AS
        SELECT DISTINCT jurisdiction, agency_id, submission_id FROM ({carried})
        WHERE agency_id IS NOT NULL
        UNION
        SELECT DISTINCT rows.jurisdiction, submissions.agency_id, submission_id
        FROM ({sent}) AS rows JOIN submissions USING (submission_id)
        ORDER BY jurisdiction, agency_id, submission_id
        """
    )
    con.execute(
        """
        CREATE VIEW data_dates AS
        WITH current AS (
            SELECT submission_id, jurisdiction, agency_id, mapping, as_of FROM submissions
            WHERE superseded_by IS NULL
        ), series AS (
            SELECT agency_id, mapping, max(as_of) AS as_of FROM current GROUP BY agency_id, mapping
        ), own AS (
            SELECT agency_id, max(as_of) AS as_of FROM current GROUP BY agency_id
        ), places AS (
            SELECT jurisdiction, agency_id, submission_id FROM agency_rows
            UNION
            SELECT jurisdiction, agency_id, submission_id FROM current WHERE jurisdiction IS NOT NULL
        )
        SELECT places.jurisdiction, places.agency_id,
               coalesce(max(series.as_of), max(own.as_of), max(current.as_of)) AS as_of
        FROM places
        JOIN current ON current.submission_id = places.submission_id
        LEFT JOIN series
            ON series.agency_id = places.agency_id AND current.agency_id = places.agency_id
            AND series.mapping = current.mapping
        LEFT JOIN own ON own.agency_id = places.agency_id
        GROUP BY places.jurisdiction, places.agency_id
        ORDER BY places.jurisdiction, places.agency_id
        """
    )
