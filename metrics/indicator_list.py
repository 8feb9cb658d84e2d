"""The indicators of the field, and what answers each: metrics, a table of the release, or nothing yet and why."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from metrics.catalogue import metrics

FILE = Path(__file__).parent / "indicators.toml"


@dataclass(frozen=True)
class Indicator:
    """One indicator: `metrics` and `table` name what answers it, `not_yet` says why nothing does."""

    indicator: str
    title: str
    metrics: tuple[str, ...] = ()
    table: str | None = None
    not_yet: str | None = None


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator in the order of the file. Raises ValueError where a metric names one that there is not."""
    declared = tomllib.loads(FILE.read_text(encoding="utf-8"))
    answered: dict[str, list[str]] = {name: [] for name in declared}
    for metric in metrics().values():
        for name in metric.indicators:
            if name not in answered:
                raise ValueError(f"{metric.name}: there is no indicator {name}")
            answered[name].append(metric.name)
    return tuple(
        Indicator(name, metrics=tuple(answered[name]), **facts) for name, facts in declared.items()
    )
