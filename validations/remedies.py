"""What to do about rules that reading and mapping apply themselves; every other rule carries its own remedy."""

REMEDIES = {
    "row_width": "The row has more or fewer cells than the heading. Look for a separator or line break inside a cell that is not quoted; leave a footnote out with [[file.exclude]].",
    "unreadable_date": "Write the date in a format that the mapping lists, or add the format to dates in the mapping.",
    "unreadable_number": "Write the number in digits, or say in the mapping how thousands and decimals are marked.",
    "unreadable_truth": "Write true or false.",
    "unknown_code": "Add the value to codes in the mapping, or say with otherwise what unlisted values become.",
    "date_impossible": "Correct the date at its source, or widen earliest and latest in the mapping where such dates are right.",
    "check_not_applied": "Look at the columns the check names: where one is never filled, the check says nothing about the file. Correct the check or drop it.",
    "delimiter_found": "Say in the mapping which sign stands between cells (delimiter), so that it need not be found anew.",
    "formula_without_value": "The formula gives nothing for these rows. Look at the columns it names, or say what stands there instead (blank).",
    "merge_conflict": "Several rows describe one thing and differ. Correct them at the source; the first filled value was kept.",
}
"""Rule of intake -> remedy."""

OF_THE_MAPPING = "The mapping checks this. Compare the rows with the source; where the source itself contradicts, say so in the mapping."
"""Remedy for a check that a mapping declares."""

SENTENCES = {"row_width": "The row has more or fewer cells than the heading."}
"""Rule that comes without a finding -> what it says."""
