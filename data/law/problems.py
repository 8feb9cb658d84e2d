"""What the reader of curated law says when a file cannot be used."""

from pathlib import Path


class LawError(Exception):
    """Curated law that cannot be used; `problems` are sentences, each with its file and entry."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__("\n".join(problems))

    def text(self) -> str:
        """Everything that is wrong, one line each, as a command prints it."""
        return "\n".join(
            ["The curated law cannot be used.", *(f"  - {one}" for one in self.problems)]
        )


class Problems:
    """Collects what is wrong, so that somebody who mends a file sees all of it at once."""

    def __init__(self):
        self._found: list[str] = []

    def add(self, path: Path, entry: str | None, message: str) -> None:
        place = f"{path.parent.name}/{path.name}" + (f", {entry}" if entry else "")
        self._found.append(f"{place}: {message}")

    def check_none(self) -> None:
        if self._found:
            raise LawError(self._found)
