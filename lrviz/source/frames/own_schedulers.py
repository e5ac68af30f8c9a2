"""Own schedulers: classes of the text's own that only give each step a rate, as the LambdaLR that gives the same."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Mapping

from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import expression, put_names
from lrviz.source.values.assigned import pairs
from lrviz.source.values.functions import as_lambda
from lrviz.source.values.handed import defaults, handed
from lrviz.source.values.named import names_in

BASES = frozenset({"LRScheduler", "_LRScheduler"})
"""What torch's schedulers are made of."""
_STEP, _BASE = "t", "base_lr_of_its_group"
_COUNTS = {"last_epoch": "t", "_step_count": "t + 1"}
"""What a scheduler counts by itself, after t steps."""
_ASKED = "_get_lr_called_within_step"


def as_lambda_lr(_: ast.Module, decisions: Decisions) -> bool:
    """Write schedulers of the text's own classes as torch's LambdaLR, where get_lr is one expression of the step."""
    changed = False
    for node in decisions.nodes if decisions.words & BASES else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            one = decisions.names.defined(node.func)
            made = None if one is None or not _is_scheduler(one) else _made(one, node, decisions)
            if made is not None:
                node.func, node.args, node.keywords = made.func, made.args, made.keywords
                changed = True
    return changed


def _is_scheduler(one: ast.ClassDef) -> bool:
    return any(ast.unparse(base).rpartition(".")[2] in BASES for base in one.bases)


def _made(one: ast.ClassDef, call: ast.Call, decisions: Decisions) -> ast.Call | None:
    methods = {each.name: each for each in one.body if isinstance(each, ast.FunctionDef)}
    begins, rates = methods.get("__init__"), methods.get("get_lr")
    if begins is None or rates is None or "step" in methods:
        return None
    given = handed(call, begins)
    optimizer = None if given is None else _handed_on(begins, given)
    if given is None or optimizer is None:
        return None
    own = _attributes(begins, {**defaults(begins), **given}, methods.values())
    function = copy.deepcopy(rates)
    function.args = ast.arguments([], [ast.arg(_STEP)], None, [], [], None, [])
    rates_of_one = _Rates(own)
    function.body = [each for each in map(rates_of_one.visit, function.body) if each is not None]
    factor = as_lambda(function) if rates_of_one.plain else None
    body = None if factor is None else _over_the_base(factor.body, optimizer, decisions)
    if body is None or "self" in names_in(body):
        return None
    made = expression(f"torch.optim.lr_scheduler.LambdaLR(optimizer, lambda {_STEP}: body)", call, {})
    assert isinstance(made, ast.Call)  # noqa: S101 - it is written so
    assert isinstance(made.args[1], ast.Lambda)  # noqa: S101
    made.args[0], made.args[1].body = optimizer, body
    return made


def _handed_on(begins: ast.FunctionDef, given: Mapping[str, ast.expr]) -> ast.expr | None:
    """Give the optimizer that a scheduler of the text's hands on to torch's."""
    for node in ast.walk(begins):
        match node:
            case ast.Call(func=ast.Attribute(attr="__init__"), args=args, keywords=keywords):
                by_name = [one.value for one in keywords if one.arg == "optimizer"]
                names = [one.id for one in (*by_name, *args) if isinstance(one, ast.Name) and one.id != "self"]
                return given.get(names[0]) if names else None
    return None


def _attributes(
    begins: ast.FunctionDef, given: Mapping[str, ast.expr], methods: Iterable[ast.FunctionDef]
) -> dict[str, ast.expr]:
    """Give what a scheduler sets of itself when it is made, and nowhere else."""
    sets = [ast.unparse(node) for one in methods for node in ast.walk(one) if _is_set(node)]
    found: dict[str, ast.expr] = {}
    for statement in begins.body:
        for target, value in pairs(statement):
            if target.startswith("self.") and sets.count(target) == 1:
                found[target] = _Put({**given, **found}).visit(copy.deepcopy(value))
    return found


def _is_set(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)


class _Put(ast.NodeTransformer):
    """Puts values where names and attributes stand for them."""

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self._values.get(node.id, node))

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        value = self._values.get(ast.unparse(node))
        return copy.deepcopy(value) if value is not None else self.generic_visit(node)


class _Rates(ast.NodeTransformer):
    """Makes of `get_lr` a function of the step that gives the rate of one group; `plain` is whether it gives all so."""

    def __init__(self, own: Mapping[str, ast.expr]) -> None:
        self._own = own
        self.plain = True

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if _ASKED in ast.unparse(node.test):  # warns those who call it by themselves
            return None
        return self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> ast.AST:
        match node.value:
            case ast.ListComp(elt=elt, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=[])]):
                self.plain = self.plain and ast.unparse(over) == "self.base_lrs"
                node.value = put_names(elt, {name: ast.Name(_BASE, ast.Load())})
            case ast.Attribute(attr="base_lrs"):
                node.value = ast.copy_location(ast.Name(_BASE, ast.Load()), node)
            case _:
                self.plain = False
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        text = ast.unparse(node)
        if text in self._own:
            return ast.copy_location(copy.deepcopy(self._own[text]), node)
        if text.startswith("self.") and node.attr in _COUNTS:
            return expression(_COUNTS[node.attr], node, {})
        return self.generic_visit(node)


def _over_the_base(rate: ast.expr, optimizer: ast.expr, decisions: Decisions) -> ast.expr | None:
    """Give a rate as a multiple of the base rate: what that is multiplied by, else the quotient."""
    factor = _factor(rate)
    if factor is not None:
        return factor
    made = decisions.names.value(optimizer) if isinstance(optimizer, ast.Name) else None
    lr = next((one.value for one in getattr(made, "keywords", ()) if one.arg == "lr"), None)
    alone = isinstance(made, ast.Call) and not any(isinstance(each, ast.Dict) for each in ast.walk(made))
    if lr is None or not alone:
        return None
    whole = put_names(rate, {_BASE: lr})
    return ast.fix_missing_locations(ast.copy_location(ast.BinOp(whole, ast.Div(), copy.deepcopy(lr)), rate))


def _factor(rate: ast.expr) -> ast.expr | None:
    """Give what the base rate is multiplied by, where it is on every way."""
    match rate:
        case ast.Name(id=name) if name == _BASE:
            return ast.copy_location(ast.Constant(1.0), rate)
        case ast.IfExp(test=test, body=yes, orelse=no) if _BASE not in names_in(test):
            sides = _factor(yes), _factor(no)
            if sides[0] is not None and sides[1] is not None:
                return ast.copy_location(ast.IfExp(test, sides[0], sides[1]), rate)
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as op, right=right) if _BASE not in names_in(right):
            factor = _factor(left)
            if factor is not None:
                plain = isinstance(factor, ast.Constant) and isinstance(op, ast.Mult)
                return right if plain else ast.copy_location(ast.BinOp(factor, op, right), rate)
        case ast.BinOp(left=left, op=ast.Mult(), right=right) if _BASE not in names_in(left):
            factor = _factor(right)
            if factor is not None:
                plain = isinstance(factor, ast.Constant)
                return left if plain else ast.copy_location(ast.BinOp(left, ast.Mult(), factor), rate)
    return None
