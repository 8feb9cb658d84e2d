"""The made-up release and its pages, as the tests of the views open them."""

from tests.views.conftest import opened, page, release, releases

__all__ = ["opened", "page", "release", "releases"]
