"""What stops a release: results that would point to people."""


class DisclosureError(Exception):
    """Results that must not be published. The message names families of cells and never a value."""

    def text(self) -> str:
        return str(self)
