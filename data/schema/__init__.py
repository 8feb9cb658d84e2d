"""The case model: every table, column and code list, each declared once in TOML.

Intake, validation, demo data, documentation and the codebook inside a release all read these
declarations; nothing repeats them. `tables()` walks `tables/`, `code_lists()` walks `codes/`.
"""

from data.schema.codes import Code, CodeList, code_lists
from data.schema.ddl import create_statement
from data.schema.model import PATTERNS, SQL_TYPES, Column, Table
from data.schema.tables import submitted_tables, tables

__all__ = [
    "PATTERNS",
    "SQL_TYPES",
    "Code",
    "CodeList",
    "Column",
    "Table",
    "code_lists",
    "create_statement",
    "submitted_tables",
    "tables",
]
