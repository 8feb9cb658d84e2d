"""The only way text from outside gets into SQL: as a quoted name or a quoted literal."""


def quote_name(name: str) -> str:
    """An identifier that DuckDB reads back as exactly `name`."""
    return '"' + _without_nul(name).replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """A string literal that DuckDB reads back as exactly `text`."""
    return "'" + _without_nul(text).replace("'", "''") + "'"


def _without_nul(text: str) -> str:
    # DuckDB ends a statement at a NUL; no heading and no code needs one.
    return text.replace("\x00", "")
