"""How much of the truth was reported."""
