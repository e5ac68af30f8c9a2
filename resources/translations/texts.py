"""Collects every text of lrviz that a person reads, with its context, from the source and from the catalog.

From the source come the literal texts of `self.tr`, `translate("Context", …)`, functions that give a fixed context to
their argument, `noop` (texts of tables, translated later) and `say` (context Said), and what
annotations say of fields (context Catalog). From the catalog comes what its classes say of themselves.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "lrviz"
SAID, CATALOG = "Said", "Catalog"
SAYS = re.compile(r"\b_?tr\(|\btranslate\(|QT_TRANSLATE_NOOP|\bnoop\b|\bsay\b|sentences|\bMeta\(")
TOLD = ("title", "noun", "only", "apart")
"""What a class of the catalog says of itself besides its docstring."""


@dataclass
class Text:
    """A text, whether it counts something, and the files that have it."""

    context: str
    source: str
    numerus: bool = False
    places: set[str] = field(default_factory=set)


def texts() -> list[Text]:
    """Give all texts, in order of context and text."""
    found: dict[tuple[str, str], Text] = {}
    trees = {path: ast.parse(text) for path, text in _sources() if SAYS.search(text)}
    exported = {_module(path): _wrappers(tree, "") for path, tree in trees.items()}
    for path, tree in trees.items():
        for context, source, numerus in _said(tree, exported):
            if context == CATALOG and "teaching" in path.parts:
                continue  # a lesson's fields have a page of their own, for those who write one
            one = found.setdefault((context, source), Text(context, source))
            one.numerus |= numerus
            one.places.add(path.relative_to(PACKAGE.parent).as_posix())
    for source, place in _catalog():
        found.setdefault((CATALOG, source), Text(CATALOG, source)).places.add(place)
    return [found[key] for key in sorted(found)]


def _sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def _said(tree: ast.Module, exported: dict[str, dict[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """Give context, text and whether it counts, of every literal text that a module says."""
    known = _known(tree, exported)
    for node, cls in _calls(tree, ""):
        if _name(node.func) == "Meta":
            yield from ((CATALOG, text, False) for text in _of_field(node))
            continue
        context, first, numerus = _call(node, cls, known)
        for text in _literals(first) if first is not None else ():
            yield context, text, numerus


def _call(node: ast.Call, cls: str, known: dict[str, str]) -> tuple[str, ast.expr | None, bool]:
    """Give the context, the argument that holds the text, and whether it counts; no argument where it says nothing."""
    name, args = _name(node.func), node.args
    short = name.rpartition(".")[2]
    fixed = _literals(args[0]) if len(args) > 1 and short in ("translate", "tr", "noop", "QT_TRANSLATE_NOOP") else []
    context = known.get(name) or known.get(f"{cls}:{name}")
    if not args:
        return "", None, False
    if context is not None:
        return context, args[0], context != SAID and _counts(node, 2)
    if fixed and not name.startswith("self."):
        return fixed[0], args[1], _counts(node, 4)
    if short == "tr":
        return (cls if name in ("self.tr", "tr") else "Window"), args[0], _counts(node, 3)
    return "", None, False


def _known(tree: ast.Module, exported: dict[str, dict[str, str]]) -> dict[str, str]:
    """Give the functions of a module that say their argument in a fixed context, its own and the imported ones."""
    known = dict(_wrappers(tree, ""))
    if any(isinstance(node, ast.FunctionDef) and node.name == "say" for node in tree.body):
        known["say"] = SAID  # where it is made
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                called = name.asname or name.name
                if name.name in exported.get(node.module, {}):
                    known[called] = exported[node.module][name.name]
                if (node.module, name.name) == ("lrviz.sentences", "say"):
                    known[called] = SAID
                inner = exported.get(f"{node.module}.{name.name}", {})
                known |= {f"{called}.{one}": context for one, context in inner.items()}
    return known


def _calls(tree: ast.AST, cls: str) -> Iterator[tuple[ast.Call, str]]:
    """Give every call, with the class it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node, cls
        yield from _calls(node, node.name if isinstance(node, ast.ClassDef) else cls)


def _wrappers(tree: ast.AST, cls: str) -> dict[str, str]:
    """Give the functions that say their first argument in a fixed context, as `_tr(text)` does; methods by class."""
    found: dict[str, str] = {}
    for node in ast.iter_child_nodes(tree):
        found |= _wrappers(node, node.name if isinstance(node, ast.ClassDef) else cls)
        if not isinstance(node, ast.FunctionDef):
            continue
        takes = [arg.arg for arg in node.args.args if arg.arg not in ("self", "cls")]
        for call in (one.value for one in node.body if isinstance(one, ast.Return)):
            if not (isinstance(call, ast.Call) and len(call.args) > 1 and _name(call.func).endswith("translate")):
                continue
            context, text = _literals(call.args[0]), call.args[1]
            if context and isinstance(text, ast.Name) and text.id in takes[:1]:
                method = bool(node.args.args) and node.args.args[0].arg == "self"
                found[f"{cls}:self.{node.name}" if method else node.name] = context[0]
    return found


def _of_field(meta: ast.Call) -> Iterator[str]:
    """Give what an annotation says of a field: its help, and what None stands for."""
    for keyword in meta.keywords:
        if keyword.arg == "description":
            yield from _literals(keyword.value)
        elif keyword.arg == "extra" and isinstance(keyword.value, ast.Dict):
            for key, value in zip(keyword.value.keys, keyword.value.values, strict=True):
                if key is not None and _literals(key) == ["none"]:
                    yield from _literals(value)


def _counts(node: ast.Call, arguments: int) -> bool:
    return len(node.args) >= arguments or any(keyword.arg == "n" for keyword in node.keywords)


def _literals(node: ast.AST) -> list[str]:
    """Give the texts that an expression may be: a literal, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def _catalog() -> Iterator[tuple[str, str]]:
    """Give what the catalog's classes say of themselves, each with its file."""
    from lrviz import readable
    from lrviz.catalog.families import FIRST, LAST
    from lrviz.scenarios import shelf
    from lrviz.spec import Spec

    _load()
    for cls in sorted(_below(Spec), key=lambda one: one.__name__):
        if "target" not in vars(cls) or not cls.__module__.startswith("lrviz."):  # a test's own is no choice
            continue
        place = cls.__module__.replace(".", "/") + ".py"
        own = (cls.summary(), *cls.about().split("\n"), *(getattr(cls, name, "") for name in TOLD))
        for text in own:
            if isinstance(text, str) and text:
                yield text, place
    for text in readable.texts():  # what cards tell of each, and of the views
        yield text, "lrviz/readable.py"
    for preset in shelf():
        yield preset.title, "lrviz/scenarios/__init__.py"
        yield preset.about, "lrviz/scenarios/__init__.py"
    for name in (*FIRST[1:], *LAST):  # torch is a name
        yield name, "lrviz/catalog/families.py"


def _load() -> None:
    import importlib
    import pkgutil

    import lrviz.catalog

    for module in pkgutil.walk_packages(lrviz.catalog.__path__, "lrviz.catalog."):
        importlib.import_module(module.name)


def _below(cls: type) -> set[type]:
    found: set[type] = set()
    for one in cls.__subclasses__():
        found |= {one} | _below(one)
    return found
