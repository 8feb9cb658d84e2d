"""Research data that any SQL may touch: classes of people who look alike, counts rounded with a key."""

from disclosure.research.base import (
    NOT_TOLD,
    OTHER_PLACES,
    Attribute,
    Base,
    Headline,
    Outcome,
)
from disclosure.research.bounds import bounds
from disclosure.research.build import build_research
from disclosure.research.columns import (
    NOTES,
    NOTES_COLUMNS,
    UTILITY,
    UTILITY_TABLE_COLUMNS,
    research_columns,
)
from disclosure.research.key import research_key
from disclosure.research.told import DEFAULT, STRICT

__all__ = [
    "DEFAULT",
    "NOTES",
    "NOTES_COLUMNS",
    "NOT_TOLD",
    "OTHER_PLACES",
    "STRICT",
    "UTILITY",
    "UTILITY_TABLE_COLUMNS",
    "Attribute",
    "Base",
    "Headline",
    "Outcome",
    "bounds",
    "build_research",
    "research_columns",
    "research_key",
]
