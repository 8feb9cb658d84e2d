"""A text as any file of ours may hold it: no sign that XML forbids, none that turns the reading order of others."""

import re

UNWRITTEN = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]|[\u202a-\u202e]"
)
"""Control signs and such as are no letters, a byte order mark too; and the signs that force a direction on all letters after them."""


def plain(text: str) -> str:
    """The text without them; nothing else of it changes."""
    return UNWRITTEN.sub("", text)


def plain_all(thing):
    """The same for every text in lists and dicts; what is no text stays."""
    if isinstance(thing, str):
        return plain(thing)
    if isinstance(thing, dict):
        return {name: plain_all(each) for name, each in thing.items()}
    return [plain_all(each) for each in thing] if isinstance(thing, list | tuple) else thing
