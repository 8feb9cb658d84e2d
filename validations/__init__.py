"""Can a submission be believed? Suites per table, rules across tables, a verdict, and what was set aside."""
