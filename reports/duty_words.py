"""How a duty, its state and what decides it are named in print."""

from collections.abc import Iterable

from charts import format as reads
from charts.compliance import GRADES, WORDING, force_group, state_words
from charts.labels import Labels
from languages import later, phrase, phrase_for
from reports.reading import Reading

GAPS = ("gap_found", "partly", "not_taken_up", "disputed")
"""States that a report lists duty by duty."""
SOUNDS_SETTLED = ("evidenced", "attested", "partly", "gap_found", "not_taken_up")
"""States that read as if somebody had decided; on one side's word alone nobody has."""
ASPECTS = ("law", "institution", "practice", "outcome")
NO_THEME = later("No theme given")


def duty_name(obligation: str, reading: Reading) -> str:
    """Article and instrument: 12(3), Palermo Protocol."""
    duty = reading.obligations.get(obligation)
    if duty is None:
        return obligation
    name = reading.instruments.get(duty["instrument"], duty["instrument"])
    return f"{duty['article'] or obligation}, {name}"


def duty_in_full(obligation: str, reading: Reading) -> str:
    """Name, what it asks, and its key in the release."""
    duty = reading.obligations.get(obligation, {})
    unread = WORDING.get(duty.get("certainty"))
    told = [duty_name(obligation, reading), duty.get("duty") or "", unread or ""]
    return "\n".join([*filter(None, told), f"[{obligation}]"])


def themes(obligation: str, reading: Reading) -> list[str]:
    """Codes of the themes of a duty, empty where it has none."""
    found = (reading.obligations.get(obligation, {}).get("themes") or "").splitlines()
    return [theme.strip() for theme in found if theme.strip()]


def theme_name(theme: str, labels: Labels) -> str:
    """Theme for readers."""
    return labels.category("theme", theme) if theme else phrase(NO_THEME)


def state_in_print(cell: dict, labels: Labels) -> str:
    """Mark and word of a state; that it still counts as open, where it sounds settled."""
    words = state_words(cell["state"], labels)
    told = f"{words.shorthand} {words.label}"
    if cell["counts_as"] == "open" and cell["state"] in SOUNDS_SETTLED:
        told += "\n" + phrase("Counts as open")
    return told


def standing(cell: dict) -> str:
    """Who stands behind the strongest statement, and the day of the newest evidence."""
    grade = GRADES.get(cell["best_grade"])
    told = [grade or phrase("No grade")]
    if cell["newest"]:
        told.append(reads.day(cell["newest"]))
    return "\n".join(told)


def why(cell: dict) -> str:
    """The reason given by the release, and that the place has replied where it has."""
    told = [cell["because"] or phrase("No reason given")]
    if cell["replies"]:
        told.append(
            phrase_for(
                cell["replies"],
                "The place has replied: {number} reply, printed below.",
                "The place has replied: {number} replies, printed below.",
            )
        )
    return "\n".join(told)


def is_binding(cell: dict, reading: Reading) -> bool:
    """True for cells of duties that bind."""
    return force_group(reading.obligations.get(cell["obligation_id"], {})) == "binding"


def in_brief(cells: Iterable[dict], reading: Reading, labels: Labels) -> str:
    """Duties by name with their aspects: 12(1), Palermo Protocol (law, practice)."""
    aspects: dict[str, list[str]] = {}
    for cell in cells:
        said = labels.category("aspect", cell["aspect"]).lower()
        aspects.setdefault(cell["obligation_id"], []).append(said)
    told = [f"{duty_name(key, reading)} ({', '.join(said)})" for key, said in aspects.items()]
    return "; ".join(told)
