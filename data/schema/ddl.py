"""The SQL that creates a table of the case model."""

from data.schema.model import Table


def create_statement(table: Table, *, schema: str = "main", receipt: bool = True) -> str:
    """CREATE TABLE for DuckDB: the declared columns and, where `receipt`, the submission each row came with.

    Keys are checked by the validations, not by the database: a store is rebuilt in bulk, and
    an index on every key would cost more than the check.
    """
    columns = [f"{column.name} {column.sql_type}" for column in table.columns.values()]
    if receipt and "submission_id" not in table.columns:
        columns.append("submission_id VARCHAR")
    return f"CREATE TABLE {schema}.{table.name} ({', '.join(columns)})"
