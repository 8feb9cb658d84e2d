"""What a formula is once it has been read: a tree of these parts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Literal:
    """A text, a number, true or false, or `missing` (None)."""

    value: str | float | bool | None


@dataclass(frozen=True)
class Name:
    """The value of a column: a heading of the file or a derived name."""

    name: str


@dataclass(frozen=True)
class Placeholder:
    """A value that does not stand in a cell: `{row}`, `{as_of}`, or the member of a repeat."""

    name: str


@dataclass(frozen=True)
class Operation:
    """One operand with `not` or `negate`, two with a sign between them, or more joined by and, or, &."""

    sign: str
    operands: tuple["Node", ...]


@dataclass(frozen=True)
class Membership:
    """Whether a value is one of the values listed."""

    operand: "Node"
    choices: tuple[Literal, ...]
    negated: bool


@dataclass(frozen=True)
class Presence:
    """Whether a value is there."""

    operand: "Node"
    present: bool


@dataclass(frozen=True)
class Call:
    """A function of its arguments; `condition` and `per` belong to aggregates."""

    function: str
    arguments: tuple["Node", ...]
    condition: "Node | None" = None
    per: tuple["Node", ...] = ()


Node = Literal | Name | Placeholder | Operation | Membership | Presence | Call


def walk(node: Node) -> Iterator[Node]:
    """Every part of a formula, the whole first."""
    yield node
    match node:
        case Operation(operands=parts):
            children = parts
        case Membership(operand=part) | Presence(operand=part):
            children = (part,)
        case Call():
            condition = (node.condition,) if node.condition is not None else ()
            children = (*node.arguments, *condition, *node.per)
        case _:
            children = ()
    for child in children:
        yield from walk(child)


def rewrite(node: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with `change` applied to every part, innermost first."""
    match node:
        case Operation():
            node = replace(node, operands=tuple(rewrite(part, change) for part in node.operands))
        case Membership() | Presence():
            node = replace(node, operand=rewrite(node.operand, change))
            if isinstance(node, Membership):
                node = replace(node, choices=tuple(rewrite(part, change) for part in node.choices))
        case Call():
            node = replace(
                node,
                arguments=tuple(rewrite(part, change) for part in node.arguments),
                condition=None if node.condition is None else rewrite(node.condition, change),
                per=tuple(rewrite(part, change) for part in node.per),
            )
    return change(node)


def fill_item(node: Node, item: Mapping[str, str]) -> Node:
    """The tree for one member of a repeat: `{key}` replaced in names, texts and placeholders.

    Replacing happens in the tree, after reading: an item can never change what the formula does.
    """

    def change(part: Node) -> Node:
        match part:
            case Placeholder(name) if name in item:
                return Literal(item[name])
            case Name(name):
                return Name(fill_text(name, item))
            case Literal(str() as text):
                return Literal(fill_text(text, item))
        return part

    return rewrite(node, change)


def fill_text(text: str, item: Mapping[str, str]) -> str:
    """A heading or value with each `{key}` of the item replaced."""
    for key, value in item.items():
        text = text.replace("{" + key + "}", value)
    return text


def expand_names(node: Node, meanings: Mapping[str, Node]) -> Node:
    """The tree with derived names replaced by what they are derived from."""
    return rewrite(
        node, lambda part: meanings.get(part.name, part) if isinstance(part, Name) else part
    )
