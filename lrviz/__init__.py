"""See what a learning-rate schedule and a loss will do before anyone spends GPU hours on them.

Everything here is loaded when it is first used: `import lrviz` brings neither torch nor Qt nor numpy. The classes of
the catalog (`lrviz.StepLR`, `lrviz.SGD`, `lrviz.Digits`, …) are here too, by torch's own names.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lrviz.curves import curve
    from lrviz.dissection import Dissection
    from lrviz.engine.inline import dissect, find_lr, landscape, train
    from lrviz.errors import (
        Finding,
        LessonError,
        LrvizError,
        RefusedError,
        ResourceError,
        ScheduleError,
        SessionError,
        SourceError,
        SpecError,
    )
    from lrviz.experiment import Experiment
    from lrviz.forecasts import forecast, timescale
    from lrviz.results import Curve, Forecast, Landscape, LRFinder, Result, Timescale
    from lrviz.rules.linter import lint
    from lrviz.run import Branch, EarlyStopping, Group, Run
    from lrviz.scenarios import preset, presets
    from lrviz.session import dumps, loads, save
    from lrviz.source.read import parse
    from lrviz.source.write import code, script
    from lrviz.survey import Survey
    from lrviz.teaching.lesson import Lesson
    from lrviz.teaching.shelf import lesson, lessons, load
    from lrviz.training import Training
    from lrviz.ui.reporting.write import report

__version__ = "0.1.0"

__all__ = [
    "Branch",
    "Curve",
    "Dissection",
    "EarlyStopping",
    "Experiment",
    "Finding",
    "Forecast",
    "Group",
    "LRFinder",
    "Landscape",
    "Lesson",
    "LessonError",
    "LrvizError",
    "RefusedError",
    "ResourceError",
    "Result",
    "Run",
    "ScheduleError",
    "SessionError",
    "SourceError",
    "SpecError",
    "Survey",
    "Timescale",
    "Training",
    "__version__",
    "code",
    "curve",
    "dissect",
    "dumps",
    "find_lr",
    "forecast",
    "landscape",
    "lesson",
    "lessons",
    "lint",
    "load",
    "loads",
    "parse",
    "preset",
    "presets",
    "report",
    "save",
    "script",
    "timescale",
    "train",
]

_HOMES = {
    "lrviz.curves": ("curve",),
    "lrviz.dissection": ("Dissection",),
    "lrviz.engine.inline": ("dissect", "find_lr", "landscape", "train"),
    "lrviz.errors": (
        "Finding",
        "LessonError",
        "LrvizError",
        "RefusedError",
        "ResourceError",
        "ScheduleError",
        "SessionError",
        "SourceError",
        "SpecError",
    ),
    "lrviz.experiment": ("Experiment",),
    "lrviz.forecasts": ("forecast", "timescale"),
    "lrviz.results": ("Curve", "Forecast", "LRFinder", "Landscape", "Result", "Timescale"),
    "lrviz.rules.linter": ("lint",),
    "lrviz.run": ("Branch", "EarlyStopping", "Group", "Run"),
    "lrviz.scenarios": ("preset", "presets"),
    "lrviz.session": ("dumps", "loads", "save"),
    "lrviz.source.read": ("parse",),
    "lrviz.source.write": ("code", "script"),
    "lrviz.survey": ("Survey",),
    "lrviz.teaching.lesson": ("Lesson",),
    "lrviz.teaching.shelf": ("lesson", "lessons", "load"),
    "lrviz.training": ("Training",),
    "lrviz.ui.reporting.write": ("report",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        found = getattr(importlib.import_module(_HOME[name]), name)
    elif not name[:1].isupper() or (found := _catalog().get(name)) is None:  # a module's name loads no catalog
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*__all__, *_catalog()})


def _catalog() -> dict[str, type]:
    """Give every class of the catalog by its name; a new class is in here because its file exists."""
    from lrviz.catalog import losses, models, optimizers, problems, schedules, signals, surfaces

    found: tuple[type, ...] = (
        *schedules.SCHEDULES,
        *optimizers.OPTIMIZERS,
        *losses.LOSSES,
        *problems.PROBLEMS,
        *models.MODELS,
        *surfaces.SURFACES,
        *signals.SIGNALS,
    )
    return {cls.__name__: cls for cls in found}
