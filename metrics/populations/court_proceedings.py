"""Proceedings, one a defendant and court: what courts have on their desks."""

from metrics.definition import Population
from metrics.stages import with_stages

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
)
