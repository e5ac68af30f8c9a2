"""What single fields of a lesson can't know: that what it names is there, and that its claims can be weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lrviz.documents import instead
from lrviz.errors import shown
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.spec import Spec
from lrviz.teaching.claims import Claim
from lrviz.teaching.grammar import ClaimError
from lrviz.teaching.lesson import Lesson, Measured, Step
from lrviz.teaching.wording import is_there

Trouble = tuple[str, str]
"""A place in a lesson and what is wrong with it: what comes after the place in a sentence."""
SPOTS = ("race", "transport", "headline", "table", "findings", "code", "problem", "view")
"""What can be highlighted by its name alone."""
KINDS = ("pane", "run", "form")


def checked(lesson: Lesson) -> Iterator[Trouble]:
    """Give all that is wrong with a lesson, the first place first."""
    names = [scene.name for scene in lesson.scenes]
    for i, name in enumerate(names):
        if name in names[:i]:
            yield f"scenes[{i}].name", f"is {shown(name)}, and so is that of another scene"
    scenes = {scene.name: scene.experiment for scene in lesson.scenes}
    scene, run = names[0], scenes[names[0]].runs[0].name
    for i, step in enumerate(lesson.steps):
        path = f"steps[{i}]"
        if step.scene and step.scene not in scenes:
            yield f"{path}.scene", f"is {shown(step.scene)}; it must be a scene: {instead(step.scene, scenes)}"
            return
        if step.scene and step.scene != scene:
            scene, run = step.scene, scenes[step.scene].runs[0].name
        run = step.run or run
        yield from _step(path, step, scenes[scene], run)
    for i, measured in enumerate(lesson.measured):
        yield from _measured(f"measured[{i}]", measured, scenes, measured.scene or names[0])


def _step(path: str, step: Step, experiment: Experiment, selected: str) -> Iterator[Trouble]:
    names = [run.name for run in experiment.runs]
    if step.run and step.run not in names:
        yield f"{path}.run", f"is {shown(step.run)}; it must be a run of the scene: {instead(step.run, names)}"
        return
    if step.cursor is not None and step.cursor > experiment.training.steps:
        yield f"{path}.cursor", f"is {step.cursor}, and the scene has {experiment.training.steps} updates"
    run = next(run for run in experiment.runs if run.name == selected)
    for k, spot in enumerate(step.highlight):
        if why := _lost(spot, names, run):
            yield f"{path}.highlight[{k}]", say("is {spot}; {why}", spot=shown(spot), why=why)
    if step.until:
        yield from _until(f"{path}.until", step.until, experiment)
    elif step.hint or step.done:
        word = "hint" if step.hint else "done"
        yield f"{path}.{word}", "is given, and the step has no until, which it would belong to"


def _lost(spot: str, runs: Iterable[str], run: Run) -> str:
    """Say why there is no such place to be highlighted; empty where there is."""
    kind, colon, name = spot.partition(":")
    if not colon:
        places = (*SPOTS, "pane:…", "run:…", "form:…")
        return "" if spot in SPOTS else say("it must be a place: {instead}", instead=instead(spot, places))
    if kind not in KINDS or not name:
        spots = ", ".join(SPOTS)
        return say("it must be one of pane:TITLE, run:NAME and form:FIELD, or of {spots}", spots=spots)
    if kind == "run" and name not in runs:
        return say("it must name a run of the scene: {instead}", instead=instead(name, runs))
    if kind == "form" and not is_there(run, name):
        part = name.rpartition(".")[0]
        owner = getattr(run, part, None) if part else run
        known = owner.__struct_fields__ if isinstance(owner, (Spec, Run)) else Run.__struct_fields__
        near = instead(name.rpartition(".")[2], known)
        return say("it must name a field of {name}: {instead}", name=shown(run.name), instead=near)
    return ""


def _until(path: str, text: str, experiment: Experiment) -> Iterator[Trouble]:
    try:
        claim = Claim.parse(text)
        claim.check({"": experiment}, "")
    except ClaimError as error:
        yield path, f"is no claim: {error}"
        return
    if any(need.what != "training" for need in claim.needs({"": experiment}, "")):
        yield path, "asks for what no race measures; it can ask for settings and for what was raced"


def _measured(path: str, measured: Measured, scenes: dict[str, Experiment], scene: str) -> Iterator[Trouble]:
    if scene not in scenes:
        yield f"{path}.scene", f"is {shown(scene)}; it must be a scene: {instead(scene, scenes)}"
        return
    try:
        claim = Claim.parse(measured.holds)
        claim.check(scenes, scene)
    except ClaimError as error:
        yield f"{path}.holds", f"is no claim: {error}"
        return
    if not claim.at_once and measured.at_least > measured.of:
        yield f"{path}.at_least", f"is {measured.at_least}; it must be at most {measured.of}, which `of` is"
