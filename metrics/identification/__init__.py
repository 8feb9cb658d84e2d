"""From identification onwards, as a victim lives it."""
