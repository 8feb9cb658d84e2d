"""How much of a received file intake will read before it refuses.

Each limit lies far above any honest submission and far below what would fill memory or disk.
"""

MEGABYTE = 1024 * 1024

ROWS_A_FILE = 5_000_000
"""A national caseload of ten years fits; a file that inflates from a few kilobytes does not."""

COLUMNS_A_FILE = 2_000
"""Wide court exports have a few hundred; a spreadsheet's grid ends at 16,384."""

EMPTY_ROWS_IN_A_SHEET = 10_000
"""More empty rows than this before the next filled one: a stray cell, not data."""

CELL_CHARACTERS = 131_072
"""A longer cell is nearly always a quotation mark that is never closed."""

FILES_A_SUBMISSION = 1_000

ARCHIVE_MEMBERS = 1_000
"""A workbook has a few dozen parts."""

ARCHIVE_BYTES = 2_048 * MEGABYTE
"""Unpacked size of one archive or workbook; a full sheet of a million rows needs about a third."""

ARCHIVE_RATIO = 200
"""Unpacked to packed size of one large member; spreadsheets reach 10 to 60."""

ARCHIVE_RATIO_FROM = 10 * MEGABYTE
"""Small members may compress better than that by chance."""

ROWS_A_CHUNK = 20_000
"""Rows held in memory at a time: 20,000 rows of 200 cells stay below 500 MB."""
