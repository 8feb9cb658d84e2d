"""Which language is spoken now: one choice a thread of work, so that two readers never change each other's."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_spoken: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current() -> str:
    """The language that `phrase` speaks, as ISO 639-1."""
    return _spoken.get()


def use(language: str) -> None:
    """Speak `language` for the rest of this thread's work."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside a with block, and the one before after it."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def direction(language: str | None = None) -> str:
    """ltr or rtl."""
    return "rtl" if (language or current()) in RIGHT_TO_LEFT else "ltr"
