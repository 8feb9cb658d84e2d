"""What the builder of a release says when it refuses."""


class BuildError(Exception):
    """A release that was not made, and why; nothing was left behind."""

    def text(self) -> str:
        return str(self)
