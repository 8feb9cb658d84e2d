"""Proceedings, one a defendant and court: what courts have on their desks."""

from metrics.counted_set import (
    COHORT,
    OPEN_IN_YEAR,
    Codes,
    CountedSet,
    Ended,
    Stated,
    open_at_year_end,
)
from metrics.definition import Population
from metrics.stages import with_stages

IS_KNOWN = "CASE WHEN outcome IN ('open', 'unknown') THEN outcome ELSE 'known' END"
"""Whether the outcome of what has ended is known."""

population = Population(
    name="court_proceedings",
    unit="proceedings",
    entry="The day the prosecution was begun.",
    includes=(
        "Every proceeding of one defendant before one court of first instance.",
        "For trafficking: proceedings with at least one charge of trafficking (ICCS 0204), or without any recorded charge in a trafficking case.",
    ),
    excludes=(
        "Appeals.",
        "Proceedings begun, and ended, in years before the sender began to report: files left over from then are not all there were. They count as pending from the first year end reported on.",
        "Investigations that have not led to a charge.",
    ),
    rows=with_stages(
        "SELECT court_files.*, proceeding_id AS unit_id FROM court_files", "court_files"
    ),
    same=(
        # What has ended has a day of its end or none in any year; what has not has none.
        (
            CountedSet("court_proceedings", "disposed_on").where(Stated("outcome <> 'open'")),
            CountedSet("court_proceedings", "disposed_on"),
        ),
        (
            CountedSet("court_proceedings", "disposed_on").where(
                Codes(IS_KNOWN, frozenset(("known", "unknown")))
            ),
            CountedSet("court_proceedings", "disposed_on"),
        ),
    ),
    inside=(
        (CountedSet("court_proceedings", COHORT), CountedSet("court_proceedings", "charged_on")),
        (
            CountedSet("court_proceedings", OPEN_IN_YEAR).where(Ended()),
            CountedSet("court_proceedings", "disposed_on"),
        ),
        (
            CountedSet("court_proceedings", open_at_year_end("entered_on", "disposed_on")),
            CountedSet("court_proceedings", open_at_year_end("charged_on", "disposed_on")),
        ),
    ),
    is_of_court=True,
)
