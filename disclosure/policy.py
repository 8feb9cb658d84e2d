"""Reads the disclosure policy: every threshold once, with its clause and reason."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "policy.toml"


@dataclass(frozen=True)
class Threshold:
    """One line of the policy."""

    name: str
    value: int | tuple[str, ...]
    clause: str
    reason: str

    @property
    def text(self) -> str:
        """The value as readers see it."""
        return ", ".join(self.value) if isinstance(self.value, tuple) else str(self.value)


@cache
def policy() -> dict[str, Threshold]:
    """Every threshold by name."""
    declared = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: _threshold(name, **properties) for name, properties in declared.items()}


def threshold(name: str) -> int | tuple[str, ...]:
    """The value of one threshold."""
    return policy()[name].value


def _threshold(name: str, value, clause: str, reason: str) -> Threshold:
    return Threshold(name, tuple(value) if isinstance(value, list) else value, clause, reason)
