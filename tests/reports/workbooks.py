"""What the tests of workbooks share."""

COVER = {
    "title": "A report",
    "place": "A place",
    "period": "2021 to 2025",
    "mark": "SYNTHETIC: made-up data for demonstration",
    "scope": "",
    "released_on": "1 February 2026",
    "data_date": "31 December 2025",
    "release_id": "2026-02-01-0123456789ab",
    "content_hash": "0123456789ab",
    "results": "1,234",
}


def heading(column: str) -> str:
    """Heading of a column of the release, in English."""
    return column.replace("_", " ").capitalize()
