"""A drawing as another file can hold it: shapes and letters alone, in fonts that every computer has."""

from dataclasses import dataclass

from lxml import etree

from reports.plain_text import plain
from reports.vega_style import FONT

NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset("svg g path rect line circle ellipse polygon polyline text tspan".split())
ATTRIBUTES = frozenset(
    "width height viewBox x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform opacity fill fill-opacity stroke "
    "stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit text-anchor dominant-baseline font-family font-size font-style font-weight display "
    "direction".split()
)
"""Nothing among them loads, runs or points to anything."""
FONTS = {FONT: "'Liberation Sans', Arial, Helvetica, sans-serif"}
"""Font of a drawing -> what is as wide, and is there where the file is opened."""


@dataclass(frozen=True)
class Naming:
    """What a drawing is called within a file: `key` begins its ids, `title` and `alt` are read out."""

    key: str
    title: str
    alt: str


def clean(svg: str, naming: Naming | None = None) -> str:
    """`svg` without anything that acts, loads or points elsewhere; with a name where one is given.

    Raises ValueError where it is no SVG.
    """
    root = _read(svg)
    _keep_shapes(root)
    if naming:
        _name(root, naming)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _read(svg: str):
    # No entity is filled in and nothing is fetched, whatever the drawing asks for.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        # Only the drawing itself is wanted: whatever stands before it or behind it is left.
        root = etree.fromstring(plain(svg).encode(), parser)
    except etree.XMLSyntaxError as problem:
        raise ValueError("a drawing must be well-formed SVG") from problem
    if root.tag != f"{{{NAMESPACE}}}svg":
        raise ValueError("a drawing must be SVG")
    return root


def _keep_shapes(parent) -> None:
    for name in list(parent.attrib):
        value = parent.attrib[name]
        if name not in ATTRIBUTES or "url" in value.lower():
            del parent.attrib[name]
        elif name == "font-family":
            parent.attrib[name] = FONTS.get(value, value)
    for child in list(parent):
        named = etree.QName(child) if isinstance(child.tag, str) else None
        if named is None or named.namespace != NAMESPACE or named.localname not in ELEMENTS:
            parent.remove(child)
        else:
            _keep_shapes(child)


def _name(root, naming: Naming) -> None:
    parts = []
    for tag, words in (("title", naming.title), ("desc", naming.alt)):
        part = etree.Element(f"{{{NAMESPACE}}}{tag}", id=f"{naming.key}-{tag}")
        part.text = plain(words)
        parts.append(part)
    root.set("role", "img")
    root.set("aria-labelledby", " ".join(part.get("id") for part in parts))
    root[:0] = parts
