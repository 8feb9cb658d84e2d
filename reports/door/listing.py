"""What can be asked for, in words of the command line."""

from languages import known as known_languages
from languages import name as name_of_language
from release.read import Release
from reports import returns
from reports.door.naming import reported_places, said_of_place
from reports.door.ordered import WORDS


def listing(release: Release) -> str:
    """Kinds of file, returns, languages and places, one a line."""
    parts = {
        "Kinds of file (--make)": WORDS,
        "Returns (--return)": {each.id: each.title for each in returns.known()},
        "Languages (--language)": {code: name_of_language(code) for code in known_languages()},
        "Places (--jurisdiction)": {
            code: said_of_place(release, code) for code in reported_places(release)
        },
    }
    lines = []
    for title, entries in parts.items():
        lines += [f"{title}:", *(_line(code, said) for code, said in entries.items()), ""]
    return "\n".join(lines).rstrip()


def _line(code: str, said: str) -> str:
    return f"  {code:<18} {said}".rstrip()
