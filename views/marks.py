"""How far to trust a number, and why there is none: always a mark and words, never colour alone."""

from charts.describe import blank_words, is_public_fact
from charts.format import (
    BLANKS,
    MATURITIES,
    PUBLIC_FACT,
    STATUSES,
    SUPPRESSED_BY_PUBLISHER,
    Words,
    is_missing,
)
from charts.linkage import linkage
from languages import phrase
from views.html import Markup, element, join, markup

SHAPES = {
    "reportable": "●",
    "use_with_care": "◉",
    "very_uncertain": "┃",
    "insufficient": BLANKS["insufficient"].shorthand,
    "suppressed": BLANKS["suppressed"].shorthand,
}
"""Status -> its mark; the chart draws the first three as the same shapes."""

MATURITY_SHAPES = {"mature": "●", "provisional": "○", "bounds_only": "↔"}


def status(row: dict, definition: dict | None = None) -> Markup:
    """Mark and words of a result's status, or of the reason it has none; the definition adds what linkage leaves out."""
    return join([_status(row), *_beside(row, definition)])


def _beside(row: dict, definition: dict | None) -> list[Markup]:
    """Whether the row is a fact of open court, and how far its linkage reaches."""
    said = [labelled(PUBLIC_FACT.shorthand, PUBLIC_FACT)] if is_public_fact(row) else []
    counted = not (is_missing(row["numerator"]) and is_missing(row["denominator"]))
    missed = linkage(row, definition) if definition and counted else ""
    if missed:
        words = missed[:1].upper() + missed[1:]
        said.append(element("span", join([words, " "]), class_="answerable-aside"))
    return said


def _status(row: dict) -> Markup:
    if not is_missing(row["blank"]):
        words = blank_words(row)
        shape = words.shorthand
    elif is_missing(row["status"]):
        return markup(phrase("No status given"))
    else:
        words, shape = STATUSES[row["status"]], SHAPES[row["status"]]
    said = labelled(shape, words)
    # Where the bounds are hidden too, to call them all that is left would be false.
    is_bare = row["maturity"] == "bounds_only" and is_missing(row["bound_lower"])
    if row["maturity"] in ("provisional", "bounds_only") and not is_bare:
        maturity = row["maturity"]
        said = join([said, labelled(MATURITY_SHAPES[maturity], MATURITIES[maturity])])
    return said


def labelled(shape: str, words: Words) -> Markup:
    """A mark that screen readers pass over, and its words."""
    mark = element("span", shape, aria_hidden="true", class_="answerable-mark")
    # The blank ends the word for who copies or hears the line.
    return element("span", join([mark, " ", words.label, " "]), class_="answerable-line")


def inline(words: Words) -> Markup:
    """The same where a line may break: in narrow cells and tiles."""
    mark = element("span", words.shorthand, aria_hidden="true", class_="answerable-mark")
    return join([mark, " ", words.label])


def explained() -> list[tuple[Markup, str]]:
    """Every status and maturity with its meaning, for the legend."""
    found = [(labelled(SHAPES[code], words), words.meaning) for code, words in STATUSES.items()]
    return (
        found
        + [
            (labelled(MATURITY_SHAPES[code], words), words.meaning)
            for code, words in MATURITIES.items()
            if code != "mature"
        ]
        + [(labelled(PUBLIC_FACT.shorthand, PUBLIC_FACT), PUBLIC_FACT.meaning)]
    )


def blanks_explained() -> list[tuple[Markup, str]]:
    """Every reason for a blank with its meaning."""
    words = (*BLANKS.values(), SUPPRESSED_BY_PUBLISHER)
    return [(labelled(each.shorthand, each), each.meaning) for each in words]
