"""Layout: a formula too long for a line, broken between its terms, its factors and what its functions are given."""

from __future__ import annotations

import ast
from functools import lru_cache

from lrviz.source.spelling.lines import WIDTH

_SUM, _PRODUCT = (ast.Add, ast.Sub), (ast.Mult, ast.Div)


@lru_cache(maxsize=1024)  # a drag changes a line or two of many
def broken(start: str, formula: str) -> tuple[str, ...]:
    """Write the start of a line and a formula: in one line where they fit, else in several between brackets."""
    if len(start + formula) <= WIDTH:
        return (start + formula,)
    indent = len(start) - len(start.lstrip())
    return (start + "(", *_lines(ast.parse(formula, mode="eval").body, indent + 4, "", ")"))


def _lines(node: ast.expr, indent: int, before: str, after: str) -> list[str]:
    """Write an expression between two texts, indented, in as few lines as fit."""
    margin = " " * indent
    whole = f"{margin}{before}{ast.unparse(node)}{after}"
    if len(whole) > WIDTH:
        match node:
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return _operands(_chain(node, _SUM), indent, before, after)
            case ast.BinOp(op=ast.Mult() | ast.Div()):
                return _operands(_chain(node, _PRODUCT), indent, before, after)
            case ast.Call(func=func, args=[*args, last]):
                given = [_lines(arg, indent + 4, "", ",") for arg in args]
                filled = _filled([*given, _lines(last, indent + 4, "", f"){after}")], indent + 4)
                return [f"{margin}{before}{ast.unparse(func)}(", *filled]
    return [whole]


def _operands(chain: list[tuple[str, ast.expr, bool]], indent: int, before: str, after: str) -> list[str]:
    """Write operands, those that need brackets in them: terms below each other, factors as many in a line as fit."""
    blocks: list[list[str]] = []
    for i, (operator, operand, bracketed) in enumerate(chain):
        start = before if i == 0 else f"{operator} "
        end = after if i == len(chain) - 1 else ""
        flat = f"{' ' * indent}{start}({ast.unparse(operand)}){end}"
        if not bracketed:
            blocks.append(_lines(operand, indent, start, end))
        elif len(flat) <= WIDTH:
            blocks.append([flat])
        else:
            blocks.append([f"{' ' * indent}{start}(", *_lines(operand, indent + 4, "", f"){end}")])
    terms = any(operator in {"+", "-"} for operator, _, _ in chain)
    return [line for block in blocks for line in block] if terms else _filled(blocks, indent)


def _filled(blocks: list[list[str]], indent: int) -> list[str]:
    """Join blocks of lines where the end of one and the start of the next fit in a line of that indent."""
    lines = list(blocks[0])
    for first, *rest in blocks[1:]:
        last = lines[-1]
        if len(last) - len(last.lstrip()) == indent and len(last) + 1 + len(first.strip()) <= WIDTH:
            lines[-1] = f"{last} {first.strip()}"
        else:
            lines.append(first)
        lines += rest
    return lines


def _chain(node: ast.expr, kind: tuple[type[ast.operator], ...]) -> list[tuple[str, ast.expr, bool]]:
    """Give the operands of one kind of operators from left to right, each with its own and if it needs brackets."""
    chain: list[tuple[str, ast.expr, bool]] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, kind):
        operator, right = ast.unparse(ast.BinOp(ast.Name("_"), node.op, node.right)).split(" ", 2)[1:]
        chain.insert(0, (operator, node.right, right == f"({ast.unparse(node.right)})"))
        left = ast.unparse(ast.BinOp(node.left, node.op, ast.Name("_"))).rsplit(" ", 2)[0]
        first = ("", node.left, left == f"({ast.unparse(node.left)})")
        node = node.left
    return [first, *chain]
