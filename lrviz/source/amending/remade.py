"""Remade: a text whose optimizer or scheduler is another one, made where the former one was."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from lrviz.errors import Patch, SourceError
from lrviz.run import Run
from lrviz.source.reading import Reading
from lrviz.source.spelling.lines import WIDTH
from lrviz.source.text.spots import Spots, patched
from lrviz.source.text.syntax import syntax
from lrviz.source.writing.statements import arguments, imports, scheduler

SCHEDULERS, OPTIMIZERS = "torch.optim.lr_scheduler.", "torch.optim."


def another_optimizer(reading: Reading, run: Run) -> list[Patch] | None:
    """Give what makes the run's optimizer of the text's own parameters, in place of its own; None without one."""
    return _with(reading, run, _Text.optimizer)


def another_schedule(reading: Reading, run: Run) -> list[Patch] | None:
    """Give what makes the run's scheduler, in place of the statements that make the text's own; None without.

    The names that the text gives the optimizer and the scheduler stay.
    """
    return _with(reading, run, _Text.scheduler)


def missing_imports(reading: Reading, patches: Iterable[Patch], run: Run) -> set[Patch]:
    """Give the import statements that a text needs with its patches, and lacks."""
    return {*_Text(reading).imports(patches, run)} if patches else set()


def _with(reading: Reading, run: Run, change: Callable[[_Text, Run], list[Patch]]) -> list[Patch] | None:
    try:
        return change(_Text(reading), run) or None
    except SourceError:
        return None


class _Text:
    """A text's statements, and those of them that make what it is read as."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._spots = reading, Spots(reading.text)
        self._nodes = syntax(reading.text)

    def optimizer(self, run: Run) -> list[Patch]:
        """Give what makes the run's optimizer of the text's parameters."""
        call = self._reading.nodes.get("optimizer")
        params = self._reading.nodes.get("optimizer.params")
        if not isinstance(call, ast.Call) or params is None:
            return []
        given = ", ".join([self._said(params), *arguments(run.optimizer)])
        name = type(run.optimizer).target
        return [self._instead(call, f"{self._spelled(call, name, OPTIMIZERS)}({given})")]

    def scheduler(self, run: Run) -> list[Patch]:
        """Give what makes the run's scheduler, in place of the last statement that made the text's; the others go."""
        made = self._makers()
        optimizer = self._optimizer()
        if not optimizer:
            return []
        call = self._reading.nodes.get("schedule")
        if not made or not isinstance(call, ast.Call):
            return self._after_the_optimizer(run, optimizer)
        *others, last = made
        if not isinstance(last, ast.Assign) or len(last.targets) != 1:
            return []
        lines = _renamed(scheduler(run), {"optimizer": optimizer, "scheduler": self._said(last.targets[0])})
        if isinstance(call.func, ast.Attribute) and self._is_torchs(call.func):
            lines = _closer(lines.replace(SCHEDULERS, f"{self._said(call.func.value)}."))
        text = _indented(lines.strip("\n"), last.col_offset)
        gone = [self._gone(one) for one in (*self._definitions(made), *others)]
        return [*gone, Patch(self._spots.start(last), self._spots.end(last), text)]

    def imports(self, patches: Iterable[Patch], run: Run) -> Iterator[Patch]:
        """Give the import statements that the new text needs and the old one lacks."""
        there = {
            alias.asname or alias.name for node in self._nodes if isinstance(node, ast.Import) for alias in node.names
        }
        written = "".join(patch.text for patch in patches)
        needed = [line for line in ("import torch", *imports(run)) if line.startswith("import ")]
        lines = [
            line
            for line in needed
            if (name := line.split()[1]) not in there and re.search(rf"(?<![\w.]){name}\.", written)
        ]
        if lines:
            place = self._spots.line(self._first())
            yield Patch(place, place, "".join(f"{line}\n" for line in sorted(lines)))

    def _first(self) -> int:
        """Give the line of the first statement that comes after the docstring and what has to stand first."""
        tree = next(node for node in self._nodes if isinstance(node, ast.Module))
        for statement in tree.body:
            match statement:
                case ast.Expr(value=ast.Constant(value=str())) | ast.ImportFrom(module="__future__"):
                    continue
            return statement.lineno
        return 1

    def _makers(self) -> list[ast.stmt]:
        """Give the statements that make the text's scheduler and its parts, in order."""
        made = [node for path, node in self._reading.nodes.items() if _is_made(path, node)]
        places = {(node.lineno, node.col_offset) for node in made}
        found: dict[tuple[int, int], ast.stmt] = {}
        for statement in self._nodes:  # the inner ones come later
            if isinstance(statement, ast.stmt) and not hasattr(statement, "body"):
                for node in ast.walk(statement):
                    if isinstance(node, ast.Call) and (node.lineno, node.col_offset) in places:
                        found[node.lineno, node.col_offset] = statement
        unique = {id(statement): statement for statement in found.values()}
        inside = {id(node) for one in self._definitions(list(unique.values())) for node in ast.walk(one)}
        outside = [statement for key, statement in unique.items() if key not in inside]
        return sorted(outside, key=lambda statement: statement.lineno)

    def _definitions(self, made: Sequence[ast.stmt]) -> list[ast.stmt]:
        """Give the functions and classes that nothing but these statements uses, or another one of them."""
        defined = {
            node.name: node
            for node in self._nodes
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and _is_plain(node)
        }
        everywhere = Counter(_loaded(self._nodes))
        found: dict[str, ast.stmt] = {}
        while True:
            here = Counter(_loaded(node for one in (*made, *found.values()) for node in ast.walk(one)))
            more = [name for name in here if name in defined and name not in found and here[name] == everywhere[name]]
            if not more:
                return list(found.values())
            found |= {name: defined[name] for name in more}

    def _optimizer(self) -> str:
        """Give what the text calls the optimizer; empty where it has none."""
        given = self._reading.nodes.get("schedule.optimizer")
        if given is not None:
            return self._said(given)
        statement = self._statement("optimizer")
        return self._said(statement.targets[0]) if isinstance(statement, ast.Assign) else ""

    def _after_the_optimizer(self, run: Run, optimizer: str) -> list[Patch]:
        statement = self._statement("optimizer")
        if statement is None:
            return []
        place = self._spots.end(statement)
        owner = optimizer.rpartition(".")[0]
        name = f"{owner}.scheduler" if owner else "scheduler"
        lines = _renamed(scheduler(run), {"optimizer": optimizer, "scheduler": name})
        margin = " " * statement.col_offset
        return [Patch(place, place, f"\n{margin}{_indented(lines.strip(chr(10)), statement.col_offset)}")]

    def _statement(self, path: str) -> ast.stmt | None:
        node = self._reading.nodes.get(path)
        if node is None:
            return None
        place = (node.lineno, node.col_offset)
        for statement in self._nodes:
            if isinstance(statement, ast.Assign) and (statement.value.lineno, statement.value.col_offset) == place:
                return statement
        return None

    def _is_torchs(self, function: ast.Attribute) -> bool:
        """Whether a call makes torch's own class of the schedule that the text is read as."""
        schedule = self._reading.run.schedule if self._reading.run is not None else None
        target = type(schedule).target if schedule is not None else f"{SCHEDULERS}ConstantLR"
        return target == SCHEDULERS + function.attr

    def _spelled(self, call: ast.Call, target: str, package: str) -> str:
        """Give a class's name as the text spells its kind."""
        if isinstance(call.func, ast.Attribute) and target.startswith(package):
            return f"{self._said(call.func.value)}.{target.removeprefix(package)}"
        return target

    def _said(self, node: ast.expr) -> str:
        return self._reading.text[self._spots.start(node) : self._spots.end(node)]

    def _instead(self, node: ast.expr, text: str) -> Patch:
        return Patch(self._spots.start(node), self._spots.end(node), text)

    def _gone(self, statement: ast.stmt) -> Patch:
        """Take a statement's lines out, and the empty ones behind a definition."""
        start, end = self._spots.line(statement.lineno), self._spots.line((statement.end_lineno or 0) + 1)
        behind = self._reading.text[end:] if hasattr(statement, "body") else ""
        return Patch(start, end + len(behind) - len(behind.lstrip("\r\n")), "")


