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
        self.tree = spec.in_torch
        self.functions = {name: getattr(quantities, custom_loss.FUNCTIONS[name]) for name in spec.variables}
        self.mean = getattr(quantities, spec.mean)

    def forward(self, output: Tensor, target: Tensor) -> Tensor:
        """Give the mean loss of outputs and targets as the loss's task hands them in."""
        values = {name: function(output, target) for name, function in self.functions.items()}
        mean: Tensor = self.mean(value(self.tree, values), target)
        return mean


def value(node: ast.expr, names: Mapping[Any, Tensor]) -> Any:
    """Evaluate a formula in torch's words, as `lrviz.torch_words` makes it: nothing else is ever called."""
    match node:
        case ast.Constant(value=number):
            return number
        case ast.Name(id=name):
            return names[name]
        case ast.UnaryOp(operand=operand):
            return -value(operand, names)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](value(left, names), value(right, names))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _OPERATORS[type(op)](value(left, names), value(right, names))
        case ast.Call(func=ast.Attribute(attr=name), args=given):
            return getattr(torch, name)(*(value(each, names) for each in given))
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
