"""Treaties and laws: one TOML file an instrument, one `[[obligation]]` entry a duty, in our own words.

An obligation's id is its instrument, its article and the first paragraph it rests on (or a running
number where the article has none): `palermo-3a-1`, `eu-trafficking-19a-2`. Metrics answer to these
ids, so an id never changes once published.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

KINDS = ("treaty", "directive", "regulation", "recommendation", "national_law")


@dataclass(frozen=True)
class Instrument:
    """A treaty or law: file stem, full title, the name readers use, year of adoption, kind, and its obligations."""

    name: str
    title: str
    short_title: str
    adopted: int
    kind: str
    obligations: tuple[dict, ...]


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument by name, found by walking this folder."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}


def obligations() -> list[dict]:
    """Every obligation as one row of the table `obligations`, each column present; None where nothing is stated."""
    return [
        {
            "obligation_id": entry["id"],
            "instrument": instrument.name,
            "instrument_title": instrument.title,
            "article": entry["article"],
            "duty": entry["duty"],
            "force": entry["force"],
            "force_note": entry.get("force_note"),
            "certainty": entry["certainty"],
            "indicators": entry.get("indicators"),
            "not_measured": entry.get("not_measured"),
            "source_url": entry.get("source_url"),
        }
        for instrument in instruments().values()
        for entry in instrument.obligations
    ]


def _read(path: Path) -> Instrument:
    declaration = tomllib.loads(path.read_text(encoding="utf-8"))
    entries = tuple(declaration.pop("obligation"))
    return Instrument(name=path.stem, obligations=entries, **declaration)
