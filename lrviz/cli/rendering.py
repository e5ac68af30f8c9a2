"""`lrviz render`: views of the window as pictures; what they show is trained first."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import get_args

from lrviz.cli.outputs import PICTURES, destination, paper, picture
from lrviz.cli.sources import opened
from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.results import Result

FINE = 0
UNTRAINED = ("schedule", "loss")
"""Views that show what needs no training."""


def render(arguments: Namespace) -> int:
    """`lrviz render FILE|LESSON|PRESET --view …`: a view as a picture, or all of them into a folder."""
    if arguments.view == "all":
        return _render_all(arguments)
    output = destination(arguments.output, PICTURES)
    paper(arguments, Path(str(output)).suffix.lower())  # before any work is done for it
    trains = arguments.view not in UNTRAINED
    experiment = trained(arguments) if trains else opened(arguments.session, arguments.scene)
    _draw(experiment, arguments.view, Path(str(output)), arguments)
    return FINE


def landscape_picture(experiment: Experiment, arguments: Namespace) -> int:
    """Write a picture of a landscape; a surface needs no survey, but the walk on it."""
    _draw(experiment, "landscape", Path(arguments.output), arguments)
    return FINE


def trained(arguments: Namespace) -> Experiment:
    """Give the session as it is to be trained: exactly, or in miniature."""
    experiment = opened(arguments.session, arguments.scene)
    if arguments.miniature == 0:
        raise LrvizError("--miniature 0 trains nothing: give at least 1")
    return experiment if arguments.miniature is None else experiment.miniature(arguments.miniature)


def race(experiment: Experiment, arguments: Namespace) -> Result:
    """Race the runs, with progress bars."""
    from lrviz.cli.progress import raced

    return raced(experiment, arguments.device, trust=arguments.trust)


def _render_all(arguments: Namespace) -> int:
    """Write all views into a folder; those that the session has nothing for are named on standard error."""
    folder, on = Path(arguments.output), paper(arguments, f".{arguments.format}")
    if not folder.is_dir() and not folder.absolute().parent.is_dir():
        raise LrvizError(f"-o {arguments.output}: there is no folder {folder.parent}")
    if folder.exists() and not folder.is_dir():
        raise LrvizError(f"-o {arguments.output} is a file: --view all needs a folder")
    if on.pane:
        raise LrvizError("--pane names a pane of one view: give that with --view")
    from lrviz.ui.render import ViewName

    experiment = trained(arguments)
    folder.mkdir(exist_ok=True)
    result = race(experiment, arguments)
    for view in get_args(ViewName):
        try:
            _draw(experiment, view, folder / f"{view}.{arguments.format}", arguments, result)
        except LrvizError as error:
            print(f"lrviz: no {view}: {error}", file=sys.stderr)
    return FINE


def _draw(experiment: Experiment, view: str, path: Path, arguments: Namespace, result: Result | None = None) -> None:
    """Train what a view shows, and draw it; a race there is already isn't repeated."""
    on = paper(arguments, path.suffix.lower())
    match view:
        case "training":
            picture(experiment, view, path, paper=on, result=result or race(experiment, arguments))
        case "landscape" if experiment.problem.task == "surface":
            picture(experiment, view, path, paper=on, result=result or race(experiment, arguments))
        case "landscape":
            from lrviz.cli.progress import surveyed
            from lrviz.ui.render import aspect, room

            shape = aspect(room(on, path.suffix.lower()))
            picture(experiment, view, path, paper=on, landscape=surveyed(experiment, arguments, shape))
        case "finder":
            from lrviz.cli.progress import searched

            picture(experiment, view, path, paper=on, found=searched(experiment, arguments))
        case "gradients":
            from lrviz.engine.inline import dissect

            run = 0 if arguments.run is None else arguments.run
            options = {"device": arguments.device, "trust": arguments.trust}
            dissection = dissect(experiment, run, step=arguments.step, **options)
            result = result or race(experiment, arguments)
            picture(experiment, view, path, paper=on, result=result, dissection=dissection)
        case _:
            picture(experiment, view, path, paper=on)
