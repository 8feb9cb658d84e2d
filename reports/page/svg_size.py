"""How large an SVG says it is."""

import re

SIZE = re.compile(r'<svg[^>]*? width="(?P<width>[\d.]+)"[^>]*? height="(?P<height>[\d.]+)"')


def size(svg: str) -> tuple[float, float]:
    """Width and height."""
    found = SIZE.search(svg)
    if found is None:
        raise ValueError("an SVG without width and height cannot be placed")
    return float(found["width"]), float(found["height"])
