"""What a report says beside its curves: final numbers, findings, code, files, versions and how to repeat it."""

from __future__ import annotations

import datetime as dt
import platform
import shlex
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication

from lrviz import __version__
from lrviz.experiment import Experiment
from lrviz.export.report import Code, Command, File, Found, Row, Shown, Table
from lrviz.export.tables import csv_of_curves, csv_of_result
from lrviz.results import Result
from lrviz.rules.linter import lint
from lrviz.session import encode
from lrviz.source.write import code as written
from lrviz.ui.numbers import short, whole
from lrviz.ui.racing.raced import Raced, raced_plan, stand_in
from lrviz.ui.reporting.order import Told
from lrviz.ui.speech.saying import said
from lrviz.ui.views import training_table
from lrviz.ui.views.sight import Sight

ROWS = 20_000
"""Rows of a table that a report holds; of a longer plan every n-th step, and of a longer race none."""
PACKAGES = ("torch", "numpy", "PySide6-Essentials")
"""What a result may depend on beside lrviz."""


def lead(experiment: Experiment, when: dt.datetime) -> tuple[str, ...]:
    """Give the lines below the title: what it is about, in short."""
    problem, training = experiment.problem, experiment.training
    plan = _tr("{0} · batch {1} · {2} step{2:|s}").format(
        problem.model.outline(problem.inputs, problem.outputs), training.batch_size, whole(training.steps)
    )
    return f"{said(problem.title())} · {plan}", f"{when:%Y-%m-%d %H:%M}"


def table(experiment: Experiment, raced: Mapping[str, Raced]) -> Table | None:
    """Give what each run reached at its end; None before a race."""
    fresh = {name: one for name, one in raced.items() if not one.stale}
    if not fresh:
        return None
    names = [run.name for run in experiment.runs]
    sight = Sight.whole(experiment)
    shown = training_table.table(experiment, fresh, Sight(sight.first, sight.last, sight.width, int(sight.last)))
    rows = tuple(
        Row(names.index(row.name), tuple(Shown(cell.text, cell.value, cell.best) for cell in row.cells))
        for row in shown.rows
        if row.name in fresh
    )
    seeds = len(experiment.training.seeds)
    under = _tr("After the last update; best of each column marked.")
    if seeds > 1:
        under = f"{under} {_tr('Means over {0} seeds.').format(seeds)}"
    return Table(_tr("Where they ended"), under, (shown.first or _tr("Run"), *shown.heads), rows)


def found(experiment: Experiment, result: Result | None) -> tuple[Found, ...]:
    """Give what the rules find, with the lines that put it right."""
    return tuple(
        Found(one.rule, one.severity, said(one.message), one.run, "" if one.fix is None else written(one.fix))
        for one in lint(experiment, result=result)
    )


def code(experiment: Experiment) -> tuple[Code, ...]:
    """Give the lines of each run: its optimizer and its scheduler."""
    return tuple(Code(i, written(run)) for i, run in enumerate(experiment.runs))


def facts(experiment: Experiment, raced: Mapping[str, Raced], when: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Give what was trained on what, where, and by which versions."""
    problem, training = experiment.problem, experiment.training
    devices = dict.fromkeys(one.device for one in raced.values() if one.device)
    plan = raced_plan(experiment)
    small = plan.training.steps < training.steps and raced
    known = [
        (_tr("Data"), said(problem.title())),
        (_tr("Model"), problem.model.outline(problem.inputs, problem.outputs)),
        (_tr("Plan"), _plan(experiment)),
        (_tr("Seeds"), ", ".join(map(str, training.seeds))),
        (_tr("Trained on"), ", ".join(devices) or _tr("nothing is trained")),
        (_tr("Raced"), _tr("a miniature of {0} step{0:|s}").format(whole(plan.training.steps)) if small else ""),
        (_tr("Data of the race"), stand_in(experiment) if raced else ""),
        ("lrviz", __version__),
        ("Python", platform.python_version()),
        *((name.removesuffix("-Essentials"), _version(name)) for name in PACKAGES),
        (_tr("System"), platform.platform(terse=True)),
        (_tr("Made"), f"{when:%Y-%m-%d %H:%M %Z}"),
    ]
    return tuple((what, value) for what, value in known if value)


def commands(told: Told, file: str) -> tuple[Command, ...]:
    """Give the command lines that do again what the page shows, from the page itself."""
    page, experiment = shlex.quote(file), told.experiment
    surveyed, searched = " --landscape" if told.landscape else "", " --find-lr" if told.found else ""
    against = f" --baseline={shlex.quote(told.baseline)}" if told.baseline else ""
    made = f"lrviz report {page} --race{surveyed}{searched}{against} -o {page}"
    found = [
        Command(_tr("Open this session in the window"), f"lrviz {page}"),
        Command(_tr("Race it, and make this page anew"), made),
        Command(_tr("Keep every loss and metric"), f"lrviz train {page} -o result.json"),
    ]
    if experiment.runs:
        name = shlex.quote(experiment.runs[0].name)
        about = _tr("A run as a plain PyTorch script that needs no lrviz")
        found.append(Command(about, f"lrviz script {page} --run={name} -o train.py"))
    return tuple(found)


def files(experiment: Experiment, result: Result | None) -> tuple[File, ...]:
    """Give the files that can be saved from the page: the session, and the numbers behind its curves."""
    found = [File("session.lrviz", "application/json", encode(experiment), _tr("Save the session"))]
    if experiment.runs:
        steps, most = experiment.training.steps, max(100, ROWS // len(experiment.runs))
        stride = -(-steps // most)
        words = _tr("Save the rates (CSV)")
        if stride > 1:
            words = _tr("Save the rates at every {0} step{0:|s} (CSV)").format(whole(stride))
        found.append(File("curves.csv", "text/csv", csv_of_curves(experiment, most=most).encode(), words))
    rows = 0 if result is None else sum(len(one.losses) for run in result.runs for one in run.by_seed.values())
    if result is not None and 0 < rows <= ROWS:
        words = _tr("Save losses and metrics (CSV)")
        found.append(File("metrics.csv", "text/csv", csv_of_result(result).encode(), words))
    return tuple(found)


def _plan(experiment: Experiment) -> str:
    training = experiment.training
    epochs = short(training.steps / experiment.updates_per_epoch) if experiment.updates_per_epoch else "0"
    words = _tr("{0} step{0:|s} of {1} example{1:|s}, {2} epoch{2:|s}; validated every {3} step{3:|s}")
    return words.format(
        whole(training.steps), whole(training.examples_per_update), epochs, whole(training.validate_every)
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # installed under another name, as PySide6 whole
        return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
