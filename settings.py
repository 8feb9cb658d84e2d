"""Where this installation keeps what is restricted and what is public.

Both folders lie outside version control and can be moved by an environment variable:
`ANSWERABLE_VAULT` (accepted submissions, quarantine, case store; mode 0700) and
`ANSWERABLE_RELEASES` (published releases, readable by anybody). `ANSWERABLE_INSTRUMENTS` names a
folder of further treaties and laws. `ANSWERABLE_PUBLISHER` is the body that publishes the releases and
`ANSWERABLE_LICENCE` the licence it puts their data under (an SPDX identifier, as CC-BY-4.0): both stand in
data packages, and are left out there where nobody has stated them.
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


def publisher() -> str:
    """The body that publishes releases, as `ANSWERABLE_PUBLISHER` names it; empty where nobody has."""
    return os.environ.get("ANSWERABLE_PUBLISHER", "").strip()


def licence() -> str:
    """The licence of the data of releases, as `ANSWERABLE_LICENCE` names it; empty where nobody has."""
    return os.environ.get("ANSWERABLE_LICENCE", "").strip()


def _folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or ROOT / default).expanduser().resolve()
