"""By hand: what a text sets in its optimizers and schedulers itself, so that no curve of theirs is the one it uses."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Protocol

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.values.refusals import written
from lrviz.spec import Spec, fields

_KEPT = frozenset(
    {"base_lrs", "last_epoch", "lr_lambdas", "get_lr", "_get_closed_form_lr", "step", "_schedulers", "_milestones"}
    | {"T_i", "T_cur", "best", "num_bad_epochs", "min_lrs", "max_lrs", "total_size", "step_ratio", "_scale_fn_ref"}
)
"""What torch's schedulers work their rates out of, beside what they are given."""


class Made(Protocol):
    """A call that makes a scheduler: its class, and the names of its object."""

    @property
    def cls(self) -> type[Spec]: ...
    @property
    def assigned(self) -> frozenset[str]: ...


def refuse_by_hand(nodes: Sequence[ast.AST]) -> None:
    """Refuse a text that writes a rate into the optimizer's groups: the curve would not be the scheduler's."""
    groups = {
        node.id
        for loop in nodes
        if isinstance(loop, (ast.For, ast.comprehension)) and "param_groups" in ast.unparse(loop.iter)
        for node in ast.walk(loop.target)
        if isinstance(node, ast.Name)
    }
    named = {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and "param_groups" in ast.unparse(node.value)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value, (ast.Attribute, ast.Subscript))
    }
    never = _never_called(nodes)
    for node in nodes:
        match node:
            case ast.Subscript(value=owner, slice=key, ctx=ast.Store()) if node not in never:
                text = ast.unparse(owner)
                by_name = isinstance(key, ast.Constant)
                if by_name and key.value not in ("lr", "initial_lr"):  # type: ignore[attr-defined]
                    continue
                of_groups = "param_groups" in text and (isinstance(owner, ast.Subscript) or by_name)
                if of_groups or (text.partition("[")[0] in groups | named and (by_name or text in groups | named)):
                    raise _by_hand(node)
            case ast.Call(func=ast.Attribute(value=owner, attr="update"), keywords=keywords) if node not in never:
                text = ast.unparse(owner)
                if (text in groups | named or "param_groups" in text) and any(
                    one.arg in (None, "lr") for one in keywords
                ):
                    raise _by_hand(node)


def _by_hand(node: ast.expr) -> SourceError:
    message = say(
        "{written} is set by hand beside a scheduler or outside of a loop; leave one of them out", written=written(node)
    )
    return SourceError(Finding("LR202", "error", message, node.lineno))


def _never_called(nodes: Sequence[ast.AST]) -> set[ast.AST]:
    """Give what stands in the functions of a text that nothing in it names."""
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    inside = {each for node in nodes if isinstance(node, ast.ClassDef) for each in node.body}
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef) and node not in inside]
    return {each for one in functions if one.name not in named for each in ast.walk(one)}


def refuse_changed(nodes: Sequence[ast.AST], schedulers: Sequence[Made]) -> None:
    """Refuse a text that changes a scheduler after it is made, in what its rates are worked out of."""
    kept = {name: {*_KEPT, *(one.name for one in fields(call.cls))} for call in schedulers for name in call.assigned}
    if not kept:
        return
    never = _never_called(nodes)
    for node in nodes:
        for owner, attribute in _set(node):
            names = kept.get(ast.unparse(owner), set())
            if names and (attribute is None or attribute in names) and node not in never:
                what = f"{ast.unparse(owner)}{'.' + attribute if attribute else ''}"[:80]
                message = say(
                    "{what} is set after the scheduler is made, which is not read; give it where it is made", what=what
                )
                raise SourceError(Finding("LR202", "error", message, getattr(node, "lineno", None)))


def _set(node: ast.AST) -> Iterator[tuple[ast.expr, str | None]]:
    """Give of which object a node sets an attribute, and which; None for any."""
    match node:
        case ast.Attribute(value=owner, attr=attr, ctx=ast.Store()):
            yield owner, None if attr == "__dict__" else attr
        case ast.Subscript(value=ast.Attribute(value=owner, attr=attr), ctx=ast.Store()):
            yield owner, None if attr == "__dict__" else attr
        case ast.Call(func=ast.Name(id="setattr"), args=[owner, key, _]):
            yield owner, str(key.value) if isinstance(key, ast.Constant) else None
        case ast.Call(func=ast.Attribute(value=ast.Attribute(value=owner, attr="__dict__"), attr="update")):
            yield owner, None
        case ast.Call(func=ast.Attribute(value=owner, attr="load_state_dict"), args=[ast.Dict()]):
            yield owner, None
