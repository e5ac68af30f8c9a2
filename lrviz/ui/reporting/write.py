"""Reports of an experiment: what the views say and draw of it, its code, findings and numbers, on one page."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QTranslator

from lrviz.errors import ResourceError, SpecError, expect
from lrviz.experiment import Experiment
from lrviz.export.report import Report, page
from lrviz.files import cause, write_whole
from lrviz.results import Landscape, LRFinder, Result
from lrviz.sentences import say
from lrviz.session import dumps
from lrviz.teaching.words import Language
from lrviz.ui.racing.raced import of_result, raced_plan, result_of
from lrviz.ui.reporting.numbers import code, commands, facts, files, found, lead, table
from lrviz.ui.reporting.order import Told
from lrviz.ui.reporting.views import colours, views
from lrviz.ui.showing.pictures import application
from lrviz.ui.speech.language import spoken
from lrviz.ui.speech.saying import said
from lrviz.ui.speech.spoken import forget
from lrviz.ui.speech.translation import compiled
from lrviz.ui.views.suggested import Searched


def report(
    experiment: Experiment,
    path: str | os.PathLike[str],
    result: Result | None = None,
    *,
    landscape: Landscape | None = None,
    found: LRFinder | Iterable[LRFinder] = (),
    baseline: str = "",
    title: str = "",
    language: Language = "en",
) -> None:
    """Write all that is known of an experiment as one page of HTML that needs nothing else.

    Its curves can be read with a cursor, zoomed and hidden; it holds the code of each run, findings, numbers, and the
    session itself: `lrviz.load` reads a report, and so does the window.

    Parameters
    ----------
    experiment, path
        What it is about, and where it is written: whole or not at all.
    result, landscape
        What `lrviz.train` and `lrviz.landscape` gave for it; left out, the report says nothing of training.
    found
        What `lrviz.find_lr` gave for one run of it, or for several.
    baseline
        The name of the run that others are read against; left out, a reader may choose one.
    title, language
        What stands on top (left out, its runs and its problem), and what it is written in: "en" or "ko".

    Raises
    ------
    SpecError
        An argument is of another kind.
    ResourceError
        It can't be written there, or a library that Qt needs is missing.
    """
    expect(experiment, Experiment, "report.experiment", "an Experiment")
    expect(path, (str, os.PathLike), "report.path", "a path")
    expect(result, (Result, type(None)), "report.result", "a Result of lrviz.train, or None")
    if language not in get_args(Language):
        raise SpecError("report.language", language, '"en" or "ko"')
    expect(landscape, (Landscape, type(None)), "report.landscape", "a Landscape of lrviz.landscape, or None")
    searches = (found,) if isinstance(found, LRFinder) else tuple(found)
    names = [run.name for run in experiment.runs]
    for one in searches:
        expect(one, LRFinder, "report.found", "an LRFinder of lrviz.find_lr, or several")
        if one.run not in names:
            raise SpecError("report.found", one.run, "of a run of the experiment")
    if baseline and baseline not in names:
        raise SpecError("report.baseline", baseline, f"a run of the experiment: {', '.join(names)}")
    raced = {} if result is None else of_result(experiment, result)
    when, searched = dt.datetime.now().astimezone(), tuple(map(Searched.whole, searches))
    write(Told(experiment, raced, when, title, landscape, searched, baseline), Path(path), language)


def write(told: Told, path: Path, language: Language) -> None:
    """Write a report in a language, whole or not at all.

    Raises
    ------
    LrvizError
        It can't be written.
    """
    with _speaking(language):
        written = page(content(told, path.name, language))
    try:
        write_whole(path, written)
    except OSError as error:
        raise ResourceError(say("{path} can’t be written: {why}", path=path, why=cause(error))) from error


def content(told: Told, file: str, language: Language) -> Report:
    """Give what a report called `file` holds, in the language that Qt's translations are in."""
    experiment, result = told.experiment, result_of(told.experiment, told.raced)
    runs = tuple((run.name, run.colour) for run in experiment.runs)
    return Report(
        title=told.title
        or _tr("{0} on {1}").format(_names([name for name, _ in runs]), said(experiment.problem.title())),
        language=language,
        lead=lead(experiment, told.when),
        runs=runs,
        views=views(told),
        session=dumps(experiment),
        words=words(),
        colours=colours(),
        table=table(experiment, told.raced),
        found=found(experiment, result if raced_plan(experiment) == experiment else None),
        code=code(experiment),
        facts=facts(experiment, told.raced, told.when),
        commands=commands(told, file),
        files=files(experiment, result),
        baseline=next((i for i, (name, _) in enumerate(runs) if name == told.baseline), -1),
    )


def words() -> dict[str, str]:
    """Give the page's own words."""
    return {
        "runs": _tr("Runs"),
        "all": _tr("Show all"),
        "against": _tr("Read against"),
        "nothing": _tr("nothing"),
        "each": _tr("One plot a run"),
        "hint": _tr("Drag over a plot to zoom, double-click to see all; a run’s name hides it."),
        "no_script": _tr("Where scripts may run, the curves can be read with a cursor."),
        "log": _tr("Log"),
        "linear": _tr("Linear"),
        "scale": _tr("scale of values"),
        "copy": _tr("Copy"),
        "copied": _tr("Copied"),
        "findings": _tr("Findings"),
        "code": _tr("Code"),
        "session": _tr("The session"),
        "session_about": _tr("This page is a session file too: open it in lrviz, or paste these lines there."),
        "facts": _tr("Where and with what"),
        "again": _tr("Do it again"),
        "made_by": _tr("Made by lrviz. Nothing on this page was loaded from anywhere."),
    }


def _names(names: list[str]) -> str:
    if len(names) > SPOKEN:
        return _tr("{0} run{0:|s}").format(len(names))
    if len(names) < 2:
        return "".join(names) or _tr("No run")
    return _tr("{0} and {1}").format(", ".join(names[:-1]), names[-1])


SPOKEN = 4
"""Runs that a title names."""


@contextlib.contextmanager
def _speaking(language: Language) -> Iterator[None]:
    """Have all that is said be in a language where there is no window, which has one already."""
    app = application()
    if spoken() == language and app.findChildren(QTranslator, "lrviz"):
        yield
        return
    data, words = compiled(language), QTranslator()  # a translator reads on in what it is given
    words.load(data)
    app.installTranslator(words)
    forget()
    try:
        yield
    finally:
        app.removeTranslator(words)
        forget()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
