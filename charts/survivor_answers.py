"""Of all survivors who could have been asked: how many were satisfied, were not, or were not heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.describe import DRAWN_AS, blank_words, moment
from charts.format import is_missing

SATISFIED = "Satisfied"
NOT_SATISFIED = "Not satisfied"
NO_ANSWER = "Asked, gave no answer"
NOT_ASKED = "Could not safely be asked"
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
    return Wave(moment(satisfaction).removeprefix("cohort of "), *counts)


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
    listed = "; ".join(
        f"{each.name}: "
        + ", ".join(f"{part.lower()} {share:.0%}" for part, share in each.parts.items())
        for each in waves
    )
    return Chart(
        kind="stacked",
        title=title,
        subtitle=subtitle,
        alt=f"{DRAWN_AS.get('stacked', 'Bars cut into shares')}. {title}. {subtitle.removesuffix('.')}. {listed}.",
        rows=tuple(rows),
        x="x",
        y="value",
        unit="share",
        y_title="Share of all who could have been asked",
        series="series",
        categories=tuple(period for period, _, _ in told),
        open_series=SILENT,
    )


def _parts(found: Wave) -> list[dict]:
    return [
        _NOTHING
        | {
            "x": found.name,
            "series": part,
            "value": share,
            "name": f"{found.name}, {part.lower()}",
            "text": f"{share:.0%} of {reads.count(found.eligible)} who could have been asked",
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
