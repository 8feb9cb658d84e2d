"""The recoding lattice: every way of telling each attribute more or less coarsely, and the cheapest one that will do."""

from itertools import product

from disclosure.research.base import PERIOD, PLACE, Base

Node = tuple[int, ...]


def chosen_node(con, base: Base, key: tuple[str, ...], residual_max: float) -> Node:
    """The cheapest level of each attribute at which at most `residual_max` of the records stand in classes that are too small.

    Reads `research_units`, whose columns <attribute>_<level> hold the codes of every level. Where no
    level will do, the one that leaves the fewest.
    """
    shares = {}
    for node in sorted(nodes(base), key=lambda node: (cost(base, node), node)):
        shares[node] = _residual_share(con, base, key, node)
        if shares[node] <= residual_max:
            return node
    return min(shares, key=lambda node: (shares[node], cost(base, node), node))


def nodes(base: Base) -> list[Node]:
    """Every combination of levels."""
    return list(product(*(range(len(each.recodings)) for each in base.attributes)))


def cost(base: Base, node: Node) -> float:
    """What is lost: the weight of each attribute for each part of the way down to not telling it."""
    return sum(
        each.weight * level / (len(each.recodings) - 1)
        for each, level in zip(base.attributes, node, strict=True)
    )


def columns_at(base: Base, node: Node) -> str:
    """The attributes at their levels under their own names, for a SELECT."""
    levels = zip(base.attributes, node, strict=True)
    return ", ".join(f"{each.name}_{level} AS {each.name}" for each, level in levels)


def _residual_share(con, base: Base, key: tuple[str, ...], node: Node) -> float:
    levels = [f"{each.name}_{level}" for each, level in zip(base.attributes, node, strict=True)]
    extra = [name for name in key if name not in base.keys]
    classes = ", ".join([PLACE, PERIOD, *levels, *extra])
    return con.execute(
        f"""SELECT coalesce(sum(CASE WHEN size < least THEN size END) / sum(size), 0)
        FROM (SELECT sum(units) AS size, max(least) AS least FROM research_units GROUP BY {classes})"""
    ).fetchone()[0]
