"""Runs everything upstream of the wall and writes one release, or refuses and leaves nothing behind."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

import settings
from data.store import current_receipts, open_case_store, rebuild
from disclosure.policy import threshold
from disclosure.step import disclose
from metrics.catalogue import metrics, populations
from metrics.comparing import compare, disparities
from metrics.compute import Computed, compute
from metrics.sql import counting_sql
from metrics.trending import trends
from release import meanings, quality
from release.codebook import codebook
from release.complete import incomplete
from release.manifest import code_version
from release.problems import BuildError
from release.vocabulary import vocabulary
from release.write import write_release


def build(
    vault: Path,
    releases: Path,
    released_on: date | None = None,
    progress: Callable | None = None,
) -> Path:
    """The directory of a release of everything accepted in the vault; `current` then points at it.

    The same inputs give the same content: then the release that holds it already is named, and
    `progress` is told so. Raises BuildError, DisclosureError or StoreError, and publishes nothing.
    """
    say = progress or (lambda message, done=None, total=None: None)
    receipts = current_receipts(vault)
    is_synthetic = _is_synthetic(receipts)
    scopes = sorted({"trafficking", *(receipt.scope for receipt in receipts)})
    rebuild(vault, progress)
    with open_case_store(vault) as store:
        computed = compute(store, scopes, progress)
        say("Protecting the people behind the numbers")
        tables = gather(store, computed)
    say("Writing the release")
    before = set(releases.glob("*")) if releases.exists() else set()
    path = write_release(
        releases,
        tables,
        {
            "released_on": released_on or date.today(),
            "parameters": {"scopes": scopes},
            "code_version": code_version(settings.ROOT),
            "receipts": [_receipt_line(receipt) for receipt in receipts],
            "is_synthetic": is_synthetic,
            "scopes": scopes,
        },
    )
    if path in before:
        say(f"Already built: the same inputs gave release {path.name} before; nothing was written")
    return path


def gather(store: duckdb.DuckDBPyConnection, computed: Computed) -> dict[str, pd.DataFrame]:
    """Every table of the release but `release` itself; whatever is undisclosed ends here.

    Raises DisclosureError or BuildError when the results are not fit to be published.
    """
    catalogue = metrics()
    kinds = {metric_id: metric.kind for metric_id, metric in catalogue.items()}
    sql = {
        metric_id: counting_sql(metric, "trafficking") for metric_id, metric in catalogue.items()
    }
    results = disclose(computed.results, kinds)
    definitions = meanings.definitions(catalogue, sql)
    check_complete(results, definitions)
    places = set(results["jurisdiction"])
    least = threshold("minimum_count")
    return {
        "results": results,
        "comparisons": compare(results, computed.strata, catalogue, least),
        "disparities": disparities(results, computed.strata, catalogue, least),
        "trends": trends(computed.series, results, catalogue, least, threshold("units_not_people")),
        "indicators": meanings.indicator_lines(),
        "definitions": definitions,
        "populations": meanings.populations(populations()),
        "obligations": meanings.reference(store, "obligations"),
        "jurisdictions": meanings.reference(store, "jurisdictions", places),
        "agencies": meanings.reference(store, "agencies", places),
        "submissions": quality.submissions(store),
        "data_quality": quality.data_quality(store),
        "blanks": quality.blanks(results),
        "vocabulary": vocabulary(),
        "codebook": codebook(),
        "policy": meanings.policy_lines(),
    }


def check_complete(results: pd.DataFrame, definitions: pd.DataFrame) -> None:
    """Raise BuildError when a number would stand alone: without interval, status, reason or pair."""
    found = incomplete(results, definitions)
    if found:
        raise BuildError("Nothing was published. " + " ".join(found))


def _is_synthetic(receipts: list) -> bool:
    kinds = {receipt.is_synthetic for receipt in receipts}
    if not kinds:
        raise BuildError(
            "Nothing has been accepted yet, so there is nothing to release. "
            "Submit a file first: python cli.py submit --help"
        )
    if len(kinds) > 1:
        raise BuildError(
            "The vault holds synthetic and real submissions; they must never stand in one release. "
            "Use a vault of its own for the demo (ANSWERABLE_VAULT)."
        )
    return kinds.pop()


def _receipt_line(receipt) -> dict:
    return {
        "submission_id": receipt.submission_id,
        "agency_id": receipt.agency_id,
        "mapping": receipt.mapping,
        "period": f"{receipt.period_start}/{receipt.period_end}",
        "sha256": receipt.sha256,
        "vintage": receipt.vintage,
        "verdict": receipt.verdict,
    }
