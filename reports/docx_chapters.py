"""A report cut into its chapters, each with the break of page before it."""

from dataclasses import dataclass, field

from reports.blocks import Heading, NewPage


@dataclass
class Chapter:
    """Blocks from a heading of the first level to the next; those before the first of them have no title."""

    is_on_new_page: bool = False
    blocks: list = field(default_factory=list)

    @property
    def is_titled(self) -> bool:
        first = self.blocks[0] if self.blocks else None
        return isinstance(first, Heading) and first.level == 1


def chapters(blocks: tuple) -> list[Chapter]:
    """Breaks at the end of a chapter belong to the next one, so that something may still stand below its last words."""
    found = [Chapter()]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            last = found[-1].blocks
            is_broken = bool(last) and isinstance(last[-1], NewPage)
            while last and isinstance(last[-1], NewPage):
                last.pop()
            found.append(Chapter(is_broken))
        found[-1].blocks.append(block)
    return [chapter for chapter in found if chapter.blocks]
