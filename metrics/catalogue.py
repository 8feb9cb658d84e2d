"""Every metric and every population, found by walking the folders."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from metrics.definition import DIRECTIONS, KINDS, PERIOD_KINDS, VALUE_UNITS, Metric, Population

FOLDER = Path(__file__).parent
NOT_GROUPS = (
    "comparing",
    "counting",
    "estimating",
    "estimators",
    "populations",
    "stages",
    "trending",
)


@cache
def metrics() -> dict[str, Metric]:
    """Every metric by name: the record `metric` of each file in a group's folder."""
    found = {}
    for folder in sorted(FOLDER.iterdir()):
        if folder.is_dir() and folder.name not in NOT_GROUPS and (folder / "__init__.py").exists():
            for metric in _records(f"metrics.{folder.name}", folder, "metric"):
                check_metric(metric, populations()[metric.population])
                found[metric.name] = metric
    return dict(sorted(found.items()))


@cache
def populations() -> dict[str, Population]:
    """Every population by name."""
    records = _records("metrics.populations", FOLDER / "populations", "population")
    return {population.name: population for population in records}


def check_metric(metric: Metric, population: Population) -> None:
    """Raise ValueError for a record that contradicts itself: above all one that divides across units."""
    allowed = {
        "kind": KINDS,
        "good_direction": DIRECTIONS,
        "value_unit": VALUE_UNITS,
        "period_kind": PERIOD_KINDS,
    }
    for name, values in allowed.items():
        if getattr(metric, name) not in values:
            raise ValueError(f"{metric.name}: {name} has to be one of {', '.join(values)}")
    counts_units = metric.data == "case" and metric.kind in (
        "share",
        "time_to_event",
        "survey_score",
    )
    if counts_units and metric.value_unit == "share" and metric.unit_counted != population.unit:
        raise ValueError(
            f"{metric.name} calls a share of {metric.unit_counted} what it counts among "
            f"{population.unit}: a share is part of its own population"
        )
    if metric.kind == "ratio" and metric.value_unit == "share":
        raise ValueError(
            f"{metric.name}: two flows are different units, so their ratio is no share"
        )


def _records(package: str, folder: Path, name: str) -> list:
    modules = sorted(module.name for module in pkgutil.iter_modules([str(folder)]))
    return [getattr(import_module(f"{package}.{module}"), name) for module in modules]
