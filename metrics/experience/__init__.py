"""How survivors saw it."""
