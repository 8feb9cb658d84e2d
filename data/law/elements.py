"""What each element of a statute shows: the question it answers and the duties, aspect law, that it bears on."""

from pathlib import Path

from data.law.entries import check_entry, read_toml
from data.law.fields import Field
from data.law.problems import Problems
from data.schema import code_lists

FIELDS = {
    "question": Field("text", required=True),
    "obligations": Field("obligations", required=True),
    "from_on": Field("day"),
}


def read_elements(folder: Path, problems: Problems) -> dict[str, dict]:
    """Element -> question, obligations (tuple), from_on; every code of `statute_element`, in its order."""
    path = folder / "elements.toml"
    stated = read_toml(path, ("element",), problems).get("element", {})
    if not isinstance(stated, dict):
        problems.add(path, None, "write elements as [element.acts] and so on")
        return {}
    known = code_lists()["statute_element"].codes
    for stray in stated.keys() - known.keys():
        problems.add(path, stray, "this is no element of a statute")
    for missing in known.keys() - stated.keys():
        problems.add(path, missing, "this element is missing")
    elements = {}
    for element in known:
        if element in stated:
            entry = check_entry(path, element, stated[element], {}, FIELDS, problems)
            if entry is not None:
                elements[element] = entry.values | {"obligations": tuple(entry["obligations"])}
    return elements
