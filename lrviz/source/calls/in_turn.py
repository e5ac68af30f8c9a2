"""In turn: schedulers of one optimizer that are stepped one after the other, as a chain of them is."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from lrviz.catalog.schedules import SCHEDULES
from lrviz.source.calls.calls import TORCH, Call, Calls
from lrviz.source.spelling.naming import PARTS

CHAIN = f"{TORCH}.lr_scheduler.ChainedScheduler"


def in_turn(stepped: Sequence[Call], calls: Calls) -> Call | None:
    """Give the ChainedScheduler that steps schedulers as a text does, each once, one right after the other.

    None where they aren't stepped so: in different loops or branches, told a metric, or one of them more often.
    """
    chain = next((cls for cls in SCHEDULES if cls.target == CHAIN), None)
    if chain is None or any(call.cls.listens for call in stepped):  # type: ignore[attr-defined]
        return None
    often = Counter(ast.unparse(owner) for owner in calls.owners)
    for block in calls.blocks:
        order = [call for text in _stepped(block) for call in stepped if text in call.assigned]
        if len(order) == len(stepped) and set(order) == set(stepped):
            if any(sum(often[text] for text in call.assigned) > 1 for call in stepped):
                return None
            return _chained(order, chain, calls)
    return None


def _chained(order: Sequence[Call], chain: type, calls: Calls) -> Call:
    last = order[-1].node
    listed = ast.List([call.node for call in order], ast.Load())
    node = ast.Call(ast.Name(chain.__name__, ast.Load()), [], [ast.keyword(PARTS, listed)])
    for each in (node, node.func, listed):
        ast.copy_location(each, last)
    calls.order[node] = len(calls.order)
    return Call(node, chain, frozenset[str]().union(*(call.assigned for call in order)))


def _stepped(block: Sequence[ast.stmt]) -> Iterator[str]:
    """Give what is stepped in a block itself, in order."""
    for statement in block:
        match statement:
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="step"), args=[], keywords=[])):
                yield ast.unparse(owner)
