"""Which file is made by what; each is loaded only when it is asked for, because loading takes most of the time."""


def make(kind: str, thing) -> bytes:
    """pdf and xlsx of a Document, svg and png of a Drawing. Raises ValueError for any other kind."""
    if kind == "pdf":
        from reports.page.pdf import pdf

        return pdf(thing)
    if kind == "xlsx":
        from reports.page.xlsx import xlsx

        return xlsx(thing)
    if kind in ("svg", "png"):
        from reports.page import drawing

        return drawing.svg(thing) if kind == "svg" else drawing.png(thing)
    raise ValueError("a file is one of pdf, xlsx, svg, png")
