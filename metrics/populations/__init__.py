"""Who is counted: one file a population, with the sentences readers see and the SQL that draws it."""
