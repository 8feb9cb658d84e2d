"""Says in a sentence that files cannot be written where they should go: no room, no right, or no folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.names import ReportError


class CannotWrite(ReportError):
    """Files cannot be written where they should go; the message names the folder, for whoever chose it."""


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Raise CannotWrite in place of what the system says while files are written into `folder`."""
    try:
        yield
    except Exception as problem:
        # Writers of workbooks wrap what the system says in an error of their own.
        for said in (problem, *problem.args):
            if isinstance(said, OSError):
                # The typesetter gives the system's words without their number.
                why = said.strerror or "no room left, or no right to write"
                raise CannotWrite(f"Files cannot be written into {folder}: {why}.") from problem
        raise
