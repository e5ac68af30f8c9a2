"""OwnModel: a person's own network, made by a function in a .py file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz import modelfile
from lrviz.catalog.model import Model, Shapes
from lrviz.catalog.models.picture import MISSING
from lrviz.catalog.task import Task
from lrviz.errors import expect
from lrviz.files import resource
from lrviz.sentences import say
from lrviz.spec import Value


class ModelFile(Value, frozen=True):
    """A file of Python, and the function or class in it that makes a model; `digest` names its text."""

    path: Annotated[str, Meta(min_length=1, description="The file's full path, or the name of one that lrviz ships.")]
    digest: Annotated[str, Meta(pattern=r"^([0-9a-f]{16})?\Z", description="Empty for a file that lrviz ships.")]
    function: Annotated[str, Meta(min_length=1, pattern=r"^[^\W\d]\w*\Z", description="What makes the model.")]
    takes: Annotated[
        tuple[Literal["inputs", "outputs", "image"], ...], Meta(description="What the function is given, by name.")
    ] = ()

    def check(self) -> None:
        if bool(self.digest) is self.shipped:
            raise self.refuse("digest", say("that of the file, and empty only for one that lrviz ships"))

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name

    @property
    def shipped(self) -> bool:
        """Whether lrviz comes with it: a name without a folder is that of one of its own."""
        return self.path == self.name

    @property
    def file(self) -> Path:
        """Where the file is."""
        return resource("models", self.name) if self.shipped else Path(self.path)

    @property
    def consent(self) -> str:
        """What a person agrees to when they have it executed: this text, with what it imports from its folder."""
        return f"{self.digest} {os.path.realpath(self.file)}"

    @classmethod
    def of(cls, path: Path, function: str | None = None) -> ModelFile:
        """Look through a file, without executing it; without a name its last function that can be used is taken.

        Raises
        ------
        ModelFileError
            The file, or the function, can't be used.
        """
        text = modelfile.read(path)
        maker = modelfile.maker(text, path.name, function)
        digest = modelfile.digest(text)
        return cls(str(path.absolute()), digest, maker.name, maker.takes)  # type: ignore[arg-type]  # all of GIVEN


class OwnModel(Model, frozen=True):
    """A network of your own: a function in a .py file that returns an nn.Module, run only after you agree to it.

    The function may ask for inputs, outputs and image by these names; its module takes float32 (n, inputs) and gives
    (n, outputs). At first it is a file that lrviz comes with, to start from.

    When: the schedule is for a network of yours: race it on a small problem first.
    Mistake: a dropout or a batch norm that is left in eval mode inside the file: lrviz calls train() and eval() itself.
    """

    target: ClassVar[str] = "lrviz.engine.own_model.built"

    source: ModelFile = ModelFile("residual.py", "", "residual", ("inputs", "outputs"))

    @classmethod
    def of(cls, path: str | Path, function: str | None = None) -> OwnModel:
        """Take a function of a file; nothing is executed before a race, and only by one that is told to trust it.

        Raises
        ------
        ModelFileError
            The file, or the function, can't be used.
        """
        expect(path, (str, Path), "OwnModel.path", say("the path of a .py file"))
        expect(function, (str, type(None)), "OwnModel.function", say("the name of a function, or None"))
        return cls(ModelFile.of(Path(path), function))

    def unfit(self, task: Task, image: tuple[int, int] | None) -> str:
        return f"{self.source.function} {MISSING}" if "image" in self.source.takes and image is None else ""

    def outline(self, inputs: int, outputs: int) -> str:
        return f"{self.source.function} {inputs}-{outputs}"

    def given(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> dict[str, object]:
        """Give the arguments of the function."""
        sizes = {"inputs": inputs, "outputs": outputs, "image": image}
        return {name: sizes[name] for name in self.source.takes}

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        return {}  # only executing the file would tell

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        file, function = self.source.file, self.source.function
        arguments = (
            f'Path({str(file)!r}).read_text(encoding="utf-8-sig")',
            *map(repr, (str(file), function, (inputs, outputs), self.given(inputs, outputs, image))),
        )
        return "\n".join(["own_model(", *(f"    {argument}," for argument in arguments), ")"])

    def parts(self) -> tuple[str, ...]:
        return ("own_model",)

    def imports(self) -> tuple[str, ...]:
        return ("import sys", "import types", "from pathlib import Path", "from typing import Any")


def foreign(model: Model) -> ModelFile | None:
    """Give the file that a race of this model executes; None where that is none of a person's own."""
    return model.source if isinstance(model, OwnModel) and not model.source.shipped else None
