"""Formulas: the function a text gives a scheduler, as an expression of the step with its constants put in."""

from __future__ import annotations

import ast
import copy

from lrviz.errors import Finding, SourceError
from lrviz.expression import NODES, Expression, ExpressionError
from lrviz.sentences import say
from lrviz.source.runs.callables import callable_of
from lrviz.source.runs.expanded import expanded
from lrviz.source.values.callees import name_of
from lrviz.source.values.constants import Constants
from lrviz.source.values.functions import as_lambda, put_in
from lrviz.source.values.handed import handed
from lrviz.source.values.named import names_in
from lrviz.source.values.refusals import refused, unmade
from lrviz.vocabulary import FUNCTIONS, OTHER_NAMES

ROUNDS = 12
"""Items of a list that a function goes over."""
DEEPEST = 8
"""Functions of the text's own that call each other."""
_MODULES = frozenset({"math", "numpy", "torch"})
_CONSTANTS = frozenset({"pi", "e"})
_SINGLE = frozenset({"min", "max"})
"""What is of a list's items where it is given one thing."""
MOST = 32
"""Calls that are written out in other words."""
LARGEST = 4 * NODES
"""Nodes of what one is written out as; a formula has a quarter of that."""


def formula(node: ast.expr, variable: str, constants: Constants) -> str:
    """Give the expression of `variable` that a lambda stands for, or a function of which every way ends in a return.

    Raises
    ------
    SourceError
        LR202: the function is none of the expression language; LR203: it uses a name the text doesn't explain.
    """
    handed_over = callable_of(node, constants)

    def items(several: ast.expr) -> list[ast.expr] | None:
        return constants.items(several, ROUNDS)

    plain = None if handed_over is None else as_lambda(handed_over.function, handed_over.known, items)
    if plain is None:
        raise refused(node, say("only a lambda, or a function that assigns, branches and returns, is read"))
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
        self._put_names: dict[str, ast.expr] = {}
        self._left = MOST
        self.trouble: list[Finding] = []

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Fill a copy: the text's own nodes stay as they are, for whoever reads them again."""
        return super().generic_visit(copy.copy(node))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._own:
            return self._put_names.get(node.id, node)
        return self._word(node) or self._number(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._word(node) or self._number(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return self._in_other_words(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.AST:
        self._put_names[node.target.id] = filled = self.visit(node.value)
        self._own = self._own | {node.target.id}
        return filled  # type: ignore[no-any-return]

    def _word(self, node: ast.expr) -> ast.expr | None:
        """Give a name of the formulas' language as that spells it, whatever the text calls its module."""
        names = self._constants.names
        full = names.dotted(node)
        module, _, name = full.rpartition(".")
        if module in _MODULES and name.isidentifier():
            short = ast.Attribute(ast.copy_location(ast.Name(module, ast.Load()), node), name, ast.Load())
            return ast.copy_location(short, node)
        plain = isinstance(node, ast.Name) and node.id in {*FUNCTIONS, *_CONSTANTS}
        return node if plain and full == ast.unparse(node) else None

    def _in_other_words(self, node: ast.expr) -> ast.AST:
        """Give what is known as a number, or can be written out in the formulas' language."""
        if not self._own.isdisjoint(names_in(node)):
            written_out = expanded(node, self._constants) if self._left else None
            if written_out is not None and sum(1 for _ in ast.walk(written_out)) <= LARGEST:
                self._left -= 1
                made: ast.AST = self.visit(written_out)
                return made
        return self._number(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Write `t in (3, 6)` as `t == 3 or t == 6`."""
        match node:
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[several]):
                one = self.visit(left)
                items = (
                    several.elts
                    if isinstance(several, (ast.List, ast.Tuple, ast.Set))
                    else self._constants.items(several, NODES)
                )
                if items is not None:
                    same = [ast.Compare(one, [ast.Eq()], [self.visit(item)]) for item in items]
                    any_: ast.expr = ast.BoolOp(ast.Or(), list(same)) if len(same) > 1 else [*same, ast.Constant(0)][0]
                    return any_ if isinstance(op, ast.In) else ast.UnaryOp(ast.Not(), any_)
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        word = self._word(node.func)
        last = name_of(word) if word is not None else ""
        one_list = last in _SINGLE and len(node.args) == 1
        if (last in FUNCTIONS or last in OTHER_NAMES) and not one_list:
            return self.generic_visit(node)
        put = self._put_in(node, self._constants.function(node.func)) if isinstance(node.func, ast.Name) else None
        if put is not None:
            return put
        if word is not None and not one_list and expanded(node, self._constants) is None:
            return self.generic_visit(node)  # the formula's language says what it lacks
        return self._in_other_words(node)

    def _put_in(self, node: ast.Call, function: ast.Lambda | ast.FunctionDef | None) -> ast.AST | None:
        """Give what a function of the text's own returns, where it is given what only this one is given, too."""
        names = names_in(node)
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
            whole = not self._own.isdisjoint(names_in(node)) and error.findings[0].asks == ast.unparse(node)
            why = say("depends on the step, and the text doesn’t say how: paste what is called, too")
            self.trouble += unmade(node, why).findings if whole else error.findings
            return node
