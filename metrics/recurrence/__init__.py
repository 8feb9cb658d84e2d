"""What happens after exit."""

LINKAGE = (
    "Linkage: somebody counts as having come again only where whoever links the records recognised the "
    "same person, so the count is a lower bound. How many of the true repeats they recognise (the recall) "
    "is stated beside the number, or that nobody has stated it."
)
"""A caveat of every metric that rests on recognising the same person twice; screen and report know such a metric by its first word."""
