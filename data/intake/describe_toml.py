"""Small pieces of TOML text."""

import json
from collections.abc import Iterable, Mapping

CHECK = "# CHECK: "


def quoted(text: str) -> str:
    """A basic string that reads back as exactly `text`."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(values: Iterable[object]) -> str:
    """An array of strings and numbers."""
    return "[" + ", ".join(quoted(v) if isinstance(v, str) else str(v) for v in values) + "]"


def inline(entries: Mapping[str, object]) -> str:
    """An inline table; values that are None, empty or false are left out."""
    parts = []
    for key, value in entries.items():
        if value is True:
            parts.append(f"{key} = true")
        elif isinstance(value, str) and value:
            parts.append(f"{key} = {quoted(value)}")
        elif isinstance(value, (list, tuple)) and value:
            parts.append(f"{key} = {listed(value)}")
        elif isinstance(value, dict) and value:
            parts.append(
                f"{key} = {inline({quoted(name): entry for name, entry in value.items()})}"
            )
        elif isinstance(value, (int, float)) and value is not False:
            parts.append(f"{key} = {value}")
    return "{ " + ", ".join(parts) + " }"


def formula(text: str) -> str:
    """A column filled by a formula."""
    return inline({"formula": text})


def constant(text: str) -> str:
    """A column filled with one value."""
    return inline({"value": text})


def comment(text: str) -> str:
    """The text as comment lines; control characters, which TOML forbids there, become blanks."""
    clean = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return "\n".join(f"# {line}" for line in clean.split("\n"))
