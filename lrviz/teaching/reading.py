"""Lessons on disk: a TOML file as people write it, read strictly, never executed, and refused in one line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from lrviz.documents import MisfitError, fitted, instead
from lrviz.errors import LessonError, LrvizError, SourceError, shown
from lrviz.experiment import Experiment
from lrviz.files import cause, unfit
from lrviz.sentences import say
from lrviz.source.read import read as read_code
from lrviz.teaching.checking import checked
from lrviz.teaching.criterion import criterion_of
from lrviz.teaching.lesson import Lesson, Scene
from lrviz.teaching.places import line_of, lines_of

LARGEST = 2**18  # bytes; a long lesson in two languages takes twenty thousand
OF_SCENE = ("problem", "training", "runs", "metric")
"""What an experiment is written in, straight in its scene."""
OF_CODE = ("schedule", "optimizer", "groups", "clip", "stepped")
"""What a run's code says; each may be said by a field instead, where the code doesn't."""


def read(source: str | os.PathLike[str], file: str = "") -> Lesson:
    """Read a lesson from a path, or from its text if that has more than one line; `file` names it in errors.

    Raises
    ------
    LessonError
        Names the file, the line, the place in the document and what is wrong there; nothing else is raised.
    """
    if isinstance(source, str) and "\n" in source:
        return _Reader(source, file or "the lesson").lesson()
    path = Path(source)
    name = file or path.name or str(path)
    return _Reader(_text(path, name), name).lesson()


def _text(path: Path, file: str) -> str:
    try:
        if why := unfit(path, LARGEST):
            raise LessonError(file, why)
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise LessonError(file, say("there is no such file")) from None
    except UnicodeDecodeError:
        raise LessonError(file, say("it is not UTF-8 text")) from None
    except OSError as error:
        raise LessonError(file, cause(error)) from error
    except ValueError:  # a NUL in the path
        raise LessonError(shown(file), say("it is no path")) from None


class _Reader:
    """One text on its way to a lesson; every error of it says where in it."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._lines: dict[str, int] = {}

    def lesson(self) -> Lesson:
        """Give the lesson."""
        document = self._document()
        self._lines = lines_of(self._text)
        try:
            written = fitted(self._expanded(document), Lesson)
        except MisfitError as error:
            self._refuse(_outside(error.path), _outside(error.reason))
        scenes = tuple(self._scene(i, scene) for i, scene in enumerate(written.scenes))
        lesson = replace(written, scenes=scenes)
        for path, reason in checked(lesson):
            self._refuse(path, say("{path} {reason}", path=path, reason=reason))
        return lesson

    def _document(self) -> dict[str, Any]:
        if len(self._text) > LARGEST:
            raise LessonError(
                self._file,
                say(
                    "it has {text:,} characters, and at most {largest:,} are read",
                    text=len(self._text),
                    largest=LARGEST,
                ),
            )
        try:
            return tomllib.loads(self._text.replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError as error:
            words, _, where = str(error).partition(" (at ")
            line = re.search(r"line (\d+)", where)
            end = "; it seems to be cut off" if "end of document" in where else ""
            words = f"{words[0].lower()}{words[1:]}{end}"
            raise LessonError(self._file, words, line=int(line[1]) if line else None) from None
        except (RecursionError, ValueError):  # a number of thousands of digits
            raise LessonError(self._file, say("it is nested too deeply, or holds a number that is too long")) from None

    def _refuse(self, path: str, reason: str, further: int = 0) -> NoReturn:
        """Raise what is wrong at a path, so many lines below where it begins."""
        line = line_of(path, self._lines)
        raise LessonError(self._file, reason, path=path, line=None if line is None else line + further) from None

    def _expanded(self, document: dict[str, Any]) -> dict[str, Any]:
        """Write out what a file may leave out: words in English alone, names, what a scene is like, code."""
        lesson = {name: _words(name, value) for name, value in document.items()}
        for part in ("steps", "measured"):
            if isinstance(lesson.get(part), list):
                lesson[part] = [_each_word(item) for item in lesson[part]]
        scenes = lesson.get("scenes")
        if isinstance(scenes, list):
            self._likened(scenes)
            lesson["scenes"] = [self._written(i, scene, len(scenes)) for i, scene in enumerate(scenes)]
        return lesson

    def _likened(self, scenes: list[Any]) -> None:
        """Give each scene what it leaves to the one it is like, which stands before it."""
        known: dict[str, dict[str, Any]] = {}
        for i, own in enumerate(scenes):
            if not isinstance(own, dict):
                continue
            scene = {name: value for name, value in own.items() if name != "like"}
            if "like" in own:
                path, like = f"scenes[{i}].like", own["like"]
                if not isinstance(like, str) or like not in known:
                    wanted = f"it must name a scene before this one: {instead(like, known)}"
                    self._refuse(path, say("{path} is {like}; {wanted}", path=path, like=shown(like), wanted=wanted))
                scene = _like(known[like], scene)
            scenes[i] = scene
            if isinstance(scene.get("name"), str):
                known[scene["name"]] = scene

    def _written(self, i: int, scene: Any, many: int) -> Any:
        """Give a scene as its value is written: what makes its experiment in one place."""
        if not isinstance(scene, dict):
            return scene
        path = f"scenes[{i}]"
        own = {name: value for name, value in scene.items() if name not in OF_SCENE}
        if many == 1:
            own.setdefault("name", "the experiment")
        for taken in [name for name in own if name not in ("name", *OF_SCENE)]:
            fields = instead(taken, ("name", "like", *OF_SCENE))
            self._refuse(
                f"{path}.{taken}",
                say(
                    "{path}.{taken} is unknown: a scene has no such field; {fields}",
                    path=path,
                    taken=taken,
                    fields=fields,
                ),
            )
        experiment = {name: scene[name] for name in OF_SCENE if name in scene}
        if not scene.get("runs"):
            self._refuse(path, say("{path}.runs is missing; it must be a list of at least one run", path=path))
        if isinstance(experiment["runs"], list):
            runs = enumerate(experiment["runs"])
            experiment["runs"] = [self._run(f"{path}.runs[{k}]", run) for k, run in runs]
        return {**own, "experiment": experiment}

    def _run(self, path: str, run: Any) -> Any:
        """Give a run with what its torch code says as fields."""
        if not isinstance(run, dict):
            return run
        fields = dict(run)
        if isinstance(fields.get("loss"), str):
            fields["loss"] = self._said(f"{path}.loss", lambda: criterion_of(run["loss"]))
        if "code" not in fields:
            return fields
        code = fields.pop("code")
        if not isinstance(code, str):
            self._refuse(
                f"{path}.code",
                say("{path}.code is {code}; it must be a text of torch code", path=path, code=shown(code)),
            )
        parsed, has_optimizer = self._said(f"{path}.code", lambda: read_code(code))
        for name in OF_CODE:
            value = getattr(parsed, name)
            says = has_optimizer if name == "optimizer" else value not in (None, (), "batch")
            if says and name in fields:
                self._refuse(
                    f"{path}.{name}", say("{path}.{name} is said twice: its code says it too", path=path, name=name)
                )
            if says:
                fields[name] = value
        return fields

    def _said(self, path: str, make: Callable[[], Any]) -> Any:
        """Make something of a text, and say what is wrong with it at its line."""
        try:
            return make()
        except LrvizError as error:
            words = error.findings[0].message if isinstance(error, SourceError) else error
            further = (error.line or 1) - (0 if self._starts_below(path) else 1)
            self._refuse(path, say("{path}: {words}", path=path, words=words), further)

    def _starts_below(self, path: str) -> bool:
        """Tell whether a long text begins on the line after its quotes."""
        line = self._lines.get(path)
        return line is not None and self._text.splitlines()[line - 1].rstrip().endswith(('"""', "'''"))

    def _scene(self, i: int, scene: Scene) -> Scene:
        """Give a scene whose runs have the colours in order and a loss that fits, and that can be trained."""
        own = scene.experiment
        training = {name: getattr(own.training, name) for name in own.training.__struct_fields__}
        experiment = Experiment.of(*own.runs, problem=own.problem, metric=own.metric, **training)
        for k, run in enumerate(experiment.runs):
            if why := run.misfit(own.problem) or run.unfit or experiment.unfit:
                path = f"scenes[{i}].runs[{k}]"
                self._refuse(path, say("{path} can’t be trained: {why}", path=path, why=why))
        return Scene(scene.name, experiment)


def _outside(text: str) -> str:
    """Name a place as it is written, where an experiment stands straight in its scene."""
    return re.sub(r"(scenes\[\d+\])\.experiment", r"\1", text)


def _like(model: dict[str, Any], scene: dict[str, Any]) -> dict[str, Any]:
    """Change a scene: problem and training field by field, all else as a whole, and no name."""
    changed = {**model, **scene}
    if "name" not in scene:
        del changed["name"]
    for name in ("problem", "training"):
        before, after = model.get(name), scene.get(name)
        if isinstance(before, dict) and isinstance(after, dict) and after.get("type") in (None, before.get("type")):
            changed[name] = {**before, **after}
    return changed


def _each_word(item: Any) -> Any:
    return {name: _words(name, value) for name, value in item.items()} if isinstance(item, dict) else item


WORDY = ("title", "question", "summary", "caveat", "text", "hint", "done")
"""Fields that are said in several languages."""


def _words(name: str, value: Any) -> Any:
    """Give a text in its languages, each line of it joined to the one before: an empty one begins a paragraph."""
    if name not in WORDY:
        return value
    spoken = {"en": value} if isinstance(value, str) else value
    if not isinstance(spoken, dict):
        return value
    return {language: _joined(text) if isinstance(text, str) else text for language, text in spoken.items()}


def _joined(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
