"""The door to files of a page: reads what is to be made on standard input, writes the file to standard output.

    python -m reports.page pdf < document       in English
    python -m reports.page pdf fr < document

What comes in is pickled by the dashboard that starts this process, and by nobody else.
"""

import pickle
import sys

from languages import ENGLISH, use
from reports.page.making import make


def main(arguments: list[str]) -> int:
    """0 where the file was written; else 1, with one line on standard error."""
    try:
        kind, language = arguments if len(arguments) > 1 else (*arguments, ENGLISH)
        use(language)
        made = make(kind, pickle.load(sys.stdin.buffer))
    # Whatever goes wrong is told in one line, and by the code.
    except Exception as problem:
        print(f"{type(problem).__name__}: {' '.join(str(problem).split())}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
