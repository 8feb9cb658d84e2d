"""What happened when, derived from the event log: one SELECT a file, in portable SQL.

A stage may build on others; its first line names them: `-- after: current_events`. Populations
are written on top of stages, and `with_stages` joins the texts so that a reader sees all of it.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def with_stages(select: str, *names: str) -> str:
    """One statement: the named stages, and those they build on, as common table expressions before `select`."""
    ordered: list[str] = []
    for name in names:
        _place(name, ordered)
    stages = ",\n".join(_shown(name) for name in ordered)
    select = select.strip()
    if select.startswith("WITH "):
        return f"WITH {stages},\n{select.removeprefix('WITH ')}"
    return f"WITH {stages}\n{select}"


def without_stages(statement: str) -> tuple[dict[str, str], str]:
    """The stages that `with_stages` put in front, name -> SELECT in order, and the statement that is left."""
    found: dict[str, str] = {}
    left = statement.removeprefix("WITH ")
    while (name := left.partition(" AS (")[0]) in names() and left.startswith(_shown(name)):
        found[name] = _read(name)[1]
        left = left.removeprefix(_shown(name)).removeprefix(",\n")
    if not found:
        return found, statement
    return found, left.strip() if left.startswith("\n") else f"WITH {left}"


@cache
def names() -> frozenset[str]:
    """Every stage."""
    return frozenset(path.stem for path in FOLDER.glob("*.sql"))


def _shown(name: str) -> str:
    return f"{name} AS (\n{_read(name)[1]}\n)"


def _place(name: str, ordered: list[str]) -> None:
    if name in ordered:
        return
    for earlier in _read(name)[0]:
        _place(earlier, ordered)
    ordered.append(name)


@cache
def _read(name: str) -> tuple[tuple[str, ...], str]:
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8").strip()
    if not text.startswith("-- after:"):
        return (), text
    first, _, rest = text.partition("\n")
    earlier = first.removeprefix("-- after:").replace(" ", "").split(",")
    return tuple(earlier), rest.strip()
