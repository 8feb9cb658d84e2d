"""Text from outside in a file that a spreadsheet program may open."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "＝", "%")


def guarded_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet program would take for a formula."""
    return f"'{text}" if text.lstrip(" \"'").startswith(STARTS_A_FORMULA) else text
