"""Whom a report is about: one place, several, or all of a release."""

from dataclasses import dataclass

from charts import release_words
from languages import phrase
from reports.names import ReportError
from reports.reading import Reading

MOST_LISTED = 30
"""Codes that a sentence to whoever asked for an unknown place lists."""
MOST_NAMED = 6
"""Places of a group that its title names; of more it says how many there are."""


@dataclass(frozen=True)
class Subject:
    """`codes` None is all places; `parts` are the places beneath a single one, which have reports of their own.

    `reports` is False where the release holds no result about any of the places.
    """

    codes: tuple[str, ...] | None
    name: str
    reports: bool = True
    parts: tuple[str, ...] = ()

    @property
    def code(self) -> str | None:
        """The code of a single place."""
        return self.codes[0] if self.codes and len(self.codes) == 1 else None


def subject(reading: Reading, place: str | tuple[str, ...] | None) -> Subject:
    """Whom `place` names; raises ReportError where the release does not know it, or holds nothing at all.

    A place with results of its own is one place, whatever lies beneath it. A place without any, but with others beneath
    it, such as a group of States, stands for these.
    """
    reporting = reading.places_with_results
    if place is None:
        if not reporting:
            raise ReportError("The release holds no results, so there is nothing to report.")
        return Subject(None, phrase("All jurisdictions of the release"))
    asked = (place,) if isinstance(place, str) else tuple(dict.fromkeys(place))
    _check(asked, reading.places, reporting)
    if len(asked) > 1:
        return Subject(asked, _names(reading, asked), bool(reporting & set(asked)))
    (code,) = asked
    beneath = tuple(
        r["jurisdiction"] for r in reading.table("jurisdictions") if r["parent"] == code
    )
    name = release_words.place(reading.labels.place(code))
    if code not in reporting and beneath:
        return Subject(beneath, name, bool(reporting & set(beneath)))
    return Subject(asked, name, code in reporting, beneath)


def _check(asked: tuple[str, ...], known: frozenset[str], reporting: frozenset[str]) -> None:
    if not asked:
        raise ReportError("No place was named, so there is nothing to report.")
    unknown = [code for code in asked if code not in known]
    if unknown:
        raise ReportError(
            f"The release holds no results for {', '.join(map(repr, unknown))}, and does not know such a place. "
            f"It holds: {_listed(sorted(reporting or known))}."
        )


def _listed(codes: list[str]) -> str:
    left = len(codes) - MOST_LISTED
    told = ", ".join(codes[:MOST_LISTED])
    return f"{told} and {left} more, which --list names" if left > 0 else told


def _names(reading: Reading, codes: tuple[str, ...]) -> str:
    if len(codes) > MOST_NAMED:
        return phrase("{number} places together", number=len(codes))
    *first, last = sorted(release_words.place(reading.labels.place(code)) for code in codes)
    return phrase("{places} and {place}", places=", ".join(first), place=last)
