"""Runs everything upstream of the wall and writes one release, or refuses and leaves nothing behind."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd

import settings
from data.store import current_receipts, open_case_store, rebuild
from data.store.reuse import Reuse
from disclosure.earlier import Earlier
from disclosure.policy import threshold
from disclosure.research import research_key
from disclosure.step import disclose
from metrics.catalogue import metrics, populations
from metrics.comparing import (
    compare,
    disparities,
    metrics_inside,
    published_strata,
    safe_after,
)
from metrics.compute import Computed
from metrics.counted_sets import counted_sets, nested_sets
from metrics.sql import counting_sql
from release import meanings, quality
from release.artefacts import check_file, check_tables, pseudonyms_among
from release.codebook import codebook
from release.complete import incomplete
from release.compliance import compliance_tables
from release.computing import compute_changed
from release.earlier import earlier_releases
from release.inputs import hash_inputs, hash_program
from release.linkage import with_recall
from release.manifest import code_version, previous_release
from release.problems import BuildError
from release.protection import protected
from release.research import research_tables
from release.series import safe_trends
from release.vocabulary import vocabulary
from release.write import is_whole, write_release


def build(
    vault: Path,
    releases: Path,
    released_on: date | None = None,
    progress: Callable | None = None,
    *,
    from_scratch: bool = False,
    is_exact: bool = False,
) -> Path:
    """The directory of a release of everything accepted in the vault; `current` then points at it.

    The same inputs give the same content: then the release that holds it already is named, and
    `progress` is told so. What earlier builds worked out from inputs that have not changed serves again,
    unless this one is `from_scratch`; the content is the same. `is_exact` searches for the fewest
    suppressions. Raises BuildError, DisclosureError or StoreError, and publishes nothing.
    """
    say = progress or (lambda message, done=None, total=None: None)
    receipts = current_receipts(vault)
    is_synthetic = _is_synthetic(receipts)
    lines, version = [_receipt_line(each) for each in receipts], code_version(settings.ROOT)
    scopes = sorted({"trafficking", *(receipt.scope for receipt in receipts)})
    key = research_key(vault, is_synthetic=is_synthetic)
    reuse = Reuse(vault, from_scratch=from_scratch)
    inputs = hash_inputs(lines, key, is_exact=is_exact)
    if (path := _release_made_from(inputs, reuse, releases)) is not None:
        say(f"Already built: nothing has changed since release {path.name}; nothing was written")
        return path
    rebuild(vault, progress)
    with open_case_store(vault) as store:
        computed = compute_changed(store, scopes, hash_program(), reuse, progress)
        earlier = earlier_releases(releases, lines, version, is_synthetic=is_synthetic)
        tables = gather(store, computed, scopes, key, earlier, progress, is_exact=is_exact)
        say("Searching what is to be published for pseudonyms")
        among = partial(pseudonyms_among, store)
        check_tables(tables, among)
        say("Writing the release")
        before = set(releases.glob("*")) if releases.exists() else set()
        path = write_release(
            releases,
            tables,
            {
                "released_on": released_on or date.today(),
                "parameters": {"scopes": scopes},
                "code_version": version,
                "receipts": lines,
                "is_synthetic": is_synthetic,
                "scopes": scopes,
            },
            check=lambda file: check_file(file, among),
        )
    reuse.put(inputs, pd.DataFrame({"release": [path.name]}))
    reuse.forget_others()
    if path in before:
        say(f"Already built: the same inputs gave release {path.name} before; nothing was written")
    return path


def gather(
    store: duckdb.DuckDBPyConnection,
    computed: Computed,
    scopes: list[str],
    key: bytes,
    earlier: Earlier | None = None,
    progress: Callable | None = None,
    *,
    is_exact: bool = False,
) -> dict[str, pd.DataFrame]:
    """Every table of the release but `release` itself; whatever is undisclosed ends here.

    Research tables come first, since what they tell is known to whoever attacks the results; `key`
    rounds them. `earlier` is what previous releases told. Raises DisclosureError or BuildError when
    the results are not fit to be published.
    """
    say = progress or (lambda message, done=None, total=None: None)
    catalogue = metrics()
    sql = {
        metric_id: counting_sql(metric, "trafficking") for metric_id, metric in catalogue.items()
    }
    sets = {
        "counted_sets": counted_sets(catalogue.values(), scopes),
        "nested_sets": nested_sets(catalogue.values(), scopes),
    }
    say("Making research tables")
    research, known = research_tables(store, key)
    computed = computed._replace(results=with_recall(store, computed.results, catalogue))
    told = disclose(
        computed.results,
        catalogue,
        **sets,
        earlier=earlier,
        research_bounds=known,
        is_exact=is_exact,
        progress=progress,
    )
    results, least = told.results, threshold("minimum_count")
    definitions = meanings.definitions(catalogue, sql)
    check_complete(results, definitions, told.plan)
    say("Comparing places, groups and years")
    inside = metrics_inside(sets["counted_sets"], sets["nested_sets"])
    strata = published_strata(results, computed.strata, catalogue, least, inside)
    if earlier and earlier.strata is not None:
        strata = safe_after(strata, earlier.strata, least)
    tables = {
        "results": results,
        "comparisons": compare(results, strata, catalogue, least),
        "disparities": disparities(results, strata, catalogue, least),
        "strata": strata,
        "trends": safe_trends(
            computed.series, {"results": results, "definitions": definitions, **sets}, catalogue
        ),
        "definitions": definitions,
        **sets,
        **research,
    }
    say("Judging how duties stand")
    compliance = compliance_tables(store, results, definitions, earlier)
    say("Attacking the whole release")
    places = {*results["jurisdiction"], *compliance["compliance"]["jurisdiction"]}
    return {
        **tables,
        **protected(tables, told, catalogue, computed.results, earlier, known),
        **compliance,
        "indicators": meanings.indicator_lines(),
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


def check_complete(results: pd.DataFrame, definitions: pd.DataFrame, plan: pd.DataFrame) -> None:
    """Raise BuildError when a number would stand alone: without interval, status, reason or pair."""
    found = incomplete(results, definitions, plan)
    if found:
        raise BuildError("Nothing was published. " + " ".join(found))


def _release_made_from(inputs: str, reuse: Reuse, releases: Path) -> Path | None:
    """The current release, if these inputs gave it and its files are whole; what came before it is then the same."""
    made = reuse.get(inputs)
    name = previous_release(releases)
    if made is None or name is None or made["release"].iloc[0] != name:
        return None
    return releases / name if is_whole(releases / name) else None


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
