"""Remembers what a page shows while it shows it, so that its PDF and its workbook hold just that.

Streamlit runs every page in a thread of its own, so each run has a document of its own.
"""

from contextvars import ContextVar

from reports.page.document import Document

_DOCUMENT: ContextVar[Document | None] = ContextVar("document", default=None)
_KEYS: ContextVar[dict[str, int] | None] = ContextVar("keys", default=None)


def begin(document: Document) -> None:
    """What is shown from now on belongs to this document."""
    _DOCUMENT.set(document)
    _KEYS.set({})


def document() -> Document | None:
    """The document of this run; None outside a page."""
    return _DOCUMENT.get()


def remember(block) -> None:
    """Adds a block; see `reports.page.document`."""
    found = _DOCUMENT.get()
    if found is not None:
        found.blocks.append(block)


def title(text: str, question: str) -> None:
    """The title of the page and what it asks."""
    found = _DOCUMENT.get()
    if found is not None:
        found.title, found.question = text, question


def choice(label: str, words: str) -> None:
    """What a filter stands at, in words."""
    found = _DOCUMENT.get()
    if found is not None:
        found.choices[label] = words


def once(key: str) -> str:
    """The key of a button, told apart from the same key used before on this page."""
    keys = _KEYS.get()
    if keys is None:
        return key
    keys[key] = keys.get(key, 0) + 1
    return key if keys[key] == 1 else f"{key} {keys[key]}"


def warn(sentences: list[str]) -> None:
    """Sentences about what was chosen that have to be read before any number: `frame.announce` says them."""
    found = _DOCUMENT.get()
    if found is not None:
        found.warnings += [each for each in sentences if each not in found.warnings]


def warnings() -> list[str]:
    """What has to be read before any number."""
    found = _DOCUMENT.get()
    return [] if found is None else found.warnings
