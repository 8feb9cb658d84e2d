"""Figures that others published: what each bears on, who printed it, and how far it is borne out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PRINTED = "official_figures"
"""The metric that shows figures as printed, one measure a category."""


@dataclass(frozen=True)
class Publisher:
    """Who published a figure; `grade` B where somebody checked what the State said, else C."""

    title: str
    grade: str
    link: str | None = None


@cache
def measures() -> dict[str, tuple[str, ...]]:
    """Obligations that a printed figure bears on, by its measure."""
    return {measure: tuple(ids) for measure, ids in _declared()["measures"].items()}


def publisher(origin: str) -> Publisher:
    """Who stands behind an origin, as in 'unodc_glotip 2024'; a State by itself where nobody is known."""
    source = origin.split(" ")[0]
    known = _declared()["publishers"].get(source)
    return Publisher(**known) if known else Publisher(title=origin, grade="C")


@cache
def _declared() -> dict:
    path = Path(__file__).parent / "official.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
