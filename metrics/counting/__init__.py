"""From a population to a small count table, one file a kind, in portable SQL.

Each file has `count(metric, scope) -> str`: the text of a statement that reads the population by
its name and returns sums per jurisdiction, year and category, never a row about one person. A
row without year counts units whose date is missing. What `metric.counting` must name is said in
each file.
"""
