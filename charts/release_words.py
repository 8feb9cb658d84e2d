"""Texts that a release holds in English, in the language spoken now where the catalogue has them.

Titles, labels and units are translated where they are shown and never before: what was read from a release is kept
between readers. A text without translation stays English, and `is_translated` lets whoever shows it say so.
"""

from languages import ENGLISH, current, translation

TITLE, QUESTION, LABEL, UNIT, CODE, PLACE = (
    "metric title",
    "metric question",
    "label",
    "unit",
    "code",
    "place name",
)
"""Contexts of the catalogue: what kind of text of a release stands there."""


def said(text: str, context: str) -> str:
    """The translation of a text of a release; the text itself where there is none."""
    return translation(text, context) or text


def is_translated(text: str, context: str) -> bool:
    """False for a text that stays English among words of another language."""
    return current() == ENGLISH or translation(text, context) is not None


def language_of(text: str, context: str) -> str:
    """Language in which `said` says it, for the attribute lang of whatever holds it."""
    return current() if is_translated(text, context) else ENGLISH


def title(definition: dict) -> str:
    """Title of a metric."""
    return said(definition["title"], TITLE)


def title_inside(definition: dict) -> str:
    """The same for the middle of a sentence."""
    found = title(definition)
    return (
        found.lower() if language_of(definition["title"], TITLE) == ENGLISH else lower_first(found)
    )


def question(definition: dict) -> str:
    """Question that a metric answers."""
    return said(definition["question"], QUESTION)


def label(text: str) -> str:
    """Label of a code, as the release's vocabulary has it."""
    return said(text, LABEL)


def unit(code: str) -> str:
    """What is counted, for the middle of a sentence: assistance days."""
    return said(code.replace("_", " "), UNIT)


def unit_alone(code: str) -> str:
    """The same where it stands alone: Assistance days."""
    found = unit(code)
    return found[:1].upper() + found[1:]


def code(text: str) -> str:
    """A code that no list names, made readable: Referred to prosecution; groups of metrics and breakdowns too."""
    return said(text.replace("_", " ").capitalize(), CODE) if text.islower() else text


def place(name: str) -> str:
    """Name of a jurisdiction: as the release has it, unless the catalogue knows it by another."""
    return said(name, PLACE)


def inside(text: str) -> str:
    """Words for the middle of a sentence: English ones small, others with a small letter first."""
    return text.lower() if current() == ENGLISH else lower_first(text)


def lower_first(text: str) -> str:
    """A text for the middle of a sentence; an abbreviation at its beginning stays one."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
