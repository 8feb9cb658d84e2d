"""One row for each value of a cell that holds several."""

import re

from data.intake.formula import Surroundings
from data.intake.formula_tree import fill_text
from data.intake.formula_types import as_text
from data.intake.mapping_model import TableMapping
from data.intake.quoting import quote_name, quote_text


def rows_of(part: TableMapping, around: Surroundings, item: dict[str, str]) -> str:
    """SQL of the working rows that a part of the mapping starts from.

    With `split` a row stands there once for each different value of its cell, in their order, and
    the cell then holds that value alone; an empty cell gives one row.
    """
    working = f"working.{quote_name(part.file)}"
    if part.split is None:
        return working
    name = fill_text(part.split.column, item)
    cell = as_text(around.cell(name, missing=()))
    signs = quote_text("|".join(re.escape(sign) for sign in part.split.by))
    every = f"list_transform(regexp_split_to_array({cell}, {signs}), lambda one: trim(one))"
    different = (
        'list_filter("@values", '
        "lambda one, place: one <> '' AND list_position(\"@values\", one) = place)"
    )
    rows = f'SELECT here.*, {every} AS "@values" FROM {working} AS here'
    rows = f'SELECT * REPLACE ({different} AS "@values") FROM ({rows})'
    several = 'CASE WHEN len("@values") > 0 THEN "@values" ELSE [NULL] END'
    return f'(SELECT * EXCLUDE ("@values") REPLACE (unnest({several}) AS {quote_name(name)}) FROM ({rows}))'
