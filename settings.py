"""Where this installation keeps what is restricted and what is public.

Both folders lie outside version control and can be moved by an environment variable:
`ANSWERABLE_VAULT` (accepted submissions, quarantine, case store; mode 0700) and
`ANSWERABLE_RELEASES` (published releases, readable by anybody). `ANSWERABLE_INSTRUMENTS` names a
folder of further treaties and laws.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def vault() -> Path:
    """The restricted folder; made on first use, readable by its owner only."""
    return _folder("ANSWERABLE_VAULT", "vault")


def releases() -> Path:
    """The public folder: one immutable directory a release, and `current` pointing at the newest."""
    return _folder("ANSWERABLE_RELEASES", "releases")


def key_file() -> Path | None:
    """The file named by `ANSWERABLE_KEY_FILE` that holds the key of research data; None where none is named."""
    named = os.environ.get("ANSWERABLE_KEY_FILE")
    return Path(named).expanduser().resolve() if named else None


def instruments() -> Path | None:
    """The folder named by `ANSWERABLE_INSTRUMENTS` that declares further treaties and laws; None where none is named."""
    named = os.environ.get("ANSWERABLE_INSTRUMENTS")
    return Path(named).expanduser().resolve() if named else None


def _folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or ROOT / default).expanduser().resolve()
