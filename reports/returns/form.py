"""What a statutory return asks for: its cells in order, each with how a release answers it, or why it cannot."""

from dataclasses import dataclass, field

ANY = "any"
"""Category of an answer that all members of a breakdown give alike: the whole that a mix is made of."""


@dataclass(frozen=True)
class Category:
    """A category as the form asks for it, and the codes of the release that stand for it.

    Several codes stand in rows of their own: this room adds nothing up. A coarser category of the release is a code
    like any other where it takes in nothing else; `together` is one that takes in other categories of the form as
    well, and their place where a place is too small. `why` is said where no code stands for it.
    """

    asked: str
    codes: tuple[str, ...] = ()
    together: str = ""
    why: str = ""


@dataclass(frozen=True)
class Split:
    """A breakdown of the release, with all categories of the form in order; `note` says what is coarser or finer."""

    name: str
    breakdown: str
    title: str
    categories: tuple[Category, ...]
    note: str = ""


@dataclass(frozen=True)
class Answer:
    """Which rows of `results` answer a cell.

    `measure` is value, numerator or denominator; `category` keeps to one member of `breakdown`, ANY takes what all
    its members share; `splits` are told beside the total. Where `differs` says how the figure is not what the form asks, it never stands in the cell:
    it is told beside it, as the nearest one there is.
    """

    label: str
    metric: str
    measure: str = "value"
    unit_counted: str = ""
    breakdown: str = "total"
    category: str = "total"
    splits: tuple[Split, ...] = ()
    has_total: bool = True
    horizon_days: int | None = None
    scope: str = "trafficking"
    source: str = "case"
    differs: str = ""
    note: str = ""


@dataclass(frozen=True)
class Lacking:
    """What a cell asks for that no published number answers, and why."""

    asked: str
    why: str
    blank: str = "not_measured"


@dataclass(frozen=True)
class Cell:
    """One cell of a form. `certainty` is V where its words were seen, K where they are recalled.

    Without `answers` it is a text (`text_from` names what the release holds of it) or stays empty, for the reason
    in `not_fillable`; `blank` says which reason that is. `held_by` are the kinds of agencies that hold the facts.
    """

    id: str
    section: str
    counted: str
    unit: str
    period: str
    certainty: str
    source: str = ""
    note: str = ""
    blank: str = ""
    not_fillable: str = ""
    text_from: str = ""
    held_by: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    lacking: tuple[Lacking, ...] = ()

    @property
    def is_recalled(self) -> bool:
        """True where the form itself was not seen."""
        return self.certainty != "V"


@dataclass(frozen=True)
class Return:
    """A return a State files: who asks for it, by what right, when it is due, and its cells in the order of the form.

    `duty` is the key of the duty to file it in the table `obligations`; empty where no text binds a State to.
    """

    id: str
    title: str
    body: str
    basis: str
    reference_period: str
    deadline: str
    signed_by: str
    url: str
    certainty: str
    checked: str
    years: int = 1
    duty: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = field(default=())

    @property
    def sections(self) -> tuple[str, ...]:
        """Parts of the form, in order."""
        return tuple(dict.fromkeys(cell.section for cell in self.cells))

    def cell(self, cell_id: str) -> Cell:
        """One cell by its id."""
        return next(cell for cell in self.cells if cell.id == cell_id)
