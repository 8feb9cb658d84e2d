"""Treaties and laws: one TOML file an instrument, one `[[obligation]]` entry a duty, in our own words.

An obligation's id is its instrument, its article and the first paragraph it rests on (or a running
number where the article has none): `palermo-3a-1`, `eu-trafficking-19a-2`. Metrics answer to these
ids, so an id never changes once published.

An entry also says on which themes and aspects the duty bears, what a statement would have to show
(`attested`), why no metric answers to it (`not_measured`), and the `numbers` that the instrument
itself sets: only these can show a gap without anybody's judgement. A number is a dict with `says`,
a sentence, and one of

- `statute`: an element of statutes, with `at_least` or `at_most` (years or days);
- `metric`: a metric, with `at_least` or `at_most` in its own unit, or `each = true` where the
  limit holds for every unit (all within it, none, or some); `breakdown`, `category` and
  `horizon_days` name the row of its results, the total at its only horizon where left out;
- `report = true`: the report is due by a day, recorded among the statutory reports.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import settings
from data.instruments.faults import InstrumentError, check_ids, check_instrument
from data.instruments.words import KINDS

FOLDER = Path(__file__).parent

__all__ = [
    "KINDS",
    "Instrument",
    "InstrumentError",
    "instruments",
    "obligation_rows",
    "obligations",
]


@dataclass(frozen=True)
class Instrument:
    """A treaty or law: file stem, full title, the name readers use, year of adoption, kind, and its obligations."""

    name: str
    title: str
    short_title: str
    adopted: int
    kind: str
    obligations: tuple[dict, ...]


def instruments() -> dict[str, Instrument]:
    """Every instrument by name, found by walking this folder and the further one that settings name.

    Raises InstrumentError, with the file and the entry, for a file that is not what it should be.
    """
    return _walk(settings.instruments())


def obligations() -> list[dict]:
    """Every obligation: its instrument and all that its entry says; None or () where nothing is stated."""
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
            "themes": tuple(entry["themes"]),
            "aspects": tuple(entry["aspects"]),
            "attested": entry.get("attested"),
            "numbers": tuple(dict(number) for number in entry.get("numbers", ())),
            "indicators": entry.get("indicators"),
            "not_measured": entry.get("not_measured"),
            "source_url": entry.get("source_url"),
        }
        for instrument in instruments().values()
        for entry in instrument.obligations
    ]


def obligation_rows() -> list[dict]:
    """Every obligation as one row of the table `obligations`: themes and aspects one a line, numbers as sentences."""
    rows = []
    for entry in obligations():
        numbers = entry.pop("numbers")
        rows.append(
            {
                **entry,
                "themes": "\n".join(entry["themes"]),
                "aspects": "\n".join(entry["aspects"]),
                "number_text": " ".join(number["says"] for number in numbers) or None,
            }
        )
    return rows


@cache
def _walk(further: Path | None) -> dict[str, Instrument]:
    found: dict[str, Instrument] = {}
    for folder in (FOLDER, further) if further else (FOLDER,):
        if not folder.is_dir():
            raise InstrumentError(f"{folder}: there is no such folder of instruments.")
        for path in sorted(folder.glob("*.toml")):
            if path.stem in found:
                raise InstrumentError(f"{path}: an instrument named {path.stem} is there already.")
            found[path.stem] = _read(path)
    check_ids({name: instrument.obligations for name, instrument in found.items()})
    return dict(sorted(found.items()))


def _read(path: Path) -> Instrument:
    try:
        declaration = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InstrumentError(f"{path}: it cannot be read as TOML: {error}") from error
    check_instrument(path, declaration)
    entries = tuple(declaration.pop("obligation"))
    return Instrument(name=path.stem, obligations=entries, **declaration)
