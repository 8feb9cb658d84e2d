"""Gathers the fixed texts of the program and brings the catalogues up to date with them."""

from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("app.py", "charts", "reports", "views")
WORDS = {
    "phrase": None,
    "later": None,
    "phrase_in": ((1, "c"), 2),
    "phrase_for": (2, 3),
}
"""Function -> which of its arguments are texts, as Babel writes it."""


def gathered() -> Catalog:
    """Every text that the code gives to `phrase`, `phrase_in`, `phrase_for` or `later`, with its places."""
    found = Catalog(project="Answerable", charset="utf-8")
    for room in ROOMS:
        path = ROOT / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, text, comments, context in extract_from_file(
                "python", str(file), keywords=WORDS, comment_tags=("Translators:",)
            ):
                where = [(file.relative_to(ROOT).as_posix(), line)]
                found.add(text, locations=where, auto_comments=comments, context=context)
    return found


def lacking(catalogue: Catalog) -> list[str]:
    """English texts of the program that `catalogue` does not translate whole."""
    held = {(message.context, _english(message.id)): message for message in catalogue if message.id}
    return [
        _english(message.id)
        for message in gathered()
        if message.id and not _is_whole(held.get((message.context, _english(message.id))))
    ]


def update(path: Path) -> list[str]:
    """Bring the catalogue at `path` up to date: new texts come in empty, gone ones go. Returns what it lacks."""
    catalogue = read(path)
    catalogue.update(gathered(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    # Places without line numbers: a catalogue then changes only where a text does.
    for message in catalogue:
        message.locations = sorted({(name, None) for name, _ in message.locations})
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_previous=False)
    return lacking(catalogue)


def read(path: Path) -> Catalog:
    """The catalogue of a file; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale=path.stem, project="Answerable", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def _english(text) -> str:
    return text[0] if isinstance(text, tuple | list) else text


def _is_whole(message) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(forms)
