"""The made-up release, whose pages and reports are read in a language that nobody speaks."""

from tests.views.conftest import release, releases

__all__ = ["release", "releases"]
