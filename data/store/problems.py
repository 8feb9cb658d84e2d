"""What the store says when it cannot do what was asked."""


class StoreError(Exception):
    """A sentence on what is wrong with the vault and what to do; never a value of a case."""

    def text(self) -> str:
        return str(self)
