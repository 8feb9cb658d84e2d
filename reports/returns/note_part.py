"""A part of the note for the ministry."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A part of the note: a heading, sentences, and a list."""

    title: str
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
