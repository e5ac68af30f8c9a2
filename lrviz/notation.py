"""Formulas as they are printed: Python's expressions as boxes of fractions, powers and roots, and as one line of text.

A formula is one assignment a line; where a name is made of itself, as in an update, its sign is an arrow.
"""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind = Literal["parameter", "symbol", "word", "number", "sign"]


@dataclass(frozen=True)
class Word:
    """A name, a number or a sign: `parameter` is one of the entry's own, `symbol` a letter, `word` a function."""

    text: str
    kind: Kind


@dataclass(frozen=True)
class Row:
    """Boxes side by side; a `tight` one stands together, as a function and its bracket do."""

    parts: tuple[Box, ...]
    tight: bool = False


@dataclass(frozen=True)
class Over:
    """A fraction."""

    above: Box
    below: Box


@dataclass(frozen=True)
class Script:
    """A box with small ones at its upper and lower right."""

    base: Box
    up: Box | None = None
    down: Box | None = None


@dataclass(frozen=True)
class Root:
    """A square root."""

    inside: Box


@dataclass(frozen=True)
class Fence:
    """A box between brackets of its height."""

    left: str
    inside: Box
    right: str


@dataclass(frozen=True)
class Cases:
    """Values below each other, each with its condition; the last one is for all other cases."""

    rows: tuple[tuple[Box, Box | None], ...]


Box: TypeAlias = Word | Row | Over | Script | Root | Fence | Cases

