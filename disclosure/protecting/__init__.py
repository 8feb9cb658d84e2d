"""Which further cells must be hidden, so that the cells that have to be hidden cannot be worked out."""
