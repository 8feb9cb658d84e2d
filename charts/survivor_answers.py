"""Of all survivors who could have been asked: how many were satisfied, were not, or were not heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.describe import DRAWN_AS, blank_words, drawn_in_words, period_of, within
from charts.format import is_missing
from charts.joining import in_turn, named, with_commas
from charts.release_words import inside
from languages import later, percent, phrase

SATISFIED = later("Satisfied")
NOT_SATISFIED = later("Not satisfied")
NO_ANSWER = later("Asked, gave no answer")
NOT_ASKED = later("Could not safely be asked")
SILENT = (NO_ANSWER, NOT_ASKED)


@dataclass(frozen=True)
class Wave:
    """The published counts of one survey: `eligible` could have been asked, `scored` answered the question."""

    name: str
    eligible: float
    asked: float
    scored: float
    satisfied: float

    @property
    def parts(self) -> dict[str, float]:
        """Part -> its share of all who could have been asked; they add up to one."""
        counted = {
            SATISFIED: self.satisfied,
            NOT_SATISFIED: self.scored - self.satisfied,
            NO_ANSWER: self.asked - self.scored,
            NOT_ASKED: self.eligible - self.asked,
        }
        return {part: count / self.eligible for part, count in counted.items()}

    @property
    def silent(self) -> float:
        """Share of all who could have been asked that was not heard."""
        return 1 - self.scored / self.eligible


def wave(satisfaction: dict, response: dict, invitation: dict) -> Wave | None:
    """From three results of one place and period; None where a count is hidden, missing or zero.

    Only differences of published counts are taken, and none finer than what is drawn.
    """
    counts = [
        invitation["denominator"],
        invitation["numerator"],
        satisfaction["denominator"],
        satisfaction["numerator"],
    ]
    if any(is_missing(count) for count in counts) or not counts[0]:
        return None
    if response["denominator"] != counts[0] or counts != sorted(counts, reverse=True):
        return None
    return Wave(_when(satisfaction), *counts)


def _when(row: dict) -> str:
    return within(period_of(row), row["horizon_days"])


def answers_chart(
    told: Sequence[tuple[str, Wave | None, dict]], title: str, subtitle: str
) -> Chart | None:
    """`told` are (period, its wave, the result that says why there is none), first to last."""
    waves = [each for _, each, _ in told if each]
    if not waves:
        return None
    rows = []
    for period, found, row in told:
        rows += _parts(found) if found else [_hidden(period, row)]
    listed = in_turn(
        named(
            each.name,
            with_commas(
                f"{inside(phrase(part))} {percent(share, 0)}" for part, share in each.parts.items()
            ),
        )
        for each in waves
    )
    return Chart(
        kind="stacked",
        title=title,
        subtitle=subtitle,
        alt=drawn_in_words(DRAWN_AS["stacked"], title, subtitle, listed),
        rows=tuple(rows),
        x="x",
        y="value",
        unit="share",
        y_title=phrase("Share of all who could have been asked"),
        series="series",
        categories=tuple(period for period, _, _ in told),
        open_series=tuple(phrase(part) for part in SILENT),
    )


def _parts(found: Wave) -> list[dict]:
    return [
        _NOTHING
        | {
            "x": found.name,
            "series": phrase(part),
            "value": share,
            "name": with_commas([found.name, inside(phrase(part))]),
            "text": phrase(
                "{share} of {count} who could have been asked",
                share=percent(share, 0),
                count=reads.count(found.eligible),
            ),
            "quality": "reportable",
        }
        for part, share in found.parts.items()
    ]


def _hidden(period: str, row: dict) -> dict:
    blank = row["blank"] or "suppressed"
    words = blank_words(row | {"blank": blank}).label
    about = {"x": period, "series": "", "value": None, "name": period, "text": words}
    return _NOTHING | about | {"quality": "blank", "blank": blank, "blank_label": words}


_NOTHING = {"lower": None, "upper": None, "blank": None, "blank_label": None}
