"""Real files as case stores: mapped but not validated, for tests that are about counting."""

from datetime import date

import duckdb

from data.intake.submission import open_submission
from data.schema import create_statement, tables
from data.store.data_dates import create_data_dates


def store_of(folder, mapping: str, agency_id: str, period: tuple[date, date]):
    """A case store in memory with all rows of one real submission."""
    con = duckdb.connect()
    for table in tables().values():
        con.execute(create_statement(table))
    with open_submission([folder], mapping, period, agency_id) as submission:
        submission.map()
        for name in submission.mapped_tables():
            found = submission.con.cursor()
            found.execute(f'SELECT * EXCLUDE (row_ids) FROM mapped."{name}"')
            con.register("mapped_rows", found.fetch_df())
            con.execute(
                f"INSERT INTO {name} BY NAME SELECT *, 'one' AS submission_id FROM mapped_rows"
            )
        receipt = {
            "submission_id": "one",
            "jurisdiction": agency_id[:3],
            "agency_id": agency_id,
            "scope": submission.mapping.scope,
            "period_start": period[0],
            "period_end": period[1],
            "as_of": submission.as_of,
            "verdict": "pass",
        }
    marks = ", ".join("?" for _ in receipt)
    con.execute(
        f"INSERT INTO submissions ({', '.join(receipt)}) VALUES ({marks})", [*receipt.values()]
    )
    create_data_dates(con)
    return con
