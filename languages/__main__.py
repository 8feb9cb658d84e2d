"""Brings catalogues up to date with the texts of the program, and says what is left to translate.

python -m languages            every catalogue
python -m languages fr         one; a new one is begun where there is none
"""

import sys

from languages.catalogue import FOLDER
from languages.gathering import update


def main(names: list[str]) -> int:
    """0 where every text is translated, else 1."""
    left = 0
    for name in names or sorted(path.stem for path in FOLDER.glob("*.po")):
        lacking = update(FOLDER / f"{name}.po")
        left += len(lacking)
        print(f"{name}: {len(lacking)} texts without translation")
        for text in lacking[:20]:
            print(f"  {text}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
