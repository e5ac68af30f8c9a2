"""Formulas: the function a text gives a scheduler, as an expression of the step with its constants put in."""

from __future__ import annotations

import ast

from lrviz.errors import Finding, SourceError
from lrviz.expression import Expression, ExpressionError
from lrviz.source.runs.counts import counted
from lrviz.source.values.constants import Constants, constant, refused
from lrviz.source.values.functions import as_lambda, put_in
from lrviz.source.values.handed import handed
from lrviz.vocabulary import FUNCTIONS

DEEPEST = 8
"""Functions of the text's own that call each other."""
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
    filled = _Filled(own, constants)
    body = filled.visit(plain.body)
    if filled.trouble:
        raise SourceError(*dict.fromkeys(filled.trouble))
    try:
        return Expression.parse(f"lambda {ast.unparse(plain.args)}: {ast.unparse(body)}", (variable,)).text
    except ExpressionError as error:
        raise SourceError(Finding("LR202", "error", str(error), plain.lineno)) from None


class _Filled(ast.NodeTransformer):
    """Puts the values of a text's constants where a function names them, and what its own functions return.

    What keeps it from it is in `trouble`.
    """

    def __init__(self, own: set[str], constants: Constants) -> None:
        self._own, self._constants = own, constants
        self._inside: list[ast.AST] = []
        self.trouble: list[Finding] = []

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

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Write `t in (3, 6)` as `t == 3 or t == 6`."""
        match node:
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[several]):
                one = self.visit(left)
                items = self._items(several)
                if items is not None:
                    same = [ast.Compare(one, [ast.Eq()], [self.visit(item)]) for item in items]
                    any_: ast.expr = ast.BoolOp(ast.Or(), list(same)) if len(same) > 1 else [*same, ast.Constant(0)][0]
                    return any_ if isinstance(op, ast.In) else ast.UnaryOp(ast.Not(), any_)
        return self.generic_visit(node)

    def _items(self, node: ast.expr) -> list[ast.expr] | None:
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return node.elts
        value = self._constants.known(node)
        return [constant(item, node) for item in value] if isinstance(value, list) else None

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if (count := counted(node, self._items)) is not None:
            filled: ast.AST = self.visit(count)
            return filled
        match node.func:
            case ast.Name(id=name) if name in FUNCTIONS:
                return self.generic_visit(node)
            case ast.Attribute(value=ast.Name(id=name)) if name in _MODULES:
                return self.generic_visit(node)
            case ast.Name() as name if (put := self._put_in(node, self._constants.function(name))) is not None:
                return put
        return self._number(node)

    def _put_in(self, node: ast.Call, function: ast.Lambda | ast.FunctionDef | None) -> ast.AST | None:
        """Give what a function of the text's own returns, where it is given what only this one is given, too."""
        names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        if function is None or function in self._inside or len(self._inside) == DEEPEST or not names & self._own:
            return None
        given = handed(node, function)
        returned = None if given is None else put_in(function, given)
        if returned is None:
            return None
        self._inside.append(function)
        filled: ast.AST = self.visit(returned)
        self._inside.pop()
        return filled

    def _number(self, node: ast.expr) -> ast.expr:
        try:
            return ast.copy_location(ast.Constant(self._constants.value(node)), node)
        except SourceError as error:
            self.trouble += error.findings
            return node
