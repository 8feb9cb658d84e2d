"""Figures that somebody else published, as they published them."""

from metrics.definition import Population

PUBLISHED = """
SELECT official_counts.jurisdiction, official_counts.source || ' ' || official_counts.vintage AS origin,
  official_counts.scope, official_counts.scope = 'trafficking' AS is_trafficking,
  official_counts.period_start, official_counts.period_end, official_counts.measure,
  official_counts.unit_counted, coalesce(official_counts.offence_label, 'total') AS offence_label,
  official_counts.breakdown, coalesce(official_counts.category, 'unknown') AS category,
  official_counts.sex,
  official_counts.age_group, official_counts.value, official_counts.value_at_most,
  official_counts.blank, official_counts.period_end AS as_of
FROM official_counts
WHERE official_counts.line IS NULL
"""

population = Population(
    name="published_figures",
    unit="figures",
    entry="The period the publisher names.",
    includes=(
        "Every figure as printed, with its source and edition, its unit, offence, sex and age group.",
    ),
    excludes=(
        "Anything counted from case data: the two are never added, divided or compared in one number.",
        "Figures that a source prints several times under the same labels: nothing says which is which.",
    ),
    rows=PUBLISHED.strip(),
)