def _is_plain(definition: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether it stands by itself, and is no method."""
    return not definition.decorator_list and definition.col_offset == 0


def _loaded(nodes: Iterable[ast.AST]) -> Iterator[str]:
    return (node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))


def _is_made(path: str, node: ast.expr) -> bool:
    last = path.rpartition(".")[2]
    is_part = last.startswith("schedulers[") or last in {"schedule", "then"}
    return path.startswith("schedule") and is_part and isinstance(node, ast.Call)


def _closer(lines: str) -> str:
    """Put a call's arguments behind its name again, where they fit now that the name is shorter."""

    def joined(match: re.Match[str]) -> str:
        line = f"{match[1]}({match[2]}"
        return line if len(line) <= WIDTH else match[0]

    return re.sub(r"^(.*)\(\n    (\S.*\))$", joined, lines, flags=re.MULTILINE)


def _indented(lines: str, columns: int) -> str:
    """Indent all lines but the first."""
    margin = " " * columns
    first, *rest = lines.split("\n")
    return "\n".join([first, *(margin + line if line else line for line in rest)])


def _renamed(lines: str, names: dict[str, str]) -> str:
    """Give code in which some names are others: not those of attributes and of arguments."""
    spots = Spots(lines)
    tokens = list(tokenize.generate_tokens(io.StringIO(lines).readline))
    patches = []
    depth = 0
    for i, token in enumerate(tokens):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.string, 0)
        if token.type != tokenize.NAME or token.string not in names:
            continue
        attribute = i > 0 and tokens[i - 1].string == "."
        keyword = depth > 0 and tokens[i + 1].string == "="
        if not attribute and not keyword:
            start = spots.line(token.start[0]) + token.start[1]
            patches.append(Patch(start, start + len(token.string), names[token.string]))
    return patched(lines, patches)
