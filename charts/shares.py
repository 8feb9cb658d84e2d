"""Builds lying bars of a whole and its parts, where every part is known to add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text, no_number
from charts.joining import with_commas
from charts.looks import MOST_PARTS
from languages import phrase

ROUNDING = 0.005
"""By how much shares that were rounded one by one may miss the whole."""


@dataclass(frozen=True)
class Part:
    """A part of a whole: its share from 0 to 1, and what is said of it beyond the share.

    `is_open` where it stands for what is not decided, not heard or not known.
    """

    name: str
    share: float
    is_open: bool = False
    text: str = ""

    def __post_init__(self):
        if not self.name.strip():
            raise ValueError("a part has a name")
        if reads.is_missing(self.share) or not 0 <= self.share <= 1:
            raise ValueError(f"the share of {self.name} lies between 0 and 1, not {self.share}")

    @property
    def words(self) -> str:
        """The share and what is said of it: 24.0%, 48 of 200 victims."""
        share = reads.value(self.share, "share")
        return with_commas([share, self.text])


def shares(
    title: str,
    subtitle: str,
    wholes: Mapping[str, Sequence[Part] | str],
    *,
    y_title: str = "",
    strand: Sequence[dict] = (),
) -> Chart:
    """A bar a whole, in the order given: its parts, or the code of the blank that stands in their place.

    Raises ValueError where parts do not add up to one, come twice or in another order than in the
    bars before, or where there are too many to be told apart.
    """
    order = _order(wholes)
    marks, told = [], []
    for name, parts in wholes.items():
        if isinstance(parts, str):
            marks.append(_blank(name, parts))
            told.append(marks[-1])
            continue
        _check(name, parts, order)
        marks += [_mark(name, part) for part in parts]
        each = with_commas(f"{part.name} {part.words}" for part in parts)
        told.append({"name": name, "text": each})
    return Chart(
        kind="stacked",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("stacked", title, subtitle, told),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=y_title or phrase("Share"),
        series="part",
        categories=tuple(wholes),
        strand=tuple(strand),
        open_series=_open(wholes),
    )


def _order(wholes: Mapping) -> list[str]:
    """All parts in the order of the first bar, later ones behind."""
    bars = [parts for parts in wholes.values() if not isinstance(parts, str)]
    order = list(dict.fromkeys(part.name for parts in bars for part in parts))
    decided = len(order) - len(_open(wholes))
    if decided > MOST_PARTS:
        raise ValueError(f"more than {MOST_PARTS} parts cannot be told apart")
    return order


def _open(wholes: Mapping) -> tuple[str, ...]:
    bars = [parts for parts in wholes.values() if not isinstance(parts, str)]
    return tuple(dict.fromkeys(part.name for parts in bars for part in parts if part.is_open))


def _check(name: str, parts: Sequence[Part], order: list[str]) -> None:
    places = [order.index(part.name) for part in parts]
    if places != sorted(set(places)):
        raise ValueError(f"the parts of {name} come twice, or in an order of their own")
    whole = sum(part.share for part in parts)
    if abs(whole - 1) > ROUNDING:
        raise ValueError(f"the parts of {name} add up to {whole:.3f} and not to one")


def _mark(name: str, part: Part) -> dict:
    return {
        "x": name,
        "part": part.name,
        "value": part.share,
        "name": with_commas([name, part.name]),
        "text": part.words,
        "quality": "reportable",
        "blank": None,
        "blank_label": None,
    }


def _blank(name: str, blank: str) -> dict:
    label = reads.BLANKS[blank].label
    return {
        "x": name,
        "part": "",
        "value": None,
        "name": name,
        "text": no_number(label),
        "quality": "blank",
        "blank": blank,
        "blank_label": label,
    }
