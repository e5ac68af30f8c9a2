"""Pointing: which control of a run's form is the one for a place in the run, such as `schedule.schedulers[0].T_max`."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtWidgets import QWidget

from lrviz.ui.form.part_form import PartForm
from lrviz.ui.form.run_form import RunForm
from lrviz.ui.form.schedule_form import ScheduleForm
from lrviz.ui.form.spec_form import SpecForm

_STEP = re.compile(r"\.?(?P<name>\w+)(?:\[(?P<index>\d+)\])?")


def control(form: RunForm, path: str) -> QWidget | None:
    """Give the control of a place, unfolding what hides it; None where the form has none."""
    name, index, rest = _head(path)
    match name:
        case "stepped":
            return form.stepped
        case "branch":
            return form.branch
        case "early_stopping":
            return _row(form.stopping.values, rest) if rest else form.stopping
        case "clip":
            return cast("QWidget", form.clip)
        case "optimizer":
            return _row(form.optimizer_form, rest) if rest else form.optimizer
        case "loss":
            return _row(form.loss_form, rest) if rest else form.loss
        case "groups":
            form.groups_fold.setChecked(True)
            known = index is not None and index < len(form.groups.forms)
            return _row(form.groups.forms[index], rest) if known and index is not None else form.groups_fold
        case "schedule":
            found = _in_schedule(form.schedule_form, rest) if rest else None
            return found if found is not None else form.schedule
    return None


def _in_schedule(form: ScheduleForm, path: str) -> QWidget | None:
    name, index, rest = _head(path)
    if form.composer is not None and not form.composer.isHidden():
        parts = form.composer.parts
        if name == "milestones":
            return _milestone(parts, index or 0)
        return _in_part(parts[index], rest) if index is not None and index < len(parts) else None
    if form.resumed is not None and not form.resumed.isHidden():
        if name in form.resumed.parts:
            return _in_part(form.resumed.parts[name], rest)
        return _row(form.resumed.values, path)
    if form.knots is not None and not form.knots.isHidden():
        return form.knots
    return _row(form.values, path)


def _in_part(part: PartForm, path: str) -> QWidget | None:
    part.head.setChecked(True)
    found = _in_schedule(part.body.schedule, path) if path and part.body is not None else None
    return found if found is not None else part.head


def _milestone(parts: list[PartForm], seam: int) -> QWidget | None:
    if seam + 1 >= len(parts):
        return None
    part = parts[seam + 1]
    part.head.setChecked(True)
    return part.body.milestone if part.body is not None else part.head


def _row(form: SpecForm, path: str) -> QWidget | None:
    row = form.rows.get(_head(path)[0])
    if row is None:
        return None
    if row.field.rare and form.more is not None:
        form.more.setChecked(True)
    return cast("QWidget", row)


def _head(path: str) -> tuple[str, int | None, str]:
    """Part a path into its first name, the index behind it and the rest."""
    found = _STEP.match(path)
    if found is None:
        return "", None, ""
    return found["name"], int(found["index"]) if found["index"] else None, path[found.end() :].lstrip(".")
