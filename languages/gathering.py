"""Gathers the fixed texts of the program and brings the catalogues up to date with them."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from languages.release_texts import CONTEXTS, release_texts

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("app.py", "charts", "reports", "views")
WORDS = {
    "phrase": ("text",),
    "later": ("text",),
    "phrase_in": ("context", "text"),
    "phrase_for": ("number", "one", "more"),
}
"""Function -> what its first arguments are."""
DECLARED = {"charts/published_beside.toml": None, "reports/returns/*.toml": "return"}
"""Files of declarations whose texts are said -> the context they are said in."""
NO_TEXTS = frozenset(
    "id url source certainty metric metrics reasons measure breakdown category codes together splits scope "
    "text_from held_by name checked unit_counted blank duty".split()
)
"""Keys of such files that hold codes, addresses and days."""


def gathered() -> Catalog:
    """Every text that the code gives to `phrase`, `phrase_in`, `phrase_for` or `later`, with its places."""
    found = Catalog(project="Answerable", charset="utf-8")
    for room in ROOMS:
        path = ROOT / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, context, text in _texts(file.read_text(encoding="utf-8")):
                found.add(text, locations=_where(file, line), context=context)
    for pattern, context in DECLARED.items():
        for file in sorted(ROOT.glob(pattern)):
            for text in _declared(tomllib.loads(file.read_text(encoding="utf-8"))):
                found.add(text, locations=_where(file, 1), context=context)
    return found


def _texts(code: str) -> Iterator[tuple[int, str | None, str | tuple[str, str]]]:
    """(line, context, text) of each call, also of those inside f-strings, which Babel's own reader passes over."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        kinds = WORDS.get(node.func.id if isinstance(node.func, ast.Name) else "", ())
        told = dict(zip(kinds, (list(_constants(each)) for each in node.args), strict=False))
        context = told["context"][0] if told.get("context") else None
        for text in told.get("text", ()):
            yield node.lineno, context, text
        if told.get("one") and told.get("more"):
            yield node.lineno, None, (told["one"][0], told["more"][0])


def _constants(node: ast.expr) -> Iterator[str]:
    """The text that stands there, or both of a choice between two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))


def lacking(catalogue: Catalog) -> list[str]:
    """English texts of the program that `catalogue` does not translate whole."""
    held = {(message.context, _english(message.id)): message for message in catalogue if message.id}
    return [
        _english(message.id)
        for message in gathered()
        if message.id and not _is_whole(held.get((message.context, _english(message.id))))
    ]


def update(path: Path, release: Path | None = None) -> list[str]:
    """Bring the catalogue at `path` up to date: new texts come in empty, gone ones go. Returns what it lacks.

    `release` is the file of a release whose texts come in as well; those of other releases stay.
    """
    catalogue = read(path)
    wanted = gathered()
    for message in catalogue:
        if message.context in CONTEXTS:
            wanted.add(message.id, locations=message.locations, context=message.context)
    for context, text in release_texts(release) if release else ():
        wanted.add(text, context=context)
    catalogue.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
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


def _where(file: Path, line: int) -> list[tuple[str, int]]:
    return [(file.relative_to(ROOT).as_posix(), line)]


def _declared(told, key: str = "") -> Iterator[str]:
    if isinstance(told, dict):
        for name, each in told.items():
            yield from _declared(each, name)
    elif isinstance(told, list):
        for each in told:
            yield from _declared(each, key)
    elif isinstance(told, str) and told and key not in NO_TEXTS:
        yield told


def _english(text) -> str:
    return text[0] if isinstance(text, tuple | list) else text


def _is_whole(message) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(forms)
