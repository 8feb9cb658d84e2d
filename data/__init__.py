"""From what agencies send to a case store: schema, intake, mappings, instruments, store, demo."""
