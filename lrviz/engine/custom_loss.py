"""CustomLoss: a user's formula on tensors, evaluated piece by piece; torch differentiates what it gives."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from lrviz.catalog.losses import custom_loss
from lrviz.engine import quantities


class CustomLoss(nn.Module):
    """The mean of a formula over a batch's examples, or over each query's pairs of documents."""

    def __init__(self, formula: str) -> None:
        super().__init__()
        spec = custom_loss.CustomLoss(formula)
        self.formula = function(spec.in_torch)
        self.functions = {name: getattr(quantities, custom_loss.FUNCTIONS[name]) for name in spec.variables}
        self.mean = getattr(quantities, spec.mean)

    def forward(self, output: Tensor, target: Tensor) -> Tensor:
        """Give the mean loss of outputs and targets as the loss's task hands them in."""
        values = {name: measure(output, target) for name, measure in self.functions.items()}
        mean: Tensor = self.mean(self.formula(values), target)
        return mean


def function(node: ast.expr) -> Callable[[Mapping[Any, Tensor]], Any]:
    """Give a formula in torch's words, as `lrviz.torch_words` makes it, as a function of its variables.

    Nothing is ever called but operators, and what torch has under the names that the tree holds.
    """
    match node:
        case ast.Constant(value=number):
            return lambda _: number
        case ast.Name(id=name):
            return operator.itemgetter(name)
        case ast.UnaryOp(operand=operand):
            inner = function(operand)
            return lambda values: -inner(values)
        case ast.BinOp(left=left, op=op, right=right) | ast.Compare(left=left, ops=[op], comparators=[right]):
            join, one, other = _OPERATORS[type(op)], function(left), function(right)
            return lambda values: join(one(values), other(values))
        case ast.Call(func=ast.Attribute(attr=name), args=given):
            call, arguments = getattr(torch, name), [function(each) for each in given]
            return lambda values: call(*[argument(values) for argument in arguments])
    raise TypeError(ast.dump(node))


_OPERATORS: Mapping[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.BitAnd: operator.and_,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
