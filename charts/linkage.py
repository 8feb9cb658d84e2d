"""What the linkage of records leaves out of figures about people who come again, said beside each of them."""

from charts import format as reads
from charts.format import is_missing
from languages import phrase

SUBJECT = "Linkage: "
"""A definition one of whose caveats begins so rests on recognising the same person twice."""


def rests_on_linkage(definition: dict) -> bool:
    """True where whoever was not recognised is missing from the figure."""
    caveats = definition.get("caveats")
    lines = caveats.splitlines() if isinstance(caveats, str) else caveats or ()
    return any(line.startswith(SUBJECT) for line in lines)


def linkage(row: dict, definition: dict) -> str:
    """How much of what it should have found the linkage behind a number finds; empty where none is needed.

    `linkage_recall` of the row, a share, is what those who link have stated; releases and places
    without it have stated nothing.
    """
    if not rests_on_linkage(definition) or row.get("source") == "official":
        return ""
    recall = row.get("linkage_recall")
    if is_missing(recall):
        return phrase("lower bound; linkage recall not stated")
    return phrase(
        "lower bound; linkage recall stated as {share}", share=reads.value(recall, "share")
    )
