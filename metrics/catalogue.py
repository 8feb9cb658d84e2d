"""Every metric and every population, found by walking the folders."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from metrics.definition import Metric, Population
from metrics.refusals import faults, unpaired

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
    check_pairs(found)
    return dict(sorted(found.items()))


@cache
def populations() -> dict[str, Population]:
    """Every population by name."""
    records = _records("metrics.populations", FOLDER / "populations", "population")
    return {population.name: population for population in records}


def check_metric(metric: Metric, population: Population) -> None:
    """Raise ValueError for a record that contradicts itself: above all one that divides across units."""
    if found := faults(metric, population):
        raise ValueError(f"{metric.name}: {'; '.join(found)}")


def check_pairs(found: dict[str, Metric]) -> None:
    """Raise ValueError where a metric names a pair that there is not."""
    if lonely := unpaired(found):
        raise ValueError("; ".join(lonely))


def _records(package: str, folder: Path, name: str) -> list:
    modules = sorted(module.name for module in pkgutil.iter_modules([str(folder)]))
    return [getattr(import_module(f"{package}.{module}"), name) for module in modules]