_LETTERS = {
    "pi": "π", "beta": "β", "lam": "λ", "mu": "μ", "sigma": "σ", "eta": "η", "rho": "ρ", "eps": "ε", "theta": "θ",
    "phi": "φ", "psi": "ψ", "inf": "∞",
}  # fmt: skip
_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "·", ast.Mod: "mod",
    ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠",
    ast.And: "and", ast.Or: "or",
}  # fmt: skip
_DOTS = (Word("·", "sign"),)
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FENCES = {"abs": ("|", "|"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉"), "norm": ("‖", "‖")}
_BIG = {"sum": "Σ", "prod": "Π"}
_CASE, _OR, _AND, _NOT, _COMPARE, _MOD, _ADD, _TIMES, _SIGN, _POWER, _ATOM = range(11)
_LEVELS: dict[type[ast.AST], int] = {
    ast.IfExp: _CASE, ast.Or: _OR, ast.And: _AND, ast.Not: _NOT, ast.Compare: _COMPARE, ast.Add: _ADD, ast.Sub: _ADD,
    ast.Mult: _TIMES, ast.Mod: _MOD, ast.USub: _SIGN, ast.Pow: _POWER,
}  # fmt: skip


@functools.cache
def lines(formula: str, parameters: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """Give the lines of a formula as boxes; names among the `parameters` are the entry's own.

    Raises
    ------
    SyntaxError
        It isn't lines of `name = expression`, or holds something that isn't arithmetic.
    """
    return tuple(_Boxes(parameters).line(statement) for statement in ast.parse(formula).body)


def plain(box: Box) -> str:
    """Write a box as one line of text.

    >>> plain(lines("rate = lr * (1 + cos(pi * t / T_max)) / 2")[0])
    'rate = lr · (1 + cos(π · t / T_max)) / 2'
    """
    match box:
        case Word(text):
            return text
        case Row(parts, tight):
            return ("" if tight else " ").join(map(plain, parts)).replace(" ,", ",")
        case Over(above, below):
            return f"{plain(above) if _product(above) else _bracketed(above)} / {_bracketed(below)}"
        case Script(base, up, down):
            return f"{plain(base)}{_lowered(down)}" + (f"^{_bracketed(up)}" if up is not None else "")
        case Root(inside):
            return f"√{_bracketed(inside)}"
        case Fence(left, inside, right):
            return f"{left}{plain(inside)}{right}"
        case Cases(rows):
            return ", ".join(f"{plain(value)} if {plain(on)}" if on else f"else {plain(value)}" for value, on in rows)


def _product(box: Box) -> bool:
    """Whether a box needs no brackets before a slash."""
    return isinstance(box, Row) and all(
        part in _DOTS or not isinstance(part, Word) or part.kind != "sign" for part in box.parts
    )


def _lowered(box: Box | None) -> str:
    if box is None:
        return ""
    return box.text.translate(_LOW) if isinstance(box, Word) and box.text.isdigit() else f"_{_bracketed(box)}"


def _bracketed(box: Box) -> str:
    compound = isinstance(box, (Over, Cases)) or (isinstance(box, Row) and not box.tight)
    return f"({plain(box)})" if compound else plain(box)


class _Boxes(ast.NodeVisitor):
    """Makes boxes of Python's syntax."""

    def __init__(self, parameters: frozenset[str]) -> None:
        self._parameters = parameters

    def line(self, node: ast.stmt) -> Row:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if not (isinstance(node, ast.Assign) and len(targets) == 1 and isinstance(targets[0], ast.Name)):
            raise SyntaxError(f"a line of a formula is name = expression, not {ast.unparse(node)}")
        name = targets[0].id
        own = any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node.value))
        return Row((self._name(name), Word("←" if own else "=", "sign"), self.box(node.value)))

    def box(self, node: ast.expr, least: int = _CASE) -> Box:
        """Give the box of an expression, in brackets where it binds less tightly than `least`."""
        made: Box = self.visit(node)
        return Fence("(", made, ")") if self._level(node) < least else made

    def _level(self, node: ast.expr) -> int:
        if isinstance(node, (ast.BinOp, ast.BoolOp, ast.UnaryOp)):
            # a fraction is held together by its bar, except under a power
            return _LEVELS.get(type(node.op), _POWER if isinstance(node.op, ast.Div) else _ATOM)
        return _LEVELS.get(type(node), _ATOM)

    def visit_Constant(self, node: ast.Constant) -> Box:
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return Word(_number(node.value), "number")
        return Word(str(node.value), "word")

    def visit_Name(self, node: ast.Name) -> Box:
        return self._name(node.id)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Box:
        match node.op:
            case ast.Not():
                return Row((Word("not", "word"), self.box(node.operand, _NOT)))
            case ast.USub():
                return Row((Word("−", "sign"), self.box(node.operand, _TIMES)), tight=True)
        return self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> Box:
        parts: list[Box] = []
        for value in node.values:
            parts += [Word(_SIGNS[type(node.op)], "word")] if parts else []
            parts.append(self.box(value, _LEVELS[type(node.op)] + 1))
        return Row(tuple(parts))

    def visit_Compare(self, node: ast.Compare) -> Box:
        if not all(type(op) in _SIGNS for op in node.ops):
            return self.generic_visit(node)
        parts = [self.box(node.left, _ADD)]
        for op, other in zip(node.ops, node.comparators, strict=True):
            parts += [Word(_SIGNS[type(op)], "sign"), self.box(other, _ADD)]
        return Row(tuple(parts))

    def visit_Subscript(self, node: ast.Subscript) -> Box:
        return Script(self.box(node.value, _ATOM), down=self.box(node.slice))

    def visit_IfExp(self, node: ast.IfExp) -> Box:
        rows: list[tuple[Box, Box | None]] = []
        rest: ast.expr = node
        while isinstance(rest, ast.IfExp):
            rows.append((self.box(rest.body, _OR), self.box(rest.test)))
            rest = rest.orelse
        return Cases((*rows, (self.box(rest), None)))

    def generic_visit(self, node: ast.AST) -> Box:
        raise SyntaxError(f"{ast.unparse(node)} can't stand in a formula")

    def visit_BinOp(self, node: ast.BinOp) -> Box:
        match node.op:
            case ast.Div():
                return Over(self.box(node.left), self.box(node.right))
            case ast.FloorDiv():
                return Fence("⌊", Over(self.box(node.left), self.box(node.right)), "⌋")
            case ast.Pow():
                return Script(self.box(node.left, _ATOM), up=self.box(node.right))
        if type(node.op) not in _SIGNS:
            return self.generic_visit(node)
        level = _LEVELS[type(node.op)]
        stricter = level + (not isinstance(node.op, (ast.Add, ast.Mult)))
        left, right = self.box(node.left, level), self.box(node.right, stricter)
        if isinstance(node.op, ast.Mult) and _number_before(left, right):
            return Row((left, right), tight=True)
        return Row((*_side_by_side(left), Word(_SIGNS[type(node.op)], "sign"), *_side_by_side(right)))

    def visit_Call(self, node: ast.Call) -> Box:
        name, arguments = ast.unparse(node.func), node.args
        if node.keywords or not arguments:
            return self.generic_visit(node)
        if name == "sqrt":
            return Root(self.box(arguments[0]))
        if name in _FENCES:
            left, right = _FENCES[name]
            return Fence(left, self.box(arguments[0]), right)
        if name in _BIG:
            over = self.box(arguments[1]) if len(arguments) > 1 else None
            return Row((Script(Word(_BIG[name], "word"), down=over), self.box(arguments[0], _TIMES)))
        if name == "mean" and len(arguments) > 1:
            about = Script(Word(name, "word"), down=self.box(arguments[1]))
            return Row((about, Fence("(", self.box(arguments[0]), ")")), tight=True)
        parts: list[Box] = []
        for argument in arguments:
            parts += [Word(",", "sign"), self.box(argument)] if parts else [self.box(argument)]
        inside = parts[0] if len(parts) == 1 else Row(tuple(parts))
        return Row((self._function(name), Fence("(", inside, ")")), tight=True)

    def _function(self, name: str) -> Box:
        if name in self._parameters:
            return Word(name, "parameter")
        if name == "log2":
            return Script(Word("log", "word"), down=Word("2", "number"))
        return Word(name, "symbol" if len(name) == 1 else "word")

    def _name(self, name: str) -> Box:
        if name in self._parameters:
            return Word(name, "parameter")
        if name.endswith("_hat"):
            return Word(f"{_letter(name[:-4])}\u0302", "symbol")
        found = re.fullmatch(r"([A-Za-z]+?)(?:_(\w+)|(\d+))", name)
        if found and (len(found[1]) == 1 or found[1] in _LETTERS):
            low = _letter(found[2] or found[3])
            return Script(self._letters(found[1]), down=Word(low, "number" if low.isdigit() else "symbol"))
        return self._letters(name)

    def _letters(self, name: str) -> Word:
        letter = _letter(name)
        return Word(letter, "symbol" if len(letter) == 1 else "word")


def _number_before(left: Box, right: Box) -> bool:
    """Whether a number and a letter stand together, as in 2π."""
    letter = right.base if isinstance(right, Script) else right
    return isinstance(left, Word) and left.kind == "number" and isinstance(letter, Word) and letter.kind == "symbol"


def _side_by_side(box: Box) -> tuple[Box, ...]:
    return box.parts if isinstance(box, Row) and not box.tight else (box,)


def _letter(name: str) -> str:
    return _LETTERS.get(name, name.replace("_", " "))


def _number(value: object) -> str:
    """Write a number as people print it: 1e-30 as 10⁻³⁰."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    found = re.fullmatch(r"(?:1|([\d.]+))e([+-]\d+)", text)
    if found is None:
        return text
    power = str(int(found[2])).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{found[1]} · 10{power}" if found[1] else f"10{power}"
