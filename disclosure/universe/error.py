"""Raised where results cannot be made cells of one universe."""


class UniverseError(Exception):
    """Results that contradict their declarations, or are linked too widely. Names metrics, never values."""
