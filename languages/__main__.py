"""Brings catalogues up to date with the texts of the program, and says what is left to translate.

python -m languages                          every catalogue that is to be whole
python -m languages fr                       one; a new one is begun where there is none
python -m languages fr --release FILE        with the titles, labels and units that a release holds
"""

import argparse
import sys
from pathlib import Path

from languages.catalogue import FOLDER, known
from languages.gathering import update
from languages.speaking import ENGLISH


def main(arguments: list[str] | None = None) -> int:
    """0 where every text of the program is translated, else 1."""
    reader = argparse.ArgumentParser(prog="python -m languages", description=__doc__.split("\n")[0])
    reader.add_argument("languages", nargs="*", metavar="LANGUAGE")
    reader.add_argument(
        "--release", type=Path, metavar="FILE", help="answerable.duckdb of a release"
    )
    told = reader.parse_args(arguments)
    left = 0
    for name in told.languages or [name for name in known() if name != ENGLISH]:
        lacking = update(FOLDER / f"{name}.po", told.release)
        left += len(lacking)
        print(f"{name}: {len(lacking)} texts without translation")
        for text in lacking[:20]:
            print(f"  {text}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
