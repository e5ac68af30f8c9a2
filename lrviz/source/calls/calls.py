"""Calls: which of a text's calls make optimizers and schedulers, and which only look as if they did."""

from __future__ import annotations

import ast
import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules import SCHEDULES
from lrviz.errors import Finding, SourceError, nearest
from lrviz.sentences import say
from lrviz.source.calls.by_hand import refuse_by_hand, refuse_changed
from lrviz.source.spelling.along import OWN, is_class_of
from lrviz.source.spelling.places import positional
from lrviz.source.usage.makers import SCHEDULER
from lrviz.source.values import records
from lrviz.source.values.assigned import assigned, in_order, other_names
from lrviz.source.values.bindings import Binding
from lrviz.source.values.names import Names
from lrviz.spec import Spec

TORCH = "torch.optim"
_SCHEDULERS: dict[str, type[Spec]] = {cls.target: cls for cls in SCHEDULES if not issubclass(cls, Recipe)}
_BORROWED: dict[str, type[Spec]] = {cls.origin: cls for cls in SCHEDULES if cls.origin}
"""Those that torch has no class for by where they come from; a library also has them in modules further down."""
_OPTIMIZERS: dict[str, type[Spec]] = {cls.target: cls for cls in OPTIMIZERS}
_NAMED: dict[str, list[str]] = defaultdict(list)
"""All of them, by the last part of their names."""
for _one in (*_SCHEDULERS, *_BORROWED, *_OPTIMIZERS):
    _NAMED[_one.rpartition(".")[2]].append(_one)
