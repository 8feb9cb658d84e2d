"""Reads a formula: text in, tree out. Binding from loose to tight: or, and, not, comparison, &, + -, * /, sign."""

from collections.abc import Callable

from data.intake.formula_tokens import FormulaError, Token, cut_tokens
from data.intake.formula_tree import (
    Call,
    Literal,
    Membership,
    Name,
    Node,
    Operation,
    Placeholder,
    Presence,
)

COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
LONGEST = 20_000
DEEPEST = 40
LONGEST_CHAIN = 200


def parse(text: str) -> Node:
    """The tree of a formula. Raises FormulaError with the place where reading stopped."""
    if len(text) > LONGEST:
        raise FormulaError(
            f"longer than {LONGEST:,} characters; split it over several derive entries"
        )
    if not text.strip():
        raise FormulaError("the formula is empty")
    return _Parser(cut_tokens(text)).whole()


class _Parser:
    def __init__(self, tokens: list[Token]):
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.disjunction()
        if self.next.kind != "end":
            raise self.odd("the formula should end here")
        return node

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self, kind: str, *contents: str) -> Token | None:
        token = self.next
        if token.kind == kind and (not contents or token.content in contents):
            self.at += 1
            return token
        return None

    def expect(self, kind: str, content: str, where: str) -> None:
        if not self.take(kind, content):
            raise self.odd(f"expected {content!r} {where}")

    def odd(self, why: str) -> FormulaError:
        token = self.next
        found = "the end of the formula" if token.kind == "end" else f"{token.content!r}"
        return FormulaError(f"{why}, but found {found} at character {token.position}")

    def disjunction(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(f"brackets are nested more than {DEEPEST} deep")
        node = self.series("keyword", "or", self.conjunction)
        self.depth -= 1
        return node

    def conjunction(self) -> Node:
        return self.series("keyword", "and", self.negation)

    def series(self, kind: str, sign: str, operand: Callable[[], Node]) -> Node:
        operands = [operand()]
        while self.take(kind, sign):
            operands.append(operand())
        return Operation(sign, tuple(operands)) if len(operands) > 1 else operands[0]

    def negation(self) -> Node:
        count = 0
        while self.take("keyword", "not"):
            count += 1
        node = self.comparison()
        # An even number of `not` still demands a condition beneath it.
        for _ in range(2 - count % 2 if count else 0):
            node = Operation("not", (node,))
        return node

    def comparison(self) -> Node:
        node = self.joined()
        if token := self.take("sign", *COMPARISONS):
            node = Operation(token.content, (node, self.joined()))
        elif self.take("keyword", "is"):
            negated = bool(self.take("keyword", "not"))
            token = self.take("keyword", "missing", "present")
            if not token:
                raise self.odd("`is` is followed by `missing` or `present`")
            return Presence(node, (token.content == "present") != negated)
        elif self.next.content in ("in", "not") and self.next.kind == "keyword":
            negated = bool(self.take("keyword", "not"))
            self.expect("keyword", "in", "after `not`")
            return Membership(node, self.choices(), negated)
        if self.next.kind == "sign" and self.next.content in COMPARISONS:
            raise self.odd("compare two values at a time and join comparisons by `and`")
        return node

    def choices(self) -> tuple[Literal, ...]:
        self.expect("sign", "(", "after `in`")
        found = [self.choice()]
        while self.take("sign", ","):
            found.append(self.choice())
        self.expect("sign", ")", "after the values of `in`")
        return tuple(found)

    def choice(self) -> Literal:
        negative = bool(self.take("sign", "-"))
        if token := self.take("number"):
            return Literal(-float(token.content) if negative else float(token.content))
        if not negative and (token := self.take("text")):
            return Literal(token.content)
        raise self.odd("`in` lists texts or numbers")

    def joined(self) -> Node:
        return self.series("sign", "&", self.sum)

    def sum(self) -> Node:
        return self.chain(("+", "-"), self.product)

    def product(self) -> Node:
        return self.chain(("*", "/"), self.signed)

    def chain(self, signs: tuple[str, ...], operand: Callable[[], Node]) -> Node:
        node = operand()
        links = 0
        while token := self.take("sign", *signs):
            node = Operation(token.content, (node, operand()))
            links += 1
            if links > LONGEST_CHAIN:
                raise FormulaError(f"more than {LONGEST_CHAIN} terms in a row; use derive entries")
        return node

    def signed(self) -> Node:
        count = 0
        while self.take("sign", "-"):
            count += 1
        node = self.primary()
        return Operation("negate", (node,)) if count % 2 else node

    def primary(self) -> Node:
        if token := self.take("number"):
            return Literal(float(token.content))
        if token := self.take("text"):
            return Literal(token.content)
        if token := self.take("name"):
            return Name(token.content)
        if token := self.take("placeholder"):
            return Placeholder(token.content)
        if token := self.take("keyword", "true", "false", "missing"):
            return Literal({"true": True, "false": False, "missing": None}[token.content])
        if token := self.take("word"):
            return self.call(token) if self.take("sign", "(") else Name(token.content)
        if self.take("sign", "("):
            node = self.disjunction()
            self.expect("sign", ")", "to close the bracket")
            return node
        raise self.odd("expected a value")

    def call(self, token: Token) -> Call:
        function = token.content.lower()
        arguments: list[Node] = []
        condition: Node | None = None
        per: list[Node] = []
        if self.take("sign", ")"):
            return Call(function, ())
        if not (self.next.kind == "keyword" and self.next.content in ("where", "per")):
            arguments.append(self.disjunction())
            while self.take("sign", ","):
                arguments.append(self.disjunction())
        if self.take("keyword", "where"):
            condition = self.disjunction()
        if self.take("keyword", "per"):
            per.append(self.joined())
            while self.take("sign", ","):
                per.append(self.joined())
        self.expect("sign", ")", f"to close {token.content}(")
        return Call(function, tuple(arguments), condition, tuple(per))
