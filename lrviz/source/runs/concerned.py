"""Concerned: the words of a text that what it makes may hang on, to tell whether what is left out of it is missed."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lrviz.source.calls.calls import makes
from lrviz.source.values.bindings import Definition
from lrviz.source.values.blocks import blocks, parts
from lrviz.source.values.callees import name_of
from lrviz.source.values.names import Names

ROUNDS = 50
"""Names of names that are followed."""
ALWAYS = frozenset(
    {"step", "lr", "param_groups", "optimizer", "scheduler", "break", "continue", "return", "raise", "exec", "eval",
     "globals", "locals", "setattr", "exit", "quit", "vars"}
)  # fmt: skip
"""Words of what may change anything, whatever it is about."""
_CALLED = "{}()"
"""What stands for the calls of a function among the words."""
_WORD = re.compile(r"[^\W\d]\w*")


class _Said(NamedTuple):
    """A statement without its blocks: what it sets, changes or calls, and its words with those of what is around it."""

    sets: frozenset[str]
    words: frozenset[str]
    matters: bool = False


def concerned(nodes: Sequence[ast.AST], names: Names) -> frozenset[str] | None:
    """Give the words of all that makes an optimizer or a scheduler, steps it, or sets what is used there.

    Modules, builtins, and a model whose parameters are taken whole, are none of them. None where every word may be one:
    nothing is made that is known, or it hangs on too much.
    """
    module, made = nodes[0], {node for node in nodes if makes(node, names)}
    if not isinstance(module, ast.Module) or not made:
        return None
    modules = {name for node in nodes if isinstance(node, ast.Import) for name in map(_local, node.names)}
    never = (modules | set(dir(builtins)) | set(keyword.kwlist)) - ALWAYS
    said = [*_Statements(nodes, made).of(module.body)]
    found = ALWAYS.union(*(one.words for one in said if one.matters or "step" in one.words))
    for _ in range(ROUNDS):
        more = found.union(*(one.words for one in said if one.sets & found)) - never
        if more == found:
            return found
        found = more
    return None


def _local(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


class _Statements:
    """The statements of a text, as what they set and the words of it."""

    def __init__(self, nodes: Sequence[ast.AST], made: set[ast.AST]) -> None:
        self._made = made
        self._defined = {node.name for node in nodes if isinstance(node, Definition)}
        whole = (node.args[0] for node in made if isinstance(node, ast.Call) and node.args)
        self._without = {each for node in whole if _is_parameters(node) for each in ast.walk(node)}

    def of(
        self, body: Iterable[ast.stmt], around: frozenset[str] = frozenset(), inside: frozenset[str] = frozenset()
    ) -> Iterator[_Said]:
        """Give statements and those in them: `around` are the words of loops and conditions, `inside` definitions."""
        for statement in body:
            if isinstance(statement, Definition):
                yield from _parameters(statement)
                yield from self.of(statement.body, around, inside | {statement.name})
                continue
            own = [each for part in parts(statement) for each in ast.walk(part)]
            calls = {name_of(node.func) for node in own if isinstance(node, ast.Call)} & self._defined
            sets = {*map(_CALLED.format, calls), *inside, *(word for node in own for word in _set(node))}
            goes_round = isinstance(statement, (ast.For, ast.AsyncFor))  # its variable only matters where it is used
            read = ast.walk(statement.iter) if goes_round else own  # type: ignore[attr-defined]
            words = around.union(word for node in read if node not in self._without for word in _words(node))
            yield _Said(frozenset(sets), words, not self._made.isdisjoint(own))
            for block in blocks(statement):
                yield from self.of(block, words, inside)


def _is_parameters(node: ast.expr) -> bool:
    """Whether it is all the parameters of a model."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="parameters"), args=[], keywords=[]):
            return True
    return False


def _parameters(statement: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[_Said]:
    """Give what sets the parameters of a function: their defaults and its calls."""
    heads = [statement.args] if not isinstance(statement, ast.ClassDef) else [*statement.bases, *statement.keywords]
    own = [node for head in (*heads, *statement.decorator_list) for node in ast.walk(head)]
    sets = {node.arg for node in own if isinstance(node, ast.arg)}
    words = {word for node in own for word in _words(node)}
    yield _Said(frozenset(sets), frozenset({*words, _CALLED.format(statement.name)}))
    yield _Said(frozenset({statement.name}), frozenset(words))


def _set(node: ast.AST) -> Iterator[str]:
    """Give what a node sets or changes: names, attributes, and what a method is called on."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.Attribute(attr=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.Subscript(value=owner, ctx=ast.Store() | ast.Del()) | ast.Call(func=ast.Attribute(value=owner)):
            yield from (word for each in ast.walk(owner) for word in _words(each))
        case ast.alias(name=name, asname=asname):
            yield asname or name.partition(".")[0]
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
            yield name


def _words(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
            yield name
        case ast.alias(name=name, asname=asname):
            yield from (*name.split("."), *([asname] if asname else []))
        case ast.Constant(value=str(text)) if len(text) <= 100:
            yield from _WORD.findall(text)
