"""Formulas: the function a text gives a scheduler, as an expression of the step with its constants put in."""

from __future__ import annotations

import ast

from lrviz.errors import Finding, SourceError
from lrviz.expression import Expression, ExpressionError
from lrviz.source.constants import Constants, refused
from lrviz.source.functions import as_lambda
from lrviz.vocabulary import FUNCTIONS

_MODULES = frozenset({"math", "np", "numpy", "torch"})
_CONSTANTS = frozenset({"pi", "e"})


def formula(node: ast.expr, variable: str, constants: Constants) -> str:
    """Give the expression of `variable` that a lambda stands for, or a function of which every way ends in a return.

    Raises
    ------
    SourceError
        LR202: the function is none of the expression language; LR203: it uses a name the text doesn't explain.
    """
    named = constants.function(node) if isinstance(node, ast.Name) else None
    function = node if isinstance(node, ast.Lambda) else named
    plain = as_lambda(function) if function is not None else None
    if plain is None:
        raise refused(node, "only a lambda, or a function that assigns, branches and returns, is read")
    own = {arg.arg for arg in ast.walk(plain.args) if isinstance(arg, ast.arg)}
    body = _Filled(own, constants).visit(plain.body)
    try:
        return Expression.parse(f"lambda {ast.unparse(plain.args)}: {ast.unparse(body)}", (variable,)).text
    except ExpressionError as error:
        raise SourceError(Finding("LR202", "error", str(error), plain.lineno)) from None


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
