"""Which tables a release publishes, and how coarsely each is told, before anything is hidden in them.

`plan.toml` is the plan; `choosing.choose` picks one offer a table. What hangs together too widely to
be protected is refused where it is seen, in `disclosure.universe.components`.
"""
