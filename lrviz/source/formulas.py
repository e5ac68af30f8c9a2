"""Formulas: the function a text gives a scheduler, as an expression of the step with its constants put in."""

from __future__ import annotations

import ast

from lrviz.errors import Finding, SourceError
from lrviz.expression import Expression, ExpressionError
from lrviz.source.constants import Constants, refused
from lrviz.vocabulary import FUNCTIONS

_MODULES = frozenset({"math", "np", "numpy", "torch"})
_CONSTANTS = frozenset({"pi", "e"})


def formula(node: ast.expr, constants: Constants, variable: str) -> str:
    """Give the expression of a variable that a lambda, or a function of one return, stands for.

    Raises
    ------
    SourceError
        LR202: the function is none of the expression language; LR203: it uses a name the text doesn't explain.
    """
    match node:
        case ast.List(elts=[single]) | ast.Tuple(elts=[single]):
            return formula(single, constants, variable)
        case ast.Lambda():
            function = node
        case ast.Name(id=name) if (defined := constants.function(name)) is not None:
            function = defined
        case _:
            raise refused(node, "only a lambda, or a function that is one return, is read")
    own = {arg.arg for arg in ast.walk(function.args) if isinstance(arg, ast.arg)}
    body = _Filled(own, constants).visit(function.body)
    try:
        return Expression.parse(f"lambda {ast.unparse(function.args)}: {ast.unparse(body)}", (variable,)).text
    except ExpressionError as error:
        raise SourceError(Finding("LR202", "error", str(error), node.lineno)) from None


class _Filled(ast.NodeTransformer):
    """Puts the values of a text's constants where a function names them."""

    def __init__(self, own: set[str], constants: Constants) -> None:
        self._own, self._constants = own, constants

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._own or node.id in FUNCTIONS or node.id in _CONSTANTS:
            return node
        return self._number(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id in _MODULES:
            return node
        return self._number(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return self._number(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        match node.func:
            case ast.Name(id=name) if name in FUNCTIONS:
                return self.generic_visit(node)
            case ast.Attribute(value=ast.Name(id=name)) if name in _MODULES:
                return self.generic_visit(node)
        return self._number(node)

    def _number(self, node: ast.expr) -> ast.expr:
        return ast.copy_location(ast.Constant(self._constants.value(node)), node)
