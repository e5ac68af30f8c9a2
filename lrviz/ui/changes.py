"""Changes: what a fix does, in the words of code."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.errors import Finding
from lrviz.run import EarlyStopping, Run
from lrviz.spec import Spec, fields
from lrviz.ui.controls.entry import show_entry

LONGEST = 60


def fixed(finding: Finding, run: Run) -> str:
    """Say what applying a finding's fix changes: "T_max=1000"; empty where that can't be said in a few words."""
    if finding.fix is not None and (said := changed(run, finding.fix)):
        return said
    texts = [" ".join(patch.text.split()) for patch in finding.patches if patch.text.strip()]
    return texts[0] if len(texts) == 1 and len(texts[0]) <= LONGEST else ""


def changed(before: Run, after: Run) -> str:
    """Name what differs between two versions of a run, in the order of the form.

    >>> from lrviz.catalog.schedules.step_lr import StepLR
    >>> changed(Run("a", StepLR(30)), Run("a", StepLR(90, 0.5), stepped="epoch"))
    'step_size=90, gamma=0.5, every epoch'
    """
    parts = [
        *_spec(before.schedule, after.schedule),
        *([f"every {after.stepped}"] if before.stepped != after.stepped else []),
        *_spec(before.optimizer, after.optimizer),
        *([f"clip={_written(after.clip)}"] if before.clip != after.clip else []),
        *([f"{len(after.groups)} groups"] if before.groups != after.groups else []),
        *_spec(before.loss, after.loss),
        *_stopping(before.early_stopping, after.early_stopping),
    ]
    said = ", ".join(parts)
    return said if len(said) <= LONGEST else ""


def _stopping(before: EarlyStopping | None, after: EarlyStopping | None) -> list[str]:
    if before == after:
        return []
    return ["never stopped early"] if after is None else [f"patience={after.patience}"]


def alike(before: Run, after: Run) -> bool:
    """Say whether two runs train alike, whatever they are called and wherever they leave another."""
    plain = {"name": "run", "colour": 0, "visible": True, "listing": None, "branch": None}
    return replace(before, **plain) == replace(after, **plain)


def _spec(before: Spec | None, after: Spec | None) -> list[str]:
    """Name the fields that differ, those of parts too; another class by its name."""
    if before == after:
        return []
    if after is None:
        return ["no scheduler"]
    if type(before) is not type(after):
        return [type(after).__name__]
    found: list[str] = []
    for field in fields(type(after)):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if isinstance(new, Spec):
            found += _spec(old, new)
        elif _parts(old) and _parts(new) and len(old) == len(new):
            found += [said for one, other in zip(old, new, strict=True) for said in _spec(one, other)]
        elif _parts(new):
            found.append(f"{field.name}=[{', '.join(type(one).__name__ for one in new)}]")
        else:
            found.append(f"{field.name}={_written(new)}")
    return found


def _parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, Schedule) for one in value)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return show_entry(value)
    return str(value)
