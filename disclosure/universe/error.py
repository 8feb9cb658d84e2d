"""Raised where results cannot be made cells of one universe."""

from disclosure.error import DisclosureError


class UniverseError(DisclosureError):
    """Results that contradict their declarations, or are linked too widely. Names metrics, never values."""