BY_NAME = frozenset({"get_scheduler", "create_scheduler_v2", "create_scheduler", "create_optimizer_v2"})
"""Functions of libraries that make what they are told the name of."""
_AS_TRANSFORMERS = {"diffusers": "transformers"}
"""Libraries that have the schedules of another under the same names."""
_READ = frozenset({"torch", "transformers", "timm", "diffusers"})
"""Libraries whose names may be meant where one is misspelt."""
_ELSEWHERE = {
    "fit_one_cycle": say("fastai’s; written as torch’s OneCycleLR it can be drawn"),
    "fine_tune": say("fastai’s, and two OneCycleLR one after the other"),
    "fit_flat_cos": say("fastai’s; written as a SequentialLR of ConstantLR and CosineAnnealingLR it can be drawn"),
}
"""Methods that schedule a rate by themselves."""
_NAMES = [cls.__name__ for cls in SCHEDULES]
_MISSPELT = 0.8
"""How much like a scheduler's name another one is that is taken for a slip."""
_BASES = frozenset({"LRScheduler", "_LRScheduler"})
"""What torch's schedulers are made of."""
_LIKE_AN_OPTIMIZER = re.compile(r"^(opt|optim|optimi[sz]er)\w*$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Call:
    """A call that makes an optimizer or a scheduler, and all that its object is assigned to, as text.

    `along` says that its class stands in the text, as lrviz writes it.
    """

    node: ast.Call
    cls: type[Spec]
    assigned: frozenset[str]
    along: bool = False

    def given(self, name: str) -> ast.expr | None:
        """Give the expression given for an argument, by its name or its place."""
        by_name = next((keyword.value for keyword in self.node.keywords if keyword.arg == name), None)
        places = positional(self.cls)
        place = places.index(name) if name in places else len(self.node.args)
        return by_name or (self.node.args[place] if place < len(self.node.args) else None)


class Calls:
    """The optimizers and schedulers of a text in the order they are written, and what is done with them.

    Raises
    ------
    SourceError
        LR201: a call is named like one of them and is none that is known; LR202: a rate is set by hand.
    """

    def __init__(self, nodes: Sequence[ast.AST], names: Names) -> None:
        self._names = names
        self.assigned: dict[ast.expr, list[str]] = assigned(nodes)
        self._others = other_names(nodes, self.assigned)
        self.order: dict[ast.AST, int] = {}
        self.owners = list(_stepped(nodes))
        """What `.step()` is called on."""
        self.stepped = set(map(ast.unparse, self.owners))
        self._texts = {text for texts in self.assigned.values() for text in texts}
        self._owners = [owner for owner in self.owners if isinstance(owner, ast.Name)]
        self.blocks = [body for node in nodes if isinstance(body := getattr(node, "body", None), list)]
        """The text's blocks of statements, but for what stands behind an `else`."""
        self.schedulers: list[Call] = []
        self.optimizers: list[Call] = []
        for node in nodes:
            if isinstance(node, ast.Call):
                self._sort(node)
        if self.schedulers or self.optimizers:
            self.order = {node: place for place, node in enumerate(in_order(nodes[0]))}
        for calls in (self.schedulers, self.optimizers):
            calls.sort(key=lambda call: self.order[call.node])
        self._refuse_misspelt(nodes)
        refuse_by_hand(nodes)
        refuse_changed(nodes, self.schedulers)

    def elsewhere(self) -> Finding | None:
        """Say which method of a library it is that schedules the rate by itself, out of sight."""
        for name, whose in _ELSEWHERE.items():
            for call in self._names.called(name):
                message = say(
                    "no scheduler found: what {name} does in line {lineno} is {whose}",
                    name=name,
                    lineno=call.lineno,
                    whose=whose,
                )
                return Finding("LR204", "error", message, call.lineno)
        return None

    def latest(self, calls: Sequence[Call], uses: Sequence[ast.expr]) -> list[Call]:
        """Leave out what is made again under the same name before it is used, where the text does that plainly."""
        bound = {self._names.value(use) for use in uses if isinstance(use, ast.Name)}
        reached = {call for call in calls if call.node in bound}
        again = {text for one in reached for text in one.assigned}
        return [call for call in calls if call in reached or not call.assigned & again]

    def stepping(self, calls: Sequence[Call]) -> list[Call]:
        """Give the calls whose object is stepped."""
        return self.latest([call for call in calls if call.assigned & self.stepped], self._owners)

    def is_open(self, node: ast.expr) -> bool:
        """Whether the text says nothing of what an expression is: a name it never assigns."""
        return ast.unparse(node) not in self._texts

    def is_repeated(self, node: ast.expr) -> bool:
        """Whether an expression is the variable of a loop or a comprehension, which stands for each of several."""
        reach = self._names.reach(node) if isinstance(node, ast.Name) else None
        return isinstance(reach, Binding) and isinstance(reach.what.node, (ast.comprehension, ast.For))

    def values(self, text: str) -> list[ast.expr]:
        """Give every value that is assigned to a target of that text."""
        return [value for value, texts in self.assigned.items() if text in texts]

    def _sort(self, node: ast.Call) -> None:
        full = self._names.dotted(node.func)
        known = frozenset(self.assigned.get(node, ()))
        called = known.union(*(self._others.get(text, ()) for text in known))
        if cls := _borrowed(full) or _known(full, _SCHEDULERS, self._names):
            self.schedulers.append(Call(node, cls, called))
        elif cls := self._taken_along(full):
            self.schedulers.append(Call(node, cls, called, along=True))
        elif cls := _known(full, _OPTIMIZERS, self._names):
            self.optimizers.append(Call(node, cls, called))
        elif (own := self._own_scheduler(node)) is not None:
            raise own
        elif (what := _looks_like(node, full, known)) and not self._is_of_its_own(node):
            raise _stranger(node, full, what)

    def _refuse_misspelt(self, nodes: Sequence[ast.AST]) -> None:
        """Refuse what is given an optimizer of the text's and is named nearly as one of torch's schedulers is."""
        optimizers = frozenset[str]().union(*(call.assigned for call in self.optimizers))
        for node in nodes if optimizers else ():
            match node:
                case ast.Call(func=ast.Name(id=name) as func, args=[ast.Name(id=given), *_]) if given in optimizers:
                    known = self._names.reach(func) is not None or any(one.node is node for one in self.schedulers)
                    if not known and difflib.get_close_matches(name, _NAMES, cutoff=_MISSPELT):
                        raise _stranger(node, name, "scheduler")

    def _own_scheduler(self, node: ast.Call) -> SourceError | None:
        """Give the error for a scheduler whose class the text writes itself."""
        defined = self._names.defined(node.func) if isinstance(node.func, ast.Name) else None
        if defined is None:
            return None
        bases = [self._names.dotted(base) for base in defined.bases]
        if not any(_known(base, _SCHEDULERS, self._names) or base.rpartition(".")[2] in _BASES for base in bases):
            return None
        message = say(
            "{name} is a scheduler of the text’s own (line {lineno}), which is not read; write what "
            "it does as a function for LambdaLR",
            name=defined.name[:80],
            lineno=defined.lineno,
        )
        return SourceError(Finding("LR202", "error", message, node.lineno))

    def _is_of_its_own(self, node: ast.Call) -> bool:
        """Whether a call makes an object of a class of the text's that is given no optimizer, whatever its name."""
        defined = self._names.defined(node.func) if isinstance(node.func, ast.Name) else None
        if defined is None or defined.bases:
            return False
        own = records.begins(self._names, defined)
        return own is not None and not any("opt" in arg.arg for arg in own.args.args)

    def _taken_along(self, full: str) -> type[Spec] | None:
        """Give the class of lrviz's own whose text stands in this one under that name."""
        name = full.removeprefix(".")
        own, defined = OWN.get(name), self._names.defined(name)
        if own is None or defined is None:
            return None
        if not is_class_of(own, defined):
            message = say(
                "the class {name} is another one than lrviz writes, and not read; leave it as it was written", name=name
            )
            raise SourceError(Finding("LR202", "error", message, defined.lineno))
        return own


def makes(node: ast.AST, names: Names) -> bool:
    """Whether an expression is a call that makes an optimizer or a scheduler."""
    if not isinstance(node, ast.Call):
        return False
    full = names.dotted(node.func)
    known = _known(full, _SCHEDULERS, names) or _known(full, _OPTIMIZERS, names) or _borrowed(full)
    return known is not None or full.rpartition(".")[2] in BY_NAME


def makes_optimizer(node: ast.AST, names: Names) -> type[Spec] | None:
    """Give the optimizer that an expression is a call of."""
    return _known(names.dotted(node.func), _OPTIMIZERS, names) if isinstance(node, ast.Call) else None


def _known(full: str, table: Mapping[str, type[Spec]], names: Names) -> type[Spec] | None:
    """Give the class a full name stands for; a bare name nobody binds stands for torch's."""
    if full in table or "." in full:
        return table.get(full)
    named = ((target.rpartition(".")[0], table[target]) for target in _NAMED.get(full, ()) if target in table)
    return next((cls for module, cls in named if not names.stars or module in names.stars), None)


def _borrowed(full: str) -> type[Spec] | None:
    """Give the recipe that a library's function of that name makes, whichever of its modules it is taken from."""
    package, name = full.partition(".")[0], full.rpartition(".")[2]
    package = _AS_TRANSFORMERS.get(package, package)
    named = ((origin.partition(".")[0], _BORROWED[origin]) for origin in _NAMED.get(name, ()) if origin in _BORROWED)
    return next((cls for library, cls in named if package == library or full == name), None)


def _looks_like(node: ast.Call, full: str, assigned: frozenset[str]) -> str:
    """Say what an unknown call looks like: a scheduler, an optimizer, or neither ("")."""
    name = full.rpartition(".")[2]
    if not name:
        return ""
    if full.startswith(f"{TORCH}.lr_scheduler.") or SCHEDULER.search(name):
        return "scheduler"
    if full.startswith(f"{TORCH}.") and name[0].isupper() and ".swa_utils." not in full:  # which averages models
        return "optimizer"
    given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "params")]
    takes_weights = any(_is_parameters(arg) for arg in given[:1])
    takes_rate = any(keyword.arg == "lr" for keyword in node.keywords)
    named = any(_LIKE_AN_OPTIMIZER.search(text) for text in assigned)
    return "optimizer" if name[0].isupper() and takes_weights and (takes_rate or named) else ""


def _is_parameters(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "parameters"


def _stranger(node: ast.Call, full: str, what: str) -> SourceError:
    name = full.rpartition(".")[2]
    own = [cls.__name__ for cls in (SCHEDULES if what == "scheduler" else OPTIMIZERS)]
    close = nearest(name, own)
    nearby = say("the nearest is {close}", close=close)
    known: str = nearby if close else say("known are {names}", names=", ".join(own))
    if close == name:  # torch's name, but of another's class
        known = say("only {library}'s is known", library=TORCH)
    package, dot, _ = full.partition(".")
    if package and dot and package not in _READ and name not in own:
        known = say(
            "{package}’s own isn’t read: write the {what} of torch’s, or the LambdaLR, that does the same",
            package=package,
            what=what,
        )
    shown = full.removeprefix(".")
    message = say(
        "{name} is no {what} that is known; {known}",
        name=shown if len(shown) <= 80 else name[:80],
        what=what,
        known=known,
    )
    return SourceError(Finding("LR201", "error", message, node.lineno))


def _stepped(nodes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """Give what `.step()` is called on."""
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr="step")):
                yield owner
