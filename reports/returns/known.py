"""The returns this project can fill: one TOML file each in this folder, found by walking it."""

import tomllib
from functools import cache
from pathlib import Path

from languages import translation
from reports.returns.form import Answer, Category, Cell, Lacking, Return, Split

FOLDER = Path(__file__).resolve().parent
CONTEXT = "return"
"""Context of the texts of returns in the catalogues of languages."""


def said(text: str) -> str:
    """A text of a return in the language spoken now, or in English where it has no translation."""
    return (translation(text, CONTEXT) or text) if text else ""


@cache
def known() -> tuple[Return, ...]:
    """Every return, in the order of the names of their files."""
    return tuple(_return(tomllib.loads(_read(path))) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _return(told: dict) -> Return:
    splits = {name: _split(name, each) for name, each in told.pop("splits", {}).items()}
    cells = tuple(_cell(each, splits) for each in told.pop("cells"))
    return Return(**_frozen(told), cells=cells)


def _split(name: str, told: dict) -> Split:
    categories = tuple(Category(**_frozen(each)) for each in told.pop("categories"))
    return Split(name=name, categories=categories, **_frozen(told))


def _cell(told: dict, splits: dict[str, Split]) -> Cell:
    answers = tuple(_answer(each, splits) for each in told.pop("answers", ()))
    lacking = tuple(Lacking(**each) for each in told.pop("lacking", ()))
    return Cell(**_frozen(told), answers=answers, lacking=lacking)


def _answer(told: dict, splits: dict[str, Split]) -> Answer:
    chosen = tuple(splits[name] for name in told.pop("splits", ()))
    return Answer(**_frozen(told), splits=chosen)


def _frozen(told: dict) -> dict:
    return {name: tuple(each) if isinstance(each, list) else each for name, each in told.items()}
